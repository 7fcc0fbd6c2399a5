import { printDay, printSecond } from '../../model/time.ts';
import { printCount, printFixed } from '../../publish/print-number.ts';
import { listRuns } from '../../store/read/runs.ts';
import type { Page } from '../page.ts';
import type { Visit } from '../visit.ts';
import { runsWords } from '../words/runs-words.ts';
import { siteWords } from '../words/site-words.ts';
import { speaker } from '../words/speaker.ts';

export interface RunsModel {
  readonly held: string;
  readonly runs: readonly {
    readonly id: string;
    readonly kind: string;
    readonly scenario: string;
    readonly seed: string;
    readonly version: string;
    readonly span: string;
    readonly started: string;
    readonly services: string;
    readonly ratings: string;
    readonly duplicates: string;
    readonly refused: string;
    readonly seconds: string;
    readonly digest: string;
    readonly quality: string;
  }[];
}

const words = { ...siteWords, ...runsWords };

export function runsPage(visit: Visit): Page<RunsModel> {
  const t = speaker(words, visit.language);
  const { content } = visit.results;
  return {
    view: 'runs',
    title: t('title'),
    words,
    periodFree: true,
    model: {
      held: t('heldText', {
        services: printCount(content.services),
        ratings: printCount(content.ratings),
        digest: content.digest,
      }),
      runs: listRuns(visit.site.store)
        .reverse()
        .map((run) => ({
          id: String(run.id),
          kind: t(run.kind),
          scenario: run.scenario,
          seed: run.seed === null ? '—' : String(run.seed),
          version: run.programVersion,
          span:
            run.firstDay === null || run.lastDay === null
              ? '—'
              : `${printDay(run.firstDay)} – ${printDay(run.lastDay)}`,
          started: printSecond(run.startedAt),
          services: printCount(run.services),
          ratings: printCount(run.ratings),
          duplicates: printCount(run.duplicates),
          refused: printCount(run.refused),
          seconds: printFixed(run.seconds, 1),
          digest: run.digest,
          quality: visit.link(`/runs/${String(run.id)}/quality`),
        })),
    },
  };
}
