import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readScenario } from '../../src/store/reference.ts';
import { knowledge, tiny, tinyUnits, unitAt } from '../builders.ts';
import { dump, run, scratchFolder } from '../cli/command.ts';

/** A run as a stranger makes it, by the command line, on machines that are set up in other ways. */

const scratch = scratchFolder();
const { path } = scratch;
afterAll(() => scratch.remove());

const golden = JSON.parse(readFileSync('tests/golden/tiny-7.json', 'utf8')) as { digest: string };

const names = ['register.ndjson', 'records.ndjson', 'truth.ndjson'] as const;
type Written = Record<(typeof names)[number], string>;

const reading = (folder: string): Written =>
  Object.fromEntries(names.map((name) => [name, readFileSync(path(`${folder}/${name}`), 'utf8')])) as Written;

/** Simulates into files, and reads them. */
async function written(folder: string, scenario: string, more: string[] = [], env = {}): Promise<Written> {
  const args = ['simulate', '--scenario', scenario, '--seed', '7', '--truth', '--out', path(folder), ...more];
  const { code, err } = await run(args, { env });
  expect([code, err]).toEqual([0, '']);
  return reading(folder);
}

/** A scenario file of the smallest scenario with some fields changed. */
function scenarioFile(name: string, given: object): string {
  const { name: called, title, from, to, units, casesPerYear, answering } = readScenario('tiny');
  const least = { name: called, title, from, to, units, casesPerYear };
  const file = path(`${name}.json`);
  writeFileSync(
    file,
    JSON.stringify({ ...least, answering: { defaulting: answering.defaulting }, ...given }),
  );
  return file;
}

/** Simulates into a database, and reads what it and its truth hold but for when and how fast it was made. */
async function stored(name: string, more: string[] = [], env = {}): Promise<string[]> {
  const { code, err } = await run(['simulate', '--scenario', 'tiny', '--db', path(`${name}.db`), ...more], {
    env,
  });
  expect([code, err]).toEqual([0, '']);
  const lines = [dump(path(`${name}.db`)), dump(path(`${name}.truth.db`))].join('\n').split('\n');
  return lines.filter((line) => !line.startsWith('run: '));
}

/** The run a database holds: its digest, and the day on which the machine says it was made. */
function madeOf(name: string): unknown {
  const db = new Database(path(`${name}.db`), { readonly: true });
  try {
    return db.prepare('SELECT digest, started_at / 86400 AS day FROM run').get();
  } finally {
    db.close();
  }
}

let files: Written;
let rows: string[];
beforeAll(async () => {
  files = await written('first', 'tiny');
  rows = await stored('first', ['--threads', '1']);
});

describe('a run of the smallest scenario with seed 7', () => {
  it('has the digest that is written down', () => {
    expect(madeOf('first')).toMatchObject({ digest: golden.digest });
    expect(rows.length).toBeGreaterThan(6000);
  });

  // On two and on three threads in tests/jobs/simulate-run.test.ts.

  // In New York, whose clocks change within the run, in tests/jobs/simulate-run.test.ts.
  it('writes the same files, byte for byte, in the time zone of Shanghai', async () => {
    const env = { TZ: 'Asia/Shanghai' };
    expect(await written('Shanghai', 'tiny', ['--threads', '2'], env)).toEqual(files);
  });

  it.each([2031])('is stored the same on a machine whose clock says %i', async (year) => {
    const shim = path(`${year}.mjs`);
    writeFileSync(
      shim,
      `const Clock = Date;
      const ahead = Clock.UTC(${year}, 5, 15) - Clock.now();
      globalThis.Date = class Date extends Clock {
        constructor(...given) {
          if (given.length === 0) super(Clock.now() + ahead);
          else super(...given);
        }
        static now() {
          return Clock.now() + ahead;
        }
      };`,
    );
    const env = { NODE_OPTIONS: `--import=${pathToFileURL(shim).href}` };
    // On one thread: others would not get the changed clock.
    expect(await stored(`clock-${year}`, ['--threads', '1'], env)).toEqual(rows);
    // Where the clock may be asked, it was: the run says when it was made.
    const day = (Date.UTC(year, 5, 15) - Date.UTC(2000, 0, 1)) / 86_400_000;
    expect(madeOf(`clock-${year}`)).toEqual({ digest: golden.digest, day });
  });
});

describe('a scenario that states its defaults', () => {
  it('writes the same files', async () => {
    const file = scenarioFile('stated', readScenario('tiny'));
    expect(await written('stated', file)).toEqual(files);
  });

  const { quality, demand, handling, experience, answering, channels, ...rest } = tiny();
  // The smallest scenario states this alone.
  const stated = { defaulting: answering.defaulting };
  const groups = { quality, demand, handling, experience, answering, channels };
  const fields: [string, Record<string, unknown>][] = [
    ...Object.entries(rest).map(([field, value]): [string, Record<string, unknown>] => [
      field,
      { [field]: value },
    ]),
    ...Object.entries(groups).flatMap(([group, all]) =>
      Object.entries(all).map(([field, value]: [string, unknown]): [string, Record<string, unknown>] => [
        `${group}.${field}`,
        { [group]: { ...(group === 'answering' ? stated : {}), [field]: value } },
      ]),
    ),
  ];

  it.each(fields)('is the same scenario: %s', (_, given) => {
    expect(tiny(given)).toEqual(tiny());
  });
});

describe('a unit added to a scenario', () => {
  interface Line {
    kind: string;
    unit?: string;
    code?: string;
    office?: string;
    taskCode?: string;
    projectNo?: string;
  }
  /** Office codes begin item codes, and those begin case numbers. */
  const OFFICE = 18;
  const officeOf = ({ kind, code, office, taskCode, projectNo }: Line): string =>
    kind === 'office' ? code! : (office ?? taskCode ?? projectNo!).slice(0, OFFICE);

  /** Lines of each unit, in the order of the file. */
  function byUnit({
    'register.ndjson': register,
    'records.ndjson': records,
    'truth.ndjson': truth,
  }: Written) {
    const unitOfOffice = new Map<string, string>();
    const units = new Map<string, string[]>();
    for (const text of [register, records, truth]) {
      for (const line of text.trimEnd().split('\n')) {
        const parsed = JSON.parse(line) as Line;
        if (parsed.kind === 'office') unitOfOffice.set(parsed.code!, parsed.unit!);
        const unit = parsed.unit ?? unitOfOffice.get(officeOf(parsed))!;
        units.set(unit, [...(units.get(unit) ?? []), line]);
      }
    }
    return units;
  }

  // A province before the others, a city of a province that is there, and a city whose province is not.
  const codesOf = (units: readonly string[]): string[] =>
    units.map((code) => knowledge.reference.places.coded.units[unitAt(code)]!.code);
  const own = codesOf(tinyUnits);
  const added = codesOf(['110000', '330200', '440300']);

  it('changes no line of another unit, not of its own province either', async () => {
    const before = byUnit(files);
    expect([...before.keys()].sort()).toEqual([...own].sort());
    const file = scenarioFile('added', { units: [...own, ...added] });
    const after = byUnit(await written('added', file, ['--threads', '2']));
    expect([...after.keys()].sort()).toEqual([...own, ...added].sort());
    for (const unit of own) expect(after.get(unit)).toEqual(before.get(unit));
    for (const unit of added) expect(after.get(unit)!.length).toBeGreaterThan(500);
    const province = knowledge.reference.places.coded.units[unitAt('330200')]!.province;
    expect(own).toContain(province);
  });
});
