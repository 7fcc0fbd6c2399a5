import type { Language } from '../../model/language.ts';
import { translator } from '../../wording/translator.ts';
import type { ReportFacts } from '../report-facts.ts';
import type { ReportChapter, ReportTable } from '../report.ts';
import { assumptionRows } from './assumption-rows.ts';
import { basisChapterTexts } from './basis-chapter-texts.ts';
import { leftOutRows } from './left-out.ts';
import { originFacts } from './origin-facts.ts';

/** What the report rests on (方法与假设): its origin, all assumptions in one list, what is left out and why. */
export function basisChapter(facts: ReportFacts, language: Language): ReportChapter {
  const say = translator(basisChapterTexts, language);
  const table = (
    id: string,
    columns: readonly (keyof typeof basisChapterTexts)[],
    rows: readonly (readonly string[])[],
  ): Pick<ReportTable, 'kind' | 'id' | 'number' | 'columns' | 'rows' | 'notes'> => ({
    kind: 'table',
    id,
    number: '',
    columns: columns.map((name) => ({ name: say(name), numeric: false })),
    rows,
    notes: [],
  });
  const origin = originFacts(facts, language).map(({ name, value }) => [name, value]);
  return {
    id: 'basis',
    title: say('chapter'),
    blocks: [],
    sections: [
      {
        id: 'basis-origin',
        title: say('origin'),
        blocks: [
          {
            ...table('table-origin', ['item', 'content'], origin),
            title: say('originTable'),
            how: say('originHow'),
          },
        ],
      },
      {
        id: 'basis-assumptions',
        title: say('assumptions'),
        blocks: [
          {
            ...table('table-assumptions', ['item', 'where', 'reason'], assumptionRows(facts, language)),
            title: say('assumptionsTable'),
            how: say('assumptionsHow'),
          },
        ],
      },
      {
        id: 'basis-left-out',
        title: say('leftOut'),
        blocks: [
          {
            ...table('table-left-out', ['part', 'why'], leftOutRows(facts, language)),
            title: say('leftOutTable'),
            how: say('leftOutHow'),
          },
        ],
      },
    ],
  };
}
