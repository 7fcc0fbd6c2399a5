import type { Answered } from '../../jobs/answers/questions.ts';
import { printCount, printFixed, printShare, shareOf } from '../../wording/print-number.ts';
import type { Translate } from '../../wording/translator.ts';

export type ShownLesson = Answered['regimeBias']['lessons'][number];

/** Decimals of a mean score, and of percentage points. */
const MEAN = 4;
const POINTS = 2;

/** What a lesson says, direction and size taken from its numbers. */
export function lessonSentence(lesson: ShownLesson, t: Translate): string {
  const { felt, published, errors } = lesson;
  const missing = t('missing');
  const points = 100 * ((published.goodRate ?? 0) - (felt.goodRate ?? 0));
  const gap = (published.meanScore ?? 0) - (felt.meanScore ?? 0);
  return t(errors.indexedUnits === 0 ? 'sentenceWithout' : 'sentence', {
    units: errors.indexedUnits,
    rate: printShare(published.goodRate, missing),
    rateChange: changeOf(points, POINTS, (n) => t('points', { n }), t),
    mean: published.meanScore === null ? missing : printFixed(published.meanScore, MEAN),
    meanChange: changeOf(gap, MEAN, (n) => n, t),
    part: partSentence(lesson, t),
    weighting: weightingSentence(lesson, gap, t),
    index: errors.index === null ? missing : printFixed(errors.index, 2),
    places: errors.indexRank === null ? missing : printFixed(errors.indexRank, 1),
  });
}

/** True where nothing is left of a value that is printed with so many decimals. */
const isNothing = (value: number, decimals: number): boolean => Number(value.toFixed(decimals)) === 0;

function changeOf(value: number, decimals: number, inUnits: (n: string) => string, t: Translate): string {
  if (isNothing(value, decimals)) return t('equal');
  return t(value > 0 ? 'higher' : 'lower', { n: inUnits(printFixed(Math.abs(value), decimals)) });
}

function partSentence({ id, part, partRatings, services, ratings }: ShownLesson, t: Translate): string {
  const effect = isNothing(part, MEAN)
    ? t('keeps')
    : t(part > 0 ? 'raises' : 'lowers', { n: printFixed(Math.abs(part), MEAN) });
  const ofServices = id === 'successful' || id === 'unhappy';
  return t(`${id}Part`, {
    effect,
    n: printCount(ofServices ? ratings : Math.abs(partRatings)),
    all: printCount(services),
    share: printShare(shareOf(Math.abs(partRatings), ratings), t('missing')),
  });
}

function weightingSentence({ felt, weighted }: ShownLesson, before: number, t: Translate): string {
  if (weighted.meanScore === null || felt.meanScore === null) return '';
  const after = weighted.meanScore - felt.meanScore;
  const figures = { before: signedGap(before), after: signedGap(after) };
  if (figures.before === figures.after) return t('weightingSame', figures);
  return t(Math.abs(after) < Math.abs(before) ? 'weightingNearer' : 'weightingFarther', figures);
}

/** A difference of mean scores with its sign. */
export const signedGap = (value: number): string =>
  `${value > 0 && !isNothing(value, MEAN) ? '+' : ''}${printFixed(value, MEAN)}`;
