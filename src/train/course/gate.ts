import type { GateRule } from '../../model/training/course.ts';
import { wilsonInterval, type Interval } from '../../model/math/interval.ts';

/**
 * The sequential gate (通过判定): a trainee answers cases of a kind until it is clear whether the share that is right reaches the mark.
 * After each case from the fewest on it is passed where the lower bound of the Wilson interval reaches the mark, failed where the upper
 * bound lies below it, and failed at the most cases unless passed. Looking so often, an interval misses more often than its z says:
 * what the rule really does is its operating curve.
 */
export type GateDecision = 'open' | 'passed' | 'failed';

export interface GateState {
  readonly decision: GateDecision;
  /** Cases that counted: those after the decision do not. */
  readonly cases: number;
  readonly right: number;
  /** Of the share that is right; undefined before the first case. */
  readonly interval: Interval | undefined;
}

/** What is decided after so many cases, of which so many are right, if nothing was decided before. */
function decide({ fewest, most, mark, z }: GateRule, cases: number, right: number): GateDecision {
  if (cases < fewest) return 'open';
  const { low, high } = wilsonInterval(right, cases, z);
  if (low >= mark) return 'passed';
  return high < mark || cases >= most ? 'failed' : 'open';
}

/** How a trainee stands at the gate, whose cases were right or wrong in this order. */
export function gateState(rule: GateRule, answers: readonly boolean[]): GateState {
  let [cases, right] = [0, 0];
  let decision: GateDecision = 'open';
  for (const answer of answers) {
    if (decision !== 'open') break;
    cases++;
    if (answer) right++;
    decision = decide(rule, cases, right);
  }
  return {
    decision,
    cases,
    right,
    interval: cases === 0 ? undefined : wilsonInterval(right, cases, rule.z),
  };
}

/** After so many cases: from how many right ones it is passed, and up to how many it is failed; null where none does. */
export interface GateBound {
  readonly cases: number;
  readonly passedFrom: number | null;
  readonly failedUpTo: number | null;
}

/** The rule as a table that can be printed and followed with pencil and paper. */
export function gateBounds(rule: GateRule): GateBound[] {
  return Array.from({ length: rule.most - rule.fewest + 1 }, (_row, i) => {
    const cases = rule.fewest + i;
    const decisions = Array.from({ length: cases + 1 }, (_decision, right) => decide(rule, cases, right));
    const passedFrom = decisions.indexOf('passed');
    const failedUpTo = decisions.lastIndexOf('failed');
    return {
      cases,
      passedFrom: passedFrom === -1 ? null : passedFrom,
      failedUpTo: failedUpTo === -1 ? null : failedUpTo,
    };
  });
}

/** What the gate does to trainees who get each case right with the same chance. */
export interface OperatingPoint {
  readonly ability: number;
  /** Chance to pass. */
  readonly passed: number;
  /** Mean number of cases until it is decided. */
  readonly cases: number;
}

/**
 * What the gate does at one ability, exactly: the chance of each number of right ones among those still undecided, carried on from
 * case to case.
 */
export function operatingPoint(rule: GateRule, ability: number): OperatingPoint {
  let open = [1];
  let [passed, meanCases] = [0, 0];
  for (let cases = 1; open.length > 0; cases++) {
    const next = Array.from({ length: cases + 1 }, (_chance, right) => {
      const before = (open[right] ?? 0) * (1 - ability) + (open[right - 1] ?? 0) * ability;
      const decision = decide(rule, cases, right);
      if (decision === 'open') return before;
      if (decision === 'passed') passed += before;
      meanCases += before * cases;
      return 0;
    });
    open = next.some((chance) => chance > 0) ? next : [];
  }
  return { ability, passed, cases: meanCases };
}

/** Chance to pass within so many tries, each with fresh cases. */
export const passedWithin = (tries: number, { passed }: OperatingPoint): number => 1 - (1 - passed) ** tries;

/** The operating curve (通过率曲线) as it is printed: abilities of 50% to 98%. */
export const operatingCurve = (rule: GateRule): OperatingPoint[] =>
  Array.from({ length: 17 }, (_point, i) => operatingPoint(rule, (50 + 3 * i) / 100));
