import { MAX_UNITS } from '../../model/record/key.ts';
import { dimensionIds, type DimensionId } from '../../model/reference.ts';
import { LOSS_CELLS, type TruthBatch } from '../../model/truth.ts';
import type { DefectTotal } from '../../model/defect.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { parseDay } from '../../model/time/time.ts';
import type { Store } from '../open.ts';

const bytesOf = (column: Float64Array | Uint8Array, rows: number): Buffer =>
  Buffer.from(column.buffer, column.byteOffset, rows * column.BYTES_PER_ELEMENT);

const BY_STEP = [
  'truth_segment',
  'truth_services',
  'truth_loss',
  'truth_defect',
  'truth_defect_total',
  'truth_link',
];

/** Writes the truth of a run into the truth file: a segment a batch, the totals of a step when it ends. */
export class TruthWriter {
  private readonly segment;
  private readonly services = new Int32Array(MAX_UNITS * 6);
  private readonly losses = new Int32Array(LOSS_CELLS);
  private readonly totals: readonly DefectTotal[];
  private readonly entry;
  private readonly link;
  private segments: number;
  private entries: number;

  /** `step`: number of steps of the run that are stored. */
  constructor(
    private readonly truth: Store,
    private readonly run: number,
    private step: number,
    private readonly injections: Scenario['defects'],
  ) {
    // What steps and runs of these numbers left that never stood.
    for (const table of BY_STEP) {
      truth.db
        .prepare<[number, number, number]>(`DELETE FROM ${table} WHERE run > ? OR run = ? AND step >= ?`)
        .run(run, run, step);
    }
    for (const table of ['truth_unit', 'truth_reform']) {
      truth.db
        .prepare<[number, number, number]>(`DELETE FROM ${table} WHERE run > ? OR run = ? AND ? = 0`)
        .run(run, run, step);
    }
    const count = (table: string): number =>
      truth.db.prepare<[number], number>(`SELECT count(*) FROM ${table} WHERE run = ?`).pluck().get(run) ?? 0;
    this.segments = count('truth_segment');
    this.entries = count('truth_defect');
    this.segment = truth.db.prepare<[number, number, number, number, Buffer, Buffer, Buffer]>(
      'INSERT INTO truth_segment (run, step, segment, n, rating_key, true_level, mechanism) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.link = truth.db.prepare<[number, number, number, number, string, number, number, number, number]>(
      'INSERT INTO truth_link VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.totals = injections.map(() => ({ eligible: 0, injected: 0 }));
    this.entry = truth.db.prepare<
      [number, number, number, string, number, string, number, string, string, string, string | null]
    >(
      'INSERT INTO truth_defect (run, step, entry, record, key, defect, rung, field, was, outcome, sent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
  }

  units(units: readonly { index: number; quality: Readonly<Record<DimensionId, number>> }[]): void {
    const add = this.truth.db.prepare<[number, number, string, number]>(
      'INSERT INTO truth_unit VALUES (?, ?, ?, ?)',
    );
    for (const { index, quality } of units) {
      for (const dimension of dimensionIds) add.run(this.run, index, dimension, quality[dimension]);
    }
  }

  /** The reforms of a scenario that have begun by its end, in each of their units. */
  reforms({ reforms, to }: Scenario, units: readonly { index: number; unit: { code: string } }[]): void {
    const add = this.truth.db.prepare(
      'INSERT INTO truth_reform VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    );
    const listOf = (list: readonly string[] | undefined): string | null =>
      list === undefined ? null : JSON.stringify(list);
    reforms.forEach((one, position) => {
      if (parseDay(one.from) > parseDay(to)) return;
      for (const { index, unit } of units) {
        if (!one.units.includes(unit.code)) continue;
        add.run(
          this.run,
          position,
          index,
          one.title.zh,
          one.title.en,
          listOf(one.departments),
          listOf(one.items),
          one.from,
          one.time,
          one.movedOnline,
          one.experience,
          JSON.stringify(one.tagFactors),
          one.integrated ? 1 : 0,
        );
      }
    });
  }

  /** The truth of a batch, row by row, and its totals. */
  batch(truth: TruthBatch): void {
    const { keys } = truth;
    const rows = keys.length;
    this.segment.run(
      this.run,
      this.step,
      this.segments++,
      rows,
      bytesOf(keys, rows),
      bytesOf(truth.level, rows),
      bytesOf(truth.mechanism, rows),
    );
    for (const { record, key, id, rung, field, was, outcome, sent } of truth.ledger) {
      this.entry.run(
        this.run,
        this.step,
        this.entries++,
        record,
        key,
        id,
        rung,
        field,
        was,
        outcome,
        sent ?? null,
      );
    }
    for (const { key, unit, oneThing, begun, nth, step, integrated } of truth.links)
      this.link.run(this.run, this.step, key, unit, oneThing, begun, nth, step, integrated ? 1 : 0);
    this.addTotals(truth);
  }

  /** The totals of a batch alone, where its rows are not kept. */
  addTotals(truth: Pick<TruthBatch, 'serviceLevels' | 'losses' | 'totals'>): void {
    addColumn(this.services, truth.serviceLevels);
    addColumn(this.losses, truth.losses);
    truth.totals.forEach(({ eligible, injected }, i) => {
      const total = this.totals[i];
      if (!total) return;
      total.eligible += eligible;
      total.injected += injected;
    });
  }

  /** Writes the totals of the step; what follows belongs to the next. */
  endStep(): void {
    const add = this.truth.db.prepare<[number, number, number, number, number]>(
      'INSERT INTO truth_services VALUES (?, ?, ?, ?, ?)',
    );
    this.services.forEach((n, i) => {
      if (n > 0) add.run(this.run, this.step, Math.floor(i / 6), i % 6, n);
    });
    const addLoss = this.truth.db.prepare<[number, number, number, number, number, number]>(
      'INSERT INTO truth_loss VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.losses.forEach((n, i) => {
      if (n > 0) addLoss.run(this.run, this.step, Math.floor(i / 18), Math.floor(i / 6) % 3, i % 6, n);
    });
    const addTotal = this.truth.db.prepare<[number, number, number, string, number, number, number, number]>(
      'INSERT INTO truth_defect_total VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
    this.injections.forEach(({ id, rung, rate }, i) => {
      const { eligible = 0, injected = 0 } = this.totals[i] ?? {};
      addTotal.run(this.run, this.step, i, id, rung, rate, eligible, injected);
    });
    this.services.fill(0);
    this.losses.fill(0);
    for (const total of this.totals) total.eligible = total.injected = 0;
    this.step++;
  }
}

function addColumn(into: Int32Array, column: Int32Array): void {
  for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) + (column[i] ?? 0);
}
