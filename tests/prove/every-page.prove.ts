import { describe, expect, it } from 'vitest';
import { lookAt, manners } from '../browser/look-at-pages.ts';
import { canRead, faultsOnPaper, printings } from '../browser/print-pages.ts';
import { pathsWithNames, storeWithRealNames } from '../browser/real-names.ts';
import { executablePath, paths, useSiteInChromium } from '../browser/site-in-chromium.ts';
import { filledStore } from '../web/fixture.ts';
import { bySize } from './size.ts';

/**
 * Every page in every manner of looking at it and of printing it, and those with names of units once more with the real ones, which
 * are longer than invented ones; in the small form each takes its turn in one of them.
 */

describe.skipIf(executablePath === undefined).each([
  { world: 'every page', storeOf: filledStore, all: paths },
  { world: 'every page with real names', storeOf: storeWithRealNames, all: pathsWithNames },
])('$world', ({ storeOf, all }) => {
  const site = useSiteInChromium(storeOf);

  const pagesOf = (turn: number, turns: number): string[] =>
    all.filter((_, i) => bySize({ small: i % turns === turn, full: true }));

  it.each(manners.map((manner, turn) => ({ ...manner, turn })))(
    'keeps WCAG 2.2 AA and good practice, and nothing of it is wider than the window ($lang, $colorScheme, $width wide)',
    async ({ turn, ...manner }) => {
      await lookAt(site(), manner, pagesOf(turn, manners.length));
    },
  );

  it.skipIf(!canRead).each(printings.map((printing, turn) => ({ ...printing, turn })))(
    'is whole on paper, nothing over anything else ($lang, margins $margin)',
    async ({ turn, ...printing }) => {
      expect(await faultsOnPaper(site(), printing, pagesOf(turn, printings.length))).toEqual([]);
    },
  );
});
