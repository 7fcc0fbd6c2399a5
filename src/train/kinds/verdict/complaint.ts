import type { Bilingual } from '../../../model/language.ts';
import type { ExerciseBlock } from '../../../model/training/exercise.ts';
import type { CaseFile } from '../../exercise-world.ts';
import { printMinute } from '../day-count.ts';
import type { Evidence, EvidenceSourceId, EvidenceFinding } from './evidence.ts';
import { MINUTE, type Scene } from './scene.ts';

/** A record of another system than the office's that says something of the claim itself. */
export interface Proof extends Evidence {
  /** The same fact as a list drawn from the same records says it. */
  readonly again: Bilingual;
}

/** What somebody complains of, with every record that could be found on it. Which of them an exercise shows decides its finding. */
export interface Complaint {
  /** Null where words were written and no tag chosen: then the level is 1. */
  readonly tag: { readonly code: string; readonly name: Bilingual } | null;
  /** What was written; null where a tag was chosen and nothing written. */
  readonly text: Bilingual | null;
  /** True where the text praises from beginning to end. */
  readonly isPraise?: true;
  /** What is claimed, as a clause. */
  readonly claim: Bilingual;
  /** The opposite, as the office says it: a clause. */
  readonly denial: Bilingual;
  readonly ratedAt: number;
  /** What both sides agree on, beside item and office: name and value. */
  readonly facts: readonly (readonly [name: Bilingual, value: Bilingual])[];
  /** Shown below the facts. */
  readonly notes: readonly ExerciseBlock[];
  /** Each list holds records of different sources. */
  readonly supports: readonly Proof[];
  readonly against: readonly Proof[];
  /** Records of the same systems that belong to another case, window or time. */
  readonly misplaced: readonly Evidence[];
  /** True records that say nothing of the claim. Those that belong to every file of this complaint come first in `always`. */
  readonly beside: readonly Evidence[];
  readonly always: readonly Evidence[];
  /** What a worked solution computes besides: a count of days. */
  readonly workings: readonly ExerciseBlock[];
}

/** A template: what the complaint is about. */
export interface ComplaintTemplate {
  readonly name: Bilingual;
  /** Cases that the complaint can be told of. */
  readonly suits: (file: CaseFile) => boolean;
  readonly tell: (scene: Scene, finding: EvidenceFinding) => Complaint;
}

export const proof = (
  bearing: 'supports' | 'against',
  source: EvidenceSourceId,
  at: number,
  { text, again, because }: Pick<Proof, 'text' | 'again' | 'because'>,
): Proof => ({ source, at, text, again, because, bearing });

/** A record that the rules do not admit. */
export const besides = (
  source: EvidenceSourceId,
  at: number,
  text: Bilingual,
  because: Bilingual,
): Evidence => ({ source, at, text, because, bearing: 'none' });

/** The text of a complaint, or none: three in ten choose a tag and write nothing. */
export const textOrNone = ({ draws }: Scene, texts: readonly Bilingual[]): Bilingual | null =>
  draws.share('writes nothing') < 0.3 ? null : draws.one('text', texts);

/** The ticket of a visit to the window: it says how long somebody waited, and no more. */
export function ticketRecord(
  { draws, window }: Scene,
  calledAt: number,
  because: Bilingual = notTheClaim,
): Evidence {
  const waited = draws.whole('minutes waited', 3, 14);
  const at = calledAt - waited * MINUTE;
  return besides(
    'queue',
    at,
    {
      zh: `${printMinute(at)} 取号，等候 ${String(waited)} 分钟后到 ${window} 号窗口`,
      en: `Ticket at ${printMinute(at)}, called to window ${window} after ${String(waited)} minutes`,
    },
    because,
  );
}

export const anotherCase: Bilingual = {
  zh: '办件尾号不同，是另一件的记录，不针对本件',
  en: 'the case number differs: a record of another case',
};

export const notTheClaim: Bilingual = {
  zh: '与所诉事实无关，不能证明也不能否定',
  en: 'it neither proves nor contradicts what is claimed',
};

/** The window that handled the case. */
export const windowFact = ({ window }: Scene): readonly [Bilingual, Bilingual] => [
  { zh: '办理窗口', en: 'Window' },
  { zh: `${window} 号窗口`, en: `window ${window}` },
];

/** When the applicant was served, as both sides say it. */
export const servedFact = ({ servedAt }: Scene): readonly [Bilingual, Bilingual] => [
  { zh: '办理时间', en: 'Time of the service' },
  { zh: printMinute(servedAt), en: printMinute(servedAt) },
];
