import {
  changeFigures,
  isRatingFigure,
  unitChanges,
  unitDifference,
  type ChangeFigure,
  type KnownUnits,
  type UnitChanges,
  type UnitDifference,
} from '../../jobs/measure/compare-units.ts';
import { unitKinds, type UnitKind } from '../../model/reference.ts';
import type { UnitResult } from '../../model/measurement.ts';
import { separateFictional } from '../../model/names/fictional-units.ts';
import { holdsData, periodBefore, type Period } from '../../model/time/period.ts';
import { printDifference, printFixed, printShare } from '../../wording/print-number.ts';
import { readChoice } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';

/** What the address asks of changes, and the answer: for the page and for its files. */
export interface AskedChanges {
  readonly kind: UnitKind;
  readonly figure: ChangeFigure;
  readonly before: Period;
  /** Those with data of the two, the earlier first. */
  readonly periods: readonly Period[];
  /** The units of the kind of which changes are asked: p-values are adjusted over them, and their orders are compared. */
  readonly units: readonly UnitResult[];
  /** Those that stand beside them and are only looked at: what is invented moves nothing that is said of the others. */
  readonly unranked: readonly UnitResult[];
  /** Undefined where the period before has no data. */
  readonly changes: UnitChanges | undefined;
  /** The two units of the address, or the first two; undefined where there are fewer. */
  readonly pair: readonly [UnitResult, UnitResult] | undefined;
  /** Null where there is no pair, or one of it has no figure. */
  readonly difference: UnitDifference | null;
}

export async function askedChanges(context: RequestContext): Promise<AskedChanges> {
  const { query, period, results } = context;
  const kind = readChoice(query, 'kind', unitKinds, 'province');
  const figure = readChoice(query, 'figure', changeFigures, 'goodRate');
  const before = periodBefore(period);
  const ofKind = (await results.measurement(period)).units.filter((unit) => unit.kind === kind);
  const { ranked: units, unranked } = separateFictional(ofKind);
  const known = async (of: Period): Promise<KnownUnits> => ({
    measurement: await results.measurement(of),
    ratings: isRatingFigure(figure) ? await results.periodRatings(of) : [],
  });
  const now = await known(period);
  const codes = units.map(({ code }) => code);
  const pair = pairOf(query, ofKind);
  const pairCodes = pair && ([pair[0].code, pair[1].code] as const);
  const difference =
    pairCodes && unitDifference([...new Set([...codes, ...pairCodes])], now, pairCodes, figure);
  const hasBefore = holdsData(results.months, before);
  const periods = hasBefore ? [before, period] : [period];
  const asked = { kind, figure, before, periods, units, unranked, pair, difference: difference ?? null };
  return {
    ...asked,
    changes: hasBefore ? unitChanges(codes, now, await known(before), figure) : undefined,
  };
}

function pairOf(
  query: URLSearchParams,
  units: readonly UnitResult[],
): readonly [UnitResult, UnitResult] | undefined {
  const codes = units.map(({ code }) => code);
  const [first, second] = codes;
  if (first === undefined || second === undefined) return undefined;
  const named = (field: string, fallback: string): UnitResult | undefined => {
    const code = readChoice(query, field, codes, fallback);
    return units.find((unit) => unit.code === code);
  };
  const [a, b] = [named('a', first), named('b', second)];
  return a === undefined || b === undefined ? undefined : [a, b];
}

/** Decimals of a mean of 0 to 10, and of a score of 0 to 100. */
const decimalsOf = (figure: ChangeFigure): number => (figure === 'averageScore' ? 3 : 2);

export function printFigure(figure: ChangeFigure, value: number | null): string {
  if (value === null) return '—';
  return figure === 'goodRate' ? printShare(value, '—') : printFixed(value, decimalsOf(figure));
}

/** A change: percentage points of a share, points of a score. */
export function printChange(figure: ChangeFigure, value: number): string {
  if (figure === 'goodRate') return printDifference(value * 100, '—');
  return `${value > 0 ? '+' : ''}${printFixed(value, decimalsOf(figure))}`;
}
