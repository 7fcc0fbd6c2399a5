import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordLines } from '../../src/jobs/export/record-lines.ts';
import { registerLines } from '../../src/national/register-lines.ts';
import { readRegister } from '../../src/store/read/register.ts';
import { collectFiles } from '../../src/jobs/collect/collect-files.ts';
import type { Store } from '../../src/store/open.ts';
import { contentOf } from '../../src/store/read/content.ts';
import { clock, knowledge, shuffled, simulate, sourceOf, text, useScratch } from '../builders.ts';
import { appOf } from './site.ts';

const scratch = useScratch();
let made: Store;
let collected: Store;

beforeAll(async () => {
  made = scratch.store();
  await simulate(made, scratch.truth(made));
  collected = scratch.store();
  await collectFiles(
    collected,
    [
      sourceOf('records.ndjson', text(shuffled([...recordLines(made, knowledge)], 11))),
      sourceOf('register.ndjson', text(shuffled([...registerLines(readRegister(made))], 12))),
    ],
    { programVersion: 'test' },
    knowledge,
    clock,
  );
});

const pages = [
  '/',
  '/?period=2025-03&sort=name',
  '/units/981100',
  '/units/982401',
  '/units/981100/indicators/goodRate',
  '/items',
  '/channels',
  '/method',
  '/targets',
  '/files/ranking.csv',
  '/files/indicators.csv',
  '/files/items.csv',
  '/files/channels.csv',
  '/api/results.json',
];

describe('a run exported, its lines shuffled and collected into an empty database', () => {
  it('has the digest of the run', () => {
    expect(contentOf(collected)).toEqual(contentOf(made));
  });

  it.each(pages)('shows the same on %s', async (page) => {
    for (const language of ['zh', 'en']) {
      const address = `${page}${page.includes('?') ? '&' : '?'}lang=${language}`;
      const [one, other] = await Promise.all([
        request(appOf(made)).get(address),
        request(appOf(collected)).get(address),
      ]);
      expect(one.status).toBe(200);
      expect(one.text.length).toBeGreaterThan(400);
      expect(other.text).toBe(one.text);
    }
  });
});
