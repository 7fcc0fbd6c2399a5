import { cannot } from '../model/errors.ts';
import type { IndicatorValue, Measurement, UnitResult } from '../model/measurement.ts';
import { assesses, indicatorsOf, type Indicator, type Method } from '../model/method.ts';
import { separateFictional } from '../model/names/fictional-units.ts';
import type { Period } from '../model/time/period.ts';
import { dimensionIds, unitKinds, type Reference, type Unit, type UnitKind } from '../model/reference.ts';
import { bandCountsOf, meansOf } from './average.ts';
import { bandOf } from './band.ts';
import { indicate, noFigure } from './indicate.ts';
import { rank } from './rank.ts';
import type { GroupedCounts } from './group-counts.ts';
import { scaleOf, type Scale } from './scale.ts';
import { dimensionWeights, scoreUnit } from './score-unit.ts';
import { rankSpreads } from './spread/rank-spread.ts';
import { spreadResults } from './spread/spread-results.ts';
import { tiers } from './spread/tiers.ts';
import type { UnitCounts } from './unit-counts.ts';

export interface MeasureRequest {
  readonly methods: Readonly<Record<UnitKind, Method>>;
  /** From `countUnits`, in the order of the reference list. */
  readonly counts: readonly UnitCounts[];
  /** Counts by group of the same units, from `countGroups`; without them nothing is said of a new draw. */
  readonly groups?: readonly GroupedCounts[];
  readonly reference: Reference;
  /** The units to list (model/register.ts, unitsInPlay). */
  readonly listed: readonly Unit[];
  readonly period: Period;
  /** Digest of the data the counts come from. */
  readonly data: string;
  /** The report's ranking is dense. */
  readonly ranking?: 'dense' | 'competition';
}

/**
 * Measures all units (评估): indicators, scores, ranks and bands of each kind, means by kind and region. A fictional unit
 * beside assessed ones has indicators and scores only. A kind of
 * unit whose method does not assess the period yet is left out. Throws a Mistake when the two methods weigh the dimensions
 * differently: a measurement prints one vector.
 */
export function measureUnits(asked: MeasureRequest): Measurement {
  const { methods, reference, period, data } = asked;
  const listed = asked.listed.filter(({ kind }) => assesses(methods[kind], period));
  const request = { ...asked, listed };
  const weights = dimensionWeights(methods.province);
  const cityWeights = dimensionWeights(methods.city);
  if (dimensionIds.some((id) => Math.abs(weights[id] - cityWeights[id]) > 1e-9)) {
    throw cannot(
      `评估方法 ${methods.province.id} 与 ${methods.city.id} 的一级指标权重不同`,
      `the methods ${methods.province.id} and ${methods.city.id} weigh the five dimensions differently`,
    );
  }
  const scale = scaleOf(reference);
  const byUnit = new Map(
    unitKinds.flatMap((kind) =>
      unitResults(indicateUnits(request, methods[kind], scale), methods[kind], scale).map((result) => [
        result.code,
        result,
      ]),
    ),
  );
  const units = reference.units.flatMap(({ code }) => byUnit.get(code) ?? []);
  const { ranked, unranked } = separateFictional(units);
  for (const unit of unranked) [unit.band, unit.bandChance] = [null, null];
  for (const kind of unitKinds) {
    const ofKind = ranked.filter((unit) => unit.kind === kind);
    const ranks = rank(
      ofKind.map(({ overall }) => overall?.score ?? null),
      request.ranking ?? 'dense',
    );
    ofKind.forEach((unit, i) => (unit.rank = ranks[i] ?? null));
    addRankSpreads(ofKind);
  }
  const of = (kind: UnitKind, region?: string): UnitResult[] =>
    ranked.filter((unit) => unit.kind === kind && (region === undefined || unit.region === region));
  return {
    method: { province: methods.province.id, city: methods.city.id },
    version: versionOf(methods),
    period: period.label,
    data,
    weights,
    units,
    means: { province: meansOf(of('province')), city: meansOf(of('city')) },
    bands: { province: bandCountsOf(of('province')), city: bandCountsOf(of('city')) },
    regions: rankedRegions(request).map(({ id }) => ({
      id,
      province: meansOf(of('province', id)),
      city: meansOf(of('city', id)),
    })),
  };
}

