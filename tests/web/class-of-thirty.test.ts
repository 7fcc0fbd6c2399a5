import request from 'supertest';
import { expect, it } from 'vitest';
import { enterClass } from '../../src/jobs/train/trainees.ts';
import { giveExercise } from '../../src/store/write/training/exercises.ts';
import { answersOfClass } from '../../src/store/read/training/exercises.ts';
import { classByCode } from '../../src/store/read/training/classes.ts';
import type { Answers } from '../../src/model/training/exercise.ts';
import { markAnswer } from '../../src/train/mark.ts';
import { useScratch } from '../builders.ts';
import { parsePage, useSite, wordsOf } from './fixture.ts';
import { aClass, handMade } from './in-class.ts';
import { anAccount, sendForm, signedIn } from './signed-in.ts';

const site = useSite(useScratch(), { empty: true });
const TRAINEES = 30;

/** What the nth trainee answers: some right, some wrong in one field or another. */
const answersOf = (n: number): Answers => ({
  rate: [n % 3 === 0 ? '90' : '95.0'],
  denominator: [n % 5 === 0 ? 'served' : 'rated'],
  rows: n % 2 === 0 ? ['first'] : ['first', 'second'],
});

it('takes the answers of thirty trainees at once: none is lost, each is marked as it would be alone, and the trainer sees them', async () => {
  const { deps, app } = site();
  const { access, now } = deps;
  const { code } = aClass(deps, 'class-of-thirty');
  const trainees = Array.from({ length: TRAINEES }, (_, n) => {
    const { trainee, token } = enterClass(access, { code, name: `bird-${String(n)}`, returnCode: '' }, now());
    giveExercise(access, {
      ...{
        trainee: trainee.id,
        place: 1,
        variant: 1,
        kind: 'figures',
        seed: 2 ** 52 + 1,
        version: 1,
        keyVersion: 1,
      },
      ...handMade,
      givenAt: now(),
    });
    return { id: trainee.id, n, headers: { cookie: `trainee=${token}` } };
  });
  const sent = await Promise.all(
    trainees.map(({ n, headers }) => {
      const fields = Object.entries(answersOf(n)).flatMap(([id, given]) =>
        given.map((one): [string, string] => [`answer.${id}`, one]),
      );
      return sendForm(app, '/training/desk/1', [...fields, ['attempt', '1'], ['confidence', '70']], headers);
    }),
  );
  expect(sent.map(({ status }) => status)).toEqual(trainees.map(() => 303));
  const kept = new Map(
    answersOfClass(access, classByCode(access, code)!.id).map((one) => [one.trainee, one]),
  );
  expect(kept.size).toBe(TRAINEES);
  for (const { id, n } of trainees) {
    expect(kept.get(id)!.answers).toEqual(answersOf(n));
    expect(kept.get(id)!.mark).toEqual(markAnswer(handMade.exercise, handMade.key, answersOf(n)));
  }
  const trainer = signedIn(deps, anAccount(deps, 'trainer'));
  const page = parsePage((await request(app).get(`/training/classes/${code}?lang=en`).set(trainer)).text);
  const rows = page.querySelectorAll('.class-answers tbody tr');
  // One more is in the class, who has not answered.
  expect(rows).toHaveLength(TRAINEES + 1);
  const right = trainees.filter(({ n }) => n % 3 !== 0 && n % 5 !== 0 && n % 2 === 0).length;
  expect(rows.filter((row) => wordsOf(row.querySelector('td')) === '✓')).toHaveLength(right);
  expect(page.querySelectorAll('.item-bank tbody tr td').map(wordsOf)[1]).toBe(String(TRAINEES));
  expect(
    page
      .querySelectorAll('.histogram td.num')
      .map(wordsOf)
      .reduce((sum, n) => sum + Number(n), 0),
  ).toBe(TRAINEES);
});
