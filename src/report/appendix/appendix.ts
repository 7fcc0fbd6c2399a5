import { formulaOf } from '../../measure/formulas/formulas.ts';
import type { Language } from '../../model/language.ts';
import { unitKinds, type UnitKind } from '../../model/reference.ts';
import { notYetAssessed } from '../../wording/not-yet-assessed.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { absent } from '../absent.ts';
import { noUnitsReason } from '../no-units.ts';
import { rankedUnits } from '../ranked-units.ts';
import type { ReportFacts } from '../report-facts.ts';
import type { ReportBlock, ReportCell, ReportChapter } from '../report.ts';
import { inYear, yearNotes, yearsOf } from '../results/unit-years.ts';
import { yearNamed } from '../sentences.ts';
import { furtherWhere } from '../unpublished.ts';
import { appendixTexts } from './appendix-texts.ts';

/** Both systems of indicators, and the overall indexes of all units by year: tables. */
export function appendixChapter(facts: ReportFacts, language: Language): ReportChapter {
  const say = translator(appendixTexts, language);
  return {
    id: 'appendix',
    title: say('chapter'),
    blocks: [],
    sections: [
      {
        id: 'appendix-systems',
        title: say('systems'),
        blocks: unitKinds.map((kind) => systemTable(facts, kind, language)),
      },
      {
        id: 'appendix-indices',
        title: say('indices'),
        blocks: unitKinds.map((kind) => indexTable(facts, kind, language)),
      },
    ],
  };
}

/** The indicators of a kind down to the third level, with what is assessed: tables. */
function systemTable({ knowledge, period }: ReportFacts, kind: UnitKind, language: Language): ReportBlock {
  const say = translator(appendixTexts, language);
  const number = kind === 'province' ? 'A-1' : 'A-2';
  const unassessed = notYetAssessed(knowledge.methods, period);
  return {
    kind: 'table',
    id: `table-${number}`,
    number,
    title: say(`${kind}System`),
    columns: [
      ...(['first', 'second', 'third', 'point'] as const).map((name) => ({
        name: say(name),
        numeric: false,
      })),
      { name: say('weight'), numeric: true },
    ],
    rows: knowledge.methods[kind].dimensions.flatMap((dimension) =>
      dimension.groups.flatMap((group) =>
        group.indicators.map((indicator): ReportCell[] => {
          const { numerator, denominator } = formulaOf(indicator.formula);
          return [
            nameIn(language, dimension),
            nameIn(language, group),
            nameIn(language, indicator),
            say('quotient', { numerator: numerator[language], denominator: denominator[language] }),
            { value: dimension.weight * group.weight * indicator.weight, print: 'share' },
          ];
        }),
      ),
    ),
    notes: [say('systemNote'), ...(unassessed?.kind === kind ? [unassessed.reason[language]] : [])],
    how: say('systemHow'),
  };
}

/** The overall indexes of all units of a kind by year: tables. */
function indexTable(facts: ReportFacts, kind: UnitKind, language: Language): ReportBlock {
  const say = translator(appendixTexts, language);
  const { measurement, period } = facts;
  const number = kind === 'province' ? 'A-3' : 'A-4';
  const reason = noUnitsReason(facts, kind, language);
  if (reason !== undefined)
    return absent(language, 'table', { number, title: say(`${kind}IndicesPlain`), reason });
  const years = yearsOf(facts.years, kind);
  const year = yearNamed(period.label, language);
  const { notes, isFurther } = furtherWhere(facts, years, language);
  return {
    kind: 'table',
    id: `table-${number}`,
    number,
    title: say(`${kind}Indices`),
    columns: [
      { name: say('unit'), numeric: false },
      ...years.map((one) => ({ name: one.period, numeric: true })),
      { name: say('rank', { year }), numeric: true },
    ],
    rows: [
      ...rankedUnits(measurement, kind).map((unit): ReportCell[] => [
        nameIn(language, unit),
        ...years.map((one): ReportCell => ({
          value: inYear(one, unit)?.overall?.score ?? null,
          print: 'score',
        })),
        { value: unit.rank, print: 'rank' },
      ]),
      [
        say('mean'),
        ...years.map((one): ReportCell => ({ value: one.means[kind].overall, print: 'score' })),
        { value: null, print: 'rank' },
      ],
    ],
    notes: [
      ...yearNotes(facts, kind, language),
      ...notes,
      ...(isFurther ? [say('levels', { figure: kind === 'province' ? '3-3' : '3-4' })] : []),
    ],
    how: say('indicesHow'),
    isFurther,
  };
}
