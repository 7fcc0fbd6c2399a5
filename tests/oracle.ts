import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Files of other people's software and publications, kept beside the repository and never in it. */
const oracles = resolve(import.meta.dirname, '../../shared/oracles');

/** A reader of the files of a folder; undefined where it is not at hand. Without a folder there is no file to read. */
export function oracleReader(folder: string | undefined): ((file: string) => string) | undefined {
  if (folder === undefined) return (file) => readFileSync(file, 'utf8');
  const path = join(oracles, folder);
  return existsSync(path) ? (file) => readFileSync(join(path, file), 'utf8') : undefined;
}

/**
 * A suite against files of other projects: skipped by name where they are not at hand, unless HAOCHAPING_ORACLES=required says
 * that they must be. `body` gets a reader of the folder's files. Single numbers with their source need no file: they are in
 * tests/facts.
 */
export function describeOracle(
  title: string,
  folder: string | undefined,
  body: (read: (file: string) => string) => void,
): void {
  const path = join(oracles, folder ?? '');
  const read = oracleReader(folder);
  if (read !== undefined) {
    describe(title, () => body(read));
  } else if (process.env['HAOCHAPING_ORACLES'] === 'required') {
    describe(title, () => {
      it('has its outside numbers', () => {
        expect.fail(`${path} is missing, and HAOCHAPING_ORACLES=required demands it`);
      });
    });
  } else {
    describe.skip(`${title} (needs ${path})`, () => {
      it.todo('is checked where the outside numbers are at hand');
    });
  }
}

/** Rows of a CSV file by column name; quoted fields may hold commas. */
export function csvRows(text: string): Record<string, string>[] {
  const [head = [], ...rows] = text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/("([^"]*)"|[^",]*)(,|$)/g)]
        .filter(([whole], i, all) => whole !== '' || i < all.length - 1)
        .map(([, raw, quoted]) => quoted ?? raw ?? ''),
    );
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
}
