import type { Express } from 'express';
import request, { type Response } from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { readXlsx } from 'hucre/xlsx';
import { answersOfClass } from '../../src/store/read/training/exercises.ts';
import { exerciseAt } from '../../src/store/read/training/exercises.ts';
import { classByCode, traineesOf } from '../../src/store/read/training/classes.ts';
import type { ExerciseKey } from '../../src/model/training/exercise.ts';
import { useScratch } from '../builders.ts';
import { parsePage, useSite, wordsOf } from './fixture.ts';
import { anAccount, fromElsewhere, sendForm, signedIn, type Headers } from './signed-in.ts';

const site = useSite(useScratch(), { empty: true });
let trainer: Headers;
beforeAll(() => {
  trainer = signedIn(site().deps, anAccount(site().deps, 'trainer'));
});

const app = (): Express => site().app;
const read = async (path: string, headers: Headers = fromElsewhere) =>
  parsePage((await request(app()).get(path).set(headers)).text);

/** Opens a class and gives its code. */
async function openClass(fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await sendForm(
    app(),
    '/training/classes',
    { name: 'class-a', kinds: 'figures', each: '2', attempts: '2', difficulty: '1', seeds: 'own', ...fields },
    trainer,
  );
  expect(answer.status).toBe(303);
  return String(answer.headers['location']).split('/').at(-1)!;
}

const cookiesOf = ({ headers }: Response): Headers => {
  const given: unknown = headers['set-cookie'];
  const kept = (Array.isArray(given) ? given.map(String) : [])
    .map((cookie) => cookie.split(';', 1)[0]!)
    .filter((cookie) => /^(trainee|return)=[\w-]/.test(cookie));
  return { ...fromElsewhere, cookie: kept.join('; ') };
};

/** Enters a class, and gives what the browser keeps. */
async function enter(code: string, name: string): Promise<{ headers: Headers; returnCode: string }> {
  const answer = await sendForm(app(), '/training/enter', { code, name, return: '' }, fromElsewhere);
  expect(answer.status).toBe(303);
  const headers = cookiesOf(answer);
  const desk = await read('/training/desk', headers);
  return { headers, returnCode: wordsOf(desk.querySelector('#return-code')) };
}

/** The right answer to every field, as a form sends it. */
const rightAnswers = ({ fields }: ExerciseKey): [string, string][] =>
  Object.entries(fields).flatMap(([id, key]): [string, string][] => {
    if (key.kind === 'number') return [[`answer.${id}`, String(key.value)]];
    if (key.kind === 'several') return key.right.map((one) => [`answer.${id}`, one]);
    return [[`answer.${id}`, Object.entries(key.costs).find(([, cost]) => cost === 0)![0]]];
  });
const sentBy = (answers: [string, string][], attempt: number, confidence: number): [string, string][] => [
  ...answers,
  ['attempt', String(attempt)],
  ['confidence', String(confidence)],
];

const seatIn = (code: string, name: string) => {
  const of = classByCode(site().deps.access, code)!;
  return { of, trainee: traineesOf(site().deps.access, of.id).find((one) => one.name === name)! };
};
const keyAt = (code: string, name: string, place: number): ExerciseKey =>
  exerciseAt(site().deps.access, seatIn(code, name).trainee.id, place)!.key;

describe('the training room', () => {
  it('offers every kind of exercise to practise, the same at the same address', async () => {
    const room = await read('/training?lang=en');
    const links = room
      .querySelectorAll('.kinds tbody tr')
      .map((row) => row.querySelector('a')!.getAttribute('href')!);
    expect(links).toHaveLength(8);
    for (const link of links) {
      const [first, second] = [await read(link), await read(link)];
      expect(wordsOf(first.querySelector('main'))).toBe(wordsOf(second.querySelector('main')));
      expect(first.querySelectorAll('fieldset, .answer-field').length).toBeGreaterThan(0);
    }
  });

  it('marks practice and shows the worked solution after the answer, not before', async () => {
    const path = '/training/practice/figures?seed=3&difficulty=1&lang=en';
    expect((await read(path)).querySelector('#solution-heading')).toBe(null);
    const open = await sendForm(app(), path, { confidence: '70' }, fromElsewhere);
    expect(open.status).toBe(400);
    expect(wordsOf(parsePage(open.text).querySelector('[role=alert]'))).toContain('not answered yet');
  });

  it('prints a sheet without its key, and the key as a page of its own', async () => {
    const sheet = await read('/training/sheet/figures?seed=5&difficulty=1&n=3&lang=en');
    expect(sheet.querySelectorAll('section.exercise')).toHaveLength(3);
    expect(wordsOf(sheet.querySelector('main'))).not.toContain('Worked solution');
    const key = await read('/training/sheet/figures?seed=5&difficulty=1&n=3&key=1&lang=en');
    expect(key.querySelectorAll('section.exercise h3').map(wordsOf)).toContain('Worked solution');
  });

  it.each([
    ['/training/practice/nothing', 404, 'there is no kind of exercise'],
    ['/training/practice/figures?seed=-1', 400, 'seed'],
    ['/training/practice/figures?difficulty=4', 400, 'difficulty'],
    ['/training/sheet/figures?n=1000', 400, 'n has the value'],
    // The seeds of classes lie above: none can be looked up here.
    ['/training/practice/figures?seed=4503599627370497', 400, 'seed'],
  ])('answers %s with %i and says why', async (path, status, text) => {
    const answer = await request(app()).get(`${path}${path.includes('?') ? '&' : '?'}lang=en`);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(text);
  });
});

