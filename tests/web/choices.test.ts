import { describe, expect, it } from 'vitest';
import { useScratch } from '../builders.ts';
import { cellsOf, parsePage, useSite, wordsOf } from './fixture.ts';
import { visitorOf } from './sent-form.ts';

const site = useSite(useScratch());
const empty = useSite(useScratch(), { empty: true });
const changed = 'weight.effectiveness=35&weight.maturity=15';

describe('the page of choices', () => {
  it.each(['province', 'city'] as const)(
    'gives the ranks and scores of the method where nothing is changed: %s',
    async (kind) => {
      const page = await site().page(`/choices?kind=${kind}`);
      const results = (await site().get('/api/results.json')).body as {
        units: { code: string; kind: string; rank: number | null; overall: { score: number } | null }[];
      };
      const ranked = results.units.filter((unit) => unit.kind === kind && unit.rank !== null);
      expect(ranked.length).toBeGreaterThan(20);
      for (const { code, rank, overall } of ranked) {
        const cells = page.querySelectorAll(`#chosen-ranks tr[data-code="${code}"] td`).map(wordsOf);
        const score = overall!.score.toFixed(2);
        expect(cells).toEqual([String(rank), String(rank), '不变', score, score]);
        const links = page.querySelectorAll(`#chosen-ranks tr[data-code="${code}"] a.figure`);
        expect(links.map((link) => new URL(link.getAttribute('href')!, 'http://x').search)).toEqual([
          `?unit=${code}&figure=rank`,
          `?unit=${code}&figure=overall`,
        ]);
      }
    },
  );

  it('ranks anew by moved weights, the difference beside both, also as files', async () => {
    const rows = cellsOf(await site().page(`/choices?lang=en&${changed}`), '#chosen-ranks');
    const moved = rows.filter(([, before, after]) => before !== after);
    expect(moved.length).toBeGreaterThan(0);
    for (const [, before, after, change] of moved) {
      const places = Number(before) - Number(after);
      expect(change).toBe(places > 0 ? `up ${String(places)}` : `down ${String(-places)}`);
    }
    const { body } = await site().get(`/api/choices.json?${changed}`);
    expect(body).toMatchObject({ choices: { weights: { effectiveness: 0.35, maturity: 0.15 } } });
    const { text } = await site().get(`/files/choices.csv?${changed}`);
    for (const { code, after } of body.units as { code: string; after: { rank: number } }[])
      expect(text).toMatch(new RegExp(`province,${code},[^\n]*,${String(after.rank)},`));
  });

  it('draws values of few records towards the units of the kind, and prints what towards', async () => {
    const shown = await site().page('/choices?shrinkage=empirical&lang=en');
    const { body } = await site().get('/api/choices.json?shrinkage=empirical');
    expect(body.priors.length).toBeGreaterThan(20);
    expect(cellsOf(shown, '#priors')).toHaveLength(body.priors.length);
    const spread = (when: 'before' | 'after'): number => {
      const scores = (body.units as Record<'before' | 'after', { score: number | null }>[]).flatMap(
        (unit) => unit[when].score ?? [],
      );
      const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
      return scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
    };
    expect(spread('after')).toBeLessThan(spread('before'));
    expect((await site().get('/choices?shrinkage=much')).status).toBe(400);
  });

  it('takes its form without a script: the address then holds what was changed, and nothing else', async () => {
    const visitor = visitorOf(site().app);
    const fields = await visitor.fieldsOf('/choices?lang=en', '.choices-form');
    fields.set('weight.effectiveness', '35');
    fields.set('weight.maturity', ' 15');
    fields.set('best.ratingRate', '0.7');
    fields.set('normalisation', 'minMax');
    const answer = await visitor.send('/choices?lang=en', fields);
    expect(answer.status).toBe(303);
    const query = new URLSearchParams(String(answer.headers['location']).split('?')[1]);
    expect(Object.fromEntries(query)).toEqual({
      lang: 'en',
      'weight.effectiveness': '35',
      'weight.maturity': '15',
      'best.ratingRate': '0.7',
      normalisation: 'minMax',
    });
    const page = parsePage((await visitor.get(String(answer.headers['location']))).text);
    expect(page.querySelector('input[name="best.ratingRate"]')?.getAttribute('value')).toBe('0.7');
    fields.set('weight.coverage', '');
    const emptied = await visitor.send('/choices?lang=en', fields);
    expect(emptied.status).toBe(400);
    expect(wordsOf(parsePage(emptied.text).querySelector('[role=alert]'))).toContain('weight.coverage');
    fields.delete('token');
    expect((await visitor.send('/choices', fields)).status).toBe(403);
  });

  it.each([
    [
      'weight.effectiveness=35',
      /weight\.effectiveness \+ .* = 110%: weights below the same parent must sum to 100%/,
    ],
    [
      'weight.effectiveness=-5&weight.maturity=55',
      /weight\.effectiveness = -5: a weight must be a percentage from 0 to 100/,
    ],
    [
      'weight.effectiveness=NaN',
      /weight\.effectiveness has the value “NaN”, but it must be a decimal number/,
    ],
    [
      'weight.effectiveness=',
      /weight\.effectiveness has the value “”, but it must be a decimal number and not empty/,
    ],
    ['weight.__proto__=5', /weight\.__proto__: the method has no __proto__/],
    ['weight.nothing=5', /weight\.nothing: the method has no nothing/],
    ['best.nothing=1', /best\.nothing: the method has no nothing/],
    [
      'worst.ratingRate=1&best.ratingRate=1',
      /worst\.ratingRate and best\.ratingRate = 1 → 1: the two ends of a scoring range must differ/,
    ],
    [
      'normalisation=best',
      /normalisation has the value “best”, but it must be one of goalposts, minMax, zScore, rank/,
    ],
  ])('says what is wrong with %s and keeps the form', async (query, message) => {
    const { status, text } = await site().get(`/choices?lang=en&${query}`);
    expect(status).toBe(400);
    const page = parsePage(text);
    expect(wordsOf(page.querySelector('[role=alert]'))).toMatch(message);
    expect(page.querySelectorAll('.choices-form input').length).toBeGreaterThan(20);
    expect((await site().get(`/api/choices.json?${query}`)).status).toBe(400);
  });

  it('says that there are no ranks where there are no ratings', async () => {
    const page = await empty().page('/choices?lang=en');
    expect(wordsOf(page.querySelector('#ranks-caption'))).toContain('No unit has an overall index');
    expect((await empty().get('/choices/uncertainty?rows=256')).status).toBe(200);
    const without = await site().page('/choices?lang=en&period=2020');
    expect(wordsOf(without.querySelector('#ranks-caption'))).toContain('No unit has an overall index');
  });

  it('names strengths that add up with weaknesses from the mean, for the unit that is chosen', async () => {
    const whole = await site().page('/choices');
    const [, second] = whole.querySelectorAll('#unit option').map((option) => option.getAttribute('value'));
    const page = await site().page(`/choices?lang=en&unit=${second!}`);
    const points = cellsOf(page, '#strengths table').map((cells) => Number(cells[3]!.replace('−', '-')));
    expect(points).toEqual([...points].sort((a, b) => b - a));
    expect((await site().get('/choices?lang=en&unit=1')).status).toBe(400);
  });
});

