import { describe, expect, it } from 'vitest';
import { askingWays } from '../../../src/model/site/asking-ways.ts';
import { askAssistant } from '../../../src/portal/search/assistant.ts';
import { askingsOf } from '../../../src/portal/search/askings.ts';
import { searchIndexOf } from '../../../src/portal/search/search-index.ts';
import {
  assistantOutcomes,
  assistantTruthOf,
  firstPlaceChance,
} from '../../../src/portal/search/search-truth.ts';
import type { SiteUnit } from '../../../src/portal/site-unit.ts';
import { tinyUnits } from '../../builders.ts';
import { siteOfAllItems, sitesOf } from './site-of.ts';

/** What an answer turns out to be for somebody who knows which item was meant. */
const outcomeRead = (name: string, given: string | undefined): string =>
  given === undefined ? 'nothing' : given === name ? 'right' : 'neighbour';

const outcomesRead = (site: SiteUnit): string[] => {
  const index = searchIndexOf(site);
  return site.items.flatMap((item) => {
    const askings = askingsOf(site, item);
    return askingWays.flatMap((way) =>
      [askings[way].zh, askings[way].en].map((question) =>
        outcomeRead(item.name, askAssistant(index, question).item?.name),
      ),
    );
  });
};

const outcomesTrue = (site: SiteUnit): string[] =>
  site.items.flatMap((item) => {
    const truth = assistantTruthOf(site, item);
    return askingWays.flatMap((way) => [truth[way], truth[way]]);
  });

describe('the assistant of a site', () => {
  it('answers every asking as the truth says, in both languages', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const sites = sitesOf(seed, { units: [tinyUnits[seed % tinyUnits.length]!] });
      const site = sites[seed % sites.length]!;
      const part = { ...site, items: site.items.filter((_, i) => i % 3 === seed % 3) };
      expect(outcomesRead(part)).toEqual(outcomesTrue(part));
      const alone = { ...site, items: site.items.slice(seed, seed + 1) };
      expect(outcomesRead(alone)).toEqual(outcomesTrue(alone));
    }
  });

  it('is right as often as the search finds first, and errs in both ways', () => {
    const site = { ...siteOfAllItems(2), search: 0.7 };
    for (const way of askingWays) {
      const truths = site.items.map((item) => assistantTruthOf(site, item)[way]);
      const share = truths.filter((truth) => truth === 'right').length / truths.length;
      expect(Math.abs(share - firstPlaceChance(site, way))).toBeLessThan(0.08);
      expect(new Set(truths).size).toBe(assistantOutcomes.length);
    }
  });

  it('answers with an item much like the one meant where it errs', () => {
    const site = siteOfAllItems(2);
    const index = searchIndexOf(site);
    const neighbour = (name: string): string =>
      index.neighbourOf(site.items.find((item) => item.name === name)!)!.name;
    expect(neighbour('食品经营许可')).toMatch(/^食品经营许可/);
    expect(neighbour('居民身份证换领')).toMatch(/身份证/);
  });

  it('names item and office, and does not pretend where it finds nothing', () => {
    const index = searchIndexOf({ ...siteOfAllItems(2), search: 0.999_999 });
    const { text, item } = askAssistant(index, '考教师证');
    expect(item!.name).toBe('教师资格认定');
    expect(text.zh).toContain('“教师资格认定”');
    expect(text.en).toContain(item!.officeLine.nameEn);
    expect(askAssistant(index, '火锅').item).toBeNull();
    expect(askAssistant(index, '').item).toBeNull();
    expect(askAssistant(index, '护照').item!.name).toBe('普通护照签发');
  });
});
