import { sideBySide, type PeriodUnits, type SideDifference } from '../../jobs/measure/side-by-side.ts';
import type { UnitResult } from '../../model/measurement.ts';
import { unitKinds, type UnitKind } from '../../model/reference.ts';
import { holdsData, periodNamed, periodRule, type Period } from '../../model/time/period.ts';
import { badParameter, readChoice } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';

/** Most units and periods beside one another: as many columns as can be read. */
export const MOST_UNITS = 8;
export const MOST_PERIODS = 5;

/** What an address asks to be put side by side, and the answer: for the page and for its files. */
export interface ComparedUnits {
  readonly kind: UnitKind;
  /** The units of the kind that may be chosen. */
  readonly choice: readonly UnitResult[];
  /** Those that are, in the order of the address. */
  readonly units: readonly UnitResult[];
  /** Results of these units, in the order of time. */
  readonly periods: readonly PeriodUnits[];
  readonly differences: readonly SideDifference[];
}

/** Values of a field that an address may repeat (a form) or list with commas (a link), each once. */
const listed = (query: URLSearchParams, field: string): string[] => [
  ...new Set(
    query
      .getAll(field)
      .flatMap((text) => text.split(','))
      .map((text) => text.trim())
      .filter((text) => text !== ''),
  ),
];

export async function comparedUnits(context: RequestContext): Promise<ComparedUnits> {
  const { query, results } = context;
  const asked = readPeriods(context);
  const codes = listed(query, 'units');
  if (codes.length > MOST_UNITS) {
    throw badParameter('units', codes.join(','), {
      zh: `最多 ${String(MOST_UNITS)} 个单位，这里有 ${String(codes.length)} 个`,
      en: `it may name ${String(MOST_UNITS)} units at most, and names ${String(codes.length)}`,
    });
  }
  const measured: PeriodUnits[] = [];
  for (const period of asked) measured.push({ period, units: (await results.measurement(period)).units });
  // A unit may be new in the last of the periods: all that there were in any of them can be chosen.
  const known = new Map(measured.flatMap(({ units }) => units.map((unit) => [unit.code, unit] as const)));
  const units = codes.map((code) => {
    const unit = known.get(code);
    if (unit !== undefined) return unit;
    throw badParameter('units', code, {
      zh: `须是这些时段中有结果的单位代码（${asked.map(({ label }) => label).join('、')}），见 /units`,
      en: `it must be the code of a unit with results in ${asked.map(({ label }) => label).join(', ')}; /units lists them`,
    });
  });
  const kind = units[0]?.kind ?? readChoice(query, 'kind', unitKinds, 'province');
  const other = units.find((unit) => unit.kind !== kind);
  if (other !== undefined) {
    throw badParameter('units', other.code, {
      zh: '须与第一个单位同类（省级政府或重点城市）：两类的方法不同，省的数据又含其重点城市',
      en: 'it must be of the same kind as the first unit: provincial governments and key cities have methods of their own, and the records of a province hold those of its key cities',
    });
  }
  const periods = measured.map(({ period, units: all }) => ({
    period,
    units: all.filter(({ code }) => codes.includes(code)),
  }));
  return {
    kind,
    choice: [...known.values()].filter((unit) => unit.kind === kind),
    units,
    periods,
    differences: sideBySide(codes, periods),
  };
}

/** The periods of the address in the order of time; the one that pages show where it names none. */
function readPeriods({ query, results, period }: RequestContext): Period[] {
  const labels = listed(query, 'periods');
  if (labels.length === 0) return [period];
  if (labels.length > MOST_PERIODS) {
    throw badParameter('periods', labels.join(','), {
      zh: `最多 ${String(MOST_PERIODS)} 个时段，这里有 ${String(labels.length)} 个`,
      en: `it may name ${String(MOST_PERIODS)} periods at most, and names ${String(labels.length)}`,
    });
  }
  return labels
    .map((label) => {
      const asked = periodNamed(label);
      if (asked === undefined) {
        throw badParameter('periods', label, periodRule);
      }
      if (!holdsData(results.months, asked)) {
        throw badParameter('periods', label, {
          zh: '须是有数据的时段',
          en: 'it must be a period with data',
        });
      }
      return asked;
    })
    .sort((a, b) => a.first - b.first || a.last - b.last);
}
