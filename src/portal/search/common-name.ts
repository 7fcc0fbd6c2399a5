import type { Bilingual } from '../../model/language.ts';
import type { SiteItem } from '../site-unit.ts';
import { businessItems } from './said/business-items.ts';
import { deeds } from './said/deeds.ts';
import { namedItems } from './said/named-items.ts';
import { personalItems } from './said/personal-items.ts';
import { things } from './said/things.ts';

const saidOf = new Map(
  [...namedItems, ...businessItems, ...personalItems].map(([name, zh, en]): [string, Bilingual] => [
    name,
    { zh, en },
  ]),
);
const thingOf = new Map(things.map(([subject, zh, en]): [string, Bilingual] => [subject, { zh, en }]));

/** Words that people leave out where they type what they look for. */
const LEFT_OUT = /\b(?:an?|the|my|our) (?!name\b)/g;
const ARTICLE = /^(an?|the|my|our) /;

/** What people want who mean an item, as it follows “我想” and “I want to”: 补办驾照, “replace my lost driving licence”. */
export function wishFor({ name, nameEn }: Pick<SiteItem, 'name' | 'nameEn'>): Bilingual {
  const said = saidOf.get(name);
  if (said !== undefined) return said;
  for (const { ending, zh, en } of deeds) {
    const thing = name.endsWith(ending) ? thingOf.get(name.slice(0, name.length - ending.length)) : undefined;
    if (thing !== undefined)
      return {
        zh: zh.replace('{thing}', thing.zh),
        en: en.replace('{thing}', thing.en).replace('{lost}', lost(thing.en)),
      };
  }
  // A name that is not of the reference lists, in which case nobody knows what people call it.
  return { zh: `办${name}`, en: `get ${nameEn === '' ? name : lowerFirst(nameEn)}` };
}

/** What people call an item where they search for it (口语名称): the wish, in English without articles. */
export function commonName(item: Pick<SiteItem, 'name' | 'nameEn'>): Bilingual {
  const { zh, en } = wishFor(item);
  return { zh, en: en.replace(LEFT_OUT, '') };
}

/** “A library card” that is lost, “my lost library card”. */
const lost = (thing: string): string => `my lost ${thing.replace(ARTICLE, '')}`;

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
