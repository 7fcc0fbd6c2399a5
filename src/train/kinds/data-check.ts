import type { ExerciseBlock, MadeExercise } from '../../model/training/exercise.ts';
import type { ExerciseKind, MakeRequest } from '../exercise-kind.ts';
import { anomalies, type AnomalyId } from './data-check/anomaly-names.ts';
import { unitName } from './data-check/audited-unit.ts';
import {
  checkRulesAndCosts,
  FALSE_ALARM_COST,
  MISSED_COST,
  OPENING_COST,
  WRONG_KIND_COST,
} from './data-check/check-costs.ts';
import { checkSolution } from './data-check/check-solution.ts';
import type { CheckTemplate } from './data-check/check-template.ts';
import { drawAudit, type DrawnAudit } from './data-check/draw-audit.ts';
import { recordTable, summaryTable } from './data-check/shown-columns.ts';
import { automaticRatings } from './data-check/templates/automatic-ratings.ts';
import { callBacks } from './data-check/templates/call-backs.ts';
import { codesAndFields } from './data-check/templates/codes-and-fields.ts';
import { keysAndCases } from './data-check/templates/keys-and-cases.ts';
import { lowRatings } from './data-check/templates/low-ratings.ts';
import { missingRatings } from './data-check/templates/missing-ratings.ts';
import { quickRatings } from './data-check/templates/quick-ratings.ts';
import { timesAndHours } from './data-check/templates/times-and-hours.ts';
import { whoseNumbers } from './data-check/templates/whose-numbers.ts';
import { daysOfMonth } from './data-check/unit-scene.ts';
import { restNote } from './day-count.ts';
import { exerciseOf, paragraph, pricedChoice, type FieldWithKey } from './figures/exercise-parts.ts';

const templates: readonly CheckTemplate[] = [
  quickRatings,
  automaticRatings,
  whoseNumbers,
  keysAndCases,
  timesAndHours,
  codesAndFields,
  lowRatings,
  missingRatings,
  callBacks,
];

/** 数据核查: which offices of a month are anomalies and of what kind, from a summary and records that cost to open. */
export const dataCheckKind: ExerciseKind = {
  id: 'data-check',
  name: { zh: '数据核查', en: 'Checking data' },
  about: {
    zh: '看一个月各单位的汇总，选着打开明细，在预算之内报出异常的单位和异常类型（A1—A17），疑似的要用记录核实。',
    en: 'From a month’s summary by office, open records where it is worth it, and name within a budget the offices that are anomalies and their kind (A1–A17); records decide, not looks.',
  },
  costs: checkRulesAndCosts,
  templates: templates.map(({ name }) => name),
  version: 1,
  keyVersion: 1,
  make,
};

function make(request: MakeRequest): MadeExercise {
  const template = templates[request.template];
  if (template === undefined)
    throw new Error(`no template ${String(request.template)} of the kind data-check`);
  const drawn = drawAudit(request, template);
  const { exercise, key } = exerciseOf(
    { zh: '哪些单位的数据异常，是哪一类', en: 'Which offices have anomalous data, and of what kind?' },
    shownParts(request, template, drawn),
    [whichOffices(drawn), whichKind(request, template, drawn)],
    checkSolution(drawn, template),
  );
  const drills = drawn.units.map((unit) => ({
    id: unit.letter.toLowerCase(),
    label: unitName(unit.letter),
    cost: OPENING_COST,
    shown: [recordTable(unit, template.columns)],
  }));
  return { exercise: { ...exercise, drills }, key };
}

function shownParts(
  { world, draws, calendar }: MakeRequest,
  template: CheckTemplate,
  drawn: DrawnAudit,
): ExerciseBlock[] {
  const { units, budget } = drawn;
  const place = draws.one('place', world.units).name;
  const n = String(units.length);
  const { first, last } = daysOfMonth(world.month, calendar);
  return [
    paragraph(
      `${place.zh}，${world.month}：核查 ${n} 个单位，${template.what.zh}。有的单位数据异常，都是同一类；最多报 ${String(budget)} 个单位（预算）。`,
      `${place.en}, ${world.month}: ${n} offices are checked, ${template.what.en}. Some have anomalous data, all of one kind; no more than ${String(budget)} may be named (the budget).`,
    ),
    summaryTable(drawn, template.summary),
    { kind: 'heading', text: { zh: '异常类型', en: 'Kinds of anomalies' } },
    { kind: 'list', items: template.listed.map(definition) },
    ...(template.summary.includes('hints') ? [hintsText] : []),
    ...(template.listed.some((id) => numbersMatter.includes(id)) ? [staffTable(drawn)] : []),
    ...(template.listed.includes('A17') ? [saturdaysText(drawn), restNote(calendar, first, last)] : []),
  ];
}

const definition = (id: AnomalyId) => {
  const { name, rule } = anomalies[id];
  return { zh: `${name.zh}：${rule.zh}。`, en: `${name.en}: ${rule.en}.` };
};

/** Kinds that the list of staff numbers decides. */
const numbersMatter: readonly AnomalyId[] = ['A4', 'A16-staff'];

const hintsText = paragraph(
  '录入提示：等级、标签、文字、渠道有空缺或少见的组合时，程序给出提示；提示不等于异常。',
  'Hints on entry: the program prints one where level, tags, words and channel lack something or go together rarely; a hint is no anomaly.',
);

const staffTable = ({ units }: DrawnAudit): ExerciseBlock => ({
  kind: 'table',
  caption: { zh: '工作人员号码', en: 'Numbers of the staff' },
  columns: [{ name: { zh: '单位', en: 'Office' } }, { name: { zh: '号码', en: 'Numbers' } }],
  rows: units.map(({ letter, staff }) => [unitName(letter), { zh: staff.join('、'), en: staff.join(', ') }]),
});

function saturdaysText({ units }: DrawnAudit): ExerciseBlock {
  const open = units.filter(({ opensSaturdays }) => opensSaturdays).map(({ letter }) => letter);
  return paragraph(
    `周六开放的单位：${open.length === 0 ? '没有' : open.join('、')}。`,
    `Offices that open on Saturdays: ${open.length === 0 ? 'none' : open.join(', ')}.`,
  );
}

const whichOffices = ({ units, budget, found }: DrawnAudit): FieldWithKey => ({
  field: {
    id: 'offices',
    label: {
      zh: `异常的单位（最多 ${String(budget)} 个）`,
      en: `Offices that are anomalies (${String(budget)} at most)`,
    },
    kind: 'several',
    budget,
    options: units.map(({ letter }) => ({ id: letter.toLowerCase(), text: unitName(letter) })),
  },
  key: {
    kind: 'several',
    right: found.map((letter) => letter.toLowerCase()),
    missed: MISSED_COST,
    wrong: FALSE_ALARM_COST,
  },
});

const whichKind = (
  { draws }: MakeRequest,
  { listed }: CheckTemplate,
  { anomaly }: DrawnAudit,
): FieldWithKey =>
  pricedChoice(
    draws,
    { id: 'kind', label: { zh: '异常类型', en: 'Kind of anomaly' } },
    listed.map((id) => ({ id, text: anomalies[id].name, cost: id === anomaly ? 0 : WRONG_KIND_COST })),
  );
