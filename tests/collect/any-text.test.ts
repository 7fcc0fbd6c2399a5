import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordLines } from '../../src/jobs/export/record-lines.ts';
import { registerLines as printRegister } from '../../src/national/register-lines.ts';
import { verifyStore } from '../../src/jobs/verify/verify-store.ts';
import { openInMemory, type Store } from '../../src/store/open.ts';
import { readRegister } from '../../src/store/read/register.ts';
import {
  aRating,
  aService,
  collectSources,
  knowledge,
  register,
  sourceOf,
  text,
  type Fields,
} from '../builders.ts';

fc.configureGlobal({ seed: 20_250_301 });

/** Any sequence of UTF-16 code units, lone surrogates too, more often than not of the sort that goes wrong. */
const unit = fc.oneof(
  fc.integer({ min: 0, max: 0xffff }),
  fc.integer({ min: 0xd800, max: 0xdfff }),
  fc.constantFrom(0, 0x1f, 0x22, 0x5c, 0x7f, 0x85, 0xa0, 0x2028, 0x3000, 0xfeff, 0xfffd, 0xfffe, 0xffff),
);
const anyText = fc.array(unit, { minLength: 1, maxLength: 12 }).map((units) => String.fromCharCode(...units));

const isWellFormed = (given: string): boolean => !/\p{Surrogate}/u.test(given);

const collect = (store: Store, registerLines: readonly Fields[], records: readonly Fields[]) =>
  collectSources(
    store,
    sourceOf('register.ndjson', text(registerLines)),
    sourceOf('records.ndjson', text(records)),
  );

it('what is hashed is what is stored, whatever text a record holds: else it is refused', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, anyText, anyText, async (projectNo, comment, device) => {
      const { store } = openInMemory();
      const records = [
        aService({ projectNo }),
        aRating({ projectNo, writingEvaluation: comment, deviceNo: device }),
      ];
      const report = await collect(store, [...register.offices, ...register.items], records);
      if (projectNo.trim() === '') expect(report.accepted).toBe(0);
      else {
        const rated = [projectNo, comment, device].every(isWellFormed);
        expect(report.accepted).toBe(isWellFormed(projectNo) ? (rated ? 2 : 1) : 0);
      }
      // The same again says the same.
      const again = await collect(store, [...register.offices, ...register.items], records);
      expect(again).toMatchObject({ accepted: 0, duplicate: report.accepted, conflicting: 0 });
      expect((await verifyStore(store, knowledge, 'test')).checks.filter(({ ok }) => !ok)).toEqual([]);
      const printed = [...recordLines(store, knowledge)].map((line) => JSON.parse(line) as Fields);
      expect(printed.map((record) => record['projectNo'])).toEqual(printed.map(() => projectNo.trim()));
      if (report.accepted === 2) expect(printed[1]!['writingEvaluation']).toBe(comment.trim());
      store.db.close();
    }),
    { numRuns: 80 },
  );
});

it('what is hashed is what is stored, whatever text a register holds: else it is refused whole', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, anyText, async (name, nameEn) => {
      const { store } = openInMemory();
      const [office, ...others] = register.offices;
      const lines = [{ ...office!, name, nameEn }, ...others, ...register.items];
      const good = isWellFormed(name) && isWellFormed(nameEn);
      const taking = collect(store, lines, [aService()]);
      if (!good) {
        await expect(taking).rejects.toThrow(/line 1: name(En)?: text must be well-formed Unicode/);
        store.db.close();
        return;
      }
      await taking;
      await collect(store, lines, [aService()]);
      expect((await verifyStore(store, knowledge, 'test')).ok).toBe(true);
      expect(JSON.parse([...printRegister(readRegister(store))][0]!)).toMatchObject({ name, nameEn });
      store.db.close();
    }),
    { numRuns: 30 },
  );
});
