import { exerciseFor } from '../../jobs/train/class-exercises.ts';
import { openPart } from '../../jobs/train/open-part.ts';
import { formOf } from '../form-body.ts';
import type { Answer } from '../page.ts';
import { readRequestContext } from '../request-context.ts';
import { badParameter } from '../request-query.ts';
import type { Exercise } from '../../model/training/exercise.ts';
import { askedWorlds } from './asked-worlds.ts';
import { mustHaveSeat } from './reader-of-class.ts';

/** Opens a drill of an exercise of a class (查明细), and leads back to the exercise, where it is shown. */
export const sendOpenPart: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  const seat = mustHaveSeat(site, request);
  const place = Number(context.param('place'));
  const now = site.now();
  const given = await exerciseFor(site.access, seat, place, askedWorlds(site, request), {
    calendar: site.calendar,
    now,
  });
  const part = formOf(request).get('part') ?? '';
  openPart(site.access, seat, given, part, now);
  response.redirect(303, `${context.link(`/training/desk/${String(place)}`)}#drill-${part}`);
};

/** The drills that an address of practice says are open (`open=a,b`): nothing else keeps them. Throws a Mistake for one that there is not. */
export function openInAddress({ drills = [] }: Exercise, query: URLSearchParams): string[] {
  const given = (query.get('open') ?? '').split(',').filter((id) => id !== '');
  const unknown = given.find((id) => !drills.some((drill) => drill.id === id));
  if (unknown !== undefined) {
    throw badParameter('open', unknown.slice(0, 40), {
      zh: '本题没有这份明细',
      en: 'this exercise has no such records to open',
    });
  }
  return drills.map(({ id }) => id).filter((id) => given.includes(id));
}
