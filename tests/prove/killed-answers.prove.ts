import { once } from 'node:events';
import { createInterface } from 'node:readline';
import request from 'supertest';
import { afterAll, expect, it } from 'vitest';
import { openClass } from '../../src/jobs/train/classes.ts';
import { enterClass } from '../../src/jobs/train/trainees.ts';
import { closeStore, openAccess, openStore } from '../../src/store/open.ts';
import { classByCode } from '../../src/store/read/training/classes.ts';
import { answersOfClass } from '../../src/store/read/training/exercises.ts';
import { giveExercise } from '../../src/store/write/training/exercises.ts';
import { markAnswer } from '../../src/train/mark.ts';
import { scratchFolder, start } from '../cli/command.ts';
import { parsePage } from '../web/fixture.ts';
import { handMade } from '../web/in-class.ts';
import { bySize } from './size.ts';

const TRAINEES = 30;
const PLACES = 4;
/** Answers that are acknowledged when the server is killed. */
const KILLS = bySize({ small: [25], full: [1, 10, 25, 40, 55, 70, 85, 100, 115, 119] });
const NOW = 800_000_000;

const scratch = scratchFolder();
afterAll(() => {
  scratch.remove();
});

/** What a trainee answers at a place: some right, some wrong. */
const answersAt = (trainee: number, place: number) => ({
  rate: [(trainee + place) % 3 === 0 ? '90' : '95.0'],
  denominator: [(trainee * place) % 5 === 0 ? 'served' : 'rated'],
  rows: ['first'],
});

/** A class of thirty with four exercises each; gives its code and the cookies of the trainees. */
function aFullClass(file: string): { code: string; cookies: string[] } {
  closeStore(openStore(file));
  const access = openAccess(file);
  const settings = { name: 'class-of-thirty', kinds: ['figures'], difficulty: 1, isShared: true } as const;
  const { code } = openClass(access, 1, { ...settings, each: PLACES, attempts: 1 }, NOW);
  const cookies = Array.from({ length: TRAINEES }, (_, n) => {
    const { trainee, token } = enterClass(access, { code, name: `bird-${String(n)}`, returnCode: '' }, NOW);
    for (let place = 1; place <= PLACES; place++)
      giveExercise(access, {
        ...{ trainee: trainee.id, place, variant: 1, kind: 'figures', seed: 2 ** 52 + place },
        ...{ version: 1, keyVersion: 1, givenAt: NOW },
        ...handMade,
      });
    return `trainee=${token}`;
  });
  closeStore(access);
  return { code, cookies };
}

/** Sends an answer as a browser does: it reads the page, then sends its form. True where it was acknowledged. */
async function sendAnswer(address: string, cookie: string, trainee: number, place: number): Promise<boolean> {
  const agent = request.agent(address).set({ cookie });
  const path = `/training/desk/${String(place)}`;
  const page = await agent.get(path);
  const token = parsePage(page.text).querySelector('input[name=token]')?.getAttribute('value') ?? '';
  const kept: unknown = page.headers['set-cookie'];
  const cookies = (Array.isArray(kept) ? kept.map(String) : []).map((one) => one.split(';', 1)[0]);
  const fields = Object.entries(answersAt(trainee, place)).flatMap(([id, given]) =>
    given.map((one): [string, string] => [`answer.${id}`, one]),
  );
  const body = new URLSearchParams([...fields, ['attempt', '1'], ['confidence', '70'], ['token', token]]);
  const { status } = await agent
    .post(path)
    .set({ cookie: [cookie, ...cookies].join('; '), origin: address })
    .type('form')
    .send(body.toString());
  return status === 303;
}

it.each(KILLS)(
  'a server killed after %d answers has every answer that it acknowledged, each once',
  async (deadly) => {
    const file = scratch.path(`class-${String(deadly)}.db`);
    const { code, cookies } = aFullClass(file);
    const acknowledged = new Set<string>();

    /** A server; everybody sends all answers at once, until the server is killed where it is to be. */
    const serve = async (killAfter: number): Promise<void> => {
      const child = start(['serve', '--db', file, '--port', '0']);
      const ended = once(child, 'close');
      const [line]: unknown[] = await once(createInterface(child.stdout), 'line');
      const address = String(line);
      let n = 0;
      await Promise.all(
        cookies.map(async (cookie, trainee) => {
          for (let place = 1; place <= PLACES; place++) {
            const isKept = await sendAnswer(address, cookie, trainee, place).catch(() => false);
            if (!isKept) continue;
            acknowledged.add(`${String(trainee + 1)} ${String(place)}`);
            if (++n === killAfter) child.kill('SIGKILL');
          }
        }),
      );
      child.kill('SIGTERM');
      await ended;
    };

    const kept = (): Map<string, boolean> => {
      const access = openAccess(file);
      const { id } = classByCode(access, code)!;
      const answers = answersOfClass(access, id);
      closeStore(access);
      const marks = new Map(
        answers.map(({ trainee, place, mark }) => [`${String(trainee)} ${String(place)}`, mark.right]),
      );
      expect(marks.size).toBe(answers.length);
      return marks;
    };

    await serve(deadly);
    expect(acknowledged.size).toBeGreaterThanOrEqual(deadly);
    expect(acknowledged.size).toBeLessThan(TRAINEES * PLACES);
    const before = kept();
    for (const one of acknowledged) expect(before.has(one), one).toBe(true);

    // The forms are sent again to another server: what was kept counts once, what was lost is taken now.
    await serve(Infinity);
    const after = kept();
    expect(after.size).toBe(TRAINEES * PLACES);
    for (const [one, right] of after) {
      const [trainee = 0, place = 0] = one.split(' ').map(Number);
      const alone = markAnswer(handMade.exercise, handMade.key, answersAt(trainee - 1, place));
      expect([one, right]).toEqual([one, alone.right]);
    }
  },
);
