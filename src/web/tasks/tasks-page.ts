import { taskTexts } from '../../report/analysis/task-texts.ts';
import { printReportCell } from '../../report/print-report-number.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { unpublishedNotice } from '../../jobs/measure/unpublished-notice.ts';
import { unitPlace } from '../shared/unit-place.ts';
import { tasksTexts } from './tasks-texts.ts';
import { taskFactsOf, unitLostPoints } from './unit-lost-points.ts';

export interface TasksModel {
  readonly unit: { readonly name: string; readonly href: string };
  /** Undefined for a unit without an overall score. */
  readonly lost:
    | {
        readonly sentence: string;
        readonly caption: string;
        readonly how: string;
        readonly columns: readonly { readonly name: string; readonly numeric: boolean }[];
        /** The last one is the sum. */
        readonly rows: readonly (readonly string[])[];
      }
    | undefined;
  readonly file: string;
  readonly report: string | undefined;
}

const words = { ...siteTexts, ...tasksTexts, rule: taskTexts.rule };

/** What takes points from a unit, who answers for it, and what would gain most. */
export async function tasksPage(context: RequestContext): Promise<Page<TasksModel>> {
  const { language, period, site } = context;
  const { unit } = await unitPlace(context);
  const lost = unitLostPoints(await taskFactsOf(context), context, unit.code);
  const t = translator(words, language);
  return {
    view: 'tasks',
    title: t('title'),
    words,
    unpublished: unit.fictional ? '' : unpublishedNotice(site, [period], language),
    model: {
      unit: { name: nameIn(language, unit), href: context.link(`/units/${unit.code}`) },
      lost: lost && {
        sentence: lost.sentence,
        caption: lost.table.title,
        how: lost.table.how,
        columns: lost.table.columns,
        rows: lost.table.rows.map((row) => row.map(printReportCell)),
      },
      file: context.link('/files/tasks.csv', { unit: unit.code }),
      // A month or a quarter has a bulletin, without this chapter.
      report: /^\d{4}$/.test(period.label)
        ? `${context.link(`/report/${period.label}`, { period: undefined })}#tasks`
        : undefined,
    },
  };
}
