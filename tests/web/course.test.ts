import type { Express } from 'express';
import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { courseSettings, endClass, openClass } from '../../src/jobs/train/classes.ts';
import { answerExercise, exerciseFor } from '../../src/jobs/train/class-exercises.ts';
import { progressOf } from '../../src/jobs/train/course-exercises.ts';
import { markAgain } from '../../src/jobs/train/mark-again.ts';
import { enterClass } from '../../src/jobs/train/trainees.ts';
import type { Seat } from '../../src/jobs/train/seat.ts';
import type { TrainingCourse } from '../../src/model/training/course.ts';
import type { ExerciseKey } from '../../src/model/training/exercise.ts';
import { stagePlaces } from '../../src/train/course/course-places.ts';
import { knownNumbers } from '../../src/train/course/known-cases.ts';
import { answersOfTrainee, exerciseAt, marksOf } from '../../src/store/read/training/exercises.ts';
import { renewKey } from '../../src/store/write/training/exercises.ts';
import { useScratch } from '../builders.ts';
import { enterCourse, goOn, oneWorld, rightOf, smallCourse, wrongOf } from './in-course.ts';
import { parsePage, useSite, wordsOf } from './fixture.ts';
import { anAccount, signedIn, type Headers } from './signed-in.ts';

const site = useSite(useScratch(), { empty: true });
const app = (): Express => site().app;

const DAY = 86_400;
const stateOf = (seat: Seat, course: TrainingCourse, id: string, at: number) =>
  progressOf(site().deps.access, seat, course, at).find(({ stage }) => stage.id === id)!;
const page = async (path: string, cookie: string) => {
  const { status, text } = await request(app()).get(path).set({ cookie });
  return { status, text, words: wordsOf(parsePage(text).querySelector('main')) };
};

let trainer: Headers;
beforeAll(() => {
  trainer = signedIn(site().deps, anAccount(site().deps, 'trainer'));
});

