import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Deps } from '../../src/web/deps.ts';
import { startServer, type RunningServer } from '../../src/web/server.ts';
import { useScratch } from '../builders.ts';
import { depsOf } from '../web/fixture.ts';
import { aClass } from '../web/in-class.ts';
import { anAccount, signedIn } from '../web/signed-in.ts';
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

const originOf = (): string => `http://127.0.0.1:${String(server!.port)}`;

/** The page keeps WCAG 2.2 AA and fits the window, in both languages. */
async function look(page: Page, path: string): Promise<void> {
  for (const lang of ['en', 'zh']) {
    await page.goto(`${originOf()}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
    expect(await axeFaults(page), path).toEqual([]);
    expect(await overflow(page), path).toBe(0);
  }
}

/** Cookies of a header, as a browser keeps them. */
const cookiesIn = (header: string) =>
  header.split('; ').map((one) => {
    const [name = '', value = ''] = one.split('=', 2);
    return { name, value, url: originOf() };
  });

describe.skipIf(executablePath === undefined)('a class', () => {
  it(
    'is opened by a trainer, entered and answered on a telephone without JavaScript, and read by the trainer',
    { timeout: 120_000 },
    async () => {
      const trainer = signedIn(deps, anAccount(deps, 'trainer'))['cookie']!;
      await inWindow(browser, { width: 1280 }, async (desk) => {
        await desk.context().addCookies(cookiesIn(trainer));
        await desk.goto(`${originOf()}/training/classes?lang=zh`);
        await desk.fill('#name', '一班');
        await desk.fill('#each', '1');
        await desk.click('form[action^="/training/classes"] button');
        const code = await desk.innerText('#class-code');
        expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
        await inWindow(browser, { width: 390, javaScriptEnabled: false }, async (telephone) => {
          await telephone.goto(`${originOf()}/training?class=${code}&lang=zh`);
          await telephone.fill('#name', '云雀07');
          await telephone.click('form[action^="/training/enter"] button');
          expect(await telephone.innerText('#return-code')).toMatch(/^\w{8}$/);
          expect(await telephone.locator('.desk tbody tr').count()).toBe(5);
          for (let place = 1; place <= 5; place++) {
            await telephone.goto(`${originOf()}/training/desk/${String(place)}`);
            // The last kind has records to open.
            if (place === 5) {
              await telephone.locator('.drills-closed button').first().click();
              expect(await telephone.locator('.drill tbody tr').count()).toBe(8);
            }
            for (const field of await telephone.locator('fieldset:has(input[type=radio])').all())
              await field.locator('input').first().check();
            for (const field of await telephone.locator('.answer-number input').all())
              await field.fill('12.5');
            await telephone.click('.answer-form button');
            expect(await telephone.innerText('[role=status]')).toMatch(/代价/);
          }
        });
        await desk.goto(`${originOf()}/training/classes/${code}`);
        expect(await desk.locator('.class-answers tbody td a').count()).toBe(5);
      });
    },
  );

  it.each([390, 1280])('has pages that anybody can use (%s wide)', { timeout: 120_000 }, async (width) => {
    const trainer = signedIn(deps, anAccount(deps, 'trainer'))['cookie']!;
    const { code, cookie } = aClass(deps);
    await inWindow(browser, { width }, async (page) => {
      await page.context().addCookies(cookiesIn(`${trainer}; ${cookie}`));
      for (const path of [
        '/training',
        '/training/classes',
        `/training/classes/${code}`,
        `/training/classes/${code}/trainees/1/1`,
        '/training/desk',
        '/training/desk/1',
        '/training/sheet/figures?n=2',
        '/training/practice/verdict?seed=2',
        '/training/practice/recheck?seed=2',
        '/training/practice/statement?seed=2',
        '/training/practice/data-check?seed=2&open=a',
      ])
        await look(page, path);
    });
  });
});
