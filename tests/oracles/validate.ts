/**
 * `npm run validate`: compares our arithmetic with all outside numbers that are at hand (../shared/oracles), and writes the largest
 * differences to db/reference/validation.json, which the validation page shows. Of the outside files nothing else is kept. A check
 * whose files are not at hand keeps what was found before, with its date. Exit code 1 where a difference exceeds its tolerance.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { passes, validationFile, type ValidatedCheck } from '../../src/model/validation/validation.ts';
import { oracleReader } from '../oracle.ts';
import { everyOracle } from './every-oracle.ts';

const file = resolve(import.meta.dirname, '../../db/reference/validation.json');
const before = existsSync(file) ? validationFile.parse(JSON.parse(readFileSync(file, 'utf8'))).checks : [];
const today = new Date().toISOString().slice(0, 10);

const checks = everyOracle.flatMap(
  ({ id, folder, what, source, licence, tolerance, check }): ValidatedCheck[] => {
    const read = oracleReader(folder);
    if (read === undefined) {
      process.stderr.write(
        `${id}: the files of ${folder ?? ''} are not at hand; the earlier result stands\n`,
      );
      return before.filter((one) => one.id === id);
    }
    const { largest, compared } = check(read);
    const found = { id, what, source, licence, tolerance, compared, date: today };
    return [{ ...found, largest: Number.isFinite(largest) ? largest : null }];
  },
);
writeFileSync(file, `${JSON.stringify({ checks }, null, 2)}\n`);
for (const one of checks) {
  const verdict = passes(one) ? 'passes' : 'FAILS';
  process.stdout.write(
    `${verdict}  ${one.id}: largest difference ${String(one.largest)} of ${String(one.tolerance)}, ${String(one.compared)} compared\n`,
  );
}
if (!checks.every(passes)) process.exitCode = 1;