describe('a class that follows a course', () => {
  it('takes a trainee through all stages: the delayed test opens after its days, work comes last, the debrief at the end', async () => {
    const course = smallCourse(site().deps);
    const { seat, cookie } = enterCourse(site().deps, course, 'plover');
    const now = site().deps.now();
    expect((await page('/training/desk?lang=en', cookie)).words).toContain('Pre-test: to the next exercise');
    await goOn(site().deps, seat, course, 'nothing', now);
    // Everything up to the delayed test is done; that one waits thirty days.
    expect(stateOf(seat, course, 'post-test', now).state).toBe('done');
    expect(stateOf(seat, course, 'gate', now).gate.map(({ decision }) => decision)).toEqual([
      'passed',
      'passed',
    ]);
    expect(stateOf(seat, course, 'delayed-test', now)).toMatchObject({
      state: 'waiting',
      opensAt: now + 30 * DAY,
    });
    expect((await page('/training/desk?lang=en', cookie)).words).toMatch(/Delayed test opens on \d{4}-/);
    const later = now + 31 * DAY;
    await goOn(site().deps, seat, course, 'nothing', later);
    expect(progressOf(site().deps.access, seat, course, later).every(({ state }) => state === 'done')).toBe(
      true,
    );
    const debrief = await page('/training/debrief?lang=en', cookie);
    expect(debrief.words).toContain('Pre-test to post-test');
    expect(debrief.words).toContain('passed');
    expect(debrief.words).toMatch(/Confidence was 80\.0% on average/);
  });

  it('gives no mark and no solution in a test before all of it is answered, and none in work', async () => {
    const course = smallCourse(site().deps);
    const { seat, cookie } = enterCourse(site().deps, course, 'dunlin');
    const { access, calendar, now } = site().deps;
    const first = await exerciseFor(access, seat, 1, oneWorld, { calendar, now: now() });
    answerExercise(
      access,
      seat,
      first,
      { attempt: 1, answers: wrongOf(first.key, first.exercise.fields), confidence: 0.5 },
      now(),
    );
    const shown = await page('/training/desk/1?lang=en', cookie);
    expect(shown.words).toContain('Marks and solutions are shown when all of the stage is answered');
    expect(shown.words).not.toContain('Worked solution');
    await goOn(site().deps, seat, course, 'frame', now());
    expect((await page('/training/desk/1?lang=en', cookie)).words).toContain('Worked solution');
  });

  it('opens no exercise of a stage that waits, and none at the gate but the next one', async () => {
    const course = smallCourse(site().deps);
    const { seat, cookie } = enterCourse(site().deps, course, 'ruff');
    const gate = stagePlaces(course).find(({ stage }) => stage.id === 'gate')!;
    expect((await page(`/training/desk/${String(gate.before + 1)}`, cookie)).status).toBe(409);
    await goOn(site().deps, seat, course, 'gate', site().deps.now());
    expect((await page(`/training/desk/${String(gate.before + 2)}`, cookie)).status).toBe(409);
    expect((await page('/training/desk/99999', cookie)).status).toBe(404);
  });

  it('gives a kind that is failed at the gate another try with fresh cases, and fails it after the last', async () => {
    const course = smallCourse(site().deps);
    const { seat, cookie } = enterCourse(site().deps, course, 'curlew');
    const now = site().deps.now();
    await goOn(site().deps, seat, course, 'gate', now);
    const { before } = stateOf(seat, course, 'gate', now);
    await goOn(site().deps, seat, course, 'post-test', now, (place) => place <= before);
    const { gate } = stateOf(seat, course, 'gate', now);
    expect(gate.map(({ decision, tries }) => [decision, tries.length])).toEqual([
      ['failed', 2],
      ['failed', 2],
    ]);
    expect(stateOf(seat, course, 'gate', now).state).toBe('failed');
    // Tests measure the gain all the same; work does not open.
    const later = now + 31 * DAY;
    await goOn(site().deps, seat, course, 'nothing', now);
    await goOn(site().deps, seat, course, 'nothing', later);
    expect(stateOf(seat, course, 'delayed-test', later).state).toBe('done');
    expect(stateOf(seat, course, 'work', later)).toMatchObject({ state: 'barred', next: undefined });
    const work = stagePlaces(course).find(({ stage }) => stage.id === 'work')!;
    expect((await page(`/training/desk/${String(work.before + 1)}`, cookie)).status).toBe(409);
    const debrief = await page('/training/debrief?lang=en', cookie);
    expect(debrief.words).toContain('not opened: the gate was failed');
  });

  it('stops work where the known cases go wrong, and tells nobody which they were', async () => {
    const course = smallCourse(site().deps);
    const { seat, cookie } = enterCourse(site().deps, course, 'snipe');
    const later = site().deps.now() + 31 * DAY;
    await goOn(site().deps, seat, course, 'nothing', site().deps.now());
    await goOn(site().deps, seat, course, 'work', later);
    const { before, stage } = stateOf(seat, course, 'work', later);
    if (stage.id !== 'work') return expect.fail('the last stage must be work');
    const { secret } = seat.class;
    const first = stateOf(seat, course, 'work', later).next!;
    const { access, calendar } = site().deps;
    const given = await exerciseFor(access, seat, first, oneWorld, { calendar, now: later });
    const wrong = wrongOf(given.key, given.exercise.fields);
    answerExercise(access, seat, given, { attempt: 1, answers: wrong, confidence: 0.5 }, later);
    const shown = await page(`/training/desk/${String(first)}?lang=en`, cookie);
    expect(shown.words).toContain('Marks and solutions are shown when all of the stage is answered');
    expect(shown.words).not.toContain('Worked solution');
    const known = knownNumbers(stage, { secret, trainee: seat.trainee.number }).map((n) => before + n + 1);
    await goOn(site().deps, seat, course, 'nothing', later, (place) => !known.includes(place));
    const work = stateOf(seat, course, 'work', later);
    expect(work.known).toMatchObject({ cases: 5, right: 0, isOut: true });
    expect(work.state).toBe('stopped');
    expect(work.done).toBeLessThan(work.toDo);
    expect((await page('/training/debrief?lang=en', cookie)).words).toMatch(
      /stopped after \d+ of 20 cases: 0 of 5 known cases were right/,
    );
    const answered = answersOfTrainee(site().deps.access, seat.trainee.id).filter(
      ({ place }) => place > before,
    );
    expect(answered.length).toBeLessThan(20);
    expect((await page('/training/desk?lang=en', cookie)).words).toContain('below tolerance');
    // A case that was not given is given no more.
    expect((await page(`/training/desk/${String(before + 20)}`, cookie)).status).toBe(409);
  });

  it('is shown to the trainer: stages, gate, gains, agreement, leniency; and each trainee', async () => {
    const course = smallCourse(site().deps);
    const { access, now } = site().deps;
    const opened = openClass(access, 1, courseSettings('course-shown', course), now());
    for (const [n, name] of ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'].entries()) {
      const { trainee } = enterClass(access, { code: opened.code, name, returnCode: '' }, now());
      const seat = { trainee, class: opened };
      // Those with a low number learn: wrong before, right after.
      await goOn(site().deps, seat, course, 'frame', now(), (place) => (place + n) % 2 === 0);
      await goOn(site().deps, seat, course, 'nothing', now());
    }
    const { text } = await request(app()).get(`/training/classes/${opened.code}?lang=en`).set(trainer);
    const words = wordsOf(parsePage(text).querySelector('main'));
    expect(words).toContain('2 of 2 passed');
    expect(words).toMatch(/Pre-test to post-test\s*\+50\.0/);
    expect(words).toContain('κ (standard error)');
    expect(words).toContain('confusion matrix');
    const one = await request(app()).get(`/training/classes/${opened.code}/trainees/1?lang=en`).set(trainer);
    expect(one.status).toBe(200);
    endClass(access, opened.code, now());
  });

  it('shows its rules to everybody: the operating curve, the bounds and what known cases do', async () => {
    const { words } = await page('/training/courses/evaluator-basic?lang=en', '');
    expect(words).toContain('passes one try with a chance of 4.5%, and one of 2 tries with 8.8%');
    expect(words).toContain('Chance to be stopped');
    expect((await page('/training/courses/evaluator-site?lang=en', '')).status).toBe(200);
    expect((await page('/training/courses/none', '')).status).toBe(404);
  });
});

