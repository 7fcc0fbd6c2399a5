import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inviteFirstAdministrator } from '../../src/jobs/access/invitations.ts';
import type { Deps } from '../../src/web/deps.ts';
import { startServer, type RunningServer } from '../../src/web/server.ts';
import { useScratch } from '../builders.ts';
import { depsOf } from '../web/fixture.ts';
import { axeFaults, inWindow, overflow } from './look-at-pages.ts';
import { browserFlags, executablePath } from './site-in-chromium.ts';

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

const PASSWORD = 'three kind blue whales';

/** The page keeps WCAG 2.2 AA and fits the window, in both languages. */
async function look(page: Page, address: string): Promise<void> {
  for (const lang of ['en', 'zh']) {
    await page.goto(`${address}${address.includes('?') ? '&' : '?'}lang=${lang}`);
    expect(await axeFaults(page), address).toEqual([]);
    expect(await overflow(page), address).toBe(0);
  }
}

describe.skipIf(executablePath === undefined)('a first start', () => {
  // Axe is a script: pages are looked at in a window that has scripts, and used in one that has none.
  it.each([390, 1280])(
    'leads to an administrator, a trainer and a key, and out again, without JavaScript (%s wide)',
    { timeout: 120_000 },
    async (width) => {
      const origin = `http://127.0.0.1:${String(server!.port)}`;
      const invitation = `${origin}/invitation?code=${inviteFirstAdministrator(deps.access, deps.now())!}`;
      await inWindow(browser, { width }, (page) => look(page, invitation));
      await inWindow(browser, { width, javaScriptEnabled: false }, async (page) => {
        const submit = (form: string): Promise<void> => page.click(`form[action^="${form}"] button`);
        const text = (selector: string): Promise<string> => page.innerText(selector);
        await page.goto(`${origin}/accounts`);
        expect(page.url()).toContain('/sign-in?to=%2Faccounts');
        await page.goto(`${invitation}&lang=zh`);
        await page.fill('#name', 'head-1');
        await page.fill('#password', PASSWORD);
        await page.fill('#again', PASSWORD);
        await submit('/invitation');
        expect(new URL(page.url()).pathname).toBe('/account');
        expect(await text('.account-link')).toBe('head-1');
        await page.goto(`${origin}/accounts`);
        await page.fill('#name', 'trainer-1');
        await page.selectOption('#role', 'trainer');
        await submit('/accounts');
        expect(await text('.callout .command')).toContain(`${origin}/invitation?code=`);
        await page.goto(`${origin}/keys`);
        await page.fill('#name', 'gateway');
        await page.selectOption('#scope', 'send');
        await submit('/keys');
        expect(await text('#new-key')).toMatch(/^hcp_/);
        const { cookies } = await page.context().storageState();
        await inWindow(browser, { width }, async (seen) => {
          await seen.context().addCookies(cookies);
          for (const path of ['/account', '/accounts', '/accounts/1', '/keys', '/audit-log', '/sign-in'])
            await look(seen, `${origin}${path === '/accounts/1' ? await firstAccount(page, origin) : path}`);
        });
        await page.goto(`${origin}/account`);
        await submit('/account/sessions');
        expect(new URL(page.url()).pathname).toBe('/sign-in');
        await page.context().addCookies(cookies);
        await page.goto(`${origin}/accounts`);
        expect(page.url()).toContain('/sign-in');
      });
    },
  );
});

/** The address of the first account of the list. */
async function firstAccount(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}/accounts`);
  return (await page.getAttribute('.accounts tbody a', 'href')) ?? '';
}
