import { prepareAnswers, type PrepareOptions } from '../jobs/answers/prepare-answers.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Store } from '../store/open.ts';
import { machineClock } from './clock.ts';
import { programVersion } from './options.ts';
import type { Output } from './output.ts';

/** Makes ready what the pages show first of the data that a command has stored. */
export const preparePages = (
  store: Store,
  knowledge: Knowledge,
  output: Output,
  how: Pick<PrepareOptions, 'only' | 'signal' | 'answerers'> = {},
): Promise<void> =>
  prepareAnswers(store, knowledge, programVersion, machineClock, {
    ...how,
    progress: (done, all) => {
      output.progress({ zh: '准备网页', en: 'preparing the pages' }, done, all);
    },
  });
