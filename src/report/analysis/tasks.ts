import { attainedValues, gainsOf, type Gain } from '../../measure/losses/gains.ts';
import { lossesOf, type Loss } from '../../measure/losses/losses.ts';
import { LEAD_DEPARTMENT, type Responsible } from '../../measure/losses/responsible-departments.ts';
import type { Language } from '../../model/language.ts';
import type { UnitResult } from '../../model/measurement.ts';
import { dimensionIds, unitKinds, type UnitKind } from '../../model/reference.ts';
import { printValue } from '../../wording/indicator-value.ts';
import { printDifference, printFixed, printScore } from '../../wording/print-number.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import type { ReportFacts } from '../report-facts.ts';
import type { ReportCell, ReportChapter, ReportRows, ReportTable } from '../report.ts';
import { rankedUnits, scoredUnits } from '../ranked-units.ts';
import { furtherWhere } from '../unpublished.ts';
import { taskTexts } from './task-texts.ts';

/** Gains of a unit that are said in its sentence. */
const GAINS = 3;

type Section = ReportChapter['sections'][number];

/** What lost points are told from. */
export type TaskFacts = Pick<ReportFacts, 'measurement' | 'knowledge'> & {
  readonly analysis: Pick<ReportFacts['analysis'], 'responsible'>;
};

/** With those of all units in one table, which may have to stand one click further. */
type AllTaskFacts = TaskFacts & Pick<ReportFacts, 'unpublished'>;

/** How much of the lost points a report holds: what units would gain most by, or every lost point of every unit besides. */
export type TaskDetail = 'gains' | 'all';

/**
 * Lost points (失分清单) with the rule of who answers for them: how many the units lose on average, what would gain each of them most,
 * and, asked for all of them, a table of every lost point of every unit. `unitTasks` makes the list of one unit.
 */
export function tasksChapter(facts: AllTaskFacts, language: Language, detail: TaskDetail): ReportChapter {
  const say = translator(taskTexts, language);
  return {
    id: 'tasks',
    title: say('chapter'),
    blocks: [{ kind: 'note', text: say('rule') }, meanLosses(facts, language)],
    sections: unitKinds.flatMap((kind): Section[] => {
      const units = scoredUnits(facts.measurement, kind);
      if (units.length === 0) return [];
      const targets = attainedValues(facts.knowledge.methods[kind], units);
      const gains = units.map((unit) => gainsOf(facts.knowledge.methods[kind], unit, targets));
      const items = units.flatMap((unit, i) => {
        const list = gainList(facts, language, unit, gains[i] ?? []);
        return list === '' ? [] : [say('unitGains', { unit: nameIn(language, unit), list })];
      });
      return [
        {
          id: `tasks-${kind}`,
          title: say(kind),
          blocks: [
            ...(items.length === 0
              ? []
              : [{ kind: 'paragraph', text: say('gainsFollow') } as const, { kind: 'list', items } as const]),
            ...(detail === 'all' ? [kindTasks(facts, language, kind, gains)] : []),
          ],
        },
      ].filter(({ blocks }) => blocks.length > 0);
    }),
  };
}

function meanLosses(facts: TaskFacts, language: Language): ReportTable {
  const say = translator(taskTexts, language);
  const { measurement, knowledge } = facts;
  const means = unitKinds.flatMap((kind) => {
    const units = scoredUnits(measurement, kind);
    if (units.length === 0) return [];
    const losses = units.flatMap((unit) => lossesOf(knowledge.methods[kind], unit));
    const of = (wanted?: string): number =>
      losses.reduce((sum, { dimension, points }) => {
        return wanted === undefined || dimension.id === wanted ? sum + points : sum;
      }, 0) / units.length;
    return [{ kind, of }];
  });
  const row = (name: string, weight: number | null, id?: string): ReportCell[] => [
    name,
    { value: weight, print: 'share' },
    ...means.map(({ of }) => ({ value: of(id), print: 'score' }) as const),
  ];
  return {
    kind: 'table',
    id: 'mean-losses',
    number: '',
    title: say('byDimension'),
    columns: [
      { name: say('dimension'), numeric: false },
      { name: say('weight'), numeric: true },
      ...means.map(({ kind }) => ({ name: say(kind), numeric: true })),
    ],
    rows: [
      ...dimensionIds.map((id) => {
        const dimension = knowledge.methods.province.dimensions.find((one) => one.id === id);
        return row(dimension === undefined ? id : nameIn(language, dimension), measurement.weights[id], id);
      }),
      row(
        say('sum'),
        dimensionIds.reduce((sum, id) => sum + measurement.weights[id], 0),
      ),
    ],
    notes: [],
    how: say('byDimensionHow'),
  };
}

/** What one unit loses, who answers for it, and what would gain most; undefined for a unit without an overall score. */
export function unitTasks(facts: TaskFacts, language: Language, code: string): Section | undefined {
  const kind = facts.measurement.units.find((unit) => unit.code === code)?.kind;
  if (kind === undefined) return undefined;
  const units = rankedUnits(facts.measurement, kind);
  const unit = units.find((one) => one.code === code);
  const targets = attainedValues(facts.knowledge.methods[kind], units);
  return unit && unitSection(facts, language, unit, targets);
}

