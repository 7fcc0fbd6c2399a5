import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DecomposedGaps } from '../../src/jobs/audit/decompose-gaps.ts';
import { runNonResponse } from '../../src/jobs/audit/non-response.ts';
import { biasScenario } from '../../src/jobs/laboratory/bias-scenario.ts';
import type { BiasComparison } from '../../src/jobs/laboratory/compare-regimes.ts';
import type { Measurement } from '../../src/model/measurement.ts';
import { parseScenario } from '../../src/model/scenario/check-scenario.ts';
import { reference, useScratch } from '../builders.ts';
import { runJson } from '../cli/command.ts';
import { cellsOf, useSite, wordsOf } from './fixture.ts';

const scratch = useScratch();
const site = useSite(scratch);

const PAGE = '/laboratory/bias';
const JSON_OF = '/api/laboratory/bias.json';
const two = '?lang=en&regimes=default-3&regimes=suppressed';
const defect = '?lang=en&regimes=suppressed&defects=A14&rate-A14=80&defects=A1&concealment-A1=2&seed=11';

const documentOf = async (query: string): Promise<BiasComparison> =>
  (await site().get(JSON_OF + query)).body as BiasComparison;
const numberIn = (text = ''): number => Number(text.replace('−', '-').replace(/[,%+]/g, ''));

describe('/laboratory/bias', () => {
  it('says on its first line what it is for, and leads to the other pages of the laboratory', async () => {
    const page = await site().page(`${PAGE}${two.replace('en', 'zh')}`);
    expect(page.querySelector('.page-head p')!.text).toBe('以下为方法研究假设，用于识别和防范。');
    const links = page.querySelectorAll('.page-head a').map((link) => link.getAttribute('href'));
    expect(links.map((href) => href!.split('?')[0])).toEqual(expect.arrayContaining(['/laboratory', PAGE]));
  });

  it('shows the numbers of its document, for the truth and each regime', async () => {
    const [page, found] = [await site().page(PAGE + two), await documentOf(two)];
    const worlds = [found.truth, ...found.regimes.map(({ world }) => world)];
    expect(found.regimes.map(({ regime }) => regime)).toEqual(['default-3', 'suppressed']);
    expect(cellsOf(page, '#counts').map(([, ...cells]) => cells.map(numberIn))).toEqual(
      worlds.map(({ services, asked, answered, ratings, automatic }) => [
        ...[services, asked, answered, ratings, automatic],
      ]),
    );
    const means = cellsOf(page, '#meanScore').map(([, ...cells]) => cells.map(numberIn));
    worlds.forEach(({ felt, published, given, weighted }, i) => {
      const shown = [felt, published, given, weighted].map(({ meanScore }) => meanScore!);
      expect([0, 1, 3, 4].map((cell) => means[i]![cell])).toEqual(
        shown.map((value) => Number(value.toFixed(4))),
      );
      expect(means[i]![2]).toBeCloseTo(published.meanScore! - felt.meanScore!, 4);
    });
    const rates = cellsOf(page, '#goodRate').map(([, , published]) => numberIn(published));
    worlds.forEach(({ published }, i) => {
      expect(rates[i]).toBeCloseTo(100 * published.goodRate!, 2);
    });
    const errors = cellsOf(page, '#errors').map(([, ...cells]) => cells);
    found.regimes.forEach((one, i) => {
      expect(errors[i]![0]).toBe(`${String(one.errors.indexedUnits)}/12`);
      expect(numberIn(errors[i]![1])).toBeCloseTo(one.errors.index!, 2);
      expect(numberIn(errors[i]![5])).toBeCloseTo(one.errors.weightedRank!, 2);
    });
    for (const [row, ...cells] of cellsOf(page, '#parts'))
      if (cells.every((cell) => numberIn(cell) === 0)) throw new Error(`${row ?? ''} changes nothing`);
  });

  it('says of each lesson direction and size by its numbers, with a figure and a table', async () => {
    const [page, found] = [await site().page(PAGE + two), await documentOf(two)];
    for (const lesson of found.lessons) {
      const panel = page.querySelector(`section[aria-labelledby="${lesson.id}-heading"]`)!;
      const said = wordsOf(panel.querySelector('.sentence'));
      const gap = lesson.published.meanScore! - lesson.felt.meanScore!;
      const points = 100 * (lesson.published.goodRate! - lesson.felt.goodRate!);
      expect(said).toContain(
        `${lesson.published.meanScore!.toFixed(4)}, ${Math.abs(gap).toFixed(4)} ${gap > 0 ? 'above' : 'below'}`,
      );
      expect(said).toContain(
        `${Math.abs(points).toFixed(2)} percentage points ${points > 0 ? 'above' : 'below'}`,
      );
      expect(said).toContain(
        `${lesson.part > 0 ? 'raises' : 'lowers'} the mean score by ${Math.abs(lesson.part).toFixed(4)}`,
      );
      expect(panel.querySelectorAll('svg')).toHaveLength(1);
      const drawn = wordsOf(panel.querySelector('svg'));
      for (const [, rate, , mean] of cellsOf(page, `#${lesson.id}`)) {
        expect(drawn).toContain(rate);
        expect(drawn).toContain(mean);
      }
    }
  });

  it('offers a lesson whose regime was not chosen, at an address with it', async () => {
    const page = await site().page(PAGE + two);
    const link = page.querySelector('section[aria-labelledby="unhappy-heading"] a')!;
    const address = link.getAttribute('href')!.replaceAll('&amp;', '&');
    expect(new URLSearchParams(address.split('?')[1]).getAll('regimes')).toEqual([
      ...['default-3', 'suppressed', 'only-unhappy'],
    ]);
  });

  it('keeps every choice in its form and its links', async () => {
    const page = await site().page(PAGE + defect);
    const marked = page
      .querySelectorAll('form.compare-choice input[checked]')
      .map((input) => input.getAttribute('value'));
    expect(marked).toEqual(['suppressed', 'A14', 'A1']);
    const valueOf = (name: string): string | undefined =>
      page.querySelector(`[name="${name}"]`)?.getAttribute('value');
    expect([valueOf('rate-A14'), valueOf('rate-A13'), valueOf('seed')]).toEqual(['80', '90', '11']);
    expect(page.querySelector('[name="concealment-A1"] option[selected]')!.text).toBe('2');
    expect(page.querySelector('.downloads a')!.getAttribute('href')!.replaceAll('&amp;', '&')).toBe(
      JSON_OF + defect,
    );
    expect(wordsOf(page.querySelector('#what'))).toContain('6 fictional units');
    const injected = cellsOf(page, '#injected');
    expect(injected).toHaveLength(1);
    for (const n of injected[0]!.slice(1).map(numberIn)) expect(n).toBeGreaterThan(0);
  });

  it.each([
    ['regimes=none', 'regimes', 'none'],
    ['defects=A5', 'defects', 'A5'],
    ['rate-A14=0', 'rate-A14', 'from 1 to 100'],
    ['rate-A14=1.5', 'rate-A14', 'whole number'],
    ['concealment-A1=4', 'concealment-A1', 'one of 1, 2, 3'],
    ['cases=1000000', 'cases', '5000, 10000, 30000'],
    ['seed=4294967296', 'seed', '4294967295'],
    ['seed=1&seed=2', 'seed', 'once'],
  ])('answers 400 for %s, naming field and rule', async (query, field, rule) => {
    for (const path of [PAGE, JSON_OF]) {
      const { status, text } = await site().get(`${path}?lang=en&${query}`);
      expect(status).toBe(400);
      expect(text).toContain(field);
      expect(text).toContain(rule);
    }
  });
});

