import { hasEnded, type RunJob } from '../../jobs/runs/start-run.ts';
import { translate, type Language } from '../../model/language.ts';
import { printCount, printFixed } from '../../wording/print-number.ts';
import { jobTexts } from './job-texts.ts';
import { translator, type Translate } from '../../wording/translator.ts';

/** How far a run is, in words: the same for its page and for its stream of news. */
export interface JobNews {
  readonly state: string;
  readonly ended: boolean;
  readonly done: number;
  readonly all: number;
  /** Texts by what they speak of. */
  readonly texts: {
    readonly state: string;
    readonly parts: string;
    readonly records: string;
    readonly rate: string;
    readonly remaining: string;
  };
}

export function jobNews(job: RunJob, language: Language): JobNews {
  const t = translator(jobTexts, language);
  const { state, done, all, records, seconds } = job;
  const started = done > 0 && seconds > 0;
  const left = started ? (seconds / done) * (all - done) : undefined;
  return {
    state,
    ended: hasEnded(job),
    done,
    all,
    texts: {
      state: stateText(job, t),
      parts: all === 0 ? '—' : t('partsOf', { done, all, percent: Math.floor((100 * done) / all) }),
      records: printCount(records),
      rate: started ? t('perSecond', { n: printCount(records / seconds) }) : '—',
      remaining: state === 'running' && left !== undefined ? t('about', { n: printFixed(left, 0) }) : '—',
    },
  };
}

function stateText(job: RunJob, t: Translate): string {
  if (job.cancelling && !hasEnded(job)) return t('cancelling');
  return job.state === 'cancelled' && job.problem ? t('cancelledMidway') : t(`${job.state}Text`);
}

/** Why a job failed, or what a cancelled one leaves, in the reader's language; empty where there is nothing to say. */
export const problemOf = ({ problem }: RunJob, language: Language): string =>
  problem === undefined ? '' : translate(problem, language);
