import { unpublishedDocument, unpublishedNotice } from '../../jobs/measure/unpublished-notice.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Period } from '../../model/time/period.ts';
import type { Store } from '../../store/open.ts';
import { referenceOfStore } from '../../store/read/unit-names.ts';
import { readNationalTargets } from '../../store/reference.ts';
import type { Output } from '../output.ts';

/** What is said beside figures of units of a period of which few scores were published: as a field, and as a line; nothing elsewhere. */
export function unpublishedOf(
  store: Store,
  knowledge: Knowledge,
  period: Period,
): { readonly document: string | null; readonly print: (output: Output) => void } {
  const reference = referenceOfStore(store, knowledge.reference);
  const site = { reference, store, national: readNationalTargets() };
  return {
    document: unpublishedDocument(site, [period]),
    print: ({ language, line }) => {
      const said = unpublishedNotice(site, [period], language, 'figures');
      if (said !== '') line(said);
    },
  };
}
