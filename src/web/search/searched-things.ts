import { basicCode } from '../../model/items/basic-code.ts';
import { unitKinds } from '../../model/reference.ts';
import { unitsInPlay } from '../../model/register.ts';
import type { RequestContext } from '../request-context.ts';
import { listedPages } from '../sections.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { translator } from '../../wording/translator.ts';
import type { Named } from './find-names.ts';

/** What a search may lead to. */
export interface SearchedThing extends Named {
  readonly what: 'unit' | 'region' | 'item' | 'dimension' | 'group' | 'indicator' | 'page';
  readonly href: string;
}

/** Everything on the site that has a name, the places where most readers want to go first. */
export const searchedThings = (context: RequestContext): SearchedThing[] => [
  ...pagesOf(context),
  ...placesOf(context),
  ...indicatorsOf(context),
  ...itemsOf(context),
];

function pagesOf({ link }: RequestContext): SearchedThing[] {
  const [zh, en] = [translator(siteTexts, 'zh'), translator(siteTexts, 'en')];
  return listedPages.map(({ path, name }) => ({
    what: 'page',
    name: zh(name),
    nameEn: en(name),
    code: path,
    href: link(path),
  }));
}

function placesOf({ link, results, site }: RequestContext): SearchedThing[] {
  const units = unitsInPlay(site.reference, results.register());
  const regions = site.reference.regions.filter(({ id }) => units.some(({ region }) => region === id));
  return [
    ...units.flatMap(({ code, name, nameEn, fullName, fullNameEn }): SearchedThing[] => [
      { what: 'unit', name, nameEn, code, href: link(`/units/${code}`) },
      // A place is also looked for by the whole of its name; it is found once.
      { what: 'unit', name: fullName, nameEn: fullNameEn, code, href: link(`/units/${code}`) },
    ]),
    ...regions.map(({ id, name, nameEn }): SearchedThing => ({
      what: 'region',
      name,
      nameEn,
      code: id,
      href: link(`/regions/${id}`),
    })),
  ];
}

/** The tree of both methods; what both of them have leads to that of the provincial governments. */
function indicatorsOf({ link, site }: RequestContext): SearchedThing[] {
  const known = new Map<string, SearchedThing>();
  for (const kind of unitKinds) {
    const add = (what: SearchedThing['what'], node: { id: string; name: string; nameEn: string }): void => {
      if (known.has(node.id)) return;
      const href = `${link('/method', { kind: kind === 'province' ? undefined : kind })}#${node.id}`;
      known.set(node.id, { what, name: node.name, nameEn: node.nameEn, code: node.id, href });
    };
    for (const dimension of site.methods[kind].dimensions) {
      add('dimension', dimension);
      for (const group of dimension.groups) {
        add('group', group);
        for (const indicator of group.indicators) add('indicator', indicator);
      }
    }
  }
  return [...known.values()];
}

function itemsOf({ link, results }: RequestContext): SearchedThing[] {
  const known = new Map<string, SearchedThing>();
  for (const { taskCode, name, nameEn } of results.register().tasks) {
    const code = basicCode(taskCode);
    if (!known.has(code))
      known.set(code, { what: 'item', name, nameEn, code, href: link('/items', { q: code }) });
  }
  return [...known.values()];
}
