import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../../src/web/server.ts';
import { useScratch } from '../builders.ts';
import { depsOf, filledStore } from '../web/fixture.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const paths = [
  '/',
  '/units/330000',
  '/units/330100/indicators/goodRate',
  '/items',
  '/channels',
  '/method',
  '/targets',
  '/runs',
  '/runs/1/quality',
  '/runs/compare?a=1&b=1',
  '/scenario?preset=tiny&regime=published&show=preview&handling.supplement=0.2',
  '/scenario?answering.online=2&units=123&demand.month.1=x',
  '/refusals',
  '/nothing',
];

const scratch = useScratch();
let browser: Browser | undefined;
let server: RunningServer | undefined;
let origin = '';

beforeAll(async () => {
  if (executablePath === undefined) {
    if (process.env['HAOCHAPING_BROWSER'] === 'required') {
      throw new Error('there is no Chromium, and HAOCHAPING_BROWSER=required demands one');
    }
    return;
  }
  const store = await filledStore(scratch);
  server = await startServer(depsOf(store), 0);
  origin = `http://127.0.0.1:${String(server.port)}`;
  browser = await chromium.launch({ executablePath, args: flags });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Work in a window of its own; afterwards nothing may have gone wrong in it. */
async function inWindow(
  options: { width: number; colorScheme?: 'light' | 'dark'; javaScriptEnabled?: boolean },
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const { width, ...rest } = options;
  const context = await browser!.newContext({
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

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 120)}`),
  );
}

describe.skipIf(executablePath === undefined)('in Chromium', () => {
  it.each([
    ['zh', 'light'],
    ['en', 'dark'],
  ] as const)('every page keeps WCAG 2.2 AA (%s, %s)', { timeout: 120_000 }, async (lang, colorScheme) => {
    await inWindow({ width: 1280, colorScheme }, async (page) => {
      for (const path of paths) {
        await page.goto(`${origin}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        expect(await axeFaults(page), path).toEqual([]);
        expect(await overflow(page), `${path} at 1280`).toBe(0);
      }
    });
  });

  it.each(['zh', 'en'])('every page fits a telephone (%s)', async (lang) => {
    await inWindow({ width: 390 }, async (page) => {
      for (const path of paths) {
        await page.goto(`${origin}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        expect(await overflow(page), `${path} at 390`).toBe(0);
      }
    });
  });

  it('changes the period with a key alone, and without JavaScript by its button', async () => {
    await inWindow({ width: 1280 }, async (page) => {
      await page.goto(`${origin}/channels?unit=330000`);
      await Promise.all([page.waitForURL(/period=2025-Q1/), page.selectOption('#period', '2025-Q1')]);
      expect(page.url()).toContain('unit=330000');
    });
    await inWindow({ width: 1280, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${origin}/?sort=name`);
      await page.selectOption('#period', '2025-Q1');
      await page.click('.period button');
      expect(page.url()).toMatch(/sort=name&period=2025-Q1/);
    });
  });

  it('leads a keyboard past the frame to the content', async () => {
    await inWindow({ width: 1280 }, async (page) => {
      await page.goto(`${origin}/`);
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
        await page.goto(`${origin}/scenario?preset=tiny&lang=en`);
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
      await page.goto(`${origin}/scenario?answering.online=2&lang=en`);
      await page.focus('.callout.fault a');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-answering-online');
    });
  });
});
