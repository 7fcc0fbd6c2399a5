import { describe, expect, it } from 'vitest';
import { aClass } from '../web/in-class.ts';
import { anAccount, signedIn } from '../web/signed-in.ts';
import { useFreshSite } from './fresh-site.ts';
import { inWindow } from './look-at-pages.ts';
import { executablePath } from './site-in-chromium.ts';

const { depsOf, browserOf, originOf, look, cookiesIn } = useFreshSite();

describe.skipIf(executablePath === undefined)('a class', () => {
  it(
    'is opened by a trainer, entered and answered on a telephone without JavaScript, and read by the trainer',
    { timeout: 120_000 },
    async () => {
      const trainer = signedIn(depsOf(), anAccount(depsOf(), 'trainer'))['cookie']!;
      await inWindow(browserOf(), { width: 1280 }, async (desk) => {
        await desk.context().addCookies(cookiesIn(trainer));
        await desk.goto(`${originOf()}/training/classes?lang=zh`);
        await desk.fill('#name', '一班');
        await desk.fill('#each', '1');
        await desk.click('form[action^="/training/classes"] button');
        const code = await desk.innerText('#class-code');
        expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
        await inWindow(browserOf(), { width: 390, javaScriptEnabled: false }, async (telephone) => {
          await telephone.goto(`${originOf()}/training?class=${code}&lang=zh`);
          await telephone.fill('#name', '云雀07');
          await telephone.click('form[action^="/training/enter"] button');
          expect(await telephone.innerText('#return-code')).toMatch(/^\w{8}$/);
          expect(await telephone.locator('.desk tbody tr').count()).toBe(8);
          for (let place = 1; place <= 8; place++) {
            await telephone.goto(`${originOf()}/training/desk/${String(place)}`);
            // The fifth kind has records to open.
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
        expect(await desk.locator('.class-answers tbody td a').count()).toBe(8);
      });
    },
  );

  it.each([390, 1280])('has pages that anybody can use (%s wide)', { timeout: 120_000 }, async (width) => {
    const trainer = signedIn(depsOf(), anAccount(depsOf(), 'trainer'))['cookie']!;
    const { code, cookie } = aClass(depsOf());
    await inWindow(browserOf(), { width }, async (page) => {
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
        '/training/practice/guide-check?seed=2',
        '/training/practice/search-check?seed=2',
        '/training/practice/application-check?seed=2',
      ])
        await look(page, path);
    });
  });
});
