import type { SideDifference } from '../../jobs/measure/side-by-side.ts';
import type { UnitResult } from '../../model/measurement.ts';
import { printDifference } from '../../wording/print-number.ts';
import { printP } from '../shared/print-p.ts';
import { nameIn, type Translate } from '../../wording/translator.ts';
import type { RequestContext } from '../request-context.ts';

/** Share of false verdicts that is put up with. */
const LEVEL = 0.05;

/** Differences of one figure, each with its test. */
export interface DifferenceGroup {
  readonly figure: string;
  readonly rows: readonly {
    readonly name: string;
    /** The period of a difference of units; the two of a change. */
    readonly periods: readonly string[];
    readonly cells: readonly string[];
    readonly verdict: string;
  }[];
}

/** A p-value in a column of its own needs no sign of equality. */
const bare = (p: number): string => printP(p).replace('= ', '');

/** These differences by figure; `periodsOf` says which periods stand in their row. */
export function differenceGroups(
  { language }: Pick<RequestContext, 'language'>,
  t: Translate,
  units: readonly UnitResult[],
  differences: readonly SideDifference[],
  periodsOf: (difference: SideDifference) => readonly string[],
): DifferenceGroup[] {
  const figures = [...new Set(differences.map(({ figure }) => figure))];
  return figures.map((figure) => ({
    figure: t(figure),
    rows: differences
      .filter((one) => one.figure === figure)
      .map((one) => {
        const unit = units.find(({ code }) => code === one.b.code);
        const { tested, adjusted } = one;
        return {
          name: unit ? nameIn(language, unit) : one.b.code,
          periods: periodsOf(one),
          cells:
            tested === null || adjusted === null
              ? ['—', '—', '—', '—']
              : [
                  printDifference(tested.value, ''),
                  `${printDifference(tested.interval.low, '')} – ${printDifference(tested.interval.high, '')}`,
                  bare(tested.p),
                  bare(adjusted),
                ],
          verdict: t(verdictOf(one)),
        };
      }),
  }));
}

function verdictOf({ tested, adjusted }: SideDifference): 'higher' | 'lower' | 'same' | 'untested' {
  if (tested === null || adjusted === null) return 'untested';
  if (adjusted >= LEVEL) return 'same';
  return tested.value > 0 ? 'higher' : 'lower';
}
