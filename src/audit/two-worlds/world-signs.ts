import { MAX_SERVICES } from '../../model/record/key.ts';
import {
  ratingAutomatic,
  ratingChannel,
  ratingHasText,
  ratingLevel,
  ratingTags,
  serviceChannel,
  serviceStage,
  serviceStatus,
} from '../../model/record/packed-fields.ts';
import type { Register } from '../../model/register.ts';
import { knows, workingDaysBetween, type Calendar } from '../../model/time/calendar.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import { ClusteredSum, type ClusteredMean } from './clustered-mean.ts';

/** What may differ between two worlds that publish the same counts, as far as their records tell. */

/** Signs that are a share of records, or a mean. */
export const recordSignIds = [
  'automatic',
  'tagged',
  'late3Days',
  'night',
  'lateCasesRated',
  'lateCasesLow',
  'hallLow',
  'withText',
  'ownTagged',
  'ownDelay',
  'repeatApplicants',
] as const;
export type RecordSignId = (typeof recordSignIds)[number];

/** A stored service with its first rating, if there is one. */
export interface RatedService {
  readonly key: number;
  readonly task: number;
  readonly packed: number;
  readonly acceptedAt: number;
  readonly finishedAt: number;
  readonly serviceAt: number;
  readonly person: number;
  /** Small fields of the rating; null where nobody rated. */
  readonly rated: number | null;
  readonly assessedAt: number | null;
}

export interface WorldSigns {
  readonly services: number;
  readonly ratings: number;
  readonly means: Readonly<Record<RecordSignId, ClusteredMean>>;
  /** Ratings that persons gave by channel 1..7, each the share of all of them. */
  readonly channels: readonly ClusteredMean[];
}

const COMPLETION = 6;
const FINISHED = 3;
const HALL = 2;
const CHANNELS = 7;
const LATE_DAYS = 3;
const MORNING = 6 * 3600;

/** Counts the signs of a world from its services, which come by rising key. Records of one person are a cluster. */
export function countSigns(
  services: Iterable<RatedService>,
  { tasks }: Pick<Register, 'tasks'>,
  calendar: Calendar,
): WorldSigns {
  const clusters = new Map<number, number>();
  const cases: number[] = [];
  const sums = new Map(recordSignIds.map((id) => [id, new ClusteredSum()]));
  const channels = Array.from({ length: CHANNELS }, () => new ClusteredSum());
  const add = (id: RecordSignId, cluster: number, value: number | boolean): void => {
    sums.get(id)?.add(cluster, Number(value));
  };
  let [count, ratings, lastCase] = [0, 0, -1];

  for (const service of services) {
    count++;
    const { key, task, packed, serviceAt, person, rated } = service;
    const cluster = clusters.get(person) ?? clusters.size;
    clusters.set(person, cluster);
    const caseNumber = Math.floor(key / MAX_SERVICES);
    if (caseNumber !== lastCase) cases[cluster] = (cases[cluster] ?? 0) + 1;
    lastCase = caseNumber;

    const item = tasks[task];
    const isLate =
      item !== undefined &&
      serviceStage(packed) === COMPLETION &&
      serviceStatus(packed) === FINISHED &&
      ranOver(service, item.handling === 'instant' ? 0 : item.promisedDays, calendar);
    if (isLate) add('lateCasesRated', cluster, rated !== null);
    if (rated === null) continue;

    ratings++;
    const level = ratingLevel(rated);
    const assessedAt = service.assessedAt ?? serviceAt;
    const isOwn = ratingAutomatic(rated) === 0;
    add('automatic', cluster, !isOwn);
    add('late3Days', cluster, assessedAt - serviceAt > LATE_DAYS * DAY_SECONDS);
    add('night', cluster, assessedAt % DAY_SECONDS < MORNING);
    add('withText', cluster, ratingHasText(rated) === 1);
    if (level === 5) add('tagged', cluster, ratingTags(rated) > 0);
    if (level > 0 && isLate) add('lateCasesLow', cluster, level < 5);
    if (level > 0 && serviceChannel(packed) === HALL) add('hallLow', cluster, level < 5);
    if (!isOwn) continue;
    if (level === 5) add('ownTagged', cluster, ratingTags(rated) > 0);
    // Seconds, so that what comes at once has a logarithm too.
    add('ownDelay', cluster, Math.log(Math.max(1, assessedAt - serviceAt)));
    for (const [i, sum] of channels.entries()) sum.add(cluster, Number(ratingChannel(rated) === i + 1));
  }
  for (let i = 0; i < clusters.size; i++) add('repeatApplicants', i, (cases[i] ?? 0) > 1);
  const mean = (id: RecordSignId): ClusteredMean => (sums.get(id) ?? new ClusteredSum()).mean();
  return {
    services: count,
    ratings,
    means: {
      automatic: mean('automatic'),
      tagged: mean('tagged'),
      late3Days: mean('late3Days'),
      night: mean('night'),
      lateCasesRated: mean('lateCasesRated'),
      lateCasesLow: mean('lateCasesLow'),
      hallLow: mean('hallLow'),
      withText: mean('withText'),
      ownTagged: mean('ownTagged'),
      ownDelay: mean('ownDelay'),
      repeatApplicants: mean('repeatApplicants'),
    },
    channels: channels.map((sum) => sum.mean()),
  };
}

/** True where a finished case took more working days than were promised. */
function ranOver({ acceptedAt, finishedAt }: RatedService, promised: number, calendar: Calendar): boolean {
  if (finishedAt < 0) return false;
  const [from, to] = [Math.floor(acceptedAt / DAY_SECONDS), Math.floor(finishedAt / DAY_SECONDS)];
  if (!knows(calendar, from) || !knows(calendar, to)) return false;
  return workingDaysBetween(calendar, from, to) > promised;
}
