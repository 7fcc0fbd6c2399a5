/**
 * CellWeighting for non-response (无应答加权): answers are given weights so that they stand for everybody who was asked, as far as the
 * register of cases tells who that was. Sources: G. Kalton and I. Flores-Cervantes, “CellWeighting methods”, Journal of Official
 * Statistics 19 (2003), 81–97; L. Kish, Survey Sampling (1965), 11.7; W. E. Deming and F. F. Stephan, Annals of Mathematical
 * Statistics 11 (1940), 427–444.
 */

/** All who share one category of each variable. */
export interface WeightingCell {
  /** Its category of each variable, as a number. */
  readonly categories: readonly number[];
  /** Sum of the design weights of those who answered, and of their squares. */
  readonly answered: number;
  readonly squares: number;
  /** How many there are in the register. */
  readonly population: number;
}

export interface CellWeighting {
  /** By cell: what the design weights of those who answered are multiplied by; 0 where nobody did. */
  readonly factors: readonly number[];
  /** Effective sample size (有效样本量) after Kish: how many equally weighted answers tell as much. */
  readonly effective: number;
  /** Share of the register in categories or cells where nobody answered: nothing stands for them. */
  readonly uncovered: number;
}

function weightingOf(
  cells: readonly WeightingCell[],
  factors: readonly number[],
  uncovered: number,
): CellWeighting {
  const sum = cells.reduce((total, { answered }, i) => total + answered * (factors[i] ?? 0), 0);
  const squares = cells.reduce((total, cell, i) => total + cell.squares * (factors[i] ?? 0) ** 2, 0);
  return { factors, effective: squares === 0 ? 0 : sum ** 2 / squares, uncovered };
}

/** Every answer weighs what its design says. */
export const unweighted = (cells: readonly WeightingCell[]): CellWeighting =>
  weightingOf(
    cells,
    cells.map(({ answered }) => (answered > 0 ? 1 : 0)),
    0,
  );

/** Post-stratification (事后分层): the answers of each cell stand for all of it. */
export function postStratify(cells: readonly WeightingCell[]): CellWeighting {
  const total = cells.reduce((sum, { population }) => sum + population, 0);
  const missing = cells.reduce((sum, { answered, population }) => sum + (answered > 0 ? 0 : population), 0);
  return weightingOf(
    cells,
    cells.map(({ answered, population }) => (answered > 0 ? population / answered : 0)),
    total === 0 ? 0 : missing / total,
  );
}

export interface Raked extends CellWeighting {
  readonly rounds: number;
  /** Largest difference of a weighted margin from the register, as a share of it; checked after the last round. */
  readonly margin: number;
  /** The factors no longer move, and every margin is met. */
  readonly converged: boolean;
}

const MOST_ROUNDS = 500;
const TOLERANCE = 1e-10;

/**
 * Raking (边际校准): factors for each variable in turn until all margins are those of the register; cells need no answer each. What
 * lies in a category without an answer is left out and counted as not covered. Margins are checked by themselves: factors that
 * stand still over an unmet margin have not converged.
 */
export function rake(cells: readonly WeightingCell[], variables: number): Raked {
  const factors: number[] = cells.map(({ answered }) => (answered > 0 ? 1 : 0));
  const all = Array.from({ length: variables }, (_, variable) => variable);
  const answeredMargins = all.map((variable) => marginOf(cells, variable, ({ answered }) => answered));
  const isCovered = ({ categories }: WeightingCell): boolean =>
    answeredMargins.every((margin, variable) => margin.has(categories[variable] ?? 0));
  const targets = all.map((variable) =>
    marginOf(cells, variable, (cell) => (isCovered(cell) ? cell.population : 0)),
  );
  const weighted = (variable: number): Map<number, number> =>
    marginOf(cells, variable, ({ answered }, i) => answered * (factors[i] ?? 0));
  let rounds = 0;
  let moved = Infinity;
  while (rounds < MOST_ROUNDS && moved > TOLERANCE) {
    moved = 0;
    targets.forEach((target, variable) => {
      const reached = weighted(variable);
      cells.forEach(({ categories }, i) => {
        const category = categories[variable] ?? 0;
        const now = reached.get(category) ?? 0;
        if (now === 0) return;
        const step = (target.get(category) ?? 0) / now;
        factors[i] = (factors[i] ?? 0) * step;
        moved = Math.max(moved, Math.abs(step - 1));
      });
    });
    rounds++;
  }
  const margin = Math.max(
    0,
    ...targets.flatMap((target, variable) => {
      const reached = weighted(variable);
      return [...target].map(([category, n]) => Math.abs((reached.get(category) ?? 0) / n - 1));
    }),
  );
  const converged = moved <= TOLERANCE && margin <= TOLERANCE * 10;
  const total = cells.reduce((sum, { population }) => sum + population, 0);
  const left = cells.reduce((sum, cell) => sum + (isCovered(cell) ? 0 : cell.population), 0);
  return { ...weightingOf(cells, factors, total === 0 ? 0 : left / total), rounds, margin, converged };
}

/** Sums by category of a variable, categories of which there is nobody left out. */
function marginOf(
  cells: readonly WeightingCell[],
  variable: number,
  of: (cell: WeightingCell, index: number) => number,
): Map<number, number> {
  const sums = new Map<number, number>();
  cells.forEach((cell, i) => {
    const [category, n] = [cell.categories[variable] ?? 0, of(cell, i)];
    if (n > 0) sums.set(category, (sums.get(category) ?? 0) + n);
  });
  return sums;
}

/** Mean of what was answered under a weighting; `sums` are, by cell, design weight times answer added up. Null where nobody answered. */
export function weightedMean(
  cells: readonly WeightingCell[],
  sums: readonly number[],
  { factors }: CellWeighting,
): number | null {
  const weight = cells.reduce((total, { answered }, i) => total + answered * (factors[i] ?? 0), 0);
  if (weight === 0) return null;
  return sums.reduce((total, sum, i) => total + sum * (factors[i] ?? 0), 0) / weight;
}
