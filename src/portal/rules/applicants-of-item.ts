import type { Bilingual } from '../../model/language.ts';
import type { SiteItem } from '../site-unit.ts';

const PERSON = '1';

/** Types of applicants (userProp) by their names. */
const names: Readonly<Record<string, Bilingual>> = {
  [PERSON]: { zh: '自然人', en: 'natural persons' },
  '2': { zh: '企业法人', en: 'companies' },
  '3': { zh: '事业法人', en: 'public institutions' },
  '4': { zh: '社会组织法人', en: 'social organisations' },
  '5': { zh: '非法人企业', en: 'unincorporated businesses' },
  '6': { zh: '行政机关', en: 'administrative bodies' },
  '9': { zh: '其他组织', en: 'other organisations' },
};
const organisations = ['2', '3', '4', '5', '6', '9'];
const companies = ['2', '5'];

/** Types of applicants that may apply, by code; an item that no list has is open to all. */
export function applicantsOf({ listed }: Pick<SiteItem, 'listed'>): readonly string[] {
  if (listed?.applicants !== undefined) return listed.applicants;
  const audience = listed?.audience ?? 'both';
  return [...(audience === 'legal' ? [] : [PERSON]), ...(audience === 'person' ? [] : organisations)];
}

/** True where a natural person may apply. */
export const mayBePerson = (item: Pick<SiteItem, 'listed'>): boolean => applicantsOf(item).includes(PERSON);

/** True of the founding of an organisation: it has neither a code nor an account yet, and whoever founds it applies. */
export const isFounding = (itemName: string): boolean =>
  /(企业|合作社|分支机构|社会团体|民办非企业单位|小餐饮店|个体工商户)(设立|成立)登记/.test(itemName);

/** Who may apply (服务对象), and what a guide may wrongly say instead. */
export function audienceTexts(item: Pick<SiteItem, 'listed'>): {
  right: Bilingual;
  wrong: readonly [Bilingual, ...Bilingual[]];
} {
  const types = applicantsOf(item);
  const right = audienceText(types);
  const [first = right, ...others] = [[PERSON], organisations, companies, [PERSON, ...organisations]]
    .map(audienceText)
    .filter(({ zh }) => zh !== right.zh);
  return { right, wrong: [first, ...others] };
}

function audienceText(types: readonly string[]): Bilingual {
  const all = organisations.every((type) => types.includes(type));
  const listed = [
    ...types.filter((type) => !all || type === PERSON).flatMap((type) => names[type] ?? []),
    ...(all ? [{ zh: '法人和其他组织', en: 'organisations of any kind' }] : []),
  ];
  return { zh: listed.map(({ zh }) => zh).join('、'), en: listed.map(({ en }) => en).join(', ') };
}
