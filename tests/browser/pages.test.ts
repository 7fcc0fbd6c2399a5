import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { executablePath, inLanguage, paths, useSiteInChromium } from './site-in-chromium.ts';

const site = useSiteInChromium();

/** Work in a window of its own; afterwards nothing may have gone wrong in it. */
async function inWindow(
  options: { width: number; colorScheme?: 'light' | 'dark'; javaScriptEnabled?: boolean },
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const { width, ...rest } = options;
  const context = await site().browser.newContext({
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
    ...rest,
  });
  try {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 40[04]/.test(message.text())) faults.push(message.text());
    });
    await work(page);
    expect(faults).toEqual([]);
  } finally {
    await context.close();
  }
}

/** Width of the window of a telephone. */
const TELEPHONE = 390;

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What reaches beyond the window or its panel and is not in a box that scrolls: it is cut, or lies over the edge. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scrolls = (element: Element): boolean =>
      /auto|scroll/.test(getComputedStyle(element).overflowX) ||
      (element.parentElement !== null && scrolls(element.parentElement));
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { right, width } = element.getBoundingClientRect();
        const edge = element.closest('.panel')?.getBoundingClientRect().right ?? innerWidth;
        const parent = element.parentElement;
        return (
          width > 1 &&
          right > edge + 1 &&
          !element.closest('.unseen, svg') &&
          !(parent !== null && scrolls(parent))
        );
      })
      .map((element) => element.outerHTML.slice(0, 80));
  });

async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // A page has no frames, and what passes is not listed: each took as long as the rules themselves.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 120)}`),
  );
}

describe.skipIf(executablePath === undefined)('in Chromium', () => {
  it.each([
    ['zh', 'light', 1280],
    ['en', 'dark', TELEPHONE],
  ] as const)(
    'every page keeps WCAG 2.2 AA, and nothing of it is wider than the window (%s, %s, %i wide)',
    { timeout: 240_000 },
    async (lang, colorScheme, width) => {
      await inWindow({ width, colorScheme }, async (page) => {
        for (const path of paths) {
          await page.goto(site().origin + inLanguage(path, lang));
          expect(await axeFaults(page), path).toEqual([]);
          expect(await overflow(page), path).toBe(0);
          if (width === TELEPHONE) expect(await cutOff(page), path).toEqual([]);
        }
      });
    },
  );

  // In English above.
  it('every page fits a telephone in Chinese, too, wide tables in a box of their own', async () => {
    await inWindow({ width: TELEPHONE }, async (page) => {
      for (const path of paths) {
        await page.goto(site().origin + inLanguage(path, 'zh'));
        expect(await overflow(page), path).toBe(0);
        expect(await cutOff(page), path).toEqual([]);
      }
    });
  });

  it.each(['zh', 'en'])('the page of runs shows the whole of its table on a desk (%s)', async (lang) => {
    await inWindow({ width: 1280 }, async (page) => {
      await page.goto(`${site().origin}/runs?lang=${lang}`);
      const hidden = await page.$$eval('.table-scroll', (boxes) =>
        boxes.map((box) => box.scrollWidth - box.clientWidth),
      );
      expect(hidden).toEqual([0]);
    });
  });

  it.each(['zh', 'en'])('the tiles fit a telephone and can be read there (%s)', async (lang) => {
    await inWindow({ width: 390 }, async (page) => {
      await page.goto(`${site().origin}/?lang=${lang}`);
      const map = await page.$eval('.tile-map', (svg) => {
        const { left, right } = svg.getBoundingClientRect();
        return { left, right, box: svg.parentElement!.scrollWidth - svg.parentElement!.clientWidth };
      });
      expect(map.left).toBeGreaterThanOrEqual(0);
      expect(map.right).toBeLessThanOrEqual(390);
      expect(map.box).toBe(0);
      const faults = await page.$$eval('.tile-map .tile-group', (tiles) =>
        tiles.flatMap((tile) => {
          const square = tile.querySelector('rect')!.getBoundingClientRect();
          const texts = [...tile.querySelectorAll('text')].filter((text) => text.getClientRects().length > 0);
          const boxes = texts.map((text) => text.getBoundingClientRect());
          const named = texts.some((text) => /tile-(name|letters)/.test(text.getAttribute('class') ?? ''));
          const inside = boxes.every((one) => one.left >= square.left - 1 && one.right <= square.right + 1);
          return named && inside && boxes.every(({ height }) => height >= 9) ? [] : [tile.textContent];
        }),
      );
      expect(faults).toEqual([]);
    });
  });

  it('changes the period with a key alone, and without JavaScript by its button', async () => {
    await inWindow({ width: 1280 }, async (page) => {
      await page.goto(`${site().origin}/channels?unit=981100`);
      await Promise.all([page.waitForURL(/period=2025-Q1/), page.selectOption('#period', '2025-Q1')]);
      expect(page.url()).toContain('unit=981100');
    });
    await inWindow({ width: 1280, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${site().origin}/?sort=name`);
      await page.selectOption('#period', '2025-Q1');
      await page.click('.period button');
      expect(page.url()).toMatch(/sort=name&period=2025-Q1/);
    });
  });

  it('leads a keyboard past the frame to the content', async () => {
    await inWindow({ width: 1280 }, async (page) => {
      await page.goto(`${site().origin}/`);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    });
  });

  it('follows a run from the editor to its end, by script and without', { timeout: 120_000 }, async () => {
    for (const javaScriptEnabled of [true, false]) {
      await inWindow({ width: 390, javaScriptEnabled }, async (page) => {
        page.setDefaultTimeout(90_000);
        await page.goto(`${site().origin}/scenario?preset=tiny&lang=en`);
        await page.fill('#f-name', `followed-${String(javaScriptEnabled)}`);
        await page.fill('#f-casesPerYear', '100000');
        await page.click('button[formaction]');
        await page.waitForURL(/\/runs\/jobs\/[0-9a-f]{8}/);
        if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
        await page.waitForSelector('.state-done');
        expect(await page.textContent('.job-state')).toBe('Done');
        expect(await overflow(page)).toBe(0);
        if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
      });
    }
  });

  it('leads from the list of faults to the field, by key', async () => {
    await inWindow({ width: 1280 }, async (page) => {
      await page.goto(`${site().origin}/scenario?answering.online=2&lang=en`);
      await page.focus('.callout.fault a');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-answering-online');
    });
  });
});
