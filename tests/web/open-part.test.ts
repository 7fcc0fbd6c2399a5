import request from 'supertest';
import { beforeEach, describe, expect, it } from 'vitest';
import { endClass, openClass } from '../../src/jobs/train/classes.ts';
import { answerExercise } from '../../src/jobs/train/class-exercises.ts';
import type { Seat } from '../../src/jobs/train/seat.ts';
import { classByCode, traineesOf } from '../../src/store/read/training/classes.ts';
import { answersOfTrainee, exerciseAt } from '../../src/store/read/training/exercises.ts';
import { openedParts } from '../../src/store/read/training/opened-parts.ts';
import { enterClass } from '../../src/jobs/train/trainees.ts';
import { openPart } from '../../src/jobs/train/open-part.ts';
import { giveExercise } from '../../src/store/write/training/exercises.ts';
import type { Exercise } from '../../src/model/training/exercise.ts';
import type { GivenExercise } from '../../src/model/training/given-exercise.ts';
import { useScratch } from '../builders.ts';
import { parsePage, useSite, wordsOf } from './fixture.ts';
import { handMade } from './in-class.ts';
import { anAccount, fromElsewhere, sendForm, signedIn, type Headers } from './signed-in.ts';

const site = useSite(useScratch(), { empty: true });

const drill = (id: string, record: string) => ({
  id,
  label: { zh: `单位 ${id}`, en: `Office ${id}` },
  cost: 0.5,
  shown: [{ kind: 'text' as const, text: { zh: record, en: record } }],
});
/** The exercise made by hand, with two drills. */
const exercise: Exercise = {
  ...handMade.exercise,
  title: { zh: '有明细的题', en: 'With records' },
  drills: [drill('a', 'record-kestrel'), drill('b', 'record-plover')],
};
const right = { rate: ['95'], denominator: ['rated'], rows: ['first'] };
const wrong = { rate: ['90'], denominator: ['rated'], rows: ['first'] };

let code: string;
let seat: Seat;
let given: GivenExercise;
let trainee: Headers;
beforeEach(() => {
  const { access, now } = site().deps;
  const settings = { kinds: ['figures'], each: 1, difficulty: 1, attempts: 2, isShared: false } as const;
  ({ code } = openClass(access, 1, { name: 'class-1', ...settings }, now()));
  const entered = enterClass(access, { code, name: 'kestrel', returnCode: '' }, now());
  seat = { trainee: entered.trainee, class: entered.class };
  trainee = { ...fromElsewhere, cookie: `trainee=${entered.token}` };
  giveExercise(access, {
    trainee: seat.trainee.id,
    place: 1,
    variant: 1,
    kind: 'figures',
    seed: 2 ** 52 + 1,
    version: 1,
    keyVersion: 1,
    exercise,
    key: handMade.key,
    givenAt: now(),
  });
  given = exerciseAt(access, seat.trainee.id, 1)!;
});

const access = () => site().deps.access;
const open = (part: string): void => {
  openPart(access(), seat, given, part, 100);
};
const answer = (attempt: number, answers: typeof right) =>
  answerExercise(access(), seat, given, { attempt, answers, confidence: 0.7 }, 200);
const desk = async (headers = trainee) =>
  parsePage((await request(site().app).get('/training/desk/1?lang=en').set(headers)).text);

describe('records that are opened for an answer', () => {
  it('count once however often they are opened, and are part of the cost, not of what is right', () => {
    open('a');
    open('a');
    expect(openedParts(access(), given)).toEqual(['a']);
    expect(answer(1, right)).toMatchObject({ right: true, cost: 0.5, drills: { opened: 1, cost: 0.5 } });
    expect(answersOfTrainee(access(), seat.trainee.id)[0]!.mark).toEqual(answer(1, right));
  });

  it('cost every answer that was given knowing them', () => {
    open('a');
    expect(answer(1, wrong)).toMatchObject({ right: false, cost: 2.5, drills: { opened: 1 } });
    open('b');
    expect(answer(2, right)).toMatchObject({ right: true, cost: 1, drills: { opened: 2, cost: 1 } });
    expect(answersOfTrainee(access(), seat.trainee.id).map(({ mark }) => mark.drills.opened)).toEqual([1, 2]);
  });

  it('are not opened after the last answer, nor in a class that has ended, nor where there are none', () => {
    expect(() => {
      open('c');
    }).toThrow('no such records');
    answer(1, right);
    expect(() => {
      open('a');
    }).toThrow('no more answers');
    endClass(access(), code, 300);
    const of = classByCode(access(), code)!;
    expect(() => {
      openPart(access(), { trainee: traineesOf(access(), of.id)[0]!, class: of }, given, 'b', 400);
    }).toThrow('no more answers');
    expect(openedParts(access(), given)).toEqual([]);
  });

  it('are gone with the class', () => {
    open('a');
    endClass(access(), code, 300);
    access().db.prepare('DELETE FROM class').run();
    expect(access().db.prepare('SELECT count(*) AS n FROM opened_part').get()).toEqual({ n: 0 });
  });
});

