import { barList } from '../../charts/bar-list.ts';
import { groupBars } from '../../charts/group-bars.ts';
import type { Language } from '../../model/language.ts';
import type { Measurement } from '../../model/measurement.ts';
import type { Dimension } from '../../model/method.ts';
import { unitKinds, type UnitKind } from '../../model/reference.ts';
import { printScore } from '../../wording/print-number.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { absent } from '../absent.ts';
import { noUnitsReason } from '../no-units.ts';
import { rankedUnits } from '../ranked-units.ts';
import { reportCaption } from '../report-caption.ts';
import type { ReportFacts } from '../report-facts.ts';
import type { ReportBlock, ReportCell, ReportChapter } from '../report.ts';
import { scoreAxis } from '../score-axis.ts';
import { withinSentence, yearNamed } from '../sentences.ts';
import { dimensionTexts } from './dimension-texts.ts';
import { yearsOf } from './unit-years.ts';

/** Share of the width that the label of a year takes. */
const YEAR_NAMES = 0.14;
/** Number of the first figure of second-level indicators. */
const FIRST_OF_GROUPS = 3;

/** Means of the first- and second-level indicators: figures 4-1 to 4-12. */
export function dimensionsChapter(facts: ReportFacts, language: Language): ReportChapter {
  const say = translator(dimensionTexts, language);
  const { dimensions } = facts.knowledge.methods.province;
  return {
    id: 'dimensions',
    title: say('chapter'),
    blocks: [],
    sections: [
      {
        id: 'dimensions-all',
        title: say('all'),
        blocks: unitKinds.map((kind) => dimensionMeans(facts, kind, language)),
      },
      ...dimensions.map((dimension, i) => ({
        id: `dimension-${dimension.id}`,
        title: nameIn(language, dimension),
        blocks: unitKinds.map((kind, k) => {
          const own = facts.knowledge.methods[kind].dimensions[i] ?? dimension;
          return groupMeans(facts, kind, own, `4-${String(FIRST_OF_GROUPS + 2 * i + k)}`, language);
        }),
      })),
    ],
  };
}

/** The means of the first-level indicators of a kind by year: figures 4-1 and 4-2. */
function dimensionMeans(facts: ReportFacts, kind: UnitKind, language: Language): ReportBlock {
  const say = translator(dimensionTexts, language);
  const number = kind === 'province' ? '4-1' : '4-2';
  const [id, title] = [`figure-${number}`, say(`${kind}Means`)];
  const reason = noUnitsReason(facts, kind, language);
  if (reason !== undefined)
    return absent(language, 'figure', { number, title: say(`${kind}MeansPlain`), reason });
  const years = yearsOf(facts.years, kind);
  const year = yearNamed(facts.period.label, language);
  const { dimensions } = facts.knowledge.methods[kind];
  const rows = [
    ...dimensions.map((one) => ({
      name: nameIn(language, one),
      values: years.map(({ means }) => means[kind][one.id]),
    })),
    { name: say('overall'), values: years.map(({ means }) => means[kind].overall) },
  ];
  const axis = scoreAxis(rows.flatMap(({ values }) => values));
  const svg = groupBars(
    reportCaption(language, {
      id,
      title,
      desc: years.length > 1 ? say('meansDesc', { year }) : say('meansDescOne'),
    }),
    axis,
    rows.map(({ name, values }) => ({
      name,
      bars: values.map((value, i) => ({
        name: years[i]?.period ?? '',
        value,
        printed: printScore(value, say('noData')),
        isFaint: i < values.length - 1,
      })),
    })),
    YEAR_NAMES,
  );
  return {
    kind: 'figure',
    id,
    number,
    title,
    svg,
    table: {
      columns: [
        { name: say('indicator'), numeric: false },
        ...years.map(({ period }) => ({ name: period, numeric: true })),
      ],
      rows: rows.map(({ name, values }) => [
        name,
        ...values.map((value): ReportCell => ({ value, print: 'score' })),
      ]),
    },
    notes: [
      ...(axis.from > 0 ? [say('axis', { from: axis.from })] : []),
      ...(years.length === 1 ? [say('oneYear', { year })] : []),
    ],
    how: say('meansHow'),
  };
}

/** The mean of a second-level indicator over the units of a kind that have it. */
function groupMean(
  measurement: Measurement | undefined,
  kind: UnitKind,
  group: string,
): { readonly mean: number | null; readonly units: number } {
  const scores =
    measurement === undefined
      ? []
      : rankedUnits(measurement, kind).flatMap(({ groups }) => groups[group]?.score ?? []);
  const sum = scores.reduce((total, score) => total + score, 0);
  return { mean: scores.length === 0 ? null : sum / scores.length, units: scores.length };
}

/** The means of the second-level indicators of a first-level one: figures 4-3 to 4-12. */
function groupMeans(
  facts: ReportFacts,
  kind: UnitKind,
  dimension: Dimension,
  number: string,
  language: Language,
): ReportBlock {
  const say = translator(dimensionTexts, language);
  const name = language === 'zh' ? dimension.name : withinSentence(nameIn(language, dimension));
  const [id, title] = [`figure-${number}`, say(`${kind}Groups`, { name })];
  const reason = noUnitsReason(facts, kind, language);
  if (reason !== undefined)
    return absent(language, 'figure', { number, title: say(`${kind}GroupsPlain`, { name }), reason });
  const year = yearNamed(facts.period.label, language);
  const before = yearsOf(facts.years.slice(0, -1), kind).at(-1);
  const rows = dimension.groups.map((group) => {
    const [now, then] = [groupMean(facts.measurement, kind, group.id), groupMean(before, kind, group.id)];
    return { name: nameIn(language, group), ...now, then: then.mean };
  });
  const axis = scoreAxis(rows.flatMap(({ mean, then }) => [mean, then]));
  const svg = barList(
    reportCaption(language, {
      id,
      title,
      desc:
        before === undefined
          ? say('groupsDescOne', { year })
          : say('groupsDesc', { year, before: before.period }),
    }),
    axis,
    rows.map((row) => ({
      name: row.name,
      value: row.mean,
      printed: printScore(row.mean, say('noData')),
      mark: row.then,
    })),
  );
  return {
    kind: 'figure',
    id,
    number,
    title,
    svg,
    table: {
      columns: [
        { name: say('indicator'), numeric: false },
        { name: say('units'), numeric: true },
        { name: facts.period.label, numeric: true },
        ...(before === undefined
          ? []
          : [
              { name: before.period, numeric: true },
              { name: say('change', { before: before.period }), numeric: true },
            ]),
      ],
      rows: rows.map(({ name: group, units, mean, then }) => [
        group,
        { value: units, print: 'count' },
        { value: mean, print: 'score' },
        ...(before === undefined
          ? []
          : [
              { value: then, print: 'score' } as const,
              { value: mean === null || then === null ? null : mean - then, print: 'difference' } as const,
            ]),
      ]),
    },
    notes: [
      ...(axis.from > 0 ? [say('axis', { from: axis.from })] : []),
      ...(before === undefined ? [] : [say('mark', { before: before.period })]),
    ],
    how: say('groupsHow'),
  };
}
