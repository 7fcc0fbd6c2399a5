import { describe, expect, it } from 'vitest';
import { askingWays } from '../../../src/model/site/asking-ways.ts';
import { askingsOf } from '../../../src/portal/search/askings.ts';
import { commonName } from '../../../src/portal/search/common-name.ts';
import { LONGEST_QUERY, queryKey } from '../../../src/portal/search/normal-query.ts';
import { mistyped, mistypedEnglish } from '../../../src/portal/search/typing-errors.ts';
import type { SiteUnit } from '../../../src/portal/site-unit.ts';
import { reference } from '../../builders.ts';
import { siteOfAllItems, sitesOf } from './site-of.ts';

/** Askings that two items of a site share, or two ways of one item. */
function sharedAskings(site: SiteUnit): string[] {
  const seen = new Map<string, string>();
  const shared: string[] = [];
  for (const item of site.items) {
    const askings = askingsOf(site, item);
    for (const way of askingWays)
      for (const text of [askings[way].zh, askings[way].en]) {
        const other = seen.get(queryKey(text));
        if (other !== undefined) shared.push(`${text}: ${item.name} (${way}), ${other}`);
        seen.set(queryKey(text), `${item.name} (${way})`);
      }
  }
  return shared;
}

const steps = (n: number): number[] => Array.from({ length: n }, (_, i) => (i + 0.5) / n);

describe('askings', () => {
  it('differ between all items of a unit and between all ways', () => {
    for (const seed of [1, 2, 3])
      for (const site of sitesOf(seed)) {
        expect(site.items.length).toBeGreaterThan(100);
        expect(sharedAskings(site)).toEqual([]);
      }
    for (const seed of [4, 5]) expect(sharedAskings(siteOfAllItems(seed))).toEqual([]);
  });

  it('have no typing error that makes one item ask for another, whatever is drawn', () => {
    const owner = new Map<string, string>();
    const shared: string[] = [];
    const take = (text: string, name: string): void => {
      const other = owner.get(queryKey(text));
      if (other !== undefined && other !== name) shared.push(`${text}: ${name}, ${other}`);
      owner.set(queryKey(text), name);
    };
    for (const { name, nameEn } of reference.items) {
      const said = commonName({ name, nameEn });
      [name, nameEn, said.zh, said.en].forEach((text) => {
        take(text, name);
      });
      for (const kind of [0.3, 0.7, 0.9])
        for (const place of steps(Math.max(name.length, 8))) take(mistyped(name, kind, place), name);
      for (const place of steps(2 * nameEn.length)) take(mistypedEnglish(nameEn, place), name);
    }
    expect(shared).toEqual([]);
  });

  it('have words of their own for every item that there is', () => {
    const plain = reference.items.filter((item) => commonName(item).zh === `办${item.name}`);
    expect(plain.map(({ name }) => name)).toEqual([]);
    for (const item of reference.items) {
      const { zh, en } = commonName(item);
      expect(`${zh}${en}`).not.toMatch(/[{}]/);
      expect(zh).toMatch(/^[\p{Script=Han}A-Z\d]+$/u);
      expect(en).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  it('are one error away from the name where they are mistyped, and short enough to be searched for', () => {
    const site = siteOfAllItems(6);
    for (const item of site.items) {
      const { typing, ...others } = askingsOf(site, item);
      expect(typing.zh).not.toBe(item.name);
      expect(typing.en).not.toBe(item.nameEn);
      expect(Math.abs(typing.zh.length - item.name.length)).toBeLessThanOrEqual(1);
      expect(Math.abs(typing.en.length - item.nameEn.length)).toBeLessThanOrEqual(1);
      for (const { zh, en } of [typing, ...Object.values(others)])
        expect(Math.max(zh.length, en.length)).toBeLessThanOrEqual(LONGEST_QUERY);
    }
  });

  it('are those of the same seed, and others for another', () => {
    const [site, again, other] = [siteOfAllItems(7), siteOfAllItems(7), siteOfAllItems(8)];
    const all = (of: SiteUnit): unknown => of.items.map((item) => askingsOf(of, item));
    expect(all(again)).toEqual(all(site));
    expect(all({ ...site, seed: 8 })).toEqual(all({ ...other, seed: 8 }));
    expect(all({ ...site, seed: 8 })).not.toEqual(all(site));
  });

  it('name no real place', () => {
    const names = reference.places.real.units
      .filter(({ fictional }) => !fictional)
      .flatMap(({ name, nameEn }) => [name, nameEn]);
    const site = siteOfAllItems(9);
    const text = JSON.stringify(site.items.map((item) => askingsOf(site, item)));
    expect(names.filter((name) => text.includes(name))).toEqual([]);
  });
});
