import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Deps } from '../../src/web/deps.ts';
import { startServer, type RunningServer } from '../../src/web/server.ts';
import { useScratch } from '../builders.ts';
import { depsOf } from '../web/fixture.ts';
import { axeFaults, overflow } from './look-at-pages.ts';
import { browserFlags, executablePath } from './site-in-chromium.ts';

/** A new server for each test of a file, and one Chromium for all of them. */
export function useFreshSite() {
  const scratch = useScratch();
  let deps: Deps;
  let server: RunningServer | undefined;
  let browser: Browser;
  beforeAll(async () => {
    if (executablePath !== undefined) browser = await chromium.launch({ executablePath, args: browserFlags });
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    deps = depsOf(scratch.store());
    server = await startServer(deps, 0);
  });
  afterEach(() => server?.close());
  const originOf = (): string => `http://127.0.0.1:${String(server!.port)}`;
  return {
    depsOf: () => deps,
    browserOf: () => browser,
    originOf,
    /** The page keeps WCAG 2.2 AA and good practice and fits the window, in both languages. */
    look: async (page: Page, path: string): Promise<void> => {
      for (const lang of ['en', 'zh']) {
        await page.goto(`${originOf()}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        expect(await axeFaults(page), path).toEqual([]);
        expect(await overflow(page), path).toBe(0);
      }
    },
    /** Cookies of a header, as a browser keeps them. */
    cookiesIn: (header: string) =>
      header.split('; ').map((one) => {
        const [name = '', value = ''] = one.split('=', 2);
        return { name, value, url: originOf() };
      }),
  };
}
