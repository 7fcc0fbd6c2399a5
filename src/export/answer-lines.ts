/** The expected answers as the lines of one JSON document: counts, and for each period its result, one a line. */
export function* answerLines(notice: string, counts: object, results: Iterable<object>): Iterable<string> {
  yield `{"notice":${JSON.stringify(notice)},`;
  yield `"counts":${JSON.stringify(counts)},`;
  yield '"measurements":[';
  let before = '';
  for (const result of results) {
    yield before + JSON.stringify(result);
    before = ',';
  }
  yield ']}';
}
