import type { DefectId } from '../model/defect.ts';
import type { DetectorRule, FlaggedKind, Suspicion } from '../model/detection/suspicion.ts';
import type { DetectorResult } from './detectors.ts';
import { officeMonthNumber } from './office-months.ts';
import {
  scoreDetector,
  scoreRandomlyFlagged,
  scoreTopLevelFlagged,
  type DetectorCandidate,
  type DetectorScore,
} from './score-detector.ts';

/** The scorecard of all detectors against a truth that is handed over as data. */

/** A record that was truly manipulated or corrupted, as the truth has it. */
export interface InjectedRecord {
  readonly anomaly: DefectId;
  /** What could be flagged for it: the record itself, or its office and month where no record remains. */
  readonly kind: FlaggedKind;
  /** Key of the rating, or id of the refusal; what is missing has the key that it would have had. */
  readonly key: number;
  /** Concealment level (隐蔽程度), 1 to 3. */
  readonly level: number;
}

/** What is asked about a rating by its key: office and month of its service as one number, and the level it has, 0 where it is missing. */
export type PlacedLevel = (
  ratingKey: number,
) => { readonly place: number; readonly level: number } | undefined;

/** How many of each kind could have been flagged. */
export type Flaggable = Readonly<Record<FlaggedKind, number>> & {
  /** Ratings of level 5. */
  readonly topLevel: number;
};

/** What was found of the records of a concealment level. */
export interface LevelRecall {
  readonly level: number;
  readonly injected: number;
  readonly right: number;
}

/** A detector with its scores; null where it flags nothing of the kind. */
export interface ScoredDetector {
  readonly rule: DetectorRule;
  readonly suspicions: number;
  readonly byRecord: DetectorScore | null;
  readonly byMonth: DetectorScore | null;
  /** Share of the records flagged that are manipulated in whatever way: what one rule looks for another may find. */
  readonly ofAnyAnomaly: number | null;
  readonly recordLevels: readonly LevelRecall[];
  readonly monthLevels: readonly LevelRecall[];
}

/** The two plainest rules beside the detectors of an anomaly: flag every rating of level 5, or as many as the detector at random. */
export interface Baseline {
  readonly detector: string;
  readonly topLevel: DetectorScore;
  readonly random: DetectorScore;
}

export interface Scorecard {
  readonly detectors: readonly ScoredDetector[];
  readonly baselines: readonly Baseline[];
}

/**
 * An office and month counts as manipulated from so many records on; those with fewer are left out of the count of months, as
 * neither flagging nor passing over them would be wrong. An assumption of ours.
 */
export const MANIPULATED_MONTH = 5;

/** Anomalies that raise ratings to the top: those for which flagging every rating of level 5 is a baseline. */
const praising: readonly DefectId[] = ['A1', 'A2', 'A3', 'A4'];

export function scoreDetection(
  results: readonly DetectorResult[],
  injected: readonly InjectedRecord[],
  placedLevel: PlacedLevel,
  flaggable: Flaggable,
): Scorecard {
  const anyOf = (kind: FlaggedKind): ReadonlySet<number> =>
    new Set(injected.filter((one) => one.kind === kind).map(({ key }) => key));
  const all = { rating: anyOf('rating'), rectification: anyOf('rectification'), refusal: anyOf('refusal') };
  const detectors = results.map((result) =>
    scoreResult(
      result,
      result.rule.flags === 'office-month' ? null : all[result.rule.flags],
      injected.filter(({ anomaly }) => anomaly === result.rule.anomaly),
      placedLevel,
      flaggable,
    ),
  );
  const baselines = detectors.flatMap((scored): Baseline[] => {
    const { rule, byRecord } = scored;
    if (byRecord === null || !praising.includes(rule.anomaly) || byRecord.injected === 0) return [];
    const records = flaggable.rating;
    const right = injected.filter(
      ({ anomaly, kind, key }) =>
        anomaly === rule.anomaly && kind === 'rating' && placedLevel(key)?.level === 5,
    ).length;
    const { injected: all } = byRecord;
    return [
      {
        detector: rule.id,
        topLevel: scoreTopLevelFlagged({ flagged: flaggable.topLevel, right, injected: all, records }),
        random: scoreRandomlyFlagged({ flagged: byRecord.flagged, injected: all, records }),
      },
    ];
  });
  return { detectors, baselines };
}

