import { Mistake } from '../../model/errors.ts';
import { openTruth, type Store } from '../../store/open.ts';

/** The truth beside a database, which is also brought up to date. Null where the database was handed over without it. */
export function truthBeside({ file, db }: Store): Store | null {
  try {
    return openTruth(file, { mustExist: true, readonly: db.readonly });
  } catch (error) {
    if (error instanceof Mistake) return null;
    throw error;
  }
}
