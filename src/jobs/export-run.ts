import { nationalPrinter } from '../publish/national.ts';
import type { Register } from '../model/register.ts';
import { foreignCases } from '../store/foreign-cases.ts';
import type { Store } from '../store/open.ts';
import { contentOf } from '../store/read/content.ts';
import { readRegister } from '../store/read/register.ts';
import { eachRectification } from '../store/read/rectifications.ts';
import { eachRating, eachService } from '../store/read/rows.ts';
import { listRuns } from '../store/read/runs.ts';
import { printDay } from '../model/time.ts';
import type { Knowledge } from './knowledge.ts';
import { mustHoldAllRows } from './standing-run.ts';

/** Names of the files of an export. */
export const exportNames = ['register.ndjson', 'records.ndjson', 'manifest.json'] as const;

/** The files of an export and the lines of each, made as they are read: any size in little memory. */
export interface ExportFile {
  readonly name: (typeof exportNames)[number];
  readonly lines: Iterable<string>;
}

/** Everything a database holds, as a platform would hand it over: register, records, manifest; all of it, or nothing. */
export function exportFiles(
  store: Store,
  { reference }: Pick<Knowledge, 'reference'>,
  version: string,
): ExportFile[] {
  mustHoldAllRows(store);
  const register = readRegister(store);
  return [
    { name: 'register.ndjson', lines: registerLines(register) },
    { name: 'records.ndjson', lines: recordLines(store, register, reference) },
    { name: 'manifest.json', lines: [manifest(store, version)] },
  ];
}

/** The register as lines: offices, then items. */
export function* registerLines(register: Register): Iterable<string> {
  for (const { kind, code, name, nameEn, unit, department, profile } of register.offices) {
    yield JSON.stringify({ kind, code, name, nameEn, unit, department, profile });
  }
  for (const task of register.tasks) {
    const { kind, taskCode, office, name, nameEn, taskType, handling, statutoryDays, promisedDays } = task;
    const { visits, depth, channels, published, crossRegion, guide } = task;
    yield JSON.stringify({
      kind,
      taskCode,
      office,
      name,
      nameEn,
      taskType,
      handling,
      statutoryDays,
      promisedDays,
      visits,
      depth,
      channels,
      published,
      crossRegion,
      guide,
    });
  }
}

function* recordLines(store: Store, register: Register, reference: Knowledge['reference']): Iterable<string> {
  const foreign = foreignCases(store);
  const printer = nationalPrinter(reference, register, (key) => foreign.numberOf(key));
  for (const row of eachService(store)) yield printer.service(row);
  for (const row of eachRating(store)) yield printer.rating(row);
  for (const row of eachRectification(store)) yield printer.rectification(row);
}

function manifest(store: Store, version: string): string {
  return JSON.stringify(
    {
      notice: '模拟数据：不代表任何地区的实际情况 / Simulated data: no statement about any real place',
      program: `haochaping ${version}`,
      content: contentOf(store),
      runs: listRuns(store).map(
        ({ kind, scenario, seed, programVersion, firstDay, lastDay, digest, settings }) => ({
          kind,
          scenario,
          seed,
          programVersion,
          from: firstDay === null ? null : printDay(firstDay),
          to: lastDay === null ? null : printDay(lastDay),
          digest,
          settings: parsed(settings),
        }),
      ),
    },
    undefined,
    2,
  );
}

const parsed = (json: string): unknown => JSON.parse(json);
