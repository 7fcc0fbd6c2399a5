import { describe, expect, it } from 'vitest';
import type { Answered } from '../../src/jobs/answers/questions.ts';
import { ladderSentence } from '../../src/web/ladder/ladder-sentence.ts';
import { useScratch } from '../builders.ts';
import { cellsOf, useSite, wordsOf } from './fixture.ts';

const site = useSite(useScratch(), { empty: true });

const PAGE = '/laboratory/ladder';
const JSON_OF = '/api/laboratory/ladder.json';
const chosen = '?lang=en&anomaly=A3&rate=30&seed=11';

type Steps = Answered['concealmentLadder']['steps'];
const documentOf = async (query: string): Promise<{ choice: unknown; steps: Steps }> =>
  (await site().get(JSON_OF + query)).body as { choice: unknown; steps: Steps };

describe('/laboratory/ladder', () => {
  it('simulates what was chosen, and keeps it in its form and its links', { timeout: 60_000 }, async () => {
    const { choice } = await documentOf(chosen);
    expect(choice).toEqual({ anomaly: 'A3', rate: 0.3, casesPerYear: 60_000, seed: 11 });
    const page = await site().page(PAGE + chosen);
    const selected = page
      .querySelectorAll('form select option[selected]')
      .map((option) => option.getAttribute('value'));
    for (const value of ['A3', '30', '60000']) expect(selected).toContain(value);
    expect(page.querySelector('#seed')!.getAttribute('value')).toBe('11');
    const json = page.querySelector('.downloads a')!.getAttribute('href')!.replaceAll('&amp;', '&');
    expect(json).toBe(JSON_OF + chosen);
  });

  it('shows each level in tables, and the same numbers in pictures', async () => {
    const [page, { steps }] = [await site().page(PAGE + chosen), await documentOf(chosen)];
    expect(steps.map(({ level }) => level)).toEqual([1, 2, 3]);
    for (const by of ['byRecord', 'byMonth'] as const) {
      const rows = cellsOf(page, `#ladder-${by}`);
      const scores = steps.flatMap(({ detectors }) => detectors.flatMap((one) => one[by] ?? []));
      expect(rows).toHaveLength(scores.length);
      scores.forEach((score, i) => {
        const [, injected, flagged, right, , recall] = rows[i]!;
        expect([injected, flagged, right].map((text) => Number(text!.replaceAll(',', '')))).toEqual([
          ...[score.injected, score.flagged, score.right],
        ]);
        expect(recall!.split(' ')[0]).toBe(`${(100 * score.recall!).toFixed(1)}%`);
      });
    }
    const pictures = page.querySelectorAll('svg.step-lines');
    expect(pictures).toHaveLength(4);
    const drawn = pictures[0]!.querySelectorAll('g title').map(({ text }) => text.split(': ')[1]);
    const ofRecords = steps.flatMap(({ detectors }) => detectors.map(({ byRecord }) => byRecord!.recall!));
    expect(drawn.sort()).toEqual(ofRecords.map((recall) => `${(100 * recall).toFixed(1)}%`).sort());
    const plainest = cellsOf(page, '#ladder-baselines');
    for (const { level } of steps)
      expect(plainest.map(([name]) => name)).toContain(`Level ${String(level)} · every level 5`);
  });

  it('says in a sentence what its numbers say', async () => {
    const [page, { steps }] = [await site().page(PAGE + chosen), await documentOf(chosen)];
    const said = wordsOf(page.querySelector('#sentence'));
    expect(said).toContain(ladderSentence(steps, 'en'));
    const [simple, strong] = steps[2]!.detectors;
    expect(strong!.byMonth!.recall!).toBeGreaterThan(simple!.byMonth!.recall!);
    expect(said).toContain(`at level 3 “${strong!.rule.name.en}” finds more`);
  });

  it.each([
    ['anomaly=A5', 'anomaly', 'A1, A3, A4, A11'],
    ['rate=20', 'rate', '1, 3, 5, 10, 30'],
    ['cases=1000000', 'cases', '60000, 240000'],
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

describe('the sentence of the ladder', () => {
  const step = (level: number, ...recalls: readonly (number | null)[]): Steps[number] =>
    ({
      level,
      detectors: recalls.map((recall, i) => ({
        rule: { name: { zh: `规则${String(i)}`, en: i === 0 ? 'simple' : 'strong' } },
        byMonth: { recall },
      })),
    }) as unknown as Steps[number];

  it.each([
    [step(1, 1, 0.5), 'at level 1 “simple” finds more (100.0%, “strong” 50.0%)'],
    [step(2, 0, 0.25), 'at level 2 “strong” finds more (25.0%, “simple” 0.0%)'],
    [step(3, 0.5, 0.5), 'at level 3 “simple” and “strong” find the same (50.0%)'],
    [step(3, 0, 0), 'at level 3 neither “simple” nor “strong” finds any'],
    [step(1, 0.75), 'at level 1 “simple” finds 75.0%'],
    [step(1, null, null), 'at level 1 there is nothing to find'],
  ])('compares what both can be scored by', (one, part) => {
    expect(ladderSentence([one], 'en')).toBe(`Recall by office-month: ${part}.`);
  });
});
