import type { Content } from '../../model/record/content.ts';
import type { Store } from '../open.ts';

/** How much the database holds, from the counts kept with the rows. */
export function contentOf(store: Store): Content {
  const row = store.db
    .prepare<[], Content>('SELECT services, ratings, rectifications, digest FROM content')
    .get();
  if (!row) throw new Error('the content row is missing');
  return row;
}
