import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { inLanguage, type SiteInChromium } from './site-in-chromium.ts';

/** How a page is looked at: its language, its colours, and the width of the window. */
export interface Manner {
  readonly lang: 'zh' | 'en';
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
}

/** Width of the window of a telephone. */
const TELEPHONE = 390;

/** Pages take turns in these; `npm run prove` in full looks at every page in each of them. */
export const manners: readonly Manner[] = [
  { lang: 'zh', colorScheme: 'light', width: 1280 },
  { lang: 'en', colorScheme: 'dark', width: TELEPHONE },
  { lang: 'zh', colorScheme: 'light', width: TELEPHONE },
  { lang: 'en', colorScheme: 'light', width: 1920 },
];

/** Work in a window of its own; afterwards nothing may have gone wrong in it. */
export async function inWindow(
  browser: Browser,
  options: { width: number; colorScheme?: 'light' | 'dark'; javaScriptEnabled?: boolean },
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const { width, ...rest } = options;
  const context = await browser.newContext({
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

export const overflow = (page: Page): Promise<number> =>
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

export async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // A page has no frames, and what passes is not listed: each took as long as the rules themselves.
    .setLegacyMode()
    // Rules by default: those of WCAG and those of good practice.
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 120)}`),
  );
}

/** Looks at pages in one manner: each keeps WCAG 2.2 AA and good practice, and nothing of it is wider than the window. */
export async function lookAt(
  { browser, origin }: SiteInChromium,
  { lang, ...window }: Manner,
  pages: readonly string[],
): Promise<void> {
  await inWindow(browser, window, async (page) => {
    for (const path of pages) {
      await page.goto(origin + inLanguage(path, lang));
      expect(await axeFaults(page), path).toEqual([]);
      expect(await overflow(page), path).toBe(0);
      if (window.width === TELEPHONE) expect(await cutOff(page), path).toEqual([]);
    }
  });
}
