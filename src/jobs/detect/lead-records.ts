import { assessNumberOf, serviceKeyOf } from '../../model/record/key.ts';
import {
  ratingAutomatic,
  ratingChannel,
  ratingLevel,
  ratingTags,
  serviceUserType,
} from '../../model/record/packed-fields.ts';
import type { RatingRow, ServiceRow } from '../../model/record/row.ts';
import type { Reference } from '../../model/reference.ts';
import { placeholderTelephoneNumbers } from '../../national/pseudonyms.ts';
import { tagCodesByLevel } from '../../national/record-printer.ts';
import type { Store } from '../../store/open.ts';
import { recordsOfSuspicion } from '../../store/read/detection/suspicions.ts';
import { rectificationsByKey } from '../../store/read/rectifications.ts';
import { servedRows } from '../../store/read/run-rows.ts';

/**
 * Whose a telephone is, so far as a reader may know: that of the person of the case, nobody’s (a placeholder), or that of somebody
 * else, numbered within the lead in order of appearance, so that one sees which are the same. Never the number itself.
 */
export type TelephoneOwner = 'none' | 'own' | 'placeholder' | { readonly other: number };

/** A rating that a lead flags, without anything that tells who gave it. */
export interface LeadRecord {
  /** Seconds since 2000-01-01. */
  readonly serviceAt: number;
  readonly assessedAt: number;
  /** Seconds since 2000-01-01; negative where no upload is recorded. */
  readonly uploadedAt: number;
  readonly userType: number;
  readonly additional: boolean;
  readonly automatic: boolean;
  readonly channel: number;
  /** 0 where the channel has none. */
  readonly level: number;
  /** Codes of tags. */
  readonly tags: readonly string[];
  /** 1…999 a device of the office; a network account is numbered within the lead; null where none is named. */
  readonly device: { readonly device: number } | { readonly account: number } | null;
  readonly telephone: TelephoneOwner;
  /** Of a bad rating that was rectified: when it was, when it was called back (negative where it was not), and whom. */
  readonly rectification:
    | {
        readonly rectifiedAt: number;
        readonly calledBackAt: number;
        readonly calledBackTo: TelephoneOwner;
      }
    | undefined;
}

/** From here on a device number is that of a network account. */
const FIRST_ACCOUNT = 1000;

/** The first ratings that a lead flags, in the order of their keys. */
export function leadRecords(
  store: Store,
  reference: Pick<Reference, 'tags'>,
  lead: number,
  limit: number,
): LeadRecord[] {
  const tagCodes = tagCodesByLevel(reference);
  const placeholders = placeholderTelephoneNumbers();
  const [others, accounts] = [new Map<number, number>(), new Map<number, number>()];
  const rectification = rectificationsByKey(store);

  const ownerOf = (telephone: number, person: number): TelephoneOwner => {
    if (telephone < 0) return 'none';
    if (placeholders.has(telephone)) return 'placeholder';
    return telephone === person ? 'own' : { other: numberOf(others, telephone) };
  };
  const recordOf = (service: ServiceRow, row: RatingRow): LeadRecord => {
    const [level, mask] = [ratingLevel(row.packed), ratingTags(row.packed)];
    const rectified = rectification(row.key);
    return {
      ...{ serviceAt: service.serviceAt, assessedAt: row.assessedAt, uploadedAt: row.uploadedAt },
      userType: serviceUserType(service.packed),
      additional: assessNumberOf(row.key) === 2,
      automatic: ratingAutomatic(row.packed) === 1,
      ...{ channel: ratingChannel(row.packed), level },
      tags: (tagCodes[level] ?? []).filter((_, bit) => (mask & (1 << bit)) !== 0),
      device:
        row.device === 0
          ? null
          : row.device < FIRST_ACCOUNT
            ? { device: row.device }
            : { account: numberOf(accounts, row.device) },
      telephone: ownerOf(row.rater, service.person),
      rectification: rectified && {
        rectifiedAt: rectified.rectifiedAt,
        calledBackAt: rectified.calledBackAt,
        calledBackTo: ownerOf(rectified.calledBackTo, service.person),
      },
    };
  };

  return recordsOfSuspicion(store, lead, { limit }).flatMap((key) => {
    const from = serviceKeyOf(key);
    return [...servedRows(store, [{ from, to: from + 1 }])].flatMap(({ service, ratings }) => {
      const row = ratings.find((one) => one.key === key);
      return service === undefined || row === undefined ? [] : [recordOf(service, row)];
    });
  });
}

/** The number of a thing in order of appearance, from 1. */
function numberOf(seen: Map<number, number>, thing: number): number {
  const known = seen.get(thing) ?? seen.size + 1;
  seen.set(thing, known);
  return known;
}
