import { printCount, printFixed } from '../../wording/print-number.ts';
import { listRuns } from '../../store/read/runs.ts';
import type { Page } from '../page.ts';
import { jobNews, problemOf, type JobNews } from './job-view.ts';
import type { RequestContext } from '../request-context.ts';
import { jobTexts } from './job-texts.ts';
import { commandText, fileFromHere } from '../shared/command-text.ts';
import { translator } from '../../wording/translator.ts';

export interface JobModel {
  readonly lead: string;
  readonly news: JobNews;
  readonly progress: readonly { readonly key: string; readonly name: string; readonly value: string }[];
  readonly problem: string;
  /** Where the news come from while it is not over. */
  readonly events: string;
  readonly cancelAction: string;
  readonly mayCancel: boolean;
  readonly token: string;
  readonly result: readonly { readonly name: string; readonly value: string }[];
  readonly already: boolean;
  readonly digest: string;
  readonly command: string;
  readonly compareHref: string;
  readonly runsHref: string;
  readonly editorHref: string;
}

const REFRESH_SECONDS = 3;

/** A run that was started here: how far it is, or how it ended. */
export function jobPage(context: RequestContext): Page<JobModel> {
  const { language, site } = context;
  const t = translator(jobTexts, language);
  const job = site.runStarter.find(context.param('id'));
  const { scenario, seed, report } = job;
  const news = jobNews(job, language);
  const own = context.link(`/runs/jobs/${job.id}`);
  const served = listRuns(site.store).at(-1);
  const keys = ['parts', 'records', 'rate', 'remaining'] as const;
  return {
    view: 'job',
    title: t('title', { name: job.name }),
    words: jobTexts,
    periodFree: true,
    refresh: news.ended ? undefined : REFRESH_SECONDS,
    model: {
      lead: t('lead', {
        scenario: scenario.name,
        seed,
        from: scenario.from,
        to: scenario.to,
        file: fileFromHere(job.file),
      }),
      news,
      progress: keys.map((key) => ({ key, name: t(key), value: news.texts[key] })),
      problem: problemOf(job, language),
      events: news.ended ? '' : own.replace(job.id, `${job.id}/events`),
      cancelAction: own.replace(job.id, `${job.id}/cancel`),
      mayCancel: !news.ended && !job.cancelling && context.may('runs'),
      token: context.token(),
      result:
        report === undefined
          ? []
          : [
              { name: t('units'), value: printCount(report.units) },
              { name: t('services'), value: printCount(report.services) },
              { name: t('ratings'), value: printCount(report.ratings) },
              { name: t('rectifications'), value: printCount(report.rectifications) },
              {
                name: t('refused'),
                value: printCount(Object.values(report.refused).reduce((sum, n) => sum + n, 0)),
              },
              { name: t('seconds'), value: t('secondsOf', { n: printFixed(report.seconds, 1) }) },
            ],
      already: report?.already ?? false,
      digest: report?.digest ?? '',
      // Any free port: this server holds its own.
      command: commandText('serve', { port: 0, db: fileFromHere(job.file) }),
      compareHref:
        report === undefined || served === undefined
          ? ''
          : context.link('/runs/compare', {
              a: String(served.id),
              b: `${job.name}/${String(report.run)}`,
            }),
      runsHref: context.link('/runs'),
      editorHref: context.link('/scenario'),
    },
  };
}