describe('the numbers of the bias laboratory', () => {
  it('are those of the commands, from the scenario that its page links', { timeout: 120_000 }, async () => {
    const found = await documentOf(defect);
    const page = await site().page(PAGE + defect);
    const [, files] = page
      .querySelectorAll('#repeat a[href^="/api/scenario.json"]')
      .map((link) => link.getAttribute('href')!.replaceAll('&amp;', '&'));
    const response = await site().get(files!);
    expect(parseScenario(JSON.parse(response.text), 'test')).toEqual(biasScenario(found.fields));
    const commands = page.querySelectorAll('#repeat pre').at(1)!.text;
    expect(commands).toContain('--regime suppressed --seed 11');

    const [scenario, db] = [scratch.path('tiny.json'), scratch.path('bias.db')];
    writeFileSync(scenario, response.text);
    await runJson(['simulate', '--scenario', scenario, '--regime', 'suppressed', '--seed', '11', '--db', db]);
    const [{ world }] = [found.regimes[0]!];
    const gaps = await runJson<DecomposedGaps>(['decompose', '--db', db]);
    expect(gaps.all).toEqual(world.gap);
    const { all } = gaps;
    expect([all.services, all.ratings, all.felt, all.published]).toEqual([
      ...[world.services, world.ratings, world.felt.meanScore, world.published.meanScore],
    ]);
    const measured = await runJson<Measurement>(['measure', '--period', found.month, '--db', db]);
    for (const unit of world.units) {
      const result = measured.units.find(({ code }) => code === unit.code)!;
      expect([result.overall?.score ?? null, result.rank]).toEqual([unit.index, unit.rank]);
      const gap = gaps.units.find(({ code }) => code === unit.code)!.gap;
      expect([gap.felt, gap.published]).toEqual([unit.felt, unit.published]);
    }
    const quality = await runJson<{
      readonly truth: { readonly defects: unknown; readonly felt: readonly { n: number }[] };
    }>(['quality', '--db', db]);
    expect(quality.truth.defects).toEqual(world.injected);
    expect(quality.truth.felt.reduce((sum, { n }) => sum + n, 0)).toBe(world.services);
    // What the page on weighting shows of this run.
    const weighed = runNonResponse(scratch.store('bias.db'), reference, 1)!;
    for (const [way, figures] of [
      [weighed.plain, world.given],
      [weighed.postStratified, world.weighted],
    ] as const)
      expect({ meanScore: way.averageScore, goodRate: way.goodRate }).toEqual(figures);
    expect(weighed.postStratified.weighting.effective).toBe(world.effective);
  });
});
