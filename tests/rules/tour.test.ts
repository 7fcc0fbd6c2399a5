import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { followRating, tour, type FollowedRating } from '../../docs/make/followed-rating.ts';
import { withBlocks } from '../../docs/make/made-blocks.ts';
import { tourBlocks } from '../../docs/make/tour-blocks.ts';
import { printFixed } from '../../src/wording/print-number.ts';
import { useScratch } from '../builders.ts';
import { parsePage, wordsOf } from '../web/fixture.ts';
import { appOf } from '../whole-way/site.ts';

/** The tour tells of one rating: what it says must be what the program makes of it. */

const root = resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const pages = [
  ['docs/tour.md', 'en'],
  ['docs/tour.zh-CN.md', 'zh'],
] as const;

const scratch = useScratch();
let followed: FollowedRating;
beforeAll(async () => {
  followed = await followRating(dirname(scratch.path('any')));
});

describe('the tour', () => {
  it.each(pages)('%s has the values that the program makes (else: npm run docs)', (page, language) => {
    expect(read(page)).toBe(withBlocks(read(page), tourBlocks(followed, language)));
  });

  it('tells of a rating whose drawn level is the one in the truth', () => {
    const { experience, felt, rating, mechanism } = followed;
    expect(mechanism).toBe('own');
    expect(experience.chances.filter((chance) => chance <= experience.draw).length + 1).toBe(felt);
    expect(Number(rating['satisfaction'])).toBe(felt);
  });

  it('tells of packed numbers that are the sums it says', () => {
    const { stored } = followed;
    const [key, service, packed, level, channel, tags] = (
      ['key', 'service_key', 'mark', 'level', 'channel', 'tags'] as const
    ).map((name) => Number(stored[name])) as [number, number, number, number, number, number];
    expect(key).toBe(2 * service);
    expect(packed).toBe(level + channel * 8 + 256 + tags * 512);
  });

  it.each(pages)('leads to pages that print what %s says', async (_, language) => {
    const app = appOf(scratch.store('tour.db', { readonly: true }));
    for (const { unit, path } of [followed.city, followed.province]) {
      const address = `/units/${unit.code}/indicators/${tour.indicator}?period=${tour.period}&lang=${language}`;
      const words = wordsOf(parsePage((await request(app).get(address)).text));
      const { indicator, score } = path.at(-1)!;
      for (const figure of [
        printFixed(indicator!.numerator, 0),
        printFixed(indicator!.denominator, 0),
        score!.score.toFixed(2),
        unit.overall!.score.toFixed(2),
      ])
        expect(words, address).toContain(figure);
    }
  });

  it.each(pages)('has a paragraph for each room in %s', (page) => {
    const rooms = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const told = [...read(page).matchAll(/^\*\*`([a-z-]+)\/`\*\*/gm)].map(([, name]) => name);
    expect(told.sort()).toEqual(rooms.sort());
  });
});
