import type { GateRule, TrainingCourse, WorkStage } from '../../model/training/course.ts';
import {
  gateBounds,
  operatingCurve,
  operatingPoint,
  type GateBound,
  type OperatingPoint,
} from '../../train/course/gate.ts';
import { chanceOfStop, knownCount } from '../../train/course/known-cases.ts';

/** What the rules of a course do, computed from the rules themselves. */
export interface CourseRules {
  readonly gate:
    | {
        readonly rule: GateRule;
        /** How often a kind may be tried. */
        readonly tries: number;
        readonly curve: readonly OperatingPoint[];
        readonly bounds: readonly GateBound[];
        /** What it does to somebody whose share of right answers is just the mark. */
        readonly atMark: OperatingPoint;
      }
    | undefined;
  readonly known:
    | {
        readonly rule: WorkStage['known'];
        /** Cases of the work, and known ones among them. */
        readonly all: number;
        readonly cases: number;
        readonly curve: readonly { readonly ability: number; readonly stopped: number }[];
      }
    | undefined;
}

export { passedWithin } from '../../train/course/gate.ts';

export function shownCourse({ stages }: TrainingCourse): CourseRules {
  let gate: CourseRules['gate'];
  let known: CourseRules['known'];
  for (const stage of stages) {
    if (stage.id === 'gate') {
      const { rule } = stage;
      gate = {
        ...{ rule, tries: stage.attempts, curve: operatingCurve(rule), bounds: gateBounds(rule) },
        atMark: operatingPoint(rule, rule.mark),
      };
    }
    if (stage.id === 'work') {
      const all = stage.exercises * stage.kinds.length;
      const cases = knownCount(stage);
      const curve = Array.from({ length: 8 }, (_point, i) => {
        const ability = (2 + i) / 10;
        return { ability, stopped: chanceOfStop(stage.known, cases, ability) };
      });
      known = { rule: stage.known, all, cases, curve };
    }
  }
  return { gate, known };
}
