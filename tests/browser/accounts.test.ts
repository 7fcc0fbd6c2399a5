import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { inviteFirstAdministrator } from '../../src/jobs/access/invitations.ts';
import { useFreshSite } from './fresh-site.ts';
import { inWindow } from './look-at-pages.ts';
import { executablePath } from './site-in-chromium.ts';

const { depsOf, browserOf, originOf, look } = useFreshSite();

const PASSWORD = 'three kind blue whales';

describe.skipIf(executablePath === undefined)('a first start', () => {
  // Axe is a script: pages are looked at in a window that has scripts, and used in one that has none.
  it.each([390, 1280])(
    'leads to an administrator, a trainer and a key, and out again, without JavaScript (%s wide)',
    { timeout: 120_000 },
    async (width) => {
      const origin = originOf();
      const deps = depsOf();
      const invitation = `/invitation?code=${inviteFirstAdministrator(deps.access, deps.now())!}`;
      await inWindow(browserOf(), { width }, (page) => look(page, invitation));
      await inWindow(browserOf(), { width, javaScriptEnabled: false }, async (page) => {
        const submit = (form: string): Promise<void> => page.click(`form[action^="${form}"] button`);
        const text = (selector: string): Promise<string> => page.innerText(selector);
        await page.goto(`${origin}/accounts`);
        expect(page.url()).toContain('/sign-in?to=%2Faccounts');
        await page.goto(`${origin}${invitation}&lang=zh`);
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
        await inWindow(browserOf(), { width }, async (seen) => {
          await seen.context().addCookies(cookies);
          for (const path of ['/account', '/accounts', '/accounts/1', '/keys', '/audit-log', '/sign-in'])
            await look(seen, path === '/accounts/1' ? await firstAccount(page, origin) : path);
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
