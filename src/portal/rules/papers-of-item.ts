import { FULLY_ONLINE_DEPTH, ONLINE_DEPTH } from '../../model/items/item-kinds.ts';
import type { Bilingual } from '../../model/language.ts';
import { itemWord, siteDraw } from '../site-draws.ts';
import type { SiteItem, SiteUnit } from '../site-unit.ts';
import { isFounding, mayBePerson } from './applicants-of-item.ts';
import { knownPapers, type PaperKey } from './known-papers.ts';
import type { Paper, PaperMedium } from './paper.ts';
import {
  papersByAction,
  papersBySubject,
  papersOfSpecial,
  plainAction,
  type PapersByName,
} from './papers-by-name.ts';

const otherPapers = { person: ['household'], organisation: ['scheme'] } as const satisfies Record<
  string,
  readonly PaperKey[]
>;

/** Name of the form of an item (申请表). */
export const formName = ({ name, nameEn }: Pick<SiteItem, 'name' | 'nameEn'>): Bilingual => ({
  zh: `《${/(申请|申领|申报|报名)$/.test(name) ? name : `${name}申请`}表》`,
  en: `Application form “${nameEn === '' ? name : nameEn}”`,
});

/** The papers that the rules ask for: the form, who applies, and at most four others. An assumption by words in its name. */
export function papersOfItem(site: SiteUnit, item: SiteItem): readonly Paper[] {
  const isPerson = mayBePerson(item);
  const keys = new Set<PaperKey>([...whoApplies(item, isPerson), ...ownPapers(item, isPerson)]);
  if (!isPerson) keys.add('authorisation');
  const usual: PaperMedium =
    item.depth >= FULLY_ONLINE_DEPTH ? 'electronic' : item.depth >= ONLINE_DEPTH ? 'either' : 'paper';
  const onPaper = itemWord(site, item, siteDraw.paperMedium);
  return [
    { name: formName(item), source: 'applicant', copies: 1, medium: usual },
    ...[...keys].map((key, i): Paper => {
      const [zh, en, source] = knownPapers[key];
      return {
        name: { zh, en },
        source,
        // Drawings and contracts go to more than one desk.
        copies: key === 'drawings' || key === 'contract' || key === 'photo' ? 2 : 1,
        medium: usual === 'either' && ((onPaper >>> i) & 3) === 0 ? 'paper' : usual,
      };
    }),
  ];
}

/** What shows who applies: nobody has the card that is applied for, nor has an organisation that is being founded a licence. */
function whoApplies({ name }: SiteItem, isPerson: boolean): readonly PaperKey[] {
  if (/身份证/.test(name)) return [];
  if (/境外人员/.test(name)) return ['passport'];
  return isPerson || isFounding(name) ? ['identity'] : ['licence'];
}

function ownPapers({ name }: SiteItem, isPerson: boolean): readonly PaperKey[] {
  const found = (list: PapersByName): readonly PaperKey[] | undefined =>
    list.find(
      ([words, , only]) => words.test(name) && (only === undefined || (only === 'person') === isPerson),
    )?.[1];
  if (plainAction.test(name)) return [];
  const special = found(papersOfSpecial);
  if (special !== undefined) return special;
  const subject = found(papersBySubject);
  const action = found(papersByAction);
  if (action === undefined) return subject ?? otherPapers[isPerson ? 'person' : 'organisation'];
  return [
    ...action,
    ...(subject?.includes('photo') === true ? ['photo' as const] : (subject ?? []).slice(0, 1)),
  ];
}
