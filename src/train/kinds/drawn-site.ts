import type { Bilingual } from '../../model/language.ts';
import type { SiteItem, SiteUnit } from '../../portal/site-unit.ts';
import type { Draws } from '../draws.ts';
import type { MakeRequest } from '../exercise-kind.ts';

/** An item of a service site of the world that is named in both languages and meets a condition. */
export function drawnItem(
  { world, draws }: MakeRequest,
  fits: (item: SiteItem) => boolean,
): { readonly site: SiteUnit; readonly item: SiteItem } {
  const site = draws.one('site', world.sites);
  return { site, item: draws.one('item', itemsWithNames(site).filter(fits)) };
}

/** The items that have an English name. */
export const itemsWithNames = ({ items }: SiteUnit): readonly SiteItem[] =>
  items.filter(({ nameEn, officeLine }) => nameEn !== '' && officeLine.nameEn !== '');

/** A seed for a site of the exercise’s own. */
export const drawnSeed = (draws: Draws, name: string): number => draws.whole(name, 0, 0xffff_ffff);

/** The office of an item without the unit that it belongs to, which stands beside: 人力资源社会保障部门. */
export const shortOffice = ({ officeLine: { name, nameEn } }: SiteItem): Bilingual => ({
  zh: name.replace(/^[^（]*（虚构）/, '').replace(/（模拟）$/, ''),
  en: nameEn.replace(/,[^,]*\(fictional\).*$/, ''),
});