function scoreResult(
  { rule, candidates, suspicions }: DetectorResult,
  ofAny: ReadonlySet<number> | null,
  injected: readonly InjectedRecord[],
  placedLevel: PlacedLevel,
  flaggable: Flaggable,
): ScoredDetector {
  const flagged = new Set(suspicions);
  const found = new Map(
    injected.filter(({ kind }) => kind === rule.flags).map(({ key, level }) => [key, level]),
  );
  const byRecord =
    rule.flags === 'office-month'
      ? null
      : scoreDetector({
          manipulated: new Set(found.keys()),
          candidates: candidates.flatMap((one) =>
            one.keys.map((key): DetectorCandidate => ({ key, p: one.p, isFlagged: flagged.has(one) })),
          ),
          records: flaggable[rule.flags],
        });
  const flaggedKeys = new Set(suspicions.flatMap(({ keys }) => keys));
  const { byMonth, months, flaggedMonths } = scoreMonths(
    rule,
    candidates,
    flagged,
    injected,
    placedLevel,
    flaggable,
  );
  return {
    rule,
    suspicions: suspicions.length,
    byRecord,
    byMonth,
    ofAnyAnomaly:
      ofAny === null || flaggedKeys.size === 0
        ? null
        : [...flaggedKeys].filter((key) => ofAny.has(key)).length / flaggedKeys.size,
    recordLevels: byRecord === null ? [] : recallByLevel(found, flaggedKeys),
    monthLevels: recallByLevel(months, flaggedMonths),
  };
}

/** The same by office and month: flagged where the month is, or a record of it. */
function scoreMonths(
  rule: DetectorRule,
  candidates: readonly Suspicion[],
  flagged: ReadonlySet<Suspicion>,
  injected: readonly InjectedRecord[],
  placedLevel: PlacedLevel,
  flaggable: Flaggable,
): {
  readonly byMonth: DetectorScore | null;
  readonly months: ReadonlyMap<number, number>;
  readonly flaggedMonths: ReadonlySet<number>;
} {
  if (rule.flags !== 'rating' && rule.flags !== 'office-month')
    return { byMonth: null, months: new Map(), flaggedMonths: new Set() };
  const counted = new Map<number, { n: number; level: number }>();
  for (const { key, level } of injected) {
    const place = placedLevel(key)?.place;
    if (place === undefined) continue;
    counted.set(place, { n: (counted.get(place)?.n ?? 0) + 1, level });
  }
  const months = new Map(
    [...counted].filter(([, { n }]) => n >= MANIPULATED_MONTH).map(([place, { level }]) => [place, level]),
  );
  const few = new Set([...counted.keys()].filter((place) => !months.has(place)));
  const placed = candidates.flatMap((one) =>
    placesOf(one, placedLevel)
      .filter((place) => !few.has(place))
      .map((key): DetectorCandidate => ({ key, p: one.p, isFlagged: flagged.has(one) })),
  );
  const manipulated = new Set(months.keys());
  return {
    byMonth: scoreDetector({
      manipulated,
      candidates: placed,
      records: flaggable['office-month'] - few.size,
    }),
    months,
    flaggedMonths: new Set(placed.flatMap(({ key, isFlagged }) => (isFlagged ? [key] : []))),
  };
}

/** Offices and months that a suspicion is about. */
function placesOf({ office, month, keys }: Suspicion, placedLevel: PlacedLevel): number[] {
  if (office !== null && month !== null) return [officeMonthNumber(office, month)];
  return [...new Set(keys.flatMap((key) => placedLevel(key)?.place ?? []))];
}

function recallByLevel(levels: ReadonlyMap<number, number>, flagged: ReadonlySet<number>): LevelRecall[] {
  return [1, 2, 3].flatMap((level) => {
    const own = [...levels].flatMap(([key, one]) => (one === level ? [key] : []));
    if (own.length === 0) return [];
    return [{ level, injected: own.length, right: own.filter((key) => flagged.has(key)).length }];
  });
}
