import { describe, expect, it } from 'vitest';
import { reference, useScratch } from '../builders.ts';
import { useSite } from './fixture.ts';

const site = useSite(useScratch());
const named = reference.places.real.units.filter(({ fictional }) => !fictional);

/** Every real name and code of an assessed unit or a region that a text holds. */
const realNamesIn = (text: string): string[] => [
  ...named.flatMap(({ code, name, nameEn, fullName }) =>
    [name, fullName, nameEn, code].filter((one) =>
      new RegExp(`(?<![0-9A-Za-z])${one}(?![0-9a-z])`).test(text),
    ),
  ),
  ...reference.places.real.regions
    .filter(({ id, name }) => id !== 'fictional' && text.includes(name))
    .map(({ name }) => name),
];

describe('a database of a world under invented names', () => {
  it.each([
    '/',
    '/?kind=city&sort=name',
    '/units/981900',
    '/units/981901/indicators/goodRate',
    '/items',
    '/channels?unit=981900',
    '/runs',
    '/runs/1/quality',
    '/refusals',
    '/sites',
    '/sites/981900',
    '/files/ranking.csv',
    '/files/indicators.csv',
    '/files/items.csv',
    '/files/channels.csv',
    '/api/results.json',
  ])('has no real name or code on %s', async (path) => {
    for (const lang of ['zh', 'en']) {
      const { status, text } = await site().get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      expect(status).toBe(200);
      // Sources are cited by their titles, which may name the place that published them.
      expect(realNamesIn(text.replace(/<table class="sources">[^]*?<\/table>/g, ''))).toEqual([]);
    }
  });
});
