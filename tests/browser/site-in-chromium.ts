import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { startServer, type RunningServer } from '../../src/web/server.ts';
import { useScratch, type Scratch } from '../builders.ts';
import type { Store } from '../../src/store/open.ts';
import { depsOf, filledStore, FILLING } from '../web/fixture.ts';

export const executablePath = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find(existsSync);
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Every page with data, and some of them with something wrong. */
export const paths = [
  '/',
  '/units',
  '/units/981100',
  '/units/981100/departments',
  '/units/981100/tasks',
  '/regions',
  '/regions/region-3',
  '/compare',
  '/compare?units=981100,981200,981300&periods=2025,2025-03&detail=indicators',
  '/search?q=9811',
  '/units/981101/indicators/goodRate',
  '/explain?unit=981101&figure=overall',
  '/explain?unit=981101&figure=rank',
  '/explain?kind=city&figure=coverage',
  '/editions',
  '/editions/formula',
  '/evaluators',
  '/laboratory',
  '/laboratory/bias',
  '/laboratory/bias?regimes=suppressed&defects=A14&defects=A1&concealment-A1=2',
  '/laboratory/two-worlds',
  '/laboratory/detectors',
  '/laboratory/detectors/effect',
  '/laboratory/detectors/pad-surplus',
  '/laboratory/ladder',
  '/sites',
  '/sites/981100',
  '/sites/981100/search?q=card',
  '/lessons',
  '/lessons/moved-weight',
  '/report/2025',
  '/items',
  '/channels',
  '/method',
  '/targets',
  '/runs',
  '/runs/1/quality',
  '/runs/compare?a=1&b=1',
  '/scenario?preset=tiny&regime=prompted&show=preview&handling.supplement=0.2',
  '/scenario?answering.online=2&units=123&demand.month.1=x',
  '/refusals',
  '/refusals/1',
  '/nothing',
];

/** Those that `npm test` looks at: a page of each make. All of them in tests/prove/every-page.prove.ts. */
export const centralPaths = [
  '/',
  '/units/981100',
  '/report/2025-03',
  '/scenario?answering.online=2&units=123&demand.month.1=x',
];

export interface SiteInChromium {
  readonly browser: Browser;
  readonly origin: string;
}

/** A server with data and a browser beside it; undefined where there is no browser and none is demanded. */
export function useSiteInChromium(
  storeOf: (scratch: Scratch) => Promise<Store> = filledStore,
): () => SiteInChromium {
  const scratch = useScratch();
  let browser: Browser | undefined;
  let server: RunningServer | undefined;
  beforeAll(async () => {
    if (executablePath === undefined) {
      if (process.env['HAOCHAPING_BROWSER'] === 'required') {
        throw new Error('there is no Chromium, and HAOCHAPING_BROWSER=required demands one');
      }
      return;
    }
    const store = await storeOf(scratch);
    server = await startServer(depsOf(store), 0);
    browser = await chromium.launch({ executablePath, args: browserFlags });
  }, FILLING);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return () => ({ browser: browser!, origin: `http://127.0.0.1:${String(server!.port)}` });
}

export const inLanguage = (path: string, lang: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
