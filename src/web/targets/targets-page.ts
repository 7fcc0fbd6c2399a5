import type { Page } from '../page.ts';
import { nationalTable, type NationalTable } from './national-table.ts';
import { targetTable, type TargetTable } from './target-table.ts';
import type { Visit } from '../request-context.ts';
import { siteWords } from '../shared/site-texts.ts';
import { speaker } from '../shared/translator.ts';
import { targetsWords } from './targets-texts.ts';

export interface TargetsModel {
  readonly tables: readonly TargetTable[];
  readonly national: readonly NationalTable[];
}

const words = { ...siteWords, ...targetsWords };

export async function targetsPage(visit: Visit): Promise<Page<TargetsModel>> {
  const { language, results, site } = visit;
  const comparisons = await results.comparisons();
  const national: NationalTable[] = [];
  for (const [i, targets] of site.national.entries()) national.push(await nationalTable(visit, targets, i));
  return {
    view: 'targets',
    title: speaker(words, language)('title'),
    words,
    model: {
      tables: site.published.flatMap((published, i) => {
        const comparison = comparisons[i];
        return comparison === undefined ? [] : [targetTable(visit, published, comparison)];
      }),
      national,
    },
  };
}