function unitSection(
  facts: TaskFacts,
  language: Language,
  unit: UnitResult,
  targets: ReadonlyMap<string, number>,
): Section | undefined {
  if (unit.overall === null) return undefined;
  const say = translator(taskTexts, language);
  const name = nameIn(language, unit);
  const gains = gainsOf(facts.knowledge.methods[unit.kind], unit, targets);
  const list = gainList(facts, language, unit, gains);
  const { score } = unit.overall;
  const values = { unit: name, score: printScore(score, ''), lost: printFixed(100 - score, 2), list };
  return {
    id: `tasks-${unit.code}`,
    title: name,
    blocks: [
      { kind: 'paragraph', text: say(list === '' ? 'nothingMore' : 'most', values) },
      {
        kind: 'table',
        id: `tasks-${unit.code}`,
        number: '',
        title: say('unitTitle', { unit: name }),
        ...taskRows(facts, language, unit, gains),
        notes: [],
        how: say('tableHow'),
      },
    ],
  };
}

/** What would gain a unit most, in a line; empty where nothing would. */
function gainList(facts: TaskFacts, language: Language, unit: UnitResult, gains: readonly Gain[]): string {
  const say = translator(taskTexts, language);
  return gains
    .filter(({ points }) => Number(printFixed(points, 2)) > 0)
    .slice(0, GAINS)
    .map(({ indicator, value, target, points }) =>
      say('oneGain', {
        name: nameIn(language, indicator),
        is: printValue(indicator.goalposts, value.value, ''),
        target: printValue(indicator.goalposts, target, ''),
        points: printDifference(points, ''),
        department: departmentName(facts, language, responsibleFor(facts, unit, indicator.id).department),
      }),
    )
    .join(language === 'zh' ? '；' : '; ');
}

/** The lost points of every unit of a kind in one table, units in administrative order, each with its sum. */
function kindTasks(
  facts: AllTaskFacts,
  language: Language,
  kind: UnitKind,
  gains: readonly (readonly Gain[])[],
): ReportTable {
  const say = translator(taskTexts, language);
  return {
    kind: 'table',
    id: `tasks-${kind}`,
    number: '',
    title: say('allTitle', { kind: say(kind) }),
    columns: [{ name: say('unit'), numeric: false }, ...taskColumns(language)],
    rows: scoredUnits(facts.measurement, kind).flatMap((unit, i) =>
      taskRows(facts, language, unit, gains[i] ?? []).rows.map((row): ReportCell[] => [
        nameIn(language, unit),
        ...row,
      ]),
    ),
    how: say('tableHow'),
    ...furtherWhere(facts, [facts.measurement], language),
  };
}

function taskColumns(language: Language): ReportRows['columns'] {
  const say = translator(taskTexts, language);
  const text = (name: keyof typeof taskTexts) => ({ name: say(name), numeric: false });
  const number = (name: keyof typeof taskTexts) => ({ name: say(name), numeric: true });
  return [
    text('indicator'),
    text('group'),
    text('dimension'),
    number('weight'),
    number('score'),
    number('points'),
    text('department'),
    number('part'),
    number('gain'),
  ];
}

/** What takes points from a unit, the most first, and the sum. */
function taskRows(
  facts: TaskFacts,
  language: Language,
  unit: UnitResult,
  gains: readonly Gain[],
): ReportRows {
  const say = translator(taskTexts, language);
  const losses = lossesOf(facts.knowledge.methods[unit.kind], unit);
  const gained = new Map(gains.map(({ indicator, points }) => [indicator.id, points]));
  const total = (of: (loss: Loss) => number): number => losses.reduce((sum, loss) => sum + of(loss), 0);
  const row = ({ dimension, group, indicator, share, score, points }: Loss): ReportCell[] => {
    const { department, part } = responsibleFor(facts, unit, indicator.id);
    return [
      nameIn(language, indicator),
      nameIn(language, group),
      nameIn(language, dimension),
      { value: share, print: 'share' },
      { value: score, print: 'score' },
      { value: points, print: 'score' },
      departmentName(facts, language, department),
      { value: part, print: 'share' },
      { value: gained.get(indicator.id) ?? null, print: 'difference' },
    ];
  };
  return {
    columns: taskColumns(language),
    rows: [
      ...losses
        .filter(({ points }) => points > 0)
        .sort((a, b) => b.points - a.points)
        .map(row),
      [
        say('sum'),
        '',
        '',
        { value: total(({ share }) => share), print: 'share' },
        { value: unit.overall?.score ?? null, print: 'score' },
        { value: total(({ points }) => points), print: 'score' },
        '',
        { value: null, print: 'share' },
        { value: null, print: 'difference' },
      ],
    ],
  };
}

const responsibleFor = (facts: TaskFacts, { code }: UnitResult, indicator: string): Responsible =>
  facts.analysis.responsible[code]?.[indicator] ?? { department: LEAD_DEPARTMENT, part: null };

function departmentName({ knowledge }: TaskFacts, language: Language, key: string): string {
  const department = knowledge.reference.departments.find((one) => one.key === key);
  return department === undefined ? key : nameIn(language, department);
}
