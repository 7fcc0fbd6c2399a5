import { Mistake } from '../../model/errors.ts';
import type { KeptAnswers } from '../../jobs/answers/kept-answers.ts';
import type { Answered, Answerer, Asked, QuestionName } from '../../jobs/answers/questions.ts';

/** Who asks. */
export interface Asker {
  /** Aborted when nobody waits for the answer any more. */
  readonly gone: AbortSignal;
  /** True where another site made the browser ask: it gets what is known already and starts no work. */
  readonly foreign: boolean;
  /** Told that it has to wait from now on; what it gives is told when that ends. */
  readonly waits: () => () => void;
}

export interface QuestionOptions {
  /** What the answer depends on beside the question: it is asked anew when this has changed. */
  readonly data: string;
  /** Answer before all that wait. */
  readonly first?: boolean;
}

/**
 * Long work of a server, one question after another. The same question is answered once for all who wait for it, the
 * last answers are kept, and what nobody waits for any more is not begun.
 */
export interface QuestionQueue {
  ask<K extends QuestionName>(
    name: K,
    asked: Asked[K],
    asker: Asker,
    options: QuestionOptions,
  ): Promise<Answered[K]>;
  /** Questions that wait for their turn. */
  readonly waiting: () => number;
}

/** Questions that may wait, and answers of a kind that are kept. */
const LONGEST = 16;
const KEPT = 8;

interface Work<K extends QuestionName> {
  readonly answer: Promise<Answered[K]>;
  waiters: number;
  /** Takes it out of the queue, unless it was begun. */
  readonly abandon: () => void;
}

/** `prepared` are the answers that the database keeps: they are asked first. */
export function createQuestionQueue(
  answerer: Answerer,
  prepared: KeptAnswers = () => undefined,
): QuestionQueue {
  const kept: { readonly [K in QuestionName]: Map<string, Work<K>> } = {
    preview: new Map(),
    exerciseWorld: new Map(),
    bentProvince: new Map(),
    lessonRanking: new Map(),
    equalProvinces: new Map(),
    regimeBias: new Map(),
    twoWorlds: new Map(),
    concealmentLadder: new Map(),
    months: new Map(),
    quality: new Map(),
    truth: new Map(),
    measurement: new Map(),
    ratingEffects: new Map(),
    ownMeasurement: new Map(),
    choiceUncertainty: new Map(),
    editions: new Map(),
    rebuilt: new Map(),
    gaps: new Map(),
    detection: new Map(),
    flagEffects: new Map(),
    recordSample: new Map(),
    nonResponse: new Map(),
    periodRatings: new Map(),
    nationalRatings: new Map(),
    taskLevels: new Map(),
    periodCounts: new Map(),
    responsible: new Map(),
    comparisons: new Map(),
    nationalComparisons: new Map(),
    reportFiles: new Map(),
    periodOrigin: new Map(),
    evaluators: new Map(),
    figures: new Map(),
  };
  const waiting: (() => Promise<void>)[] = [];
  let busy = false;

  const goOn = (): void => {
    const begin = busy ? undefined : waiting.shift();
    if (begin === undefined) return;
    busy = true;
    void begin().then(() => {
      busy = false;
      goOn();
    });
  };

  const queue = <K extends QuestionName>(name: K, asked: Asked[K], first: boolean): Work<K> => {
    if (waiting.length >= LONGEST) throw tooBusy();
    let abandon = (): void => undefined;
    const answer = new Promise<Answered[K]>((resolve, reject) => {
      const begin = (): Promise<void> => answerer(name, asked).then(resolve, reject);
      abandon = () => {
        const place = waiting.indexOf(begin);
        if (place < 0) return;
        waiting.splice(place, 1);
        reject(new Error('nobody waits for the answer'));
      };
      if (first) waiting.unshift(begin);
      else waiting.push(begin);
    });
    goOn();
    return { answer, waiters: 0, abandon };
  };

  return {
    waiting: () => waiting.length,
    async ask(name, asked, asker, { data, first = false }) {
      const works = kept[name];
      const key = JSON.stringify([data, asked]);
      let work = works.get(key);
      if (work === undefined) {
        const ready = prepared(name, asked, data);
        if (ready === undefined && asker.foreign) throw fromElsewhere();
        const begun = ready === undefined ? queue(name, asked, first) : known(ready);
        works.set(key, begun);
        begun.answer.catch(() => {
          if (works.get(key) === begun) works.delete(key);
        });
        const oldest = works.keys().next();
        if (works.size > KEPT && oldest.done !== true) works.delete(oldest.value);
        work = begun;
      }
      return waitFor(work, asker);
    },
  };
}

/** An answer that is there. */
const known = <K extends QuestionName>(answered: Answered[K]): Work<K> => ({
  answer: Promise.resolve(answered),
  waiters: 0,
  abandon: () => undefined,
});

function waitFor<K extends QuestionName>(work: Work<K>, { gone, waits }: Asker): Promise<Answered[K]> {
  work.waiters++;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      work.waiters--;
      if (work.waiters === 0) work.abandon();
      reject(Object.assign(new Error('the client is gone'), { code: 'ECONNABORTED' }));
    };
    if (gone.aborted) {
      leave();
      return;
    }
    gone.addEventListener('abort', leave, { once: true });
    const waitsNoMore = waits();
    work.answer.then(resolve, reject).finally(() => {
      waitsNoMore();
      gone.removeEventListener('abort', leave);
    });
  });
}

const tooBusy = (): Mistake =>
  new Mistake(
    {
      zh: `服务器正忙：已有 ${String(LONGEST)} 项计算在等待，这一项没有开始；请稍后再试`,
      en: `the server is busy: ${String(LONGEST)} computations are waiting, and this one was not begun; please try again a little later`,
    },
    { status: 503 },
  );

const fromElsewhere = (): Mistake =>
  new Mistake(
    {
      zh: '这个页面需要较长的计算，不能由其他网站的页面发起；请在浏览器中直接打开这个地址',
      en: 'this page takes a long computation, which a page of another site may not start; open the address in the browser yourself',
    },
    { status: 403 },
  );
