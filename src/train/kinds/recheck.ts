import { sameInBoth } from './figures/printed.ts';
import type { ExerciseBlock, Exercise, FieldKey, MadeExercise } from '../../model/training/exercise.ts';
import type { ExerciseKind, MakeRequest } from '../exercise-kind.ts';
import { daySecond, printMinute, restNote } from './day-count.ts';
import { drawOrder, type DrawnOrder } from './recheck/draw-order.ts';
import { callsTable, flowTable, laterTable, limitsTable, numbersTable } from './recheck/order-tables.ts';
import { problems } from './recheck/problems.ts';
import {
  decisionCosts,
  decisionNames,
  decisions,
  REASON_COST,
  reasonNames,
  recheckRulesAndCosts,
} from './recheck/recheck-costs.ts';
import { faultOfTheme, recheckThemes, themeNames, type RecheckPlan } from './recheck/recheck-plan.ts';
import { recheckSolution } from './recheck/recheck-solution.ts';
import { recheckReasons } from './recheck/work-order.ts';

/** 整改复核: whether a rectification that is reported as done is done, and what decides. Half of the orders of each template are sound. */
export const recheckKind: ExerciseKind = {
  id: 'recheck',
  name: { zh: '整改复核', en: 'Rechecking a rectification' },
  about: {
    zh: '看承办单位报“已整改”的整改单和记录，复核是不是真的整改了：通过还是退回，依据哪一条。',
    en: 'From an order reported as rectified and its records, decide whether it really is: pass or send back, and by which rule.',
  },
  costs: recheckRulesAndCosts,
  judgement: {
    field: 'decision',
    scale: (['return', 'pass'] as const).map((id) => ({ id, text: decisionNames[id] })),
  },
  templates: recheckThemes.map((theme) => themeNames[theme]),
  version: 1,
  keyVersion: 1,
  make,
};

function make(request: MakeRequest): MadeExercise {
  const { draws, calendar } = request;
  const theme = recheckThemes[request.template];
  if (theme === undefined) throw new Error(`no template ${String(request.template)} of the kind recheck`);
  const plan: RecheckPlan = { theme, fault: draws.share('fault') < 0.5 ? faultOfTheme[theme] : null };
  const drawn = drawOrder(request, plan);
  const reason = plan.fault ?? 'in-order';
  const fields: Record<string, FieldKey> = {
    decision: { kind: 'choice', costs: decisionCosts[plan.fault === null ? 'pass' : 'return'] },
    reason: {
      kind: 'choice',
      costs: Object.fromEntries(recheckReasons.map((id) => [id, id === reason ? 0 : REASON_COST])),
    },
  };
  return {
    exercise: exerciseOf(request, drawn),
    key: { fields, solution: recheckSolution(drawn, calendar) },
  };
}

function exerciseOf({ draws, calendar }: MakeRequest, drawn: DrawnOrder): Exercise {
  const { order, flow } = drawn;
  return {
    title: { zh: '这件差评整改到位了吗', en: 'Has this bad rating been rectified?' },
    shown: [
      ratingTable(drawn),
      limitsTable(order),
      restNote(calendar, daySecond(order.ratedAt), daySecond(order.closedAt)),
      flowTable(flow),
      callsTable(order),
      numbersTable(order),
      laterTable(order),
    ],
    fields: [
      {
        id: 'decision',
        label: { zh: '复核意见', en: 'Decision' },
        kind: 'choice',
        options: draws
          .shuffled('order of the decisions', decisions)
          .map((id) => ({ id, text: decisionNames[id] })),
      },
      {
        id: 'reason',
        label: { zh: '依据', en: 'Reason' },
        hint: {
          zh: '至多有一条不符合；通过的选“全部符合”。',
          en: 'At most one rule is broken; choose “All in order” for one that passes.',
        },
        kind: 'choice',
        options: draws
          .shuffled('order of the reasons', recheckReasons)
          .map((id) => ({ id, text: reasonNames[id] })),
      },
    ],
  };
}

function ratingTable({ file, order }: DrawnOrder): ExerciseBlock {
  const { tag, text } = problems[order.problem];

  return {
    kind: 'table',
    caption: { zh: '差评', en: 'The bad rating' },
    columns: [{ name: { zh: '项目', en: 'What' } }, { name: { zh: '内容', en: 'Content' } }],
    rows: [
      [{ zh: '被评单位', en: 'Rated office' }, file.office],
      [{ zh: '事项', en: 'Item' }, file.item],
      [{ zh: '评价时间', en: 'Rated at' }, sameInBoth(printMinute(order.ratedAt))],
      [{ zh: '等级', en: 'Level' }, sameInBoth(tag.code.slice(0, 1))],
      [{ zh: '标签', en: 'Tag' }, tag.name],
      [{ zh: '文字', en: 'Words' }, text],
    ],
  };
}
