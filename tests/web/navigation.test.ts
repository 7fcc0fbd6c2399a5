import type { HTMLElement } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { routes } from '../../src/web/routes.ts';
import { useScratch } from '../builders.ts';
import { parsePage, useSite, wordsOf } from './fixture.ts';

const site = useSite(useScratch());

const hrefs = (page: HTMLElement, selector: string): string[] =>
  page.querySelectorAll(`${selector} a`).map((link) => link.getAttribute('href')!.replaceAll('&amp;', '&'));
const current = (page: HTMLElement, selector: string): string[] =>
  page.querySelectorAll(`${selector} a[aria-current]`).map(wordsOf);

describe('the sections of the site', () => {
  it('are four, and begin with their first pages', async () => {
    const page = await site().page('/?lang=en');
    expect(page.querySelectorAll('.sections a').map(wordsOf)).toEqual([
      'Results',
      'Method',
      'Data',
      'Training',
    ]);
    expect(hrefs(page, '.sections').map((href) => href.split('?')[0])).toEqual([
      '/',
      '/method',
      '/scenario',
      '/training',
    ]);
  });

  it('lead to every page that needs no further word', async () => {
    const listed = hrefs(await site().page('/'), '.all-pages').map((href) => href.split('?')[0]);
    const below = [
      ...['/search', '/method/own', '/choices/uncertainty', '/editions/formula', '/runs/compare'],
      '/laboratory/bias',
      '/laboratory/two-worlds',
      '/laboratory/detectors',
      '/laboratory/detectors/effect',
      '/laboratory/ladder',
    ];
    const pages = routes
      .filter(({ right, path }) => right === 'read' || path === '/training')
      .map(({ path }) => path)
      .filter((path) => !/^\/(files|api|healthz)|:/.test(path) && !below.includes(path));
    expect(listed.sort()).toEqual(pages.sort());
  });

  it('mark the page that is shown, in its section alone', async () => {
    const addresses = hrefs(await site().page('/?lang=en'), '.all-pages');
    expect(addresses.length).toBeGreaterThan(12);
    for (const address of addresses) {
      // It leads to the report of a period, which stands below it.
      if (address.startsWith('/report')) continue;
      const page = await site().page(address);
      const shown = page.querySelectorAll('.section-pages a[aria-current="page"]');
      expect(shown.map((link) => link.getAttribute('href')!.replaceAll('&amp;', '&'))).toEqual([address]);
      expect(current(page, '.sections'), address).toHaveLength(1);
    }
  });

  it.each([
    ['/units/981100', 'Results', 'true'],
    ['/report/2025', 'Results', 'true'],
    ['/units/981100/indicators/goodRate', 'Results', 'true'],
    ['/explain?unit=981100&figure=rank', 'Method', 'page'],
    ['/editions/formula', 'Method', 'true'],
    ['/laboratory/bias', 'Method', 'true'],
    ['/laboratory/detectors/pad-surplus', 'Method', 'true'],
    ['/runs/1/quality', 'Data', 'true'],
    ['/refusals/1', 'Data', 'true'],
    ['/training/practice/verdict?seed=1', 'Training', 'true'],
    ['/lessons/first-tie', 'Training', 'true'],
    ['/sites/981100', 'Training', 'true'],
  ])('hold %s, below one of their pages', async (address, section, state) => {
    const page = await site().page(`${address}${address.includes('?') ? '&' : '?'}lang=en`);
    expect(current(page, '.sections')).toEqual([section]);
    const marked = page.querySelectorAll('.section-pages [aria-current]');
    expect(marked.map((link) => link.getAttribute('aria-current'))).toEqual([state]);
  });

  it('stand around a page that does not exist, with nothing marked', async () => {
    const page = parsePage((await site().get('/nothing?lang=en')).text);
    expect(page.querySelectorAll('.sections a')).toHaveLength(4);
    expect(
      page.querySelectorAll('.site-head .sections [aria-current], .section-pages [aria-current]'),
    ).toEqual([]);
  });

  it('pass on language and period', async () => {
    const page = await site().page('/items?lang=en&period=2025-Q1&q=card');
    for (const href of hrefs(page, '.all-pages')) {
      expect(href).toContain('lang=en&period=2025-Q1');
      expect(href).not.toContain('q=card');
    }
  });
});

describe('the start', () => {
  it('says what to do to three kinds of readers, each with addresses that answer', async () => {
    const page = await site().page('/?lang=en');
    expect(page.querySelectorAll('.first-steps h3').map(wordsOf)).toEqual([
      'Integration engineers',
      'Lecturers and analysts',
      'Trainers',
    ]);
    for (const href of hrefs(page, '.first-steps')) {
      if (href.startsWith('#')) expect(page.querySelector(href)).not.toBeNull();
      else await site().page(href);
    }
  });
});
