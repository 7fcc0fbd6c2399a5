import type { Accepted } from '../model/record/accepted.ts';
import type { Batch, RatingBatch, ServiceBatch } from '../model/record/batch.ts';
import type { KeyWords } from '../model/record/digest.ts';
import { packRating, packService } from '../model/record/packed-fields.ts';
import { RecordHash } from '../model/record/row-hash.ts';
import { checkBadHasReason } from './checks/bad-without-reason.ts';
import { checkCaseNumbers } from './checks/case-number.ts';
import { checkChecksums } from './checks/checksum.ts';
import { checkRatingCodes, checkServiceCodes } from './checks/code-list.ts';
import { checkRatingFuture, checkServiceFuture } from './checks/future.ts';
import { checkAdditional, checkOrphans } from './checks/orphan.ts';
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
  checkServiceRequired(rows, verdicts);
  checkServiceCodes(rows, verdicts);
  checkChecksums(rows, verdicts);
  checkItems(rows, verdicts);
  checkCaseNumbers(rows, verdicts);
  checkServiceOrder(rows, verdicts);
  checkServiceFuture(rows, context.now, verdicts);
  const hash = new RecordHash(context.words);
  checkRepeats(rows, verdicts, {
    mayHold: (first, last) => context.accepted.mayHoldServices(first, last),
    before: (key) => context.accepted.service(key)?.hash,
    hash: (row) => hash.serviceAt(rows, row, packService(rows, row)).short(),
  });
  return verdicts;
}

/** Checks ratings whose services are known by `links`. */
export function checkRatings(rows: RatingBatch, links: Links, context: CheckContext): Verdicts {
  const verdicts = newVerdicts(rows.length);
  checkRatingRequired(rows, links, context.levelled, verdicts);
  checkRatingCodes(rows, verdicts);
  checkOrphans(rows, links, verdicts);
  checkRatingOrder(rows, links, verdicts);
  checkRatingFuture(rows, context.now, verdicts);
  checkTagFit(rows, verdicts);
  checkBadHasReason(rows, verdicts);
  checkTextLength(rows, verdicts);
  checkAdditional(rows, context.accepted, verdicts);
  const hash = new RecordHash(context.words);
  checkRepeats(rows, verdicts, {
    mayHold: (first, last) => context.accepted.mayHoldRatings(first, last),
    before: (key) => context.accepted.rating(key),
    hash: (row) => hash.ratingAt(rows, row, packRating(rows, row)).short(),
  });
  return verdicts;
}

/** Checks a batch that is a window of its own: every rating's service is in it or was accepted before. */
export function checkBatch(batch: Batch, context: CheckContext): CheckedBatch {
  const services = checkServices(batch.services, context);
  const links = linkRatings(batch.ratings, batch.services, services, context.accepted);
  return { services, links, ratings: checkRatings(batch.ratings, links, context) };
}
