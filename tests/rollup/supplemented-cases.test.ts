import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newTable } from '../../src/model/record/columns.ts';
import { caseKey, foreignCaseKey } from '../../src/model/record/key.ts';
import { SUPPLEMENT, countedCase, lastKeyOf } from '../../src/rollup/supplemented-cases.ts';
import { Tally } from '../../src/rollup/tally.ts';
import { dayOf } from '../../src/model/time/time.ts';
import { calendar } from '../measure/samples.ts';

const tasks = {
  unit: new Int32Array(3),
  office: new Int32Array(3),
  statutoryDays: new Int32Array(3),
  promisedDays: new Int32Array(3),
  instant: new Uint8Array(3),
  officeGroup: new Uint8Array(3),
  kinds: new Uint8Array(3),
  withoutVisit: new Uint8Array(3),
};

interface Service {
  readonly key: number;
  readonly task: number;
  readonly packed: number;
  readonly serviceAt: number;
  readonly person: number;
}
/** Services of six cases, one of them of a foreign number; a key comes once. */
const services: fc.Arbitrary<Service[]> = fc
  .uniqueArray(
    fc.record({ one: fc.nat(5), number: fc.integer({ min: 1, max: 6 }), stage: fc.nat(6), month: fc.nat(3) }),
    { selector: ({ one, number }) => `${one} ${number}`, maxLength: 36, size: 'max' },
  )
  .map((list) =>
    list.map(({ one, number, stage, month }) => ({
      key: (one === 5 ? foreignCaseKey(3) : caseKey(1, 9131, one, 0)) + number - 1,
      task: one % 3,
      packed: stage << 2,
      serviceAt: dayOf(2025, 1 + month, 5) * 86_400,
      person: one,
    })),
  );

/** Cases with a supplement by item and month of their first service, the plain way. */
function counted(all: readonly Service[]): string[] {
  const cases = new Map<number, Service[]>();
  for (const one of all) {
    const caseOf = one.key - (one.key % 16);
    cases.set(caseOf, [...(cases.get(caseOf) ?? []), one]);
  }
  return [...cases.values()]
    .filter((list) => list.some(({ packed }) => packed >> 2 === SUPPLEMENT))
    .flatMap((list) => list.filter(({ key }) => key % 16 === 0))
    .map(({ task, serviceAt }) => `${task} ${new Date((serviceAt + 946_684_800) * 1000).getUTCMonth()}`)
    .sort();
}

describe('cases with a supplement', () => {
  it('count once each, in the month of their first service, however their services come', () => {
    fc.assert(
      fc.property(services, fc.array(fc.nat(9), { minLength: 36, maxLength: 36 }), (all, parts) => {
        const tally = new Tally({ tasks, calendar });
        const stored: Service[] = [];
        for (let part = 0; part < 10; part++) {
          const batch = all.filter((_, i) => parts[i] === part);
          const rows = newTable('service', batch.length);
          const packed = new Int32Array(batch.length);
          rows.length = batch.length;
          batch.forEach((one, row) => {
            rows.key[row] = one.key;
            rows.task[row] = one.task;
            rows.serviceAt[row] = one.serviceAt;
            rows.person[row] = one.person;
            packed[row] = one.packed;
          });
          tally.addServices(rows, packed, new Uint8Array(batch.length), (key) =>
            countedCase(stored.filter((one) => one.key >= key && one.key <= lastKeyOf(key))),
          );
          stored.push(...batch);
        }
        const cells = [...tally.serviceCells()].flatMap(({ task, month, supplemented }) =>
          Array<string>(supplemented).fill(`${task} ${month % 12}`),
        );
        expect(cells.sort()).toEqual(counted(all));
      }),
    );
  });
});
