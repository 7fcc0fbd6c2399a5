import { describe, expect, it } from 'vitest';
import { findNames } from '../../src/web/search/find-names.ts';
import { useScratch } from '../builders.ts';
import { hostile, parsePage, useSite, wordsOf } from './fixture.ts';

const site = useSite(useScratch());

const thing = (name: string, nameEn = '', code = '') => ({ name, nameEn, code });

describe('names that are looked for', () => {
  it('come exact first, then by their beginning, then by a part, shorter ones before longer ones', () => {
    const things = ['新办社保卡', '社保卡补领', '社保卡', '社保卡挂失和解挂', '居住证'].map((name) =>
      thing(name),
    );
    expect(findNames(things, '社保卡').map(({ name }) => name)).toEqual([
      '社保卡',
      '社保卡补领',
      '社保卡挂失和解挂',
      '新办社保卡',
    ]);
  });

  it('are found in English whatever the case and width of letters, and by code', () => {
    const things = [thing('甲', 'Good-rating rate'), thing('乙', 'Rating channels', '981100')];
    expect(findNames(things, 'rating').map(({ name }) => name)).toEqual(['乙', '甲']);
    expect(findNames(things, '  ＧＯＯＤ-rating ').map(({ name }) => name)).toEqual(['甲']);
    expect(findNames(things, '9811').map(({ name }) => name)).toEqual(['乙']);
    expect(findNames(things, ' ')).toEqual([]);
    expect(findNames(things, '-')).toEqual([]);
    expect(findNames(things, 'none')).toEqual([]);
  });

  it.each(['guangdong', 'guang dong', 'Guang-dong', '广 东'])('are found as %s', (asked) => {
    expect(findNames([thing('广东', 'Guangdong'), thing('广西', 'Guangxi')], asked)).toHaveLength(1);
  });

  it.each(['xian', "xi'an", 'Xi’an'])('are found without their apostrophe, as %s', (asked) => {
    expect(findNames([thing('西安', "Xi'an")], asked)).toHaveLength(1);
  });
});

const found = async (q: string, lang = 'en') => {
  const page = await site().page(`/search?q=${encodeURIComponent(q)}&lang=${lang}`);
  return page.querySelectorAll('.found li').map((one) => ({
    name: wordsOf(one.querySelector('a')),
    href: one.querySelector('a')!.getAttribute('href')!.replaceAll('&amp;', '&'),
    what: wordsOf(one.querySelector('.mark')),
  }));
};

describe('the search', () => {
  it.each([
    ['981100', 'Unit', '/units/981100?lang=en'],
    ['区域1', 'Region', '/regions/region-1?lang=en'],
    ['Good-rating rate', 'Indicator', '/method?lang=en#goodRate'],
    ['activeGoodRate', 'Indicator', '/method?lang=en#activeGoodRate'],
    ['refused', 'Page', '/refusals?lang=en'],
  ])('finds %s, in either language, and leads to it', async (q, what, href) => {
    const results = await found(q);
    expect(results[0]).toMatchObject({ what, href });
    const page = await site().page(href);
    const [, anchor] = href.split('#');
    if (anchor !== undefined) expect(page.querySelector(`#${anchor}`)).not.toBeNull();
  });

  it('finds items once, however many offices offer them, and leads to their ratings', async () => {
    const results = (await found('社会保障卡', 'zh')).filter(({ what }) => what === '事项');
    expect(results.length).toBeGreaterThan(0);
    expect(new Set(results.map(({ href }) => href)).size).toBe(results.length);
    expect(wordsOf((await site().page(results[0]!.href)).querySelector('.items'))).toContain(
      results[0]!.name,
    );
  });

  it('finds every unit by its name', async () => {
    const page = await site().page('/units?lang=zh');
    const units = page.querySelectorAll('.unit-list a').slice(0, 5);
    for (const unit of units) {
      const [first] = await found(wordsOf(unit), 'zh');
      expect(first).toMatchObject({ what: '单位', name: wordsOf(unit) });
    }
  });

  it('asks for a text where there is none, and says where nothing is found', async () => {
    expect(wordsOf(await site().page('/search?lang=en'))).toContain('Enter a text to look for');
    expect(wordsOf(await site().page('/search?lang=en&q=%20'))).toContain('Enter a text to look for');
    expect(wordsOf(await site().page('/search?lang=en&q=zzzz'))).toContain('No name or code has “zzzz”');
  });

  it('refuses a text that no name is as long as', async () => {
    const response = await site().get(`/search?lang=en&q=${'a'.repeat(61)}`);
    expect(response.status).toBe(400);
    expect(wordsOf(parsePage(response.text).querySelector('.message'))).toMatch(/ q .*60 characters/);
  });

  it('lists no more than can be read, and says how many there are', async () => {
    const page = await site().page('/search?lang=en&q=9');
    expect(page.querySelectorAll('.found li')).toHaveLength(50);
    expect(wordsOf(page.querySelector('#found-heading'))).toMatch(/\d+ found, the first 50/);
  });

  it('prints what was asked as text', async () => {
    const { text } = await site().get(`/search?q=${encodeURIComponent(hostile)}`);
    expect(text).not.toContain(hostile);
    expect(text).not.toContain('<script>alert');
    expect(parsePage(text).querySelector('#search')!.getAttribute('value')).toBe(hostile);
  });

  it('stands in the head of every page, keeping language and period', async () => {
    const page = await site().page('/items?lang=en&period=2025-Q1&unit=981100');
    const fields = page
      .querySelectorAll('form.search input[type="hidden"]')
      .map((one) => [one.getAttribute('name'), one.getAttribute('value')]);
    expect(fields).toEqual([
      ['lang', 'en'],
      ['period', '2025-Q1'],
    ]);
  });
});
