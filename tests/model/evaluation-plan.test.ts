import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../src/model/evaluation/evaluation-plan.ts';
import { mistakeOf } from '../builders.ts';

const plan = {
  plan: 'spring',
  from: '2025-03-01',
  to: '2025-03-31',
  evaluators: [{ id: 'E01' }, { id: 'E02' }],
};

describe('a sampling plan', () => {
  it('needs a name, days and evaluators; all else has a default', () => {
    expect(parsePlan(plan, 'x')).toMatchObject({
      seed: 1,
      units: 'all',
      items: 30,
      subjects: ['guide', 'search', 'application'],
      double: 0.2,
      evaluators: [
        { id: 'E01', severity: 0, sensitivity: {}, drift: 0 },
        { id: 'E02', severity: 0, sensitivity: {}, drift: 0 },
      ],
    });
  });

  it.each([
    ['a field that there is not', { colour: 'red' }, 'there is no field colour'],
    ['days in the wrong order', { from: '2025-04-01' }, 'to = "2025-03-31": must not lie before'],
    ['an evaluator twice', { evaluators: [{ id: 'E01' }, { id: 'E01' }] }, 'must have each code once'],
    ['a unit twice', { units: ['990000', '990000'] }, 'must have each unit once'],
    ['a subject twice', { subjects: ['guide', 'guide'] }, 'must have each subject once'],
    [
      'double assessments by one evaluator',
      { evaluators: [{ id: 'E01' }] },
      'must be 0 with one evaluator only',
    ],
    ['no evaluator', { evaluators: [] }, 'evaluators = []'],
    ['a name of an evaluator', { evaluators: [{ id: 'Li' }] }, 'evaluators.0.id = "Li"'],
    [
      'a chance above 1',
      { evaluators: [{ id: 'E01', severity: 1.5 }, { id: 'E02' }] },
      'evaluators.0.severity = 1.5',
    ],
    [
      'a kind of fault that there is not',
      { evaluators: [{ id: 'E01', sensitivity: { colour: 1 } }, { id: 'E02' }] },
      'evaluators.0.sensitivity',
    ],
    ['more items than a unit has', { items: 5000 }, 'items = 5000: must be at most 1000'],
  ])('is refused with %s, by field and rule', async (_what, given, said) => {
    const { text } = await mistakeOf(() => parsePlan({ ...plan, ...given }, 'x'));
    expect(text.en).toContain('plan x is not valid');
    expect(text.en).toContain(said);
    expect(text.zh).toContain('抽样方案 x 有误');
  });
});
