/** How far two numbers may lie apart that are no counts. */
const TOLERANCE = 1e-9;

/** Where a document differs from what was expected: counts must be the same, other numbers within 1e-9 of one another. */
export function differences(expected: unknown, got: unknown, path = ''): string[] {
  if (typeof expected === 'number' && typeof got === 'number') {
    const same = /numerator|denominator|rank|bands/.test(path)
      ? expected === got
      : Math.abs(expected - got) < TOLERANCE;
    return same ? [] : [`${path}: ${expected} was expected, not ${got}`];
  }
  if (!isObject(expected) || !isObject(got))
    return expected === got
      ? []
      : [`${path}: ${JSON.stringify(expected)} was expected, not ${JSON.stringify(got)}`];
  const keys = Object.keys(expected);
  return keys.flatMap((key) => differences(expected[key], got[key], `${path}/${key}`));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
