import type { Accepted, ServiceFacts } from '../../model/record/accepted.ts';
import { RowHash, type KeyWords } from '../../model/record/digest.ts';
import type { RatingRow, ServiceRow } from '../../model/record/row.ts';
import { hashRating, hashService } from '../../model/record/row-hash.ts';
import type { Store } from '../open.ts';

/** Looks up records accepted before, for the checks of later ones. */
export function acceptedRecords(store: Store, words: KeyWords): Accepted {
  const anyService = store.db.prepare<[number, number]>(
    'SELECT 1 FROM service WHERE key BETWEEN ? AND ? LIMIT 1',
  );
  const anyRating = store.db.prepare<[number, number]>(
    'SELECT 1 FROM rating WHERE key BETWEEN ? AND ? LIMIT 1',
  );
  const service = store.db.prepare<[number], Omit<ServiceRow, 'key'>>(
    `SELECT task, mark, accepted_at AS acceptedAt, finished_at AS finishedAt, service_at AS serviceAt, person
     FROM service WHERE key = ?`,
  );
  const rating = store.db.prepare<[number], Omit<RatingRow, 'key'>>(
    `SELECT mark, assessed_at AS assessedAt, device, rater, uploaded_at AS uploadedAt, text
     FROM rating LEFT JOIN rating_text ON rating_key = rating.key
     WHERE rating.key = ?`,
  );
  const hash = new RowHash();
  return {
    mayHoldServices: (first, last) => anyService.get(first, last) !== undefined,
    mayHoldRatings: (first, last) => anyRating.get(first, last) !== undefined,
    service(key): ServiceFacts | undefined {
      const row = service.get(key);
      if (!row) return undefined;
      hashService(
        hash,
        words,
        key,
        row.task,
        row.mark,
        row.acceptedAt,
        row.finishedAt,
        row.serviceAt,
        row.person,
      );
      return { task: row.task, serviceAt: row.serviceAt, hash: hash.short() };
    },
    rating(key): number | undefined {
      const row = rating.get(key);
      if (!row) return undefined;
      const { mark, assessedAt, device, rater, uploadedAt, text } = row;
      hashRating(hash, words, key, mark, assessedAt, device, rater, uploadedAt, text ?? undefined);
      return hash.short();
    },
  };
}
