import { describe, expect, it } from 'vitest';
import { decomposeGaps } from '../../src/jobs/audit/decompose-gaps.ts';
import { bentMonth } from '../../src/jobs/train/lesson-worlds.ts';
import { dimensionIds } from '../../src/model/reference.ts';
import { parseScenario } from '../../src/model/scenario/check-scenario.ts';
import { readNationalTargets } from '../../src/store/reference.ts';
import { lessonSteps, taughtSteps } from '../../src/web/lessons/lesson.ts';
import { readyLessons } from '../../src/web/lessons/lessons.ts';
import { movedWeights } from '../../src/web/lessons/move-weight.ts';
import { knowledge, simulate, useScratch } from '../builders.ts';
import { cellsOf, parsePage, useSite, wordsOf } from './fixture.ts';

const scratch = useScratch();
const site = useSite(scratch);
const empty = useSite(scratch, { empty: true });

const numberIn = (text = ''): number => Number(text.replace('−', '-').replace(/[,%+]/g, ''));
const facts = (page: Awaited<ReturnType<ReturnType<typeof site>['page']>>): string[] =>
  page.querySelectorAll('dl.facts dd').map(wordsOf);
const linksOf = (page: Parameters<typeof facts>[0], path: string): string =>
  page
    .querySelectorAll('.lesson-links a')
    .map((link) => link.getAttribute('href')!.replaceAll('&amp;', '&'))
    .find((href) => href.startsWith(`${path}?`))!;

describe('lessons', () => {
  it('are listed, and each stands in a line on the start page', async () => {
    for (const [path, selector] of [
      ['/lessons', 'main .panel h2 a'],
      ['/', 'main .lessons a'],
    ] as const) {
      const links = (await site().page(path)).querySelectorAll(selector);
      expect(links.map((link) => link.getAttribute('href'))).toEqual(
        readyLessons.map(({ id }) => `/lessons/${id}`),
      );
    }
  });

  it('take ten minutes each', () => {
    for (const { plan, id } of readyLessons)
      expect(
        taughtSteps.reduce((sum, step) => sum + plan.minutes[step], 0),
        id,
      ).toBe(10);
  });

  it(
    'have five pages each in both languages, which say where their figures come from',
    { timeout: 60_000 },
    async () => {
      for (const { id } of readyLessons)
        for (const step of lessonSteps)
          for (const lang of ['zh', 'en']) {
            const address = `/lessons/${id}?step=${step}&guess=3&lang=${lang}`;
            const page = await site().page(address);
            const main = page.querySelector('main');
            expect(main?.querySelectorAll('h1'), address).toHaveLength(1);
            expect(
              main?.querySelectorAll('.panel li, .panel table, .panel svg').length,
              address,
            ).toBeGreaterThan(0);
            expect(page.querySelector('#missing'), address).toBeNull();
            const hasFigures = step !== 'conclusions' && step !== 'notes';
            expect(page.querySelector('#basis') !== null, address).toBe(hasFigures);
            if (lang === 'en') expect(wordsOf(main), address).not.toMatch(/\p{Script=Han}/u);
            expect(wordsOf(main)).not.toMatch(/\b(undefined|NaN|null)\b/);
          }
    },
  );

  it('ask for a guess without a script, and show it beside what is computed', async () => {
    for (const [id, guess, shown] of [
      ['high-rate', '88.5', '88.50%'],
      ['first-tie', '12', '12'],
      ['moved-weight', '7', '7'],
    ] as const) {
      const page = await site().page(`/lessons/${id}?lang=en`);
      const form = page.querySelector('main form')!;
      expect(form.getAttribute('method')).toBe('get');
      expect(form.querySelector('input[name="guess"]')).not.toBeNull();
      const kept = form
        .querySelectorAll('input[type="hidden"]')
        .map((field) => [field.getAttribute('name')!, field.getAttribute('value')!]);
      const sent = new URLSearchParams([...kept, ['guess', guess]]);
      const answer = await site().page(`${form.getAttribute('action')!}?${sent.toString()}`);
      expect(facts(answer)[0]).toBe(shown);
      const unsaid = await site().page(`/lessons/${id}?step=result&lang=en&guess=`);
      expect(facts(unsaid)[0]).toBe('none');
      expect(facts(unsaid).slice(1)).toEqual(facts(answer).slice(1));
    }
  });

  it.each([
    ['high-rate', 'guess=100.01', 'guess has the value “100.01”'],
    ['first-tie', 'guess=1.5', 'it must be a whole number from 0 to 31'],
    ['moved-weight', 'guess=-1', 'guess has the value “-1”'],
    ['moved-weight', 'dimension=nothing', 'dimension has the value “nothing”'],
    ['first-tie', 'step=6', 'step has the value “6”'],
  ])('%s names what is wrong with %s', async (id, query, text) => {
    const answer = await site().get(`/lessons/${id}?${query}&lang=en`);
    expect(answer.status).toBe(400);
    expect(wordsOf(parsePage(answer.text).querySelector('main'))).toContain(text);
  });

  it('are three: there is no other', async () => {
    expect((await site().get('/lessons/nothing')).status).toBe(404);
  });
});

