import type { Batch, RatingBatch, ServiceBatch } from '../model/record/batch.ts';
import { addRatingsToDigest, addServicesToDigest } from '../model/record/batch-digest.ts';
import { newDigest, type Digest, type KeyWords } from '../model/record/digest.ts';
import { packEachRating, packService } from '../model/record/packed-fields.ts';
import { checkBatch, type CheckContext, type CheckedBatch } from './check.ts';
import type { Verdicts } from './verdict.ts';

/** A checked batch ready to be stored: the packed small fields of its rows and the digest of the accepted ones. */
export interface PackedBatch extends CheckedBatch {
  readonly packedServices: Int32Array;
  readonly packedRatings: Int32Array;
  readonly digest: Digest;
}

/** Packs the accepted service rows and adds them to a digest; refused rows have 0. */
export function packServices(
  rows: ServiceBatch,
  verdicts: Verdicts,
  words: KeyWords,
  digest: Digest,
): Int32Array {
  const packed = new Int32Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    if (verdicts.reason[row] === 0) packed[row] = packService(rows, row);
  }
  addServicesToDigest(rows, packed, verdicts.reason, words, digest);
  return packed;
}

/** Packs the ratings of a batch and adds the accepted ones to a digest. */
export function packRatings(
  rows: RatingBatch,
  verdicts: Verdicts,
  words: KeyWords,
  digest: Digest,
): Int32Array {
  const packed = packEachRating(rows);
  addRatingsToDigest(rows, packed, verdicts.reason, words, digest);
  return packed;
}

/** Checks and packs a batch that is a window of its own. */
export function packBatch(batch: Batch, context: CheckContext): PackedBatch {
  const { services, ratings, links } = checkBatch(batch, context);
  const digest = newDigest();
  // Named one by one: of objects spread into another, the engine knows no shape, and rows are read through this one.
  return {
    services,
    ratings,
    links,
    packedServices: packServices(batch.services, services, context.words, digest),
    packedRatings: packRatings(batch.ratings, ratings, context.words, digest),
    digest,
  };
}
