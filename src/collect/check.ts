import type { Accepted } from '../model/accepted.ts';
import type { Batch, RatingBatch, ServiceBatch } from '../model/batch.ts';
import { RowHash, type KeyWords } from '../model/digest.ts';
import { packRating, packService } from '../model/mark.ts';
import { hashRating, hashService } from '../model/row-hash.ts';
import { checkBadHasReason } from './checks/bad-without-reason.ts';
import { checkCaseNumbers } from './checks/case-number.ts';
import { checkChecksums } from './checks/checksum.ts';
import { checkRatingCodes, checkServiceCodes } from './checks/code-list.ts';
import { checkRatingFuture, checkServiceFuture } from './checks/future.ts';
import { checkMalformed } from './checks/malformed.ts';
import { checkOrphans } from './checks/orphan.ts';
import { checkRatingRequired, checkServiceRequired, type LevelledChannels } from './checks/required.ts';
import { checkTagFit } from './checks/tag-fit.ts';
import { checkTextLength } from './checks/text-length.ts';
import { checkRatingOrder, checkServiceOrder } from './checks/time-order.ts';
import { checkItems } from './checks/unknown-item.ts';
import { linkRatings, type Links } from './link.ts';
import { checkRepeats } from './repeats.ts';
import { newVerdicts, type Verdicts } from './verdict.ts';

/** What the checks know besides the batch. */
export interface CheckContext {
  /** The moment of collection, seconds since 2000-01-01. */
  readonly now: number;
  readonly levelled: LevelledChannels;
  readonly accepted: Accepted;
  readonly words: KeyWords;
}

export interface CheckedBatch {
  readonly services: Verdicts;
  readonly ratings: Verdicts;
  /** Service of each rating. */
  readonly links: Links;
}

/** Checks the service records of a batch: the named checks, in the order of the refusal reasons. */
export function checkServices(rows: ServiceBatch, context: CheckContext): Verdicts {
  const verdicts = newVerdicts(rows.length);
  checkMalformed(rows, verdicts);
  checkServiceRequired(rows, verdicts);
  checkServiceCodes(rows, verdicts);
  checkChecksums(rows, verdicts);
  checkItems(rows, verdicts);
  checkCaseNumbers(rows, verdicts);
  checkServiceOrder(rows, verdicts);
  checkServiceFuture(rows, context.now, verdicts);
  const hash = new RowHash();
  checkRepeats(rows, verdicts, {
    mayHold: (first, last) => context.accepted.mayHoldServices(first, last),
    before: (key) => context.accepted.service(key)?.hash,
    hash: (row) => shortServiceHash(hash, context.words, rows, row),
  });
  return verdicts;
}

/** Checks ratings whose services are known by `links`. */
export function checkRatings(rows: RatingBatch, links: Links, context: CheckContext): Verdicts {
  const verdicts = newVerdicts(rows.length);
  checkMalformed(rows, verdicts);
  checkRatingRequired(rows, links, context.levelled, verdicts);
  checkRatingCodes(rows, verdicts);
  checkOrphans(rows, links, verdicts);
  checkRatingOrder(rows, links, verdicts);
  checkRatingFuture(rows, context.now, verdicts);
  checkTagFit(rows, verdicts);
  checkBadHasReason(rows, verdicts);
  checkTextLength(rows, verdicts);
  const hash = new RowHash();
  checkRepeats(rows, verdicts, {
    mayHold: (first, last) => context.accepted.mayHoldRatings(first, last),
    before: (key) => context.accepted.rating(key),
    hash: (row) => shortRatingHash(hash, context.words, rows, row),
  });
  return verdicts;
}

/** Checks a batch that is a window of its own: every rating's service is in it or was accepted before. */
export function checkBatch(batch: Batch, context: CheckContext): CheckedBatch {
  const services = checkServices(batch.services, context);
  const links = linkRatings(batch.ratings, batch.services, services, context.accepted);
  return { services, links, ratings: checkRatings(batch.ratings, links, context) };
}

/** The packed small fields of a service row. */
export const serviceMark = (rows: ServiceBatch, row: number): number =>
  packService(rows.status[row] ?? 0, rows.stage[row] ?? 0, rows.channel[row] ?? 0, rows.userType[row] ?? 0);

/** The packed small fields of a rating row; nothing is flagged at the door. */
export const ratingMark = (rows: RatingBatch, row: number): number =>
  packRating(
    rows.level[row] ?? 0,
    rows.channel[row] ?? 0,
    rows.defaulted[row] ?? 0,
    0,
    rows.texts.has(row) ? 1 : 0,
    rows.tags[row] ?? 0,
  );

function shortServiceHash(hash: RowHash, words: KeyWords, rows: ServiceBatch, row: number): number {
  hashService(
    hash,
    words,
    rows.key[row] ?? 0,
    rows.task[row] ?? 0,
    serviceMark(rows, row),
    rows.acceptedAt[row] ?? 0,
    rows.finishedAt[row] ?? 0,
    rows.serviceAt[row] ?? 0,
    rows.person[row] ?? 0,
  );
  return hash.short();
}

function shortRatingHash(hash: RowHash, words: KeyWords, rows: RatingBatch, row: number): number {
  hashRating(
    hash,
    words,
    rows.key[row] ?? 0,
    ratingMark(rows, row),
    rows.assessedAt[row] ?? 0,
    rows.texts.get(row),
  );
  return hash.short();
}