describe('the lesson on a high rate', () => {
  it('shows the parts that a run of the scenario it links to has in the laboratory', async () => {
    const address = linksOf(await site().page('/lessons/high-rate?step=conclusions'), '/scenario');
    const { body } = await site().get(address.replace('/scenario?', '/api/scenario.json?'));
    const store = scratch.store('bent.db');
    await simulate(store, scratch.truth(store), {
      scenario: parseScenario(body, 'linked'),
      seed: Number(new URLSearchParams(address.split('?')[1]).get('seed')),
    });
    const { gap } = decomposeGaps(store, knowledge)!.units[0]!;
    const rows = cellsOf(await site().page('/lessons/high-rate?step=reason&lang=en'), '.exercise-table');
    const steps = gap.steps.filter(({ value, part }) => value !== 0 || part === 'nonResponse');
    expect(rows.map(([, , mean]) => mean)).toEqual(
      [gap.felt!, ...steps.map(({ mean }) => mean!)].map((mean) => mean.toFixed(4)),
    );
    expect(rows.map(([, , , , bad]) => numberIn(bad))).toEqual(
      [gap.feltLevels, ...steps.map(({ levels }) => levels)].map((levels) => levels[1]! + levels[2]!),
    );
  });

  it('has the parts that it speaks of: non-response, suppression, lifting and automatic ratings', async () => {
    const page = await site().page('/lessons/high-rate?step=reason');
    const [felt, published] = facts(page)
      .slice(1, 3)
      .map((text) => Number.parseFloat(text));
    expect(published! - felt!).toBeGreaterThan(5);
    const names = cellsOf(page, '.exercise-table').map(([name]) => name);
    for (const name of ['未评价（谁会评价）', '表单不接受差评', '碍于情面而抬高', '默认评价'])
      expect(names).toContain(name);
  });

  it('bends nothing but a coded province', () => {
    for (const code of bentMonth.settings.units) expect(code).toMatch(/^98/);
  });
});

describe('the lesson on a tie', () => {
  it('names the published tie with its source, and no real place beside a simulated figure', async () => {
    const published = readNationalTargets().find(({ year }) => year === 2019)!;
    const page = await site().page('/lessons/first-tie');
    const rows = cellsOf(page, '.exercise-table');
    expect(rows.slice(0, 2)).toEqual([
      ['浙江', published.units['330000']!.toFixed(2)],
      ['广东', published.units['440000']!.toFixed(2)],
    ]);
    expect(rows[0]![1]).toBe('96.73');
    expect(wordsOf(page.querySelector('main'))).toContain(published.source);
    for (const [name] of cellsOf(await site().page('/lessons/first-tie?step=result'), '.exercise-table'))
      expect(name).toMatch(/^省份\d\d$/);
  });

  it('counts the neighbours that can be told apart, and what each draw put first', async () => {
    const result = await site().page('/lessons/first-tie?step=result&lang=en');
    const rows = cellsOf(result, '.exercise-table');
    expect(rows).toHaveLength(32);
    const apart = rows.filter((row) => row.at(-1) === 'yes');
    for (const row of rows.slice(0, -1))
      expect(row.at(-1)).toBe(Number(row.at(-2)!.replace('< ', '')) < 0.05 ? 'yes' : 'no');
    expect(facts(result)[1]).toBe(`${String(apart.length)} of 31 pairs of neighbours`);
    const reason = await site().page('/lessons/first-tie?step=reason&lang=en');
    const draws = cellsOf(reason, '.exercise-table');
    const counts = facts(reason)
      .slice(0, 3)
      .map((text) => Number.parseInt(text));
    expect(counts).toEqual(
      ['Province 01', 'Province 02', 'tied'].map(
        (who) => draws.filter(([, , , , first]) => first === who).length,
      ),
    );
    expect(Math.min(...counts.slice(0, 2))).toBeGreaterThan(draws.length / 5);
    for (const [, a, b, , first] of draws)
      expect(first).toBe(a === b ? 'tied' : numberIn(a) > numberIn(b) ? 'Province 01' : 'Province 02');
  });
});

