import { boxFlow } from '../../charts/box-flow.ts';
import type { Language } from '../../model/language.ts';
import { refusalText } from '../../model/refusal.ts';
import type { Run } from '../../model/run.ts';
import { unitKinds } from '../../model/reference.ts';
import { DAY_SECONDS, firstDayOfMonth, printDay } from '../../model/time/time.ts';
import { printCount, shareOf } from '../../wording/print-number.ts';
import { translator } from '../../wording/translator.ts';
import { rankedUnits, scoredUnits } from '../ranked-units.ts';
import { reportCaption } from '../report-caption.ts';
import type { ReportFacts } from '../report-facts.ts';
import type { ReportBlock, ReportChapter, ReportFigure, ReportTable } from '../report.ts';
import { countOfUnits, listOf, unitsOfKind } from '../sentences.ts';
import { frameFigure, systemFigure } from './method-figures.ts';
import { assessedKinds, pointsTable, sourcesTable } from './method-tables.ts';
import { processTexts } from './process-texts.ts';

/** How the assessment went (评估过程): the method in outline, what is collected, steps with their dates. */
export function processChapter(facts: ReportFacts, language: Language): ReportChapter {
  const say = translator(processTexts, language);
  const { methods } = facts.knowledge;
  const kind = unitKinds.find((one) => rankedUnits(facts.measurement, one).length > 0) ?? 'province';
  const others = assessedKinds(facts).filter((one) => one !== kind && kind === 'province');
  const whose = (table: string): string =>
    [
      say('weightsOf', { kind: unitsOfKind(kind, language) }),
      ...others.map((one) => say('weightsElsewhere', { kind: unitsOfKind(one, language), table })),
    ].join(language === 'zh' ? '' : ' ');
  return {
    id: 'process',
    title: say('chapter'),
    blocks: [],
    sections: [
      {
        id: 'process-method',
        title: say('overview'),
        blocks: [
          frameFigure(methods[kind], language, whose('1-3')),
          pointsTable(facts, language),
          systemFigure(methods[kind], language, whose('A-2')),
        ],
      },
      {
        id: 'process-collections',
        title: say('collections'),
        blocks: unitKinds.map((one) => sourcesTable(facts, one, language)),
      },
      {
        id: 'process-steps',
        title: say('steps'),
        blocks: [processFigure(facts, language), ...runBlocks(facts, language)],
      },
    ],
  };
}

const startDay = ({ startedAt }: Run): string => printDay(Math.floor(startedAt / DAY_SECONDS));

/** The five steps of this assessment: figure 1-3. */
function processFigure(facts: ReportFacts, language: Language): ReportFigure {
  const say = translator(processTexts, language);
  const { runs, origin, measurement, knowledge, period, programVersion } = facts;
  const months = facts.months.filter((month) => month >= period.first && month <= period.last);
  const [first, last] = [months[0], months.at(-1)];
  const scored = unitKinds.flatMap((kind) => {
    const n = scoredUnits(measurement, kind).length;
    return n === 0 ? [] : [countOfUnits(n, kind, language)];
  });
  const measured = { day: printDay(origin.register.day), digest: measurement.data };
  const steps = [
    [
      'design',
      say('designText', {
        scenarios: listOf(
          [...new Set(runs.flatMap(({ kind, scenario }) => (kind === 'simulate' ? [scenario] : [])))],
          language,
        ),
        edition: knowledge.methods.edition,
        items: printCount(origin.register.items),
        published: printCount(origin.register.published),
      }),
    ],
    [
      'collection',
      first === undefined || last === undefined
        ? say('collectionNone')
        : say('collectionText', {
            first: printDay(firstDayOfMonth(first)),
            last: printDay(firstDayOfMonth(last + 1) - 1),
            months: months.length,
            dates: listOf([...new Set(runs.map(startDay))], language),
          }),
    ],
    [
      'checks',
      say('checksText', {
        services: printCount(origin.services),
        ratings: printCount(origin.ratings),
        rectifications: printCount(origin.rectifications),
        refused: printCount(origin.refusals.reduce((sum, { n }) => sum + n, 0)),
      }),
    ],
    [
      'measuring',
      scored.length === 0
        ? say('measuringNone', measured)
        : say('measuringText', { ...measured, units: listOf(scored, language) }),
    ],
    ['report', say('reportText', { version: programVersion })],
  ] as const;
  const [id, title] = ['figure-1-3', say('process')];
  const boxes = steps.map(([step, text]) => ({ heading: say(step), lines: [text] }));
  return {
    kind: 'figure',
    id,
    number: '1-3',
    title,
    svg: boxFlow(reportCaption(language, { id, title, desc: say('processDesc') }), boxes, true),
    table: {
      columns: [
        { name: say('step'), numeric: false },
        { name: say('what'), numeric: false },
      ],
      rows: steps.map(([step, text]) => [say(step), text]),
    },
    notes: [say('ourContent')],
    how: say('processHow'),
  };
}

function runBlocks({ runs, origin }: ReportFacts, language: Language): ReportBlock[] {
  const say = translator(processTexts, language);
  if (runs.length === 0) return [];
  const refused = origin.refusals.reduce((sum, { n }) => sum + n, 0);
  const counted = ['services', 'ratings', 'rectifications', 'duplicates', 'refused'] as const;
  const table: ReportTable = {
    kind: 'table',
    id: 'table-runs',
    number: '',
    title: say('runs'),
    columns: [
      ...['run', 'kind', 'days', 'made', 'seed'].map((name) => ({ name: say(name), numeric: false })),
      ...counted.map((name) => ({ name: say(name), numeric: true })),
    ],
    rows: runs.map((run) => [
      say('runName', { id: run.id, scenario: run.scenario }),
      say(run.kind),
      run.firstDay === null || run.lastDay === null
        ? '—'
        : say('span', { first: printDay(run.firstDay), last: printDay(run.lastDay) }),
      startDay(run),
      run.seed === null ? '—' : String(run.seed),
      ...counted.map((name) => ({ value: run[name], print: 'count' as const })),
    ]),
    notes: [],
    how: say('runsHow'),
  };
  if (refused === 0) return [table, { kind: 'paragraph', text: say('noRefusals') }];
  return [
    table,
    {
      kind: 'table',
      id: 'table-refusals',
      number: '',
      title: say('refusals'),
      columns: [
        { name: say('reason'), numeric: false },
        { name: say('records'), numeric: true },
        { name: say('share'), numeric: true },
      ],
      rows: origin.refusals.map(({ reason, n }) => [
        refusalText[reason].name[language],
        { value: n, print: 'count' },
        { value: shareOf(n, refused), print: 'share' },
      ]),
      notes: [],
      how: say('refusalsHow'),
    },
  ];
}