/**
 * Version of the computing itself: raised whenever the same counts and methods give another result than before. Results
 * that a database keeps of another version are not shown.
 */
export const measuringVersion = 5;

/** The version of both methods, or both versions where they differ. */
export const versionOf = ({ province, city }: Readonly<Record<UnitKind, Method>>): string =>
  province.version === city.version ? province.version : `${province.version}/${city.version}`;

/** Intervals of the ranks of units of a kind, and tiers; none where counts by group of one of them are not known. */
function addRankSpreads(units: readonly UnitResult[]): void {
  const scored = units.filter(({ overall }) => overall !== null);
  const drawn = scored.flatMap(({ overall, spread }) =>
    overall === null || !spread?.overall ? [] : [{ ...spread.overall, score: overall.score }],
  );
  if (drawn.length < scored.length) return;
  const [ranks, numbers] = [rankSpreads(drawn), tiers(drawn)];
  scored.forEach((unit, i) => {
    unit.rankLow = ranks[i]?.low ?? null;
    unit.rankHigh = ranks[i]?.high ?? null;
    unit.tier = numbers[i] ?? null;
  });
}

/** The regions of the units that are ranked, in the report's order. */
const rankedRegions = ({ reference, listed }: MeasureRequest): Reference['regions'] =>
  reference.regions.filter(({ id }) => separateFictional(listed).ranked.some(({ region }) => region === id));

/** A unit and its indicators, before its figures are combined. */
interface IndicatedUnit {
  readonly unit: Unit;
  readonly counts: UnitCounts;
  readonly groups: GroupedCounts | undefined;
  readonly indicators: readonly IndicatorValue[];
}

/** The indicators of the listed units of a kind. */
function indicateUnits(
  { counts, groups, listed, reference }: MeasureRequest,
  method: Method,
  scale: Scale,
): IndicatedUnit[] {
  const indicators = indicatorsOf(method);
  const units = counts.flatMap((counted): IndicatedUnit[] => {
    const unit = reference.units[counted.unit];
    if (unit === undefined || unit.kind !== method.kind || !listed.includes(unit)) return [];
    const values = indicators.map((indicator) => indicate(indicator, counted, scale));
    return [{ unit, counts: counted, groups: groups?.[counted.unit], indicators: values }];
  });
  return forAllOrNone(units, separateFictional(listed).ranked, indicators);
}

/** What is read from samples of equal size has a figure for every unit that has its denominator, or for none of them. */
function forAllOrNone(
  units: readonly IndicatedUnit[],
  ranked: readonly Unit[],
  indicators: readonly Indicator[],
): IndicatedUnit[] {
  const compared = units.filter(({ unit }) => ranked.includes(unit));
  const missing = indicators.map(
    ({ ratingsPerItem, minimum }, i) =>
      ratingsPerItem !== undefined &&
      compared.some(({ indicators: values }) => {
        const value = values[i];
        return value !== undefined && value.denominator >= minimum && value.value === null;
      }),
  );
  return units.map((one) => ({
    ...one,
    indicators: one.indicators.map((value, i) => (missing[i] === true ? { ...value, ...noFigure } : value)),
  }));
}

/** The results of units of a kind, with their spread: fictional units change nothing of the assessed ones. */
function unitResults(units: readonly IndicatedUnit[], method: Method, scale: Scale): UnitResult[] {
  const counted = units.map((unit) => ({ ...unit, code: unit.unit.code, result: unitResult(unit, method) }));
  const { ranked, unranked } = separateFictional(counted);
  return [ranked, unranked].flatMap((list) => spreadResults(list, method, scale));
}

function unitResult({ unit, indicators }: IndicatedUnit, method: Method): UnitResult {
  const { code, name, nameEn, kind, region } = unit;
  const scores = scoreUnit(method, indicators);
  const band = scores.overall === null ? null : bandOf(scores.overall.score, method.bands);
  const unsure = { rank: null, rankLow: null, rankHigh: null, tier: null, bandChance: null, spread: null };
  return { code, name, nameEn, kind, region, band, ...unsure, ...scores, indicators: [...indicators] };
}
