import type { Page } from '../page.ts';
import { nationalTable, type NationalTable } from './national-table.ts';
import { targetTable, type TargetTable } from './target-table.ts';
import type { RequestContext } from '../request-context.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { translator } from '../../wording/translator.ts';
import { targetsTexts } from './targets-texts.ts';

type Section =
  | { readonly kind: 'month'; readonly table: TargetTable }
  | { readonly kind: 'national'; readonly table: NationalTable };

export interface TargetsModel {
  /** What the database has data for comes first. */
  readonly sections: readonly Section[];
}

const words = { ...siteTexts, ...targetsTexts };

export async function targetsPage(context: RequestContext): Promise<Page<TargetsModel>> {
  const { language, results, site } = context;
  const comparisons = await results.comparisons();
  const sections: Section[] = site.published.flatMap((published, i): Section[] => {
    const comparison = comparisons[i];
    return comparison === undefined
      ? []
      : [{ kind: 'month', table: targetTable(context, published, comparison) }];
  });
  for (const [i, targets] of site.national.entries())
    sections.push({ kind: 'national', table: await nationalTable(context, targets, i) });
  return {
    view: 'targets',
    title: translator(words, language)('title'),
    words,
    model: { sections: sections.sort((a, b) => missing(a) - missing(b)) },
  };
}

/** 1 where commands stand in place of simulated figures. */
const missing = ({ table }: Section): number => Math.min(1, table.commands.length);
