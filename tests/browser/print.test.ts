import { describe, expect, it } from 'vitest';
import { canRead, readSheets } from './print-pages.ts';
import { executablePath, useSiteInChromium } from './site-in-chromium.ts';

const site = useSiteInChromium();

describe.skipIf(executablePath === undefined || !canRead)('on paper', () => {
  // Every page in tests/prove/every-page.prove.ts.
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