describe('a mended key', () => {
  it('marks old answers again and keeps both marks', async () => {
    const course = smallCourse(site().deps);
    const { seat } = enterCourse(site().deps, course, 'knot');
    const { access, calendar, now } = site().deps;
    const given = await exerciseFor(access, seat, 1, oneWorld, { calendar, now: now() });
    // A former key, by which the right answers were wrong.
    const wrongKey: ExerciseKey = {
      solution: [],
      fields: Object.fromEntries(
        given.exercise.fields.map(({ id }) => [id, { kind: 'choice', costs: { none: 0, other: 3 } }]),
      ),
    };
    renewKey(access, given, wrongKey, 0);
    const asGiven = exerciseAt(access, seat.trainee.id, 1)!;
    answerExercise(access, seat, asGiven, { attempt: 1, answers: rightOf(given.key), confidence: 1 }, now());
    expect(await markAgain(access, oneWorld, { calendar, now: now() })).toEqual({
      exercises: 1,
      answers: 1,
      left: 0,
    });
    const marks = marksOf(access, given);
    expect(marks.map(({ keyVersion, cost }) => [keyVersion, cost > 0])).toEqual([
      [0, true],
      [1, false],
    ]);
    expect(exerciseAt(access, seat.trainee.id, 1)!.key).toEqual(given.key);
    const { text } = await request(app())
      .get(`/training/classes/${seat.class.code}/trainees/1/1?lang=en`)
      .set(trainer);
    expect(text).toContain('by version 0 of the key');
    // Nothing is left to be marked again.
    expect(await markAgain(access, oneWorld, { calendar, now: now() })).toEqual({
      exercises: 0,
      answers: 0,
      left: 0,
    });
  });

  it('leaves an exercise alone that its seed gives no more as it was', async () => {
    const course = smallCourse(site().deps);
    const { seat } = enterCourse(site().deps, course, 'godwit');
    const { access, calendar, now } = site().deps;
    const given = await exerciseFor(access, seat, 1, oneWorld, { calendar, now: now() });
    renewKey(access, given, given.key, 0);
    access.db.prepare('UPDATE given_exercise SET seed = seed + 1 WHERE trainee = ?').run(seat.trainee.id);
    expect(await markAgain(access, oneWorld, { calendar, now: now() })).toMatchObject({
      exercises: 0,
      left: 1,
    });
  });
});
