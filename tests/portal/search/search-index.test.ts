import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askingWays, HITS_A_PAGE } from '../../../src/model/site/asking-ways.ts';
import { askingsOf } from '../../../src/portal/search/askings.ts';
import { searchIndexOf, type SearchIndex } from '../../../src/portal/search/search-index.ts';
import { firstPlaceChance, searchPlacesOf } from '../../../src/portal/search/search-truth.ts';
import type { SiteItem, SiteUnit } from '../../../src/portal/site-unit.ts';
import { tinyUnits } from '../../builders.ts';
import { siteOfAllItems, sitesOf } from './site-of.ts';

/** Reads a list of hits page by page as somebody at the screen does, who gives up after two pages. */
function placeRead(index: SearchIndex, query: string, name: string): number {
  const { hits } = index.search(query);
  for (const page of [0, 1]) {
    const shown = hits.slice(page * HITS_A_PAGE, (page + 1) * HITS_A_PAGE).map((hit) => hit.name);
    if (shown.includes(name)) return page * HITS_A_PAGE + shown.indexOf(name) + 1;
  }
  return 0;
}

const placesRead = (index: SearchIndex, items: readonly SiteItem[]): unknown =>
  items.map((item) => {
    const askings = askingsOf(index.site, item);
    return askingWays.map((way) => [
      placeRead(index, askings[way].zh, item.name),
      placeRead(index, askings[way].en, item.name),
    ]);
  });

const placesTrue = (site: SiteUnit, items: readonly SiteItem[]): unknown =>
  items.map((item) => {
    const places = searchPlacesOf(site, item);
    return askingWays.map((way) => [places[way], places[way]]);
  });

const seeds = Array.from({ length: 20 }, (_, i) => i + 1);
const [small] = sitesOf(3);
const big = siteOfAllItems(3);
const ofBig = searchIndexOf(big);

