import { describe, expect, it } from 'vitest';
import { routes } from '../../src/web/routes.ts';
import { knowledge, useScratch } from '../builders.ts';
import { parsePage, useSite } from './fixture.ts';

const site = useSite(useScratch());

/** Every page that shows something without a further word, and some with one. */
const pages = [
  ...routes
    .filter(({ right }) => right === 'read')
    .map(({ path }) => path)
    .filter((path) => !/^\/(files|api)|:|^\/report$/.test(path)),
  '/sign-in',
  '/units/981100',
  '/units/981100/departments',
  '/units/981100/tasks',
  '/units/981100/indicators/goodRate',
  '/regions/region-1',
  '/report/2025-Q1',
  '/explain?unit=981100&figure=rank',
  '/explain?unit=981100&figure=overall',
  '/explain?kind=city&figure=coverage',
  '/compare?units=981100,981200',
  '/search?q=9811',
  '/runs/1/quality',
  '/refusals/1',
  '/sites/981100',
  '/sites/981100/search?q=card',
  '/sites/981100/assistant?q=card',
];
const edition = knowledge.editions.at(-1)!.edition;

describe('language, period and method', () => {
  it.each(pages)('stay in every link and form of %s', async (path) => {
    const sign = path.includes('?') ? '&' : '?';
    const page = await site().page(`${path}${sign}lang=en&period=2025-Q1&method=${edition}`);
    const links = page
      .querySelectorAll('a[href^="/"]')
      .map((link) => new URL(link.getAttribute('href')!.replaceAll('&amp;', '&'), 'http://localhost'));
    expect(links.length).toBeGreaterThan(20);
    const lost = links.filter(
      ({ searchParams }) =>
        !['lang', 'period', 'method'].every((name) => (searchParams.get(name) ?? '') !== ''),
    );
    // The newest edition is the one that an address without a method means.
    const isSwitch = ({ pathname, searchParams }: URL): boolean =>
      pathname === path && searchParams.has('lang') && searchParams.has('period');
    expect(lost.filter((link) => !isSwitch(link)).map(({ pathname, search }) => pathname + search)).toEqual(
      [],
    );
    for (const form of page.querySelectorAll('form[method="get"]')) {
      const fields = form.querySelectorAll('input, select').map((field) => field.getAttribute('name'));
      expect(fields, form.getAttribute('action') ?? '').toEqual(
        expect.arrayContaining(['lang', 'period', 'method']),
      );
    }
  });
});

describe('the choice of a period', () => {
  it.each(['/report/2022?lang=en', '/?period=2022&lang=en', '/items?period=2022-03&lang=en'])(
    'is left to the reader where %s is of a period without data',
    async (address) => {
      const page = parsePage((await site().get(address)).text);
      const options = page.querySelectorAll('#period option');
      const [first, ...others] = options.filter((option) => option.hasAttribute('selected'));
      expect([first?.getAttribute('value'), first?.text, others]).toEqual(['', 'Choose', []]);
      const label = /2022(-03)?/.exec(address)![0];
      expect(options.map((option) => option.text)).not.toContain(label);
      expect(page.querySelector('main')!.text).toMatch(new RegExp(`There are no .*for ${label}`));
    },
  );

  it('has years, quarters and months with data, and no others', async () => {
    const page = await site().page('/items');
    const options = page.querySelectorAll('#period option').map((option) => option.text.trim());
    const months = site()
      .store.db.prepare<[], number>(
        'SELECT month FROM service_rollup UNION SELECT month FROM rating_rollup ORDER BY 1',
      )
      .pluck()
      .all();
    const labels = months.map((month) => {
      const year = String(2000 + Math.floor(month / 12));
      return {
        year,
        quarter: `${year}-Q${String(Math.floor((month % 12) / 3) + 1)}`,
        month: `${year}-${String((month % 12) + 1).padStart(2, '0')}`,
      };
    });
    for (const { year, quarter, month } of labels) {
      expect(options.some((option) => option.startsWith(year) && !option.includes('-'))).toBe(true);
      expect(options).toContain(quarter);
      expect(options).toContain(month);
    }
    const known = new Set(labels.flatMap(({ year, quarter, month }) => [year, quarter, month]));
    for (const option of options) expect(known.has(option.split('（')[0]!), option).toBe(true);
  });
});
