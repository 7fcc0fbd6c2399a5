import type { Page } from '../page.ts';
import { nationalTable, type NationalTable } from './national-table.ts';
import { targetTable, type TargetTable } from './target-table.ts';
import type { RequestContext } from '../request-context.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { translator } from '../shared/translator.ts';
import { targetsTexts } from './targets-texts.ts';

export interface TargetsModel {
  readonly tables: readonly TargetTable[];
  readonly national: readonly NationalTable[];
}

const words = { ...siteTexts, ...targetsTexts };

export async function targetsPage(context: RequestContext): Promise<Page<TargetsModel>> {
  const { language, results, site } = context;
  const comparisons = await results.comparisons();
  const national: NationalTable[] = [];
  for (const [i, targets] of site.national.entries()) national.push(await nationalTable(context, targets, i));
  return {
    view: 'targets',
    title: translator(words, language)('title'),
    words,
    model: {
      tables: site.published.flatMap((published, i) => {
        const comparison = comparisons[i];
        return comparison === undefined ? [] : [targetTable(context, published, comparison)];
      }),
      national,
    },
  };
}
