import type { Page } from '../page.ts';
import { nationalTable, type NationalTable } from '../parts/national-table.ts';
import { targetTable, type TargetTable } from '../parts/target-table.ts';
import type { Visit } from '../visit.ts';
import { siteWords } from '../words/site-words.ts';
import { speaker } from '../words/speaker.ts';
import { targetsWords } from '../words/targets-words.ts';

export interface TargetsModel {
  readonly tables: readonly TargetTable[];
  readonly national: readonly NationalTable[];
}

const words = { ...siteWords, ...targetsWords };

export function targetsPage(visit: Visit): Page<TargetsModel> {
  const { language, results, site } = visit;
  return {
    view: 'targets',
    title: speaker(words, language)('title'),
    words,
    model: {
      tables: site.published.flatMap((published, i) => {
        const comparison = results.comparisons()[i];
        return comparison === undefined ? [] : [targetTable(visit, published, comparison)];
      }),
      national: site.national.map((targets, i) => nationalTable(visit, targets, i)),
    },
  };
}
