import type { Bilingual } from '../../model/language.ts';
import { wilsonInterval, type Interval } from '../../model/math/interval.ts';
import { normalCdf } from '../../model/math/normal.ts';
import { brierScore, type BrierScore, type Judgement } from '../../detect/statistics/brier.ts';
import { percent, rightOf } from './right-of.ts';

/** With fewer judgements nothing is said of confidence: the number is ours. */
const FEWEST_JUDGEMENTS = 10;

/** Whether confidence fits what was right (把握程度与答对情况). */
export interface CalibrationFinding {
  readonly judgements: number;
  readonly right: number;
  readonly meanConfidence: number;
  readonly shareRight: Interval & { readonly value: number };
  readonly brier: BrierScore;
  /** Whether the mean confidence lies above, below or within the interval of the share that is right. */
  readonly leaning: 'over' | 'under' | 'fits';
  /** Whether surer answers are more often right, more often wrong, or neither can be told. */
  readonly tellsApart: 'right' | 'wrong' | undefined;
  readonly sentences: readonly Bilingual[];
}

/** Mean confidence beside the share that is right, and the parts of the Brier score; undefined where judgements are too few. */
export function calibrationFinding(judgements: readonly Judgement[]): CalibrationFinding | undefined {
  const brier = brierScore(judgements);
  const n = judgements.length;
  if (brier === undefined || n < FEWEST_JUDGEMENTS) return undefined;
  const right = judgements.filter((judgement) => judgement.right).length;
  const meanConfidence = judgements.reduce((total, { confidence }) => total + confidence, 0) / n;
  const shareRight = { value: right / n, ...wilsonInterval(right, n) };
  const leaning =
    meanConfidence > shareRight.high ? 'over' : meanConfidence < shareRight.low ? 'under' : 'fits';
  const found = {
    judgements: n,
    right,
    meanConfidence,
    shareRight,
    brier,
    leaning,
    tellsApart: tellsApart(judgements),
  } as const;
  return { ...found, sentences: calibrationSentences(found) };
}

/**
 * Resolution says how far confidences differ in what came true, not in which direction, and is never 0 in small numbers. Whether surer
 * answers are right more often is tested by their correlation: (n − 1) r² is chi-square with one degree of freedom where there is none
 * (N. Mantel 1963); at the 5% level, two-sided.
 */
function tellsApart(judgements: readonly Judgement[]): CalibrationFinding['tellsApart'] {
  const n = judgements.length;
  const pairs = judgements.map(({ confidence, right }) => [confidence, right ? 1 : 0] as const);
  const mean = (of: (pair: readonly [number, number]) => number): number =>
    pairs.reduce((total, pair) => total + of(pair), 0) / n;
  const [meanX, meanY] = [mean(([x]) => x), mean(([, y]) => y)];
  const squares = mean(([x]) => (x - meanX) ** 2) * mean(([, y]) => (y - meanY) ** 2);
  const isConstant = pairs.every(([x]) => x === pairs[0]?.[0]) || pairs.every(([, y]) => y === pairs[0]?.[1]);
  if (isConstant) return undefined;
  const r = mean(([x, y]) => (x - meanX) * (y - meanY)) / Math.sqrt(squares);
  if (2 * normalCdf(-Math.sqrt(n - 1) * Math.abs(r)) >= 0.05) return undefined;
  return r > 0 ? 'right' : 'wrong';
}

function calibrationSentences({
  judgements,
  right,
  meanConfidence,
  shareRight,
  leaning,
  tellsApart: surerOnesAre,
}: Omit<CalibrationFinding, 'sentences'>): Bilingual[] {
  const advice = {
    over: {
      zh: '把握偏高，下结论前应再核对一遍依据',
      en: 'too sure; check the grounds once more before concluding',
    },
    under: {
      zh: '把握偏低，依据充分时可以直接下结论',
      en: 'not sure enough; where the grounds suffice, conclude',
    },
    fits: { zh: '二者相符', en: 'the two agree' },
  }[leaning];
  const fit: Bilingual = {
    zh: `平均把握程度 ${percent(meanConfidence)}，答对 ${rightOf(right, judgements, shareRight).zh}：${advice.zh}。`,
    en: `Confidence was ${percent(meanConfidence)} on average, and ${rightOf(right, judgements, shareRight).en}: ${advice.en}.`,
  };
  if (surerOnesAre === undefined) return [fit];
  const told = {
    right: {
      zh: '把握高的题答对得更多：对自己的判断心里有数。',
      en: 'Surer answers were right more often: you know which of your judgements to trust.',
    },
    wrong: {
      zh: '把握高的题反而错得更多：请先重看这些题的解析。',
      en: 'Surer answers were wrong more often: read the solutions of these exercises again first.',
    },
  }[surerOnesAre];
  return [fit, told];
}
