import request from 'supertest';
import { expect, it } from 'vitest';
import { guideGroups } from '../../src/model/register.ts';
import { askingWays, HITS_A_PAGE } from '../../src/model/site/asking-ways.ts';
import { guideOf } from '../../src/portal/guide/guide.ts';
import { askingsOf } from '../../src/portal/search/askings.ts';
import { searchPlacesOf } from '../../src/portal/search/search-truth.ts';
import { createApp } from '../../src/web/app.ts';
import { reference, simulate, tiny, unitAt, useScratch } from '../builders.ts';
import { bySize } from '../prove/size.ts';
import { depsOf, parsePage, wordsOf } from './fixture.ts';
import { siteIn } from './poor-sites.ts';
import { rightElementsRead } from './read-guide-page.ts';

const scratch = useScratch();
const seeds = Array.from({ length: bySize({ small: 2, full: 20 }) }, (_, i) => 101 + i);
/** Requests of one server before it refuses more in a minute. */
const SERVED = 500;

it.each(seeds)(
  'pages of service sites have exactly the faults of the register and the places of the truth (seed %i)',
  { timeout: 600_000 },
  async (seed) => {
    const store = scratch.store();
    const units = [
      ['330000', '520100', '991100'],
      ['110000', '330100', '990000'],
    ][seed % 2]!;
    await simulate(store, scratch.truth(store), {
      seed,
      scenario: tiny({ units, casesPerYear: 500, catalogue: { implemented: 0.1 } }),
    });
    let asked = 0;
    let app = createApp(depsOf(store));
    const page = async (path: string) => {
      if (++asked % SERVED === 0) app = createApp(depsOf(store));
      const { status, text } = await request(app).get(path);
      expect(status, path).toBe(200);
      return parsePage(text);
    };
    for (const unit of units) {
      const { code } = reference.places.coded.units[unitAt(unit)]!;
      const site = siteIn(store, code);
      const [read, stated] = [{ ...none }, { ...none }];
      for (const item of site.items) {
        const address = `/sites/${code}/items/${item.taskCode}/guide`;
        const right = await rightElementsRead(guideOf(site, item).elements, 'zh', (query) =>
          page(`${address}?${query}`),
        );
        for (const group of guideGroups) {
          read[group] += right[group];
          stated[group] += item.guide[group][0];
        }
      }
      expect(read, code).toEqual(stated);
      for (const item of site.items.slice(0, 10)) {
        const [askings, places] = [askingsOf(site, item), searchPlacesOf(site, item)];
        for (const way of askingWays) {
          const names: string[] = [];
          for (const of of ['1', '2']) {
            const query = new URLSearchParams({ q: askings[way].zh, page: of }).toString();
            if (of === '2' && names.length < HITS_A_PAGE) break;
            const hits = await page(`/sites/${code}/search?${query}`);
            names.push(...hits.querySelectorAll('.service-hits a.strong').map(wordsOf));
          }
          expect(names.indexOf(item.name) + 1, `${code} ${askings[way].zh}`).toBe(places[way]);
        }
      }
    }
  },
);

const none = { basics: 0, materials: 0, process: 0, forms: 0, fees: 0 };
