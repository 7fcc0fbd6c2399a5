import { parentPort, type MessagePort } from 'node:worker_threads';
import { Mistake } from '../../model/errors.ts';
import { defaultPeriod } from '../../model/time/period-choice.ts';
import { openStore } from '../../store/open.ts';
import { monthsWithData } from '../../store/read/months.ts';
import { readKnowledge, readMonthTargets, readNationalTargets } from '../../store/reference.ts';
import { registerIn } from '../measure/measure-period.ts';
import { createAnswerer } from './answer-question.ts';
import type { AnswerPlace, QuestionMessage, AnswerMessage } from './answer-thread.ts';
import type { QuestionName } from './questions.ts';

/** A thread that answers one question after another, over a connection of its own; first it is told where to look. */
function answerFrom({ file, folder, programVersion }: AnswerPlace, port: MessagePort): void {
  let moment = 0;
  const store = openStore(file, { mustExist: true });
  // Reading the register takes some tenths of a second: it is there when the first question comes.
  const shown = defaultPeriod(monthsWithData(store));
  if (shown !== undefined) registerIn(store, shown);
  const answer = createAnswerer({
    store,
    knowledge: readKnowledge(),
    published: readMonthTargets(),
    national: readNationalTargets(),
    folder,
    programVersion,
    clock: { now: () => moment, elapsed: () => performance.now() / 1000 },
  });
  port.on('message', <K extends QuestionName>({ name, asked, now }: QuestionMessage<K>) => {
    moment = now;
    const post = (reply: AnswerMessage<K>): void => {
      port.postMessage(reply);
    };
    answer(name, asked).then(
      (answered) => {
        post({ kind: 'answered', answered });
      },
      (error: unknown) => {
        if (error instanceof Mistake) post({ kind: 'mistake', text: error.text, status: error.status });
        else post({ kind: 'failed', error });
      },
    );
  });
}

const port = parentPort;
port?.once('message', (place: AnswerPlace) => {
  answerFrom(place, port);
});
