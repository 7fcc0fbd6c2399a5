import { wrongUse } from '../model/errors.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Bilingual } from '../model/language.ts';
import { bandIds, type BandCounts } from '../model/measurement.ts';
import { dimensionIds, unitKinds, type DimensionId, type Unit, type UnitKind } from '../model/reference.ts';
import type { MonthTargets, NationalTargets, Targets } from '../model/targets.ts';
import type { BandEnds } from '../measure/band.ts';
import { dimensionWeights } from '../measure/score-unit.ts';
import { bandLimits } from './band-limits.ts';
import { againstOrder } from './order-contradictions.ts';

/** Throws a Mistake where no world whatever can meet the targets. */
export function assertReachable(
  targets: Targets,
  { reference, methods }: Pick<Knowledge, 'reference' | 'methods'>,
): void {
  const frame = {
    units: reference.units,
    weights: dimensionWeights(methods.province),
    bands: methods.province.bands,
    citiesSince: methods.city.since?.year ?? -Infinity,
  };
  const found =
    targets.kind === 'month'
      ? contradictionsInMonth(targets, reference.units)
      : targets.kind === 'national'
        ? contradictionsIn(targets, frame)
        : targets.years.flatMap((year) =>
            contradictionsIn(year, frame).map(({ zh, en }) => ({
              zh: `${String(year.year)} 年 ${zh}`,
              en: `${String(year.year)}: ${en}`,
            })),
          );
  if (found.length === 0) return;
  throw wrongUse(
    `目标 ${targets.id} 无法达到：${found.map(({ zh }) => zh).join('；')}`,
    `targets ${targets.id} cannot be met: ${found.map(({ en }) => en).join('; ')}`,
  );
}

/** What every set of national targets is judged by. */
export interface TargetFrame {
  readonly units: readonly Unit[];
  readonly weights: Readonly<Record<DimensionId, number>>;
  readonly bands: BandEnds;
  /** First year in which key cities are assessed. */
  readonly citiesSince: number;
}

const two = (value: number): string => value.toFixed(2);

const bandNames: Record<(typeof bandIds)[number], Bilingual> = {
  veryHigh: { zh: '非常高', en: 'very high' },
  high: { zh: '高', en: 'high' },
  medium: { zh: '中', en: 'medium' },
  low: { zh: '低', en: 'low' },
};

/** What no world whatever can meet, each with field, value and rule; empty where nothing speaks against the targets. */
export function contradictionsIn(targets: NationalTargets, frame: TargetFrame): Bilingual[] {
  return [
    ...outOfScale(targets),
    ...unknownUnits(targets, frame.units),
    ...citiesTooEarly(targets, frame),
    ...againstOrder(
      targets,
      frame.units.filter(({ fictional }) => !fictional),
      frame.bands,
    ),
    ...againstWeights(targets, frame),
    ...unitKinds.flatMap((kind) => againstBands(targets, kind, frame)),
  ];
}

function outOfScale({ means, units, ranges }: NationalTargets): Bilingual[] {
  const named: [string, number][] = [
    ...Object.entries(means).map(([key, value]): [string, number] => [`means.${key}`, value]),
    ...Object.entries(units).map(([code, value]): [string, number] => [`units.${code}`, value]),
    ...Object.entries(ranges).flatMap(([code, ends]) =>
      ends.map((value): [string, number] => [`ranges.${code}`, value]),
    ),
  ];
  return named
    .filter(([, value]) => value < 0 || value > 100)
    .map(([field, value]) => ({
      zh: `${field} = ${String(value)}：指数须在 0 至 100 之间`,
      en: `${field} = ${String(value)}: a score lies between 0 and 100`,
    }));
}

/** Units that single figures are of. */
const scoredUnits = ({ units, ranges, inBand }: NationalTargets): string[] => [
  ...Object.keys(units),
  ...Object.keys(ranges),
  ...Object.values(inBand).flat(),
];

