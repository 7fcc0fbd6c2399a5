import type { RunNonResponse } from '../../jobs/audit/non-response.ts';
import type { Level } from '../../model/reference.ts';
import { isFinished, type Run } from '../../model/run.ts';
import type { FeltCount } from '../../model/truth-totals.ts';
import { listRuns } from '../../store/read/runs.ts';
import { shareOf } from '../../wording/print-number.ts';
import { readChoice } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';

/** Mean score and good-rating rate by one way of weighting, or as they truly were. */
export interface WeightingRow {
  readonly way: 'plain' | 'postStratified' | 'raked' | 'feltRated' | 'feltAll';
  readonly averageScore: number | null;
  /** Mean score less what was felt in all services; null without the truth. */
  readonly gap: number | null;
  readonly goodRate: number | null;
  /** Null of what is true and not weighed. */
  readonly effective: number | null;
  readonly uncovered: number | null;
  /** What was checked of raking; null of all else. */
  readonly raking: { readonly converged: boolean; readonly rounds: number; readonly margin: number } | null;
}

/** Services in which a level was felt, and those of them that were rated. */
export interface FeltLevel {
  readonly level: number;
  readonly services: number;
  readonly ratings: number;
  readonly rate: number | null;
}

export interface WeighedRun {
  readonly run: Run;
  readonly found: RunNonResponse;
  readonly rows: readonly WeightingRow[];
  /** Empty without the truth. */
  readonly levels: readonly FeltLevel[];
}

/** The runs that can be weighed, and the one that the address asks for: for the page and for its files. */
export async function askedWeighting({
  results,
  site,
  query,
}: RequestContext): Promise<{ readonly runs: readonly Run[]; readonly weighed: WeighedRun | undefined }> {
  const runs = listRuns(site.store).filter(
    (run) => run.kind === 'simulate' && run.rowsKept === 1 && isFinished(run),
  );
  const ids = runs.map(({ id }) => String(id));
  const last = ids.at(-1);
  const chosen = last === undefined ? undefined : readChoice(query, 'run', ids, last);
  const run = runs.find(({ id }) => String(id) === chosen);
  const found = run === undefined ? null : await results.nonResponse(run.id);
  if (run === undefined || found === null) return { runs, weighed: undefined };
  const { levels } = site.reference;
  return {
    runs,
    weighed: { run, found, rows: weightingRows(found, levels), levels: feltLevels(found, levels) },
  };
}

function weightingRows(found: RunNonResponse, levels: readonly Level[]): WeightingRow[] {
  const { truth } = found;
  const all = truth && feltIn(truth.all, levels);
  const gapOf = (averageScore: number | null): number | null =>
    averageScore === null || all === null || all.averageScore === null
      ? null
      : averageScore - all.averageScore;
  const ways = (['plain', 'postStratified', 'raked'] as const).map((way): WeightingRow => {
    const { averageScore, goodRate, weighting } = found[way];
    const { effective, uncovered } = weighting;
    const { converged, rounds, margin } = found.raked.weighting;
    const raking = way === 'raked' ? { converged, rounds, margin } : null;
    return { way, averageScore, gap: gapOf(averageScore), goodRate, effective, uncovered, raking };
  });
  const felt = (way: 'feltRated' | 'feltAll', counts: readonly FeltCount[]): WeightingRow => {
    const { averageScore, goodRate } = feltIn(counts, levels);
    const gap = gapOf(averageScore);
    return { way, averageScore, gap, goodRate, effective: null, uncovered: null, raking: null };
  };
  return truth === null ? ways : [...ways, felt('feltRated', truth.rated), felt('feltAll', truth.all)];
}

function feltIn(
  counts: readonly FeltCount[],
  levels: readonly Level[],
): Pick<WeightingRow, 'averageScore' | 'goodRate'> {
  const n = counts.reduce((sum, one) => sum + one.n, 0);
  const over = (of: (level: Level) => number): number =>
    counts.reduce((sum, { level, n: felt }) => {
      const meaning = levels.find((one) => one.level === level);
      return sum + (meaning === undefined ? 0 : felt * of(meaning));
    }, 0);
  const points = over(({ score }) => score);
  const good = over(({ bad }) => (bad ? 0 : 1));
  return { averageScore: shareOf(points, n), goodRate: shareOf(good, n) };
}

/** The best level first. */
function feltLevels({ truth }: RunNonResponse, levels: readonly Level[]): FeltLevel[] {
  if (truth === null) return [];
  const nOf = (counts: readonly FeltCount[], level: number): number =>
    counts.find((one) => one.level === level)?.n ?? 0;
  return levels
    .map(({ level }) => level)
    .sort((a, b) => b - a)
    .map((level) => {
      const [services, ratings] = [nOf(truth.all, level), nOf(truth.rated, level)];
      return { level, services, ratings, rate: shareOf(ratings, services) };
    });
}
