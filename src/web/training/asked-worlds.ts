import { NO_DATA } from '../../jobs/answers/questions.ts';
import type { WorldGiver } from '../../jobs/train/seat.ts';
import { askerOf } from '../answers/asker.ts';
import type { Site } from '../request-context.ts';
import type { Request } from 'express';

/** Worlds that exercises are made from: the first request for one waits while a worker simulates it, later ones find it kept. */
export const askedWorlds = (site: Site, request: Request): WorldGiver => {
  const asker = askerOf(request);
  return (number) => site.questions.ask('exerciseWorld', { number }, asker, { data: NO_DATA });
};