describe('a class', () => {
  it.each([
    [{ name: 'x' }, 'name'],
    [{ kinds: 'nothing' }, 'kinds'],
    [{ each: '0' }, 'each'],
    [{ attempts: '9' }, 'attempts'],
    [{ difficulty: '7' }, 'difficulty'],
    [{ seeds: 'x' }, 'seeds'],
  ])('is not opened with %o, and the field is named', async (fields, named) => {
    const answer = await sendForm(
      app(),
      '/training/classes?lang=en',
      {
        name: 'class-b',
        kinds: 'figures',
        each: '2',
        attempts: '2',
        difficulty: '1',
        seeds: 'own',
        ...fields,
      },
      trainer,
    );
    expect(answer.status).toBe(400);
    expect(wordsOf(parsePage(answer.text).querySelector('[role=alert]'))).toContain(named);
  });

  it('is entered by its code, however it is written, under a code name that is nobody else’s in it', async () => {
    const code = await openClass();
    const { returnCode } = await enter(`${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`, 'kestrel');
    const other = await sendForm(
      app(),
      '/training/enter?lang=en',
      { code, name: 'KESTREL', return: 'guessed1' },
      fromElsewhere,
    );
    expect(other.status).toBe(409);
    expect(other.text).toContain('is in use in this class');
    const back = await sendForm(
      app(),
      '/training/enter',
      { code, name: 'kestrel', return: returnCode },
      fromElsewhere,
    );
    expect([back.status, back.headers['location']]).toEqual([303, '/training/desk']);
    const none = await sendForm(
      app(),
      '/training/enter?lang=en',
      { code: 'ZZZZZZZZ', name: 'kestrel' },
      fromElsewhere,
    );
    expect(none.status).toBe(404);
  });

  it('gives each trainee exercises that stay, in every tab and after coming back', async () => {
    const code = await openClass();
    const [one, two] = [await enter(code, 'heron'), await enter(code, 'plover')];
    const text = async (headers: Headers) =>
      wordsOf((await read('/training/desk/1', headers)).querySelector('.exercise'));
    const first = await text(one.headers);
    expect(await text(one.headers)).toBe(first);
    expect(await text(two.headers)).not.toBe(first);
    const shared = await openClass({ seeds: 'shared' });
    const [three, four] = [await enter(shared, 'heron'), await enter(shared, 'plover')];
    expect(await text(three.headers)).toBe(await text(four.headers));
  });

  it('counts an answer once however often its form is sent, and takes no more than so many', async () => {
    const code = await openClass();
    const { headers } = await enter(code, 'wagtail');
    await read('/training/desk/1', headers);
    const answers = rightAnswers(keyAt(code, 'wagtail', 1));
    const empty = await sendForm(app(), '/training/desk/1', { attempt: '1', confidence: '50' }, headers);
    expect(empty.status).toBe(400);
    const sent = sentBy(answers, 1, 90);
    for (const _ of [1, 2, 3]) {
      const answer = await sendForm(app(), '/training/desk/1', sent, headers);
      expect([answer.status, answer.headers['location']]).toEqual([303, '/training/desk/1']);
    }
    const { of } = seatIn(code, 'wagtail');
    expect(answersOfClass(site().deps.access, of.id)).toMatchObject([
      { attempt: 1, confidence: 0.9, mark: { right: true, cost: 0 } },
    ]);
    const more = await sendForm(app(), '/training/desk/1?lang=en', sentBy(answers, 2, 90), headers);
    expect(more.status).toBe(409);
  });

  it('keeps the solution of shared exercises until it has ended, and then shows it', async () => {
    const code = await openClass({ seeds: 'shared', attempts: '1' });
    const { headers } = await enter(code, 'dunlin');
    await read('/training/desk/1', headers);
    const sent = sentBy(rightAnswers(keyAt(code, 'dunlin', 1)), 1, 99);
    await sendForm(app(), '/training/desk/1', sent, headers);
    const during = await read('/training/desk/1?lang=en', headers);
    expect(wordsOf(during.querySelector('[role=status]'))).toContain('it costs 0.');
    expect(during.querySelector('#solution-heading')).toBe(null);
    expect(during.querySelectorAll('.answer-right, .answer-wrong')).toHaveLength(0);
    await sendForm(app(), `/training/classes/${code}/end`, {}, trainer);
    const after = await read('/training/desk/1?lang=en', headers);
    expect(after.querySelector('#solution-heading')).not.toBe(null);
    const late = await sendForm(app(), '/training/desk/2', { attempt: '1', confidence: '50' }, headers);
    expect(late.status).toBeGreaterThanOrEqual(400);
  });

  it('finds for its trainer who was given the exercise of a seed', async () => {
    const code = await openClass();
    const { headers } = await enter(code, 'merlin');
    await read('/training/desk/2', headers);
    const { of, trainee } = seatIn(code, 'merlin');
    const { seed } = exerciseAt(site().deps.access, trainee.id, 2)!;
    const found = await read(`/training/classes/${of.code}?lang=en&seed=${String(seed)}`, trainer);
    expect(found.querySelector('main')?.innerHTML).toContain(`/training/classes/${of.code}/trainees/1/2`);
    const none = await read(`/training/classes/${of.code}?lang=en&seed=12`, trainer);
    expect(wordsOf(none.querySelector('main'))).toContain('No exercise of this class has this seed');
  });

  it('shows its trainer who answered what, and gives it as CSV and XLSX with every seed', async () => {
    const code = await openClass();
    const { headers } = await enter(code, 'siskin');
    await read('/training/desk/1', headers);
    const answers = rightAnswers(keyAt(code, 'siskin', 1));
    await sendForm(app(), '/training/desk/1', sentBy(answers, 1, 70), headers);
    const page = await read(`/training/classes/${code}?lang=en`, trainer);
    expect(page.querySelectorAll('.class-answers tbody tr td').map(wordsOf)).toEqual([
      '✓',
      '—',
      '1 / 1',
      expect.stringMatching(/^0 \/ \d/),
      '0.09',
      '—',
    ]);
    const look = page.querySelector('.class-answers tbody a')!.getAttribute('href')!;
    expect((await read(look, trainer)).querySelectorAll('.given-answer tbody tr').length).toBeGreaterThan(0);
    const csv = await request(app()).get(`/training/classes/${code}/answers.csv`).set(trainer);
    const seed = exerciseAt(site().deps.access, seatIn(code, 'siskin').trainee.id, 1)!.seed;
    expect(csv.text).toContain('模拟数据');
    expect(csv.text).toContain(`siskin,1,1,,figures,1,1,${String(seed)},1,`);
    const xlsx = await request(app())
      .get(`/training/classes/${code}/answers.xlsx`)
      .set(trainer)
      .buffer()
      .parse((stream, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          done(null, Buffer.concat(chunks));
        });
      });
    const [sheet] = (await readXlsx(xlsx.body as Buffer)).sheets;
    expect(sheet!.rows[2]!.slice(0, 8)).toEqual(['siskin', 1, 1, '', 'figures', 1, 1, String(seed)]);
  });

  it('is deleted with all its trainees, only once it has ended', async () => {
    const code = await openClass();
    const { headers } = await enter(code, 'pipit');
    const early = await sendForm(app(), `/training/classes/${code}/delete`, {}, trainer);
    expect(early.status).toBe(409);
    await sendForm(app(), `/training/classes/${code}/end`, {}, trainer);
    await sendForm(app(), `/training/classes/${code}/delete`, {}, trainer);
    expect((await request(app()).get(`/training/classes/${code}`).set(trainer)).status).toBe(404);
    const desk = await request(app()).get('/training/desk').set(headers);
    expect([desk.status, desk.headers['location']]).toEqual([303, '/training']);
  });
});

describe('what a trainee’s browser receives before answering', () => {
  it('holds neither the key nor the seed, and differs in nothing by what the right answer is', async () => {
    const code = await openClass({ seeds: 'own' });
    const { headers } = await enter(code, 'linnet');
    const page = await request(app()).get('/training/desk/1').set(headers);
    const given = exerciseAt(site().deps.access, seatIn(code, 'linnet').trainee.id, 1)!;
    expect(page.text).not.toContain(String(given.seed));
    expect(JSON.stringify(page.headers)).not.toContain(String(given.seed));
    for (const block of given.key.solution)
      if (block.kind === 'text') expect(page.text).not.toContain(block.text.zh);
    expect(page.text).not.toMatch(/data-(right|key|cost)/);
    expect(page.headers['cache-control']).toBe('no-store');
  });
});
