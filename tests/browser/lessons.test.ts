import { describe, expect, it } from 'vitest';
import { lookAt, inWindow } from './look-at-pages.ts';
import { executablePath, useSiteInChromium } from './site-in-chromium.ts';

const site = useSiteInChromium();

/** Each lesson with what a class would enter. */
const guesses: readonly (readonly [string, string])[] = [
  ['high-rate', '85'],
  ['first-tie', '10'],
  ['moved-weight', '8'],
];
const steps = ['question', 'result', 'reason', 'conclusions', 'notes'];

describe.skipIf(executablePath === undefined)('lessons in Chromium', () => {
  it(
    'go from the start page to their end on a telephone without JavaScript',
    { timeout: 120_000 },
    async () => {
      await inWindow(site().browser, { width: 390, javaScriptEnabled: false }, async (page) => {
        for (const [id, guess] of guesses) {
          await page.goto(`${site().origin}/?lang=zh`);
          await page.click(`.lessons a[href^="/lessons/${id}"]`);
          await page.fill('#guess', guess);
          await page.click('main form button');
          expect(await page.innerText('dl.facts dd >> nth=0')).toContain(guess);
          for (const heading of ['为什么', '结论与讨论', '讲课提要']) {
            await page.click(`.lesson-around a:has-text("下一步")`);
            expect(await page.innerText('[aria-current="step"]')).toBe(heading);
          }
          expect(new URL(page.url()).searchParams.get('guess')).toBe(guess);
        }
      });
    },
  );

  it.each([
    { lang: 'zh', colorScheme: 'light', width: 390 },
    { lang: 'en', colorScheme: 'dark', width: 390 },
    { lang: 'en', colorScheme: 'light', width: 1280 },
  ] as const)(
    'keep WCAG 2.2 AA and good practice, and nothing of them is wider than the window ($lang, $width wide)',
    { timeout: 240_000 },
    async (manner) => {
      const pages = guesses.flatMap(([id, guess]) =>
        steps.map((step) => `/lessons/${id}?step=${step}&guess=${guess}`),
      );
      await lookAt(site(), manner, ['/lessons', ...pages]);
    },
  );
});