function unknownUnits(targets: NationalTargets, known: readonly Unit[]): Bilingual[] {
  const { first, above, progress, leading } = targets;
  const codes = [
    ...scoredUnits(targets),
    ...(first === undefined ? [] : [first]),
    ...above.flat(),
    ...progress,
    ...leading,
  ];
  return [...new Set(codes)]
    .filter((code) => !known.some((unit) => unit.code === code && !unit.fictional))
    .map((code) => ({ zh: `${code} 不是参评单位`, en: `${code} is no assessed unit` }));
}

/** Of a city that is not assessed yet there is no figure. */
function citiesTooEarly(targets: NationalTargets, { units, citiesSince }: TargetFrame): Bilingual[] {
  if (targets.year >= citiesSince) return [];
  const cities = new Set(units.flatMap(({ kind, code }) => (kind === 'city' ? [code] : [])));
  const fields = [
    ...scoredUnits(targets).filter((code) => cities.has(code)),
    ...(targets.bands.city === undefined ? [] : ['bands.city']),
  ];
  return fields.map((field) => ({
    zh: `${field}：重点城市自 ${String(citiesSince)} 年起参评`,
    en: `${field}: key cities are assessed from ${String(citiesSince)} on`,
  }));
}

/** The mean of weighted scores is the weighted mean of the scores. */
function againstWeights({ means, tolerance }: NationalTargets, { weights }: TargetFrame): Bilingual[] {
  const { overall } = means;
  // It takes all five to say so.
  const weighted = dimensionIds.reduce((sum, id) => sum + weights[id] * (means[id] ?? NaN), 0);
  if (overall === undefined || Number.isNaN(weighted)) return [];
  // Each of the six figures may be off by its tolerance.
  const slack = 2 * (tolerance.means ?? 0);
  if (Math.abs(weighted - overall) <= slack + 1e-9) return [];
  const vector = dimensionIds.map((id) => String(Math.round(weights[id] * 100))).join('/');
  return [
    {
      zh: `means.overall = ${two(overall)}：五项平均值按权重 ${vector} 得 ${two(weighted)}，相差 ${two(overall - weighted)}，超过容差之和 ${two(slack)}`,
      en: `means.overall = ${two(overall)}: the five means under the weights ${vector} give ${two(weighted)}, a difference of ${two(overall - weighted)}, more than the tolerances allow (${two(slack)})`,
    },
  ];
}

function againstBands(targets: NationalTargets, kind: UnitKind, frame: TargetFrame): Bilingual[] {
  const known = targets.bands[kind] ?? {};
  const units = frame.units.filter((unit) => unit.kind === kind && !unit.fictional);
  const total = bandIds.reduce((sum, band) => sum + (known[band] ?? 0), 0);
  const field = `bands.${kind}`;
  if (!hasAllBands(known)) return bandIds.flatMap((band) => againstBand(targets, known, band, units, frame));
  const bands: BandCounts = known;
  if (total !== units.length) {
    return [
      {
        zh: `${field}：各能力水平合计 ${String(total)} 个，须为 ${String(units.length)} 个`,
        en: `${field}: the bands hold ${String(total)} units, must be ${String(units.length)}`,
      },
    ];
  }
  return [
    ...(kind === 'province' ? againstMean(targets, bands, total, frame) : []),
    ...bandIds.flatMap((band) => againstBand(targets, bands, band, units, frame)),
  ];
}

/** True where the number of units in each band is known. */
export const hasAllBands = (bands: Partial<BandCounts>): bands is BandCounts =>
  bandIds.every((band) => bands[band] !== undefined);

