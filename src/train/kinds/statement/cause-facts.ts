import type { Bilingual } from '../../../model/language.ts';
import type { ExerciseBlock } from '../../../model/training/exercise.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import { drawnSorts, firstThat } from '../figures/drawn-counts.ts';
import { figureTable } from '../figures/exercise-parts.ts';
import { monthName, numberText, percentText } from '../figures/printed.ts';
import { unitMeasures, verifiedReasons } from './cause-part.ts';
import { drawSample, rateOf, type RatedSample } from './samples.ts';

export interface CauseFacts {
  readonly unit: Bilingual;
  readonly before: RatedSample;
  readonly now: RatedSample;
  readonly measure: Bilingual;
  readonly bad: number;
  /** Bad ratings of the month by the reason that a call found, the rarest last; and those nobody called about. */
  readonly found: readonly { readonly reason: Bilingual; readonly n: number }[];
  readonly unverified: number;
  readonly online: { readonly n: number; readonly good: number };
  readonly hall: { readonly n: number; readonly good: number };
}

export function drawFacts({ draws, difficulty, world }: MakeRequest, unit: Bilingual): CauseFacts {
  const sample = (at: string, later: number): RatedSample =>
    drawSample(
      draws,
      at,
      { unit, month: monthName(world.month, later) },
      difficulty,
      0.86 + 0.09 * draws.share(`share ${at}`),
    );
  const { before, now } = firstThat(
    (attempt) => ({ before: sample(`before${attempt}`, -1), now: sample(`now${attempt}`, 0) }),
    (drawn) => drawn.now.n - drawn.now.good >= 14 && rateOf(drawn.now) - rateOf(drawn.before) > 0.004,
  );
  const bad = now.n - now.good;
  // Half of the units have all bad ratings verified; the first reason may then be most of them.
  const isComplete = draws.share('complete') < 0.5;
  const unverified = isComplete
    ? 0
    : Math.max(2, Math.round(bad * (0.25 + 0.35 * draws.share('unverified'))));
  const verified = bad - unverified;
  const first = [0.55, 0.5, 0.47][difficulty - 1] ?? 0.5;
  const counts = drawnSorts(draws, 'reasons', verified, [first, 0.7 * (1 - first), 0.3 * (1 - first)]).sort(
    (a, b) => b - a,
  );
  const names = draws.shuffled('reason names', verifiedReasons);
  const online = Math.round(now.n * (0.35 + 0.3 * draws.share('online')));
  const [badOnline = 0] = drawnSorts(draws, 'bad online', bad, [0.35, 0.65]);
  return {
    unit,
    before,
    now,
    measure: draws.one('measure', unitMeasures),
    bad,
    found: counts.map((n, i) => ({ reason: names[i] ?? { zh: '', en: '' }, n })),
    unverified,
    online: { n: online, good: online - badOnline },
    hall: { n: now.n - online, good: now.n - online - (bad - badOnline) },
  };
}

export const reasonTable = ({ found, unverified, unit, bad }: CauseFacts, month: Bilingual): ExerciseBlock =>
  figureTable(
    {
      zh: `${month.zh}${unit.zh}差评逐条回访核实的结果`,
      en: `What calls to verify found, bad ratings of ${unit.en}, ${month.en}`,
    },
    { zh: '核实的原因', en: 'Reason found' },
    [{ zh: '差评数', en: 'Bad ratings' }],
    [
      ...found.map(({ reason, n }) => ({ name: reason, figures: [numberText(n)] })),
      { name: { zh: '尚未核实', en: 'Not verified yet' }, figures: [numberText(unverified)] },
      { name: { zh: '合计', en: 'All' }, figures: [numberText(bad)] },
    ],
  );

export const modeTable = ({ online, hall, unit }: CauseFacts, month: Bilingual): ExerciseBlock =>
  figureTable(
    {
      zh: `${month.zh}${unit.zh}主动评价，按方式`,
      en: `Active ratings of ${unit.en} by mode, ${month.en}`,
    },
    { zh: '方式', en: 'Mode' },
    [
      { zh: '评价数', en: 'Ratings' },
      { zh: '好评数', en: 'Good ratings' },
      { zh: '好评率', en: 'Good-rating rate' },
    ],
    [
      { name: { zh: '线上', en: 'Online' }, ...online },
      { name: { zh: '线下大厅和其他', en: 'Service hall and others' }, ...hall },
    ].map(({ name, n, good }) => ({
      name,
      figures: [numberText(n), numberText(good), percentText(good / n)],
    })),
  );