describe('the search of a site', () => {
  it('shows every item at its place of the truth for each asking, in both languages', () => {
    for (const seed of seeds) {
      const sites = sitesOf(seed, { units: [tinyUnits[seed % tinyUnits.length]!] });
      const site = sites[seed % sites.length]!;
      const index = searchIndexOf(site);
      // Every fifth item, other ones for each seed.
      const items = site.items.filter((_, i) => i % 5 === seed % 5);
      expect(placesRead(index, items)).toEqual(placesTrue(site, items));
    }
  });

  it('keeps to the truth where a unit has fewer items than places', () => {
    for (const few of [1, 2, 5, 12, 21])
      for (const seed of seeds) {
        const site = { ...small!, seed, search: 0.1, items: small!.items.slice(0, few) };
        const index = searchIndexOf(site);
        expect(placesRead(index, site.items)).toEqual(placesTrue(site, site.items));
      }
  });

  it('lists twenty other hits beside an item that is asked for, where the unit has as many', () => {
    for (const item of big.items.slice(0, 60)) {
      const { hits } = ofBig.search(askingsOf(big, item).common.zh);
      expect(hits.filter((hit) => hit !== item).length).toBeGreaterThanOrEqual(20);
      expect(new Set(hits).size).toBe(hits.length);
    }
  });

  it('leaves askings and places of all others as they are when an item is added, and other units alone', () => {
    const site: SiteUnit = { ...big, items: big.items.filter(({ slot }) => slot !== 40) };
    for (const item of site.items) {
      expect(askingsOf(site, item)).toEqual(askingsOf(big, item));
      expect(searchPlacesOf(site, item)).toEqual(searchPlacesOf(big, item));
    }
    const one = sitesOf(4, { units: ['330000'] })[0]!;
    const among = sitesOf(4, { units: ['520000', '330000'] }).find(({ index }) => index === one.index)!;
    expect(placesTrue(among, among.items)).toEqual(placesTrue(one, one.items));
  });

  it('finds first as often as is said, and less by harder ways', () => {
    const n = 12 * big.items.length;
    for (const search of [0.5, 0.9]) {
      for (const way of askingWays) {
        let [first, later, secondPage, none] = [0, 0, 0, 0];
        for (let seed = 0; seed < 12; seed++)
          for (const item of big.items) {
            const place = searchPlacesOf({ ...big, seed, search }, item)[way];
            if (place === 1) first++;
            else later++;
            if (place > HITS_A_PAGE) secondPage++;
            if (place === 0) none++;
          }
        const chance = firstPlaceChance({ search }, way);
        const spread = (p: number, of: number): number => 4 * Math.sqrt((p * (1 - p)) / of);
        expect(Math.abs(first / n - chance)).toBeLessThan(spread(chance, n));
        expect(Math.abs(secondPage / later - 0.12)).toBeLessThan(spread(0.12, later));
        expect(Math.abs(none / later - 0.13)).toBeLessThan(spread(0.13, later));
      }
    }
    const chances = askingWays.map((way) => firstPlaceChance({ search: 0.9 }, way));
    expect(chances.map((chance) => chance.toFixed(3))).toEqual(['0.900', '0.802', '0.731', '0.768']);
  });

  it('takes a query typed in another width, case or spacing as the same', () => {
    const item = big.items.find(({ name }) => name === '娱乐场所经营许可')!;
    const { hits } = ofBig.search('开KTV');
    for (const query of [' 开ktv ', '开 ＫＴＶ！', '「开 Ktv」？'])
      expect(ofBig.search(query).hits).toEqual(hits);
    expect(ofBig.askedFor('Open  KARAOKE-bar.')).toEqual({ item, way: 'common' });
  });

  it('ranks what is no asking by likeness', () => {
    const names = (query: string): string[] =>
      ofBig
        .search(query)
        .hits.slice(0, 5)
        .map(({ name }) => name);
    expect(names('护照')[0]).toBe('普通护照签发');
    expect(names('公积金 买房')[0]).toMatch(/公积金/);
    expect(names('pasport')[0]).toBe('普通护照签发');
    expect(names('driving licences').join()).toMatch(/驾驶证/);
    expect(names('证').length).toBe(5);
  });

  it('has a kind word for a query that is empty or like nothing', () => {
    for (const query of ['', '   ', '，。！？', '\u0000']) {
      const { hits, notices } = ofBig.search(query);
      expect(hits).toEqual([]);
      expect(notices.map(({ zh }) => zh)).toEqual([expect.stringMatching(/^请输入/)]);
    }
    for (const query of ['火锅', 'zzzz', 'how are you']) {
      const { hits, notices } = ofBig.search(query);
      expect(hits).toEqual([]);
      expect(notices.map(({ zh }) => zh)).toEqual([expect.stringMatching(/^没有找到/)]);
    }
  });

  it('cuts a long query at 100 characters, and says so', () => {
    const whole = ofBig.search('𠮷'.repeat(100));
    expect([whole.query, whole.notices.length]).toEqual(['𠮷'.repeat(100), 1]);
    const { query, notices } = ofBig.search(`${'𠮷'.repeat(100)}护照`);
    expect(query).toBe('𠮷'.repeat(100));
    expect(notices[0]!.zh).toMatch(/过长/);
    expect(ofBig.search('护照'.repeat(1_000_000)).query.length).toBe(100);
  });

  it('answers any query in the same way twice, without an error', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 250 }),
          fc.string({ unit: 'grapheme', maxLength: 120 }),
          fc.string({ unit: fc.constantFrom(...Array.from('办证登记换公积金 licence?')), maxLength: 120 }),
        ),
        (query) => {
          const result = ofBig.search(query);
          expect(ofBig.search(query)).toEqual(result);
          expect(new Set(result.hits).size).toBe(result.hits.length);
          expect(result.hits.length > 0 || result.notices.length > 0).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is quick', () => {
    const site = { ...big, items: big.items.slice(0, 300) };
    const least = (times: number, work: () => unknown): number => {
      let best = Infinity;
      for (let i = 0; i < times; i++) {
        const from = performance.now();
        work();
        best = Math.min(best, performance.now() - from);
      }
      return best;
    };
    expect(least(20, () => searchIndexOf(site))).toBeLessThan(50);
    const index = searchIndexOf(site);
    for (const query of [
      askingsOf(site, site.items[7]!).need.zh,
      askingsOf(site, site.items[7]!).need.en,
      '许可登记变更备案'.repeat(13),
      'licenec permti regsiter '.repeat(5),
      'abcdefghijklmnopqrstuvwxyz'.repeat(4),
    ])
      expect(least(10, () => index.search(query))).toBeLessThan(5);
  });
});
