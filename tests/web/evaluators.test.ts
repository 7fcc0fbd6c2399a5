import { describe, expect, it } from 'vitest';
import { evaluateByPlan } from '../../src/jobs/evaluate/evaluate-plan.ts';
import { parsePlan } from '../../src/model/evaluation/evaluation-plan.ts';
import { printFixed } from '../../src/wording/print-number.ts';
import { clock, knowledge, useScratch } from '../builders.ts';
import { useSite, wordsOf } from './fixture.ts';

const plan = (given: object = {}) =>
  parsePlan(
    {
      plan: 'spring',
      from: '2025-03-03',
      to: '2025-03-28',
      units: ['980100', '980200', '980300', '980400', '980500'],
      items: 10,
      double: 0.5,
      evaluators: [
        { id: 'E01', sensitivity: { wrong: 0.6, obstacle: 0.8 } },
        { id: 'E02', severity: 0.02 },
        { id: 'E03', severity: 0.1 },
      ],
      ...given,
    },
    'test',
  );

const scratch = useScratch();
const site = useSite(scratch);
const empty = useSite(useScratch(), { empty: true });

interface EvaluatorsDocument {
  readonly plan: string;
  readonly subjects: readonly {
    readonly subject: string;
    readonly assessments: number;
    readonly evaluators: readonly { readonly evaluator: string; readonly effect: number }[];
    readonly agreement: { readonly pairs: number; readonly ac1: number } | null;
    readonly options: readonly { readonly relativeError: number }[];
    readonly scores: readonly { readonly score: number; readonly register: number | null }[];
  }[];
}

describe('the page of evaluators', () => {
  it('says how to get assessments where there are none', async () => {
    const words = wordsOf(await empty().page('/evaluators?lang=en'));
    expect(words).toContain('There are no assessments yet');
    expect(words).toContain('npx haochaping evaluate --plan db/reference/plans/basic.json');
    expect((await empty().get('/api/evaluators.json')).status).toBe(404);
  });

  it('shows the error of the evaluators of a plan, with the numbers of its document', async () => {
    await evaluateByPlan(site().store, plan(), knowledge, '0', clock);
    const { subjects, plan: name } = (await site().get('/api/evaluators.json')).body as EvaluatorsDocument;
    expect(name).toBe('spring');
    expect(subjects.map(({ subject }) => subject)).toEqual(['guide', 'search', 'application']);
    const page = await site().page('/evaluators?lang=en');
    const words = wordsOf(page);
    for (const { evaluators, options, agreement, scores } of subjects) {
      for (const { effect } of evaluators) expect(words).toContain(printFixed(effect, 2));
      for (const { relativeError } of options) expect(words).toContain(printFixed(relativeError, 2));
      expect(agreement?.pairs).toBeGreaterThan(0);
      for (const { score } of scores) expect(words).toContain(printFixed(score, 2));
    }
    const [guide] = subjects;
    const of = (code: string) => guide!.evaluators.find(({ evaluator }) => evaluator === code)!.effect;
    // Who overlooks much is lenient, who calls much a fault is severe.
    expect(of('E01')).toBeGreaterThan(of('E02'));
    expect(of('E02')).toBeGreaterThan(of('E03'));
    expect(guide!.scores.every(({ register }) => register !== null && register > 80)).toBe(true);
    expect((await site().get('/evaluators?lang=zh')).text).toContain('模拟数据');
  });

  it('shows another plan where the address names it, and refuses one that there is not', async () => {
    await evaluateByPlan(
      site().store,
      plan({ plan: 'alone', double: 0, evaluators: [{ id: 'E09' }] }),
      knowledge,
      '0',
      clock,
    );
    const words = wordsOf(await site().page('/evaluators?lang=en&plan=alone'));
    expect(words).toContain('There are no double assessments');
    expect(words).toContain('E09');
    expect(words).not.toContain('NaN');
    const answer = await site().get('/evaluators?lang=en&plan=summer');
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('summer');
  });
});
