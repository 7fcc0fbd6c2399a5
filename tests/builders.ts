import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Clock } from '../src/jobs/clock.ts';
import { collectFiles, type CollectReport, type Source } from '../src/jobs/collect/collect-files.ts';
import { readKnowledge } from '../src/store/reference.ts';
import type { SimulateReport } from '../src/jobs/simulate/simulate-run.ts';
import { simulateScenario } from '../src/jobs/simulate/simulate-scenario.ts';
import { printCaseNumber } from '../src/national/case-number.ts';
import { Mistake } from '../src/model/errors.ts';
import {
  inventedMobile,
  inventedOfficeCode,
  inventedResidentNumber,
} from '../src/model/record/identifiers.ts';
import { Block, threefry } from '../src/model/math/random.ts';
import { unitIndexOf } from '../src/model/names/named-reference.ts';
import type { ItemLine, OfficeLine } from '../src/model/register.ts';
import { parseScenario } from '../src/model/scenario/check-scenario.ts';
import type { Scenario } from '../src/model/scenario/scenario.ts';
import { parseDay, parseSecond, printCompactDay } from '../src/model/time/time.ts';
import { storedNames } from '../src/store/read/unit-names.ts';
import { closeStore, openStore, openTruth, type OpenOptions, type Store } from '../src/store/open.ts';

export const knowledge = readKnowledge();
export const { reference, calendar } = knowledge;

/** Index of a unit in the reference list, by its real code or its invented one. */
export const unitAt = (code: string): number => unitIndexOf(reference, code);

/** The moment of every collection in the tests. */
const NOW = '2025-06-01 00:00:00';
export const clock: Clock = { now: () => parseSecond(NOW), elapsed: () => 0 };

export interface Scratch {
  /** Path of a file in a folder that is gone after the tests of the file. */
  path(name: string): string;
  /** Opens a database in it: a new one, or the one of this name. Closed after the tests. */
  store(name?: string, options?: OpenOptions): Store;
  /** Opens the truth beside a database. */
  truth(store: Store): Store;
}

export function useScratch(): Scratch {
  let folder = '';
  let next = 0;
  const open: Store[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'haochaping-test-'));
  });
  afterAll(() => {
    open.forEach(closeStore);
    rmSync(folder, { recursive: true, force: true });
  });
  const kept = (store: Store): Store => {
    open.push(store);
    return store;
  };
  const path = (name: string): string => join(folder, name);
  return {
    path,
    store: (name = `store-${next++}.db`, options = {}) => kept(openStore(path(name), options)),
    truth: (store) => kept(openTruth(store.file)),
  };
}

/** Its units: two provinces and their capitals. A world under invented names takes the units at the same places. */
export const tinyUnits = ['330000', '520000', '330100', '520100'];

/** The shipped smallest scenario with some fields changed. */
export const tiny = (given: Readonly<Record<string, unknown>> = {}): Scenario =>
  parseScenario(
    {
      name: 'tiny',
      title: { zh: '极小', en: 'Tiny' },
      from: '2025-03-01',
      to: '2025-03-31',
      units: tinyUnits,
      casesPerYear: 8000,
      answering: { defaulting: { share: 0.15 } },
      ...given,
    },
    'test',
  );

export const simulate = (
  store: Store,
  truth: Store,
  given: {
    scenario?: Scenario;
    seed?: number;
    threads?: number;
    keepRows?: boolean;
    progress?: () => void;
  } = {},
): Promise<SimulateReport> =>
  simulateScenario(
    store,
    truth,
    { scenario: tiny(), seed: 7, threads: 1, programVersion: 'test', ...given },
    knowledge,
    clock,
  );

const officeLine = (unit: string, serial: number, profile: string): OfficeLine => ({
  kind: 'office',
  code: inventedOfficeCode(unitAt(unit), serial),
  name: `测试机构${serial}`,
  nameEn: `Test office ${serial}`,
  unit,
  department: reference.departments[serial]!.key,
  profile,
});

const itemLine = (office: OfficeLine, code: string, given: Partial<ItemLine> = {}): ItemLine => ({
  kind: 'item',
  taskCode: `${office.code}2${code}`,
  office: office.code,
  name: '测试事项',
  nameEn: 'Test item',
  taskType: '01',
  handling: 'promise',
  statutoryDays: 20,
  promisedDays: 5,
  visits: 1,
  depth: 4,
  channels: [1, 2, 4],
  published: true,
  crossRegion: false,
  guide: { basics: [12, 12], materials: [4, 4], process: [3, 3], forms: [3, 3], fees: [3, 3] },
  ...given,
});