describe('the page of an exercise with records to open', () => {
  const sendOpen = (part: string) => sendForm(site().app, '/training/desk/1/open?lang=en', { part }, trainee);

  it('holds none that was not opened, and keeps those that were, in every tab', async () => {
    const before = await desk();
    expect(before.toString()).not.toMatch(/record-kestrel|record-plover/);
    expect(before.querySelectorAll('.drills-closed button').map(wordsOf)).toEqual([
      'Open Office a (0.5)',
      'Open Office b (0.5)',
    ]);
    const opened = await sendOpen('b');
    expect([opened.status, opened.headers['location']]).toEqual([303, '/training/desk/1?lang=en#drill-b']);
    const { deps } = site();
    const again = enterClass(deps.access, { code, name: 'wagtail', returnCode: '' }, deps.now());
    expect((await desk({ ...fromElsewhere, cookie: `trainee=${again.token}` })).toString()).not.toContain(
      'record-plover',
    );
    for (let tab = 1; tab <= 2; tab++) {
      const after = await desk();
      expect(wordsOf(after.querySelector('#drill-b'))).toContain('record-plover');
      expect(after.toString()).not.toContain('record-kestrel');
      expect(after.querySelectorAll('.drills-closed button')).toHaveLength(1);
    }
  });

  it('says what they cost on a line of its own, and shows the others with the solution', async () => {
    await sendOpen('a');
    const sent = await sendForm(
      site().app,
      '/training/desk/1',
      {
        'answer.rate': '95',
        'answer.denominator': 'rated',
        'answer.rows': 'first',
        attempt: '1',
        confidence: '90',
      },
      trainee,
    );
    expect(sent.status).toBe(303);
    const after = await desk();
    const result = wordsOf(after.querySelector('[role=status]'));
    expect(result).toContain('Records opened: 1, cost 0.5.');
    expect(result).toContain('All answers are right.');
    expect(wordsOf(after.querySelector('details #drill-b'))).toContain('record-plover');
    expect(after.querySelector('details #drill-a')).toBe(null);
    expect(after.querySelectorAll('.drills-closed')).toHaveLength(0);
    expect((await sendOpen('b')).status).toBe(409);
  });

  it('shows its trainer which were opened', async () => {
    open('a');
    answer(1, wrong);
    const trainer = signedIn(site().deps, anAccount(site().deps, 'trainer'));
    const page = await request(site().app).get(`/training/classes/${code}/trainees/1/1?lang=en`).set(trainer);
    expect(page.text).toContain('Records opened: 1, cost 0.5.');
    const shown = parsePage(page.text)
      .querySelectorAll('.drill')
      .map(({ id }) => id);
    expect(shown).toEqual(['drill-a', 'drill-b']);
    expect(parsePage(page.text).querySelectorAll('details .drill')).toHaveLength(1);
  });

  it('refuses a form that opens what there is not, and one without a seat in a class', async () => {
    expect((await sendOpen('z')).status).toBe(404);
    const stranger = await sendForm(site().app, '/training/desk/1/open', { part: 'a' }, fromElsewhere);
    expect(stranger.status).toBe(409);
  });
});

describe('practice with records to open', () => {
  const path = '/training/practice/data-check?seed=5&difficulty=1&lang=en';
  const read = async (address: string) => parsePage((await request(site().app).get(address)).text);

  it('keeps what is opened in the address, and counts it with the answer', async () => {
    const closed = await read(path);
    expect(closed.querySelectorAll('.drill')).toHaveLength(0);
    // Times with a clock stand in records alone.
    expect(wordsOf(closed.querySelector('main'))).not.toMatch(/\d\d-\d\d \d\d:\d\d/);
    const links = closed.querySelectorAll('.drills-closed a').map((link) => link.getAttribute('href')!);
    expect(links).toHaveLength(8);
    const one = await read(links[1]!.replace(/#.*/, ''));
    expect(one.querySelectorAll('.drill').map(({ id }) => id)).toEqual(['drill-b']);
    expect(one.querySelectorAll('.drill tbody tr')).toHaveLength(8);
    expect(wordsOf(one.querySelector('.drill'))).toMatch(/\d\d-\d\d \d\d:\d\d/);
    const next = one.querySelector('.drills-closed a')!.getAttribute('href')!.replace(/#.*/, '');
    const two = await read(next);
    expect(two.querySelectorAll('.drill').map(({ id }) => id)).toEqual(['drill-a', 'drill-b']);
    const action = two.querySelector('.answer-form')!.getAttribute('action')!;
    const kind = two.querySelector('[name="answer.kind"]')!.getAttribute('value')!;
    const form = { 'answer.offices': 'a', 'answer.kind': kind, confidence: '50' };
    const marked = parsePage((await sendForm(site().app, action, form, fromElsewhere)).text);
    const result = wordsOf(marked.querySelector('[role=status]'));
    expect(result).toContain('Records opened: 2, cost 1.');
    expect(result).toMatch(/Hits \d, false alarms \d, missed \d; precision \d\/1 = \d+%, recall \d\/\d/);
    expect(marked.querySelectorAll('.drill')).toHaveLength(8);
  });

  it('takes no more findings than the budget, and opens nothing that there is not', async () => {
    const letters = ['a', 'b', 'c', 'd', 'e'].map((id): [string, string] => ['answer.offices', id]);
    const kind = (await read(path)).querySelector('[name="answer.kind"]')!.getAttribute('value')!;
    const form: [string, string][] = [...letters, ['answer.kind', kind], ['confidence', '50']];
    const over = await sendForm(site().app, path, form, fromElsewhere);
    expect(over.status).toBe(400);
    expect(wordsOf(parsePage(over.text).querySelector('[role=alert]'))).toContain(
      'at most 4 may be named, you named 5',
    );
    expect((await request(site().app).get(`${path}&open=a,zz`)).status).toBe(400);
  });

  it('prints the records of a sheet on pages of their own, and none with its key', async () => {
    const sheet = await read('/training/sheet/data-check?seed=5&difficulty=1&n=2&lang=en');
    expect(sheet.querySelectorAll('.drills-on-paper')).toHaveLength(2);
    expect(sheet.querySelectorAll('.drills-on-paper .drill')).toHaveLength(16);
    const key = await read('/training/sheet/data-check?seed=5&difficulty=1&n=2&key=1&lang=en');
    expect(key.querySelectorAll('.drills-on-paper')).toHaveLength(0);
  });
});
