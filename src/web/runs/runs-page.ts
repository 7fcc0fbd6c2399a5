import { knownRuns } from './known-runs.ts';
import { isFinished, type Run } from '../../model/run.ts';
import { translate } from '../../model/language.ts';
import { regimeOfId } from '../../model/reference.ts';
import { printDay, printSecond } from '../../model/time/time.ts';
import { printCount, printFixed } from '../../wording/print-number.ts';
import { sideDigests } from '../../store/read/side-digests.ts';
import type { Page } from '../page.ts';
import { jobNews } from './job-view.ts';
import { runChoice, type RunChoice } from './run-choice.ts';
import type { RequestContext } from '../request-context.ts';
import { runsTexts } from './runs-texts.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator, type Translate } from '../../wording/translator.ts';

export interface RunsModel {
  readonly held: string;
  readonly sideDigests: string;
  readonly editorHref: string;
  readonly jobs: readonly {
    readonly href: string;
    readonly name: string;
    readonly started: string;
    readonly state: string;
    readonly parts: string;
  }[];
  readonly choice: RunChoice;
  readonly unreadable: readonly { readonly database: string; readonly reason: string }[];
  readonly runs: readonly {
    readonly database: string;
    readonly id: string;
    readonly kind: string;
    /** Which rows of the run are missing, in words; empty where none is. */
    readonly missing: string;
    readonly scenario: string;
    /** Regime of the scenario; empty where it has none. */
    readonly regime: string;
    readonly seed: string;
    /** First and last day, one under the other. */
    readonly span: readonly string[];
    /** Day and time, one under the other. */
    readonly started: readonly string[];
    /** Seconds the run took, and the version of the program. */
    readonly how: string;
    readonly services: string;
    readonly ratings: string;
    readonly rectifications: string;
    readonly duplicates: string;
    readonly refused: string;
    /** The digest in two halves, one under the other. */
    readonly digest: readonly string[];
    readonly quality: string;
  }[];
}

const HALF_DIGEST = 16;
const words = { ...siteTexts, ...runsTexts };

export function runsPage(context: RequestContext): Page<RunsModel> {
  const { language, site } = context;
  const t = translator(words, language);
  const { content } = context.results;
  const sides = sideDigests(site.store);
  const { runs, unreadable } = knownRuns(site.store, site.runStarter.folder);
  return {
    view: 'runs',
    title: t('title'),
    words,
    periodFree: true,
    model: {
      held: t('heldText', {
        services: printCount(content.services),
        ratings: printCount(content.ratings),
        rectifications: printCount(content.rectifications),
        digest: content.digest,
      }),
      sideDigests: t('sideDigests', {
        register: sides.register ?? t('noDigest'),
        refusals: sides.refusals ?? t('noDigest'),
        settings: sides.settings ?? t('noDigest'),
      }),
      editorHref: context.link('/scenario'),
      jobs: site.runStarter.list().map((job) => {
        const { texts } = jobNews(job, language);
        return {
          href: context.link(`/runs/jobs/${job.id}`),
          name: job.name,
          started: printSecond(job.startedAt),
          state: texts.state,
          parts: texts.parts,
        };
      }),
      choice: runChoice(runs, context.query, '/runs/compare', context.language),
      unreadable: unreadable.map(({ database, reason }) => ({
        database,
        reason: translate(reason, language),
      })),
      runs: runs.map(({ database, run, regime }) => ({
        database: database === '' ? t('served') : database,
        id: String(run.id),
        kind: t(run.kind),
        missing: missingOf(run, t),
        scenario: run.scenario,
        regime: regime === undefined ? '' : regimeName(context, regime),
        seed: run.seed === null ? '—' : String(run.seed),
        span:
          run.firstDay === null || run.lastDay === null
            ? ['—']
            : [`${printDay(run.firstDay)} –`, printDay(run.lastDay)],
        started: printSecond(run.startedAt).split(' '),
        how: t('how', {
          n: printFixed(run.seconds, 1),
          version:
            run.worldVersion === null
              ? run.programVersion
              : t('versions', { program: run.programVersion, world: run.worldVersion }),
        }),
        services: printCount(run.services),
        ratings: printCount(run.ratings),
        rectifications: printCount(run.rectifications),
        duplicates: printCount(run.duplicates),
        refused: printCount(run.refused),
        digest: [run.digest.slice(0, HALF_DIGEST), run.digest.slice(HALF_DIGEST)],
        // Only a run of the served database has a page of its own.
        quality: database === '' ? context.link(`/runs/${String(run.id)}/quality`) : '',
      })),
    },
  };
}

function missingOf(run: Run, t: Translate): string {
  if (!isFinished(run)) return t('unfinishedRun', { done: run.partsDone, all: run.parts });
  return run.rowsKept === 0 ? t('countsOnly') : '';
}

/** A regime this program does not know stays as it was written. */
function regimeName({ site, language }: RequestContext, id: string): string {
  const known = regimeOfId(site.reference.regimes, id);
  return known === undefined ? id : nameIn(language, known);
}
