import { describe, expect, it } from 'vitest';
import { canRead, faultsOnPaper, printings, readSheets } from './print-pages.ts';
import { centralPaths, executablePath, useSiteInChromium } from './site-in-chromium.ts';

const site = useSiteInChromium();

describe.skipIf(executablePath === undefined || !canRead)('on paper', () => {
  // The other pages in tests/prove/every-page.prove.ts.
  it.each(printings.map((printing, turn) => ({ ...printing, turn })))(
    'pages are whole, nothing over anything else ($lang, margins $margin)',
    { timeout: 240_000 },
    async ({ turn, ...printing }) => {
      const pages = centralPaths.filter((_, i) => i % printings.length === turn);
      expect(await faultsOnPaper(site(), printing, pages)).toEqual([]);
    },
  );

  it('says which period it is, and of nothing what can only be done on a screen', async () => {
    const page = await (await site().browser.newContext()).newPage();
    await page.goto(`${site().origin}/units/981100?period=2025-Q1&lang=en`);
    const text = readSheets(await page.pdf({ format: 'A4' }))
      .flatMap(({ words }) => words.map((word) => word.text))
      .join(' ');
    expect(text).toContain('Period 2025-Q1');
    expect(text).not.toContain('Download');
    expect(text).not.toContain('Show');
  });
});
