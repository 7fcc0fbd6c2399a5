import type { Accepted } from '../model/record/accepted.ts';
import { NO_PERSON, NO_TASK, type RatingBatch, type ServiceBatch } from '../model/record/batch.ts';
import { serviceKeyOf } from '../model/record/key.ts';
import type { Verdicts } from './verdict.ts';

/** The service record of each rating: its item (-1 where there is none), its time and its person. */
export interface Links {
  readonly task: Int32Array;
  readonly serviceAt: Int32Array;
  readonly person: Int32Array;
}

/** Links of ratings whose services are not known yet. */
export const newLinks = (length: number): Links => ({
  task: new Int32Array(length).fill(NO_TASK),
  serviceAt: new Int32Array(length),
  person: new Int32Array(length).fill(NO_PERSON),
});

/**
 * Finds each rating's service among the accepted services of the same batch, then among those accepted before. Batches
 * in key order need one pass and no look-up.
 */
export function linkRatings(
  ratings: RatingBatch,
  services: ServiceBatch,
  serviceVerdicts: Verdicts,
  accepted: Accepted,
): Links {
  const links = newLinks(ratings.length);
  let rowByKey: Map<number, number> | undefined;
  let next = 0;
  for (let row = 0; row < ratings.length; row++) {
    const ratingKey = ratings.key[row] ?? -1;
    if (ratingKey < 0) continue;
    const key = serviceKeyOf(ratingKey);
    while (next < services.length && (services.key[next] ?? 0) < key) next++;
    let service = services.key[next] === key && next < services.length ? next : -1;
    if (service < 0 || serviceVerdicts.reason[service] !== 0) {
      rowByKey ??= acceptedRows(services, serviceVerdicts);
      service = rowByKey.get(key) ?? -1;
    }
    if (service >= 0) {
      links.task[row] = services.task[service] ?? NO_TASK;
      links.serviceAt[row] = services.serviceAt[service] ?? 0;
      links.person[row] = services.person[service] ?? NO_PERSON;
      continue;
    }
    const before = accepted.service(key);
    if (before) {
      links.task[row] = before.task;
      links.serviceAt[row] = before.serviceAt;
      links.person[row] = before.person;
    }
  }
  return links;
}

function acceptedRows(services: ServiceBatch, verdicts: Verdicts): Map<number, number> {
  const rows = new Map<number, number>();
  for (let row = 0; row < services.length; row++) {
    if (verdicts.reason[row] === 0) rows.set(services.key[row] ?? -1, row);
  }
  return rows;
}
