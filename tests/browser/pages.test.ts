import { describe, expect, it } from 'vitest';
import { axeFaults, inWindow, lookAt, manners, overflow } from './look-at-pages.ts';
import { centralPaths, executablePath, useSiteInChromium } from './site-in-chromium.ts';

const site = useSiteInChromium();

describe.skipIf(executablePath === undefined)('in Chromium', () => {
  // The other pages in tests/prove/every-page.prove.ts.
  it.each(manners.map((manner, turn) => ({ ...manner, turn })))(
    'pages keep WCAG 2.2 AA and good practice, and nothing of them is wider than the window ($lang, $colorScheme, $width wide)',
    { timeout: 240_000 },
    async ({ turn, ...manner }) => {
      await lookAt(
        site(),
        manner,
        centralPaths.filter((_, i) => i % manners.length === turn),
      );
    },
  );

  it.each(['zh', 'en'])('the page of runs shows the whole of its table on a desk (%s)', async (lang) => {
    await inWindow(site().browser, { width: 1280 }, async (page) => {
      await page.goto(`${site().origin}/runs?lang=${lang}`);
      const hidden = await page.$$eval('.table-scroll', (boxes) =>
        boxes.map((box) => box.scrollWidth - box.clientWidth),
      );
      expect(hidden).toEqual([0]);
    });
  });

  it('the text of a method stays within its form on a telephone', async () => {
    await inWindow(site().browser, { width: 390 }, async (page) => {
      await page.goto(`${site().origin}/method/own`);
      const right = (part: string): Promise<number> =>
        page.$eval(part, (box) => box.getBoundingClientRect().right);
      expect(await right('#text')).toBeLessThanOrEqual(await right('form.choices-form'));
    });
  });

  it('a weight moved there and back leaves the others where they were', async () => {
    await inWindow(site().browser, { width: 1280 }, async (page) => {
      await page.goto(`${site().origin}/choices`);
      const weights = (): Promise<string[]> =>
        page.$$eval('[data-sum] input', (fields) => fields.map((field) => (field as HTMLInputElement).value));
      const before = await weights();
      for (const weight of ['22', '23.3', '20']) {
        await page.fill('[name="weight.completeness"]', weight);
        await page.press('[name="weight.completeness"]', 'Tab');
        expect((await weights()).slice(0, 5).reduce((sum, one) => sum + Number(one), 0)).toBeCloseTo(100, 9);
      }
      expect(await weights()).toEqual(before);
    });
  });

  it.each(['zh', 'en'])('the tiles fit a telephone and can be read there (%s)', async (lang) => {
    await inWindow(site().browser, { width: 390 }, async (page) => {
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
    await inWindow(site().browser, { width: 1280 }, async (page) => {
      await page.goto(`${site().origin}/channels?unit=981100`);
      await Promise.all([page.waitForURL(/period=2025-Q1/), page.selectOption('#period', '2025-Q1')]);
      expect(page.url()).toContain('unit=981100');
    });
    await inWindow(site().browser, { width: 1280, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${site().origin}/?sort=name`);
      await page.selectOption('#period', '2025-Q1');
      await page.click('.period button');
      expect(page.url()).toMatch(/sort=name&period=2025-Q1/);
    });
  });

  it.each(['ArrowRight', 'PageDown'])(
    'leads through a screen taller than the window on a projector, leaving nothing out (%s)',
    { timeout: 240_000 },
    async (forwards) => {
      const backwards = forwards === 'PageDown' ? 'PageUp' : 'ArrowLeft';
      await inWindow(site().browser, { width: 1280 }, async (page) => {
        await page.setViewportSize({ width: 1280, height: 720 });
        await page.goto(`${site().origin}/report/2025?style=projector`);
        const { tops, gap, end } = await page.evaluate(() => ({
          tops: [...document.querySelectorAll('main, .report-chapter')].map((screen) =>
            Math.round(screen.getBoundingClientRect().top + scrollY),
          ),
          gap: 1.5 * parseFloat(getComputedStyle(document.querySelector('main')!).rowGap),
          end: document.documentElement.scrollHeight - innerHeight,
        }));
        const tallest = Math.max(...tops.slice(1).map((top, i) => top - tops[i]!));
        expect(tallest).toBeGreaterThan(2 * 720);
        /** Where the window begins after each press, to the end of the page or its start. */
        const placesBy = async (key: string, last: number): Promise<number[]> => {
          const places = [await page.evaluate(() => scrollY)];
          while (Math.abs(places.at(-1)! - last) > 1 && places.length < 500) {
            await page.keyboard.press(key);
            places.push(await page.evaluate(() => scrollY));
          }
          return places;
        };
        for (const places of [await placesBy(forwards, end), (await placesBy(backwards, 0)).reverse()]) {
          const steps = places.slice(1).map((place, i) => place - places[i]!);
          expect(Math.min(...steps)).toBeGreaterThan(0);
          // A whole window is left only for the start of another screen, over no more than the gap between the two.
          expect(Math.max(...steps)).toBeLessThanOrEqual(720 + gap + 8);
          const missed = tops.filter(
            (top) => top <= end && places.every((place) => Math.abs(place - top) > 1),
          );
          expect(missed).toEqual([]);
        }
      });
    },
  );

  it('leads a keyboard past the frame to the content', async () => {
    await inWindow(site().browser, { width: 1280 }, async (page) => {
      await page.goto(`${site().origin}/`);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    });
  });

  it('follows a run from the editor to its end, by script and without', { timeout: 120_000 }, async () => {
    for (const javaScriptEnabled of [true, false]) {
      await inWindow(site().browser, { width: 390, javaScriptEnabled }, async (page) => {
        page.setDefaultTimeout(90_000);
        await page.goto(`${site().origin}/scenario?preset=tiny&lang=en`);
        await page.fill('#f-name', `followed-${String(javaScriptEnabled)}`);
        await page.fill('#f-casesPerYear', '20000');
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
    await inWindow(site().browser, { width: 1280 }, async (page) => {
      await page.goto(`${site().origin}/scenario?answering.online=2&lang=en`);
      await page.focus('.callout.fault a');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-answering-online');
    });
  });
});
