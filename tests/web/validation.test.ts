import { describe, expect, it } from 'vitest';
import { passes } from '../../src/model/validation/validation.ts';
import { readValidation } from '../../src/store/reference.ts';
import { everyOracle } from '../oracles/every-oracle.ts';
import { useScratch } from '../builders.ts';
import { useSite, wordsOf } from './fixture.ts';

const site = useSite(useScratch());

describe('the validation page', () => {
  it.each(['zh', 'en'] as const)(
    'has a row of each outside check, with our largest difference: %s',
    async (lang) => {
      const page = await site().page(`/validation?lang=${lang}`);
      for (const { id, what, source, date } of readValidation()) {
        const words = wordsOf(page.querySelector(`tr#${id}`));
        for (const part of [what[lang], source, date]) expect(words).toContain(part);
      }
      expect(page.querySelectorAll('tbody tr').length).toBe(readValidation().length);
    },
  );

  it('is linked from the method page', async () => {
    const page = await site().page('/method');
    expect(page.querySelectorAll('a').map((a) => a.getAttribute('href'))).toContain('/validation');
  });
});

describe('the stored validation', () => {
  it('says of every check of the tests that it passes, in the words of the check', () => {
    const stored = readValidation();
    expect(stored.map(({ id }) => id)).toEqual(everyOracle.map(({ id }) => id));
    everyOracle.forEach(({ what, source, licence, tolerance }, i) => {
      expect(stored[i]).toMatchObject({ what, source, licence, tolerance });
    });
    expect(stored.every(passes)).toBe(true);
  });

  it('does not pass a difference above its tolerance, or a missing number', () => {
    const [first] = readValidation();
    expect(passes({ ...first!, tolerance: 0.1, largest: 0.11 })).toBe(false);
    expect(passes({ ...first!, tolerance: 0.1, largest: null })).toBe(false);
    expect(passes({ ...first!, tolerance: 0.1, largest: 0.1 })).toBe(true);
  });
});
