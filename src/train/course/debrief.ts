import type { Bilingual } from '../../model/language.ts';
import { wilsonInterval, type Interval } from '../../model/math/interval.ts';
import type { Judgement } from '../../detect/statistics/brier.ts';
import { calibrationFinding, type CalibrationFinding } from './calibration-finding.ts';
import { confusionFindings, type ConfusionFinding, type KindRecord } from './confusion-finding.ts';
import { rightOf } from './right-of.ts';

/**
 * The debrief (讲评) of a trainee: what was confused, whether confidence fits, what to practise next. A sentence stands only where its
 * counts carry it; what nothing can be said of is left out. The least counts are ours.
 */

const FEWEST_OF_KIND = 10;

export interface NextFinding {
  /** The kind that went worst; several where they tie. */
  readonly kinds: readonly Bilingual[];
  readonly cases: number;
  readonly right: number;
  readonly share: Interval;
  readonly sentence: Bilingual;
}

export interface Debrief {
  readonly confusions: readonly ConfusionFinding[];
  readonly calibration: CalibrationFinding | undefined;
  readonly next: NextFinding | undefined;
  /** All that is to be said, in this order. */
  readonly sentences: readonly Bilingual[];
}

export function debriefOf(kinds: readonly KindRecord[], judgements: readonly Judgement[]): Debrief {
  const confusions = confusionFindings(kinds);
  const calibration = calibrationFinding(judgements);
  const next = nextFinding(kinds);
  return {
    confusions,
    calibration,
    next,
    sentences: [
      ...confusions.map(({ sentence }) => sentence),
      ...(calibration?.sentences ?? []),
      ...(next ? [next.sentence] : []),
    ],
  };
}

/** The kind with the lowest share that is right, among those with enough cases; nothing where no two can be compared, or all is right. */
function nextFinding(kinds: readonly KindRecord[]): NextFinding | undefined {
  const enough = kinds.filter(({ cases }) => cases >= FEWEST_OF_KIND);
  const lowest = Math.min(...enough.map(({ cases, right }) => right / cases));
  const worst = enough.filter(({ cases, right }) => right / cases === lowest);
  const others = enough.filter((kind) => !worst.includes(kind));
  if (others.length === 0) return undefined;
  const [here, elsewhere] = [totalOf(worst), totalOf(others)];
  const found = { kinds: worst.map(({ name }) => name), ...here };
  return { ...found, sentence: nextSentence(found, here.share.high < elsewhere.share.low) };
}

function totalOf(kinds: readonly KindRecord[]): Pick<NextFinding, 'cases' | 'right' | 'share'> {
  const cases = kinds.reduce((total, kind) => total + kind.cases, 0);
  const right = kinds.reduce((total, kind) => total + kind.right, 0);
  return { cases, right, share: wilsonInterval(right, cases) };
}

function nextSentence(
  { kinds, cases, right, share }: Omit<NextFinding, 'sentence'>,
  isApart: boolean,
): Bilingual {
  const said = rightOf(right, cases, share);
  const names = {
    zh: kinds.map(({ zh }) => `“${zh}”`).join('、'),
    en: kinds.map(({ en }) => `“${en}”`).join(', '),
  };
  return {
    zh: `建议下一步多练${names.zh}：答对 ${said.zh}，在答满 ${String(FEWEST_OF_KIND)} 题的各题型中最低${isApart ? '' : '，但与其余题型的差别尚在抽样误差之内'}。`,
    en: `Practise ${names.en} next: ${said.en}, the lowest share of the kinds with ${String(FEWEST_OF_KIND)} answers or more${isApart ? '' : ', though within sampling error of the others'}.`,
  };
}