describe('the page of uncertain ranks', () => {
  it('gives every unit its interval, its attainable ranks around it, and every factor its indices', async () => {
    const address = '/choices/uncertainty?rows=256&lang=en';
    const page = await site().page(address);
    const units = cellsOf(page, '#rank-intervals');
    expect(units.length).toBeGreaterThan(20);
    for (const [, rank, , , , attainable] of units) {
      if (rank === 'no data') continue;
      const [best, worst] = attainable!.split('–').map((text) => Number.parseInt(text, 10));
      expect(best).toBeLessThanOrEqual(Number(rank));
      expect(worst).toBeGreaterThanOrEqual(Number(rank));
    }
    expect(cellsOf(page, '#sobol')).toHaveLength(6);
    const [once, again] = [await site().get(address), await site().get(`${address}&seed=1`)];
    expect(cellsOf(parsePage(again.text), '#rank-intervals')).toEqual(
      cellsOf(parsePage(once.text), '#rank-intervals'),
    );
    const { body } = await site().get('/api/choices/uncertainty.json?rows=256');
    expect(body.units).toHaveLength(units.length);
    expect((await site().get('/files/uncertainty.csv?rows=256')).text).toContain('best_by_weights');
  });

  it('refuses bounds and samples that are none', async () => {
    for (const query of ['weightBound=101', 'rangeBound=50', 'rows=5', 'seed=-1'])
      expect((await site().get(`/choices/uncertainty?${query}`)).status, query).toBe(400);
  });
});
