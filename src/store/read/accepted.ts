import type { Accepted, AcceptedKeys, ServiceFacts } from '../../model/record/accepted.ts';
import type { KeyWords } from '../../model/record/digest.ts';
import type { RatingRow, ServiceRow } from '../../model/record/row.ts';
import { RecordHash } from '../../model/record/row-hash.ts';
import type { Store } from '../open.ts';
import { joinedTexts, selected } from './record-columns.ts';

/** Looks up keys of records accepted before. */
export function storedKeys(store: Store): AcceptedKeys {
  const anyService = store.db.prepare<[number, number]>(
    'SELECT 1 FROM service WHERE key BETWEEN ? AND ? LIMIT 1',
  );
  const anyRating = store.db.prepare<[number, number]>(
    'SELECT 1 FROM rating WHERE key BETWEEN ? AND ? LIMIT 1',
  );
  return {
    mayHoldServices: (first, last) => anyService.get(first, last) !== undefined,
    mayHoldRatings: (first, last) => anyRating.get(first, last) !== undefined,
  };
}

/** Looks up records accepted before, for the checks of later ones. */
export function acceptedRecords(store: Store, words: KeyWords): Accepted {
  const service = store.db.prepare<[number], ServiceRow>(
    `SELECT ${selected('service')} FROM service WHERE key = ?`,
  );
  const rating = store.db.prepare<[number], RatingRow>(
    `SELECT ${selected('rating')} FROM rating ${joinedTexts} WHERE rating.key = ?`,
  );
  const hash = new RecordHash(words);
  return {
    ...storedKeys(store),
    service(key): ServiceFacts | undefined {
      const row = service.get(key);
      if (row === undefined) return undefined;
      const { task, serviceAt, person } = row;
      return { task, serviceAt, person, hash: hash.service(row).short() };
    },
    rating(key): number | undefined {
      const row = rating.get(key);
      return row && hash.rating(row).short();
    },
  };
}