const zhejiang = officeLine('330000', 0, 'standard');
const guangdong = officeLine('440000', 1, 'guangdong-2019');

/** A small register: two items of an office of Zhejiang, one of an office of Guangdong, where pf 5 to 7 carry no level. */
export const register = {
  offices: [zhejiang, guangdong],
  items: [
    itemLine(zhejiang, '000117051000'),
    itemLine(zhejiang, '000117052000', { handling: 'instant', promisedDays: 0, statutoryDays: 0 }),
    itemLine(guangdong, '000117051000'),
  ],
};
export const [permit, instant, southern] = register.items.map(({ taskCode }) => taskCode) as [
  string,
  string,
  string,
];
export const registerLines = [...register.offices, ...register.items].map((line) => JSON.stringify(line));

/** The same register under invented names, as it can stand beside a simulated one. */
export const codedRegisterLines = registerLines.map((line) =>
  line.replace('"unit":"330000"', '"unit":"981100"').replace('"unit":"440000"', '"unit":"981900"'),
);

/** Case number of our own form: nth case of an item on a day. */
export const caseNumber = (taskCode: string, n: number, day = '2025-03-03'): string =>
  printCaseNumber(taskCode, parseDay(day), n);

export type Fields = Record<string, unknown>;

/** A service record that is accepted as it stands, with some fields changed. */
export const aService = (given: Fields = {}): Fields => ({
  kind: 'service',
  taskCode: permit,
  projectNo: caseNumber(permit, 0),
  proStatus: '3',
  acceptDate: '2025-03-03 09:00:00',
  resultDate: '2025-03-05 15:00:00',
  userProp: '1',
  userName: '张三',
  userPageType: '111',
  certKey: inventedResidentNumber(12_345, printCompactDay),
  serviceName: '办结',
  serviceNumber: 1,
  serviceTime: '2025-03-05 15:00:00',
  proChannel: '1',
  ...given,
});

/** A rating of that service, accepted after it as it stands. */
export const aRating = (given: Fields = {}): Fields => ({
  kind: 'rating',
  projectNo: caseNumber(permit, 0),
  serviceNumber: 1,
  satisfaction: '5',
  evalDetail: '510,517',
  writingEvaluation: '',
  pf: '1',
  name: '无',
  assessTime: '2025-03-05 16:00:00',
  assessNumber: 1,
  ...given,
});

/** A rectification of a bad rating of that service, accepted after it as it stands. */
export const aRectification = (given: Fields = {}): Fields => ({
  kind: 'rectification',
  projectNo: caseNumber(permit, 0),
  serviceNumber: 1,
  assessNumber: 1,
  verdict: '1',
  complex: '0',
  contactTime: '2025-03-06 10:00:00',
  rectifyTime: '2025-03-10 15:00:00',
  callbackTime: '2025-03-11 09:30:00',
  callbackMobile: inventedMobile(12_345),
  callbackLevel: '1',
  ...given,
});

/** A source that yields some pieces of text or bytes. */
export const sourceOf = (name: string, ...pieces: readonly (string | Uint8Array)[]): Source => ({
  name,
  chunks: (async function* () {
    for (const piece of pieces) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
  })(),
});

export const text = (lines: readonly (Fields | string)[]): string =>
  lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');

export const collectSources = (store: Store, ...sources: Source[]): Promise<CollectReport> =>
  collectFiles(store, sources, { programVersion: 'test' }, knowledge, clock);

/** Collects records into a store; the small register comes with them, under the names that the store has. */
export const collect = (store: Store, records: readonly (Fields | string)[]): Promise<CollectReport> =>
  collectSources(
    store,
    sourceOf('register.ndjson', text(storedNames(store) === 'coded' ? codedRegisterLines : registerLines)),
    sourceOf('records.ndjson', text(records)),
  );

/** The Mistake that work ends in. */
export async function mistakeOf(work: () => unknown): Promise<Mistake> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Mistake) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** A list in another order, the same one for the same seed. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const block = new Block();
  const order = list.map((_, i) => {
    threefry(seed, 0, i, 0, block);
    return block.a;
  });
  return list
    .map((entry, i) => ({ entry, at: order[i]! }))
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}
