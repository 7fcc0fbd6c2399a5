import { FALSE_LEADS } from '../../detect/false-lead-budget.ts';
import {
  MANIPULATED_MONTH,
  type Baseline,
  type Scorecard,
  type ScoredDetector,
} from '../../detect/score-detection.ts';
import { MISSED_FLAG_COST, VERIFIED_FLAG_COST } from '../../detect/score-detector.ts';
import type { DetectorRule, Suspicion } from '../../model/detection/suspicion.ts';
import type { DetectedDatabase } from './run-detectors.ts';

/** How much is flagged: leads, what they flag (records, each once, or whole office-months), and the whole office-months among them. */
export interface LeadCounts {
  readonly leads: number;
  readonly flagged: number;
  readonly officeMonths: number;
}

/** A detector in figures: everything that is said of it but the keys of what it flags. */
export interface DetectorFigures extends LeadCounts {
  readonly rule: DetectorRule;
  /** Of each unit that has a lead, by its index in the reference list; −1 where a refused record names no unit. */
  readonly units: readonly (LeadCounts & { readonly unit: number })[];
  /** Null where there is nothing to score it by. */
  readonly scores: Omit<ScoredDetector, 'rule' | 'suspicions'> | null;
}

/** What was found in a database, as small as a page needs it. */
export interface DetectionFigures extends Omit<DetectedDatabase, 'results'> {
  /** Ratings that some detector flags, each once. */
  readonly flagged: number;
  readonly detectors: readonly DetectorFigures[];
  /** Null where there is nothing to score by. */
  readonly baselines: readonly Baseline[] | null;
  /** What the figures assume. */
  readonly assumed: {
    /** Share of false leads that is accepted in each unit and detector. */
    readonly falseLeads: number;
    readonly verifiedCost: number;
    readonly missedCost: number;
    /** An office and month counts as manipulated from so many records on. */
    readonly manipulatedMonth: number;
  };
}

/** Counts what was detected. */
export function detectionFigures({
  results,
  scorecard,
  ...counts
}: DetectedDatabase & { readonly scorecard: Scorecard | null }): DetectionFigures {
  const ratings = results.flatMap(({ rule, suspicions }) => (rule.flags === 'rating' ? suspicions : []));
  return {
    ...counts,
    flagged: differentKeys(ratings),
    detectors: results.map(({ rule, suspicions }) => {
      const scored = scorecard?.detectors.find((one) => one.rule.id === rule.id);
      return {
        rule,
        ...countLeads(rule, suspicions),
        units: byUnit(suspicions).map(([unit, own]) => ({ unit, ...countLeads(rule, own) })),
        scores: scored === undefined ? null : scoresOf(scored),
      };
    }),
    baselines: scorecard?.baselines ?? null,
    assumed: {
      falseLeads: FALSE_LEADS,
      verifiedCost: VERIFIED_FLAG_COST,
      missedCost: MISSED_FLAG_COST,
      manipulatedMonth: MANIPULATED_MONTH,
    },
  };
}

const differentKeys = (suspicions: readonly Suspicion[]): number =>
  new Set(suspicions.flatMap(({ keys }) => keys)).size;

const countLeads = ({ flags }: DetectorRule, suspicions: readonly Suspicion[]): LeadCounts => ({
  leads: suspicions.length,
  flagged: flags === 'office-month' ? suspicions.length : differentKeys(suspicions),
  officeMonths: suspicions.filter(({ month }) => month !== null).length,
});

/** In the order of the reference list. */
function byUnit(suspicions: readonly Suspicion[]): [unit: number, own: Suspicion[]][] {
  const units = new Map<number, Suspicion[]>();
  for (const one of suspicions) {
    const own = units.get(one.unit);
    if (own === undefined) units.set(one.unit, [one]);
    else own.push(one);
  }
  return [...units].sort(([a], [b]) => a - b);
}

const scoresOf = ({
  byRecord,
  byMonth,
  ofAnyAnomaly,
  recordLevels,
  monthLevels,
}: ScoredDetector): DetectorFigures['scores'] => ({
  ...{ byRecord, byMonth, ofAnyAnomaly, recordLevels, monthLevels },
});

/** What `detect --json` prints and `/api/laboratory/detectors.json` answers. */
export function detectionDocument(database: string, figures: DetectionFigures): object {
  const { flagged, services, ratings, rectifications, refused, officeMonths, onlyFictional } = figures;
  return {
    database,
    flagged,
    ...{ services, ratings, rectifications, refused, officeMonths, onlyFictional },
    detectors: figures.detectors.map(({ rule, scores, ...found }) => {
      const score = scores?.byRecord ?? scores?.byMonth ?? null;
      return {
        ...{ id: rule.id, anomaly: rule.anomaly, flags: rule.flags },
        ...{ flagged: found.flagged, leads: found.leads, officeMonths: found.officeMonths },
        precision: score?.precision ?? null,
        recall: score?.recall ?? null,
        f1: score?.f1 ?? null,
        records: scores?.byRecord ?? null,
        months: scores?.byMonth ?? null,
        levels: scores === null ? null : { records: scores.recordLevels, months: scores.monthLevels },
      };
    }),
    baselines: figures.baselines,
  };
}