describe('the lesson on a weight', () => {
  it.each(dimensionIds)('moves %s by ten points, and all weights still sum to 100%', (dimension) => {
    const { dimensions } = knowledge.methods.province;
    const weights = movedWeights({ dimensions }, dimension);
    const of = (id: string): number => weights.find((one) => one.id === id)!.weight;
    expect(of(dimension) - dimensions.find(({ id }) => id === dimension)!.weight).toBeCloseTo(0.1, 9);
    expect(weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
  });

  it('has the ranks, indexes and weights of the page of choices that it links to', async () => {
    const lesson = '/lessons/moved-weight?dimension=accuracy&lang=en';
    const result = await site().page(`${lesson}&step=result`);
    const rows = cellsOf(result, '.exercise-table');
    const choices = await site().page(linksOf(await site().page(`${lesson}&step=conclusions`), '/choices'));
    expect(rows.length).toBeGreaterThan(20);
    expect(rows).toEqual(cellsOf(choices, '#chosen-ranks'));
    const moved = rows.filter(([, before, after]) => before !== after).length;
    expect(facts(result)[1]).toBe(`${String(moved)} of ${String(rows.length)}`);
    const reason = await site().page(`${lesson}&step=reason`);
    const weights = cellsOf(reason, '.exercise-table').map(([name, , , nominal, effective]) => [
      name,
      nominal,
      effective,
    ]);
    const text = wordsOf(choices.querySelector('main'));
    for (const row of weights) expect(text).toContain(row.join(''));
  });

  it('computes the unit that moves furthest by hand', async () => {
    const page = await site().page('/lessons/moved-weight?step=reason&lang=en');
    const text = wordsOf(page.querySelector('main'));
    const change = numberIn(/index by the method = (−?[\d.]+)\./.exec(text)?.[1]);
    const terms = [...text.matchAll(/(?:([−+]) )?(−?0\.\d{4}) × (\d+\.\d+)/g)].map(
      ([, sign, weight, score]) => (sign === '−' ? -1 : 1) * numberIn(weight) * Number(score),
    );
    expect(terms).toHaveLength(5);
    expect(Math.abs(terms.reduce((sum, term) => sum + term, 0) - change)).toBeLessThan(0.02);
  });
});

describe('lessons on an empty database', () => {
  it('say in a sentence what is missing and how to get it, and never show an empty page', async () => {
    for (const step of lessonSteps) {
      const page = await empty().page(`/lessons/moved-weight?step=${step}&lang=en`);
      expect(page.querySelectorAll('main form')).toHaveLength(0);
      if (step === 'conclusions' || step === 'notes') continue;
      const missing = wordsOf(page.querySelector('#missing'));
      expect(missing).toContain('npx haochaping simulate --scenario tiny');
    }
  });

  it('are whole where they make their own world', async () => {
    for (const address of [
      '/lessons',
      '/lessons/high-rate?step=result',
      '/lessons/first-tie',
      '/lessons/first-tie?step=conclusions',
    ]) {
      const page = await empty().page(address);
      expect(page.querySelector('#missing')).toBeNull();
      expect(page.querySelectorAll('main .panel').length).toBeGreaterThan(0);
    }
  });
});
