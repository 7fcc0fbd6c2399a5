import { describe, expect, it } from 'vitest';
import { agreementOfClass, leniencyIn } from '../../src/jobs/train/class-agreement.ts';
import type { FirstAnswer } from '../../src/jobs/train/judgements.ts';

/** From what goes most against the judged office to what favours it most. */
const scale = ['upheld', 'unproven', 'mistaken', 'unfounded'] as const;
type Verdict = (typeof scale)[number];

/** A verdict of a trainee on an exercise whose right verdict is known. */
const judged = (trainee: number, seed: number, truth: Verdict, answer: Verdict): FirstAnswer => ({
  kind: 'verdict',
  seed,
  judged: { kind: 'choice', costs: Object.fromEntries(scale.map((id) => [id, id === truth ? 0 : 2])) },
  answer: {
    ...{ trainee, place: seed, variant: 1, attempt: 1, answeredAt: seed, keyVersion: 1 },
    ...{ answers: { verdict: [answer] }, confidence: 0.7, wasRight: truth === answer },
    mark: {
      ...{ right: truth === answer, cost: 0, most: 2, fields: [] },
      drills: { opened: 0, cost: 0 },
    },
  },
});

describe('agreement in a class', () => {
  it('with the key: share, share within one, kappa plain and linear, worked by hand', () => {
    // Of twelve: eight right, three one place off, one three places off.
    const firsts = [
      ...Array.from({ length: 4 }, (_, i) => judged(1, i, 'upheld', 'upheld')),
      ...Array.from({ length: 4 }, (_, i) => judged(1, 10 + i, 'unfounded', 'unfounded')),
      ...Array.from({ length: 3 }, (_, i) => judged(1, 20 + i, 'upheld', 'unproven')),
      judged(1, 30, 'unfounded', 'upheld'),
    ];
    const [found] = agreementOfClass(['verdict'], firsts);
    expect(found!.truth!.exact).toBeCloseTo(8 / 12, 12);
    expect(found!.truth!.withinOne).toBeCloseTo(11 / 12, 12);
    // Truths 7 : 0 : 0 : 5, answers 5 : 3 : 0 : 4; by chance (35 + 20) / 144 agree.
    expect(found!.truth!.kappa!.value).toBeCloseTo((96 - 55) / (144 - 55), 12);
    // Linear weights 1 − d/3: observed (8 + 3·2/3)/12, by chance (35 + 21·2/3 + 15·1/3 + 20)/144 and 0 from end to end.
    expect(found!.truth!.weighted!.value).toBeCloseTo((120 - 74) / (144 - 74), 12);
    expect(found!.patterns[0]!.en).toContain('3 were judged');
  });

  it('among trainees: over the exercises that two at least have judged', () => {
    const alike = Array.from({ length: 6 }, (_, i) => [
      judged(1, i, 'upheld', i < 3 ? 'upheld' : 'mistaken'),
      judged(2, i, 'upheld', i < 3 ? 'upheld' : 'mistaken'),
    ]).flat();
    const alone = judged(1, 99, 'upheld', 'unfounded');
    const { among } = agreementOfClass(['verdict'], [...alike, alone])[0]!;
    expect(among).toMatchObject({ items: 6, exact: 1, kappa: 1 });
    expect(among!.ac1).toBeCloseTo(1, 12);
    const apart = Array.from({ length: 6 }, (_, i) => [
      judged(1, i, 'upheld', 'upheld'),
      judged(2, i, 'upheld', 'unfounded'),
    ]).flat();
    expect(agreementOfClass(['verdict'], apart)[0]!.among!.exact).toBe(0);
  });

  it('gives no coefficient below ten judgements', () => {
    const nine = Array.from({ length: 9 }, (_, i) => judged(1, i, 'upheld', 'upheld'));
    expect(agreementOfClass(['verdict'], nine)[0]).toMatchObject({
      ...{ judgements: 9, truth: undefined, among: undefined },
    });
    expect(leniencyIn(nine)).toBeUndefined();
  });

  it('calls lenient who favours the office beyond the key, severe who favours it less', () => {
    const lenient = Array.from({ length: 12 }, (_, i) =>
      judged(1, i, 'upheld', i % 3 === 0 ? 'upheld' : 'unfounded'),
    );
    expect(leniencyIn(lenient)).toMatchObject({ leaning: 'lenient' });
    expect(leniencyIn(lenient)!.mean).toBeCloseTo(8 / 12, 12);
    const severe = Array.from({ length: 12 }, (_, i) =>
      judged(1, i, 'unfounded', i % 3 === 0 ? 'unfounded' : 'unproven'),
    );
    expect(leniencyIn(severe)).toMatchObject({ leaning: 'severe' });
    expect(leniencyIn(severe)!.mean).toBeCloseTo((-8 * (2 / 3)) / 12, 12);
  });
});