/** Bands leave the mean a range; so does the number of units above it. */
function againstMean(
  { means: { overall }, aboveMean, tolerance }: NationalTargets,
  bands: BandCounts,
  total: number,
  frame: TargetFrame,
): Bilingual[] {
  if (overall === undefined) return [];
  const limits = bandLimits(frame.bands);
  const end = (at: 0 | 1): number =>
    bandIds.reduce((sum, band) => sum + bands[band] * limits[band][at], 0) / total;
  const [low, high] = [end(0), end(1)];
  const slack = tolerance.means ?? 0;
  const found: Bilingual[] = [];
  if (overall + slack < low || overall - slack > high) {
    const counts = bandIds.map((band) => String(bands[band])).join('/');
    found.push({
      zh: `means.overall = ${two(overall)}：水平分布 ${counts} 只容许平均值在 ${two(low)} 至 ${two(high)} 之间`,
      en: `means.overall = ${two(overall)}: bands of ${counts} units allow a mean between ${two(low)} and ${two(high)} only`,
    });
  }
  if (aboveMean === undefined || found.length > 0) return found;
  const least = bandIds.reduce((sum, band) => sum + (limits[band][0] >= overall ? bands[band] : 0), 0);
  const most = bandIds.reduce((sum, band) => sum + (limits[band][1] > overall ? bands[band] : 0), 0);
  if (aboveMean < least || aboveMean > Math.min(most, total - 1)) {
    found.push({
      zh: `aboveMean = ${String(aboveMean)}：平均值为 ${two(overall)} 时，水平分布只容许 ${String(least)} 至 ${String(Math.min(most, total - 1))} 个`,
      en: `aboveMean = ${String(aboveMean)}: with a mean of ${two(overall)} the bands allow ${String(least)} to ${String(Math.min(most, total - 1))} units`,
    });
  }
  return found;
}

/** No band can hold more units than its count, nor can its count be more than the units that may lie there. */
function againstBand(
  targets: NationalTargets,
  bands: Partial<BandCounts>,
  band: (typeof bandIds)[number],
  units: readonly Unit[],
  frame: TargetFrame,
): Bilingual[] {
  const room = bands[band];
  if (room === undefined) return [];
  const certain = certainIn(targets, band, units, frame);
  const elsewhere = bandIds
    .filter((other) => other !== band)
    .reduce((sum, other) => sum + (bands[other] ?? certainIn(targets, other, units, frame)), 0);
  const possible = Math.max(units.length - elsewhere, 0);
  const { zh, en } = bandNames[band];
  if (certain > room)
    return [
      {
        zh: `${zh}：目标使 ${String(certain)} 个单位必为此水平，而公布数为 ${String(room)}`,
        en: `band ${en}: the targets place ${String(certain)} units there for certain, its count is ${String(room)}`,
      },
    ];
  if (room > possible)
    return [
      {
        zh: `${zh}：公布数为 ${String(room)}，而目标只容许 ${String(possible)} 个单位为此水平`,
        en: `band ${en}: its count is ${String(room)}, the targets leave ${String(possible)} units for it`,
      },
    ];
  return [];
}

/** Units that the targets place in a band for certain. */
function certainIn(
  targets: NationalTargets,
  band: (typeof bandIds)[number],
  units: readonly Unit[],
  frame: TargetFrame,
): number {
  const [low, high] = bandLimits(frame.bands)[band];
  const slack = targets.tolerance.units ?? 0;
  const scored = units.filter(({ code }) => {
    const [least, most] = targets.ranges[code] ?? [targets.units[code], targets.units[code]];
    return least !== undefined && most !== undefined && least - slack > low && most + slack <= high;
  });
  const named = units.filter(({ code }) => targets.inBand[band]?.includes(code) === true);
  return new Set([...scored, ...named]).size;
}

/** What no month can show, as far as the counts say so themselves. */
function contradictionsInMonth(targets: MonthTargets, units: readonly Unit[]): Bilingual[] {
  const found: Bilingual[] = [];
  const sum = (table: Readonly<Record<string, number>>): number =>
    Object.values(table).reduce((total, n) => total + n, 0);
  if (
    !units.some(({ code, kind, fictional }) => code === targets.unit && kind === 'province' && !fictional)
  ) {
    found.push({
      zh: `unit = ${targets.unit}：不是省级政府`,
      en: `unit = ${targets.unit}: is no provincial unit`,
    });
  }
  for (const [field, least] of [
    ['levels', sum(targets.levels)],
    ['channels', sum(targets.channels)],
  ] as const) {
    if (least === 0 || least > targets.ratings) {
      found.push({
        zh: `${field}：合计 ${String(least)}，须大于 0 且不超过 ratings = ${String(targets.ratings)}`,
        en: `${field}: they sum to ${String(least)}, must be above 0 and at most ratings = ${String(targets.ratings)}`,
      });
    }
  }
  return found;
}
