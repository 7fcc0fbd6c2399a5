import type { Bilingual } from '../model/language.ts';
import { bandIds } from '../model/measurement.ts';
import type { Unit } from '../model/reference.ts';
import type { NationalTargets } from '../model/targets.ts';
import type { BandEnds } from '../measure/band.ts';
import { bandLimits } from './band-limits.ts';

/** What no world can meet of the order that targets ask for: who came first, stood above whom, or rose most. */
export function againstOrder(targets: NationalTargets, units: readonly Unit[], ends: BandEnds): Bilingual[] {
  return [...misnamed(targets, units), ...turning(targets, units), ...againstScores(targets, units, ends)];
}

const isCity = (code: string, units: readonly Unit[]): boolean =>
  units.some((unit) => unit.code === code && unit.kind === 'city');

/** Only provincial units are first, lead, or are named for their progress, each once. */
function misnamed({ first, progress, leading }: NationalTargets, units: readonly Unit[]): Bilingual[] {
  const lists = { first: first === undefined ? [] : [first], progress, leading };
  return Object.entries(lists).flatMap(([field, codes]) => {
    const cities = codes.filter((code) => isCity(code, units));
    const twice = [...new Set(codes.filter((code, i) => codes.indexOf(code) !== i))];
    return [
      ...cities.map((code) => ({
        zh: `${field} = ${code}：须为省级政府`,
        en: `${field} = ${code}: must be a provincial unit`,
      })),
      ...twice.map((code) => ({ zh: `${field}：${code} 出现两次`, en: `${field}: ${code} is named twice` })),
    ];
  });
}

type Pair = readonly [higher: string, lower: string];

/** All pairs of which the first one must have the higher score. */
const pairsOf = ({ first, above }: NationalTargets, units: readonly Unit[]): Pair[] => [
  ...above,
  ...units
    .filter(({ code, kind }) => first !== undefined && kind === 'province' && code !== first)
    .map(({ code }): Pair => [first ?? '', code]),
];

/** Nobody stands above itself, not over others either. */
function turning(targets: NationalTargets, units: readonly Unit[]): Bilingual[] {
  const below = new Map<string, string[]>();
  for (const [higher, lower] of pairsOf(targets, units))
    below.set(higher, [...(below.get(higher) ?? []), lower]);
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    (below.get(from) ?? []).some((code) => {
      if (code === to) return true;
      if (seen.has(code)) return false;
      seen.add(code);
      return reaches(code, to, seen);
    });
  return targets.above
    .filter(([higher, lower]) => higher === lower || reaches(lower, higher, new Set()))
    .map(([higher, lower]) => ({
      zh: `above = ${higher}、${lower}：与 first 或其他 above 互相矛盾`,
      en: `above = ${higher}, ${lower}: contradicts first, or another pair of above`,
    }));
}

/** A unit whose score is known to be lower stands above nobody whose score is higher. */
function againstScores(targets: NationalTargets, units: readonly Unit[], ends: BandEnds): Bilingual[] {
  const slack = targets.tolerance.units ?? 0;
  const limits = bandLimits(ends);
  const rangeOf = (code: string): readonly [number, number] => {
    const score = targets.units[code];
    if (score !== undefined) return [score, score];
    const band = bandIds.find((id) => targets.inBand[id]?.includes(code) === true);
    return targets.ranges[code] ?? (band === undefined ? [0, 100] : limits[band]);
  };
  return pairsOf(targets, units).flatMap(([higher, lower]) => {
    const [most, least] = [rangeOf(higher)[1] + slack, rangeOf(lower)[0] - slack];
    if (higher === lower || most > least) return [];
    const field = targets.first === higher ? 'first' : 'above';
    return [
      {
        zh: `${field} = ${higher}：其指数至多 ${most.toFixed(2)}，而 ${lower} 至少 ${least.toFixed(2)}`,
        en: `${field} = ${higher}: its score is ${most.toFixed(2)} at most, that of ${lower} ${least.toFixed(2)} at least`,
      },
    ];
  });
}
