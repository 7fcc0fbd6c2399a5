import { NO_PERSON, type Batch } from '../../model/record/batch.ts';
import type { DefectTotal, LedgerEntry } from '../../model/defect.ts';
import { inventedMobile } from '../../model/record/identifiers.ts';
import { MAX_SERIALS, partsOf, serviceKeyOf, serviceNumberOf } from '../../model/record/key.ts';
import { Block, stream, streamKey, threefry } from '../../model/math/random.ts';
import { verdict } from '../../model/codes.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { ABSENT, printSecond } from '../../model/time/time.ts';
import { recordCallBack } from '../rating/rectify.ts';
import type { World } from '../world/world.ts';
import { staffOf } from './manipulation.ts';
import { planDefects, type DefectPlan } from './plan.ts';

/** Random blocks above those of manipulations and corrupted records. */
const FIRST_BLOCK = 1 << 22;
/** Clerks whose telephones are called instead. */
const CLERKS = 12;
/** Seconds after the rectification at which a clerk is called. */
const CALLED_AFTER = 3600;
const SATISFIED = 2;

/**
 * A16 未回访即结案: work orders closed without a call-back, or with one to a clerk’s telephone. Concerns upheld ones
 * that were rectified; those of ratings that collection will refuse are left alone.
 */
export class WorkOrderFalsifier {
  private readonly plan: DefectPlan;
  private readonly block = new Block();
  private readonly taskAt = new Map<number, number>();

  constructor(
    scenario: Scenario,
    private readonly seed: number,
    world: World,
    { taskId, slot }: { readonly taskId: Int32Array; readonly slot: Int32Array },
    private readonly horizon: number,
  ) {
    this.plan = planDefects(scenario, world, (id) => id === 'A16');
    taskId.forEach((_, task) => {
      const unit = world.tasks[task]?.unit.index ?? 0;
      this.taskAt.set((unit << 10) | (slot[task] ?? 0), task);
    });
  }

  /**
   * Falsifies work orders of a batch with all that will become of them, and returns the ledger of it; adds to the totals by
   * position. One counts as soon as the call-back is due.
   */
  falsify(
    { rectifications: rows }: Batch,
    refused: Pick<ReadonlySet<number>, 'has'>,
    totals: readonly DefectTotal[],
  ): LedgerEntry[] {
    const ledger: LedgerEntry[] = [];
    for (let row = 0; row < rows.length; row++) {
      const key = rows.key[row] ?? 0;
      const rectifiedAt = rows.rectifiedAt[row] ?? ABSENT;
      if (rows.verdict[row] !== verdict.upheld || refused.has(key)) continue;
      const calledAt = rows.calledBackAt[row] ?? ABSENT;
      const dueAt = calledAt === ABSENT ? rectifiedAt + CALLED_AFTER : calledAt;
      if (dueAt >= this.horizon) continue;
      const serviceKey = serviceKeyOf(key);
      const { unit, day, slot, serial } = partsOf(serviceKey);
      const group = (unit << 10) | slot;
      for (const { id, concealment, threshold, firstDay, lastDay, position } of this.plan[
        this.taskAt.get(group) ?? -1
      ] ?? []) {
        if (day < firstDay || day > lastDay) continue;
        const total = totals[position];
        if (total) total.eligible++;
        const n = FIRST_BLOCK + serviceNumberOf(serviceKey);
        threefry(this.seed, streamKey(stream.defect, group), day * MAX_SERIALS + serial, n, this.block);
        if (this.block.a >= threshold) continue;
        if (total) total.injected++;
        const { b: word } = this.block;
        const owner = rows.calledBackTo[row] ?? NO_PERSON;
        const skipped = calledAt !== ABSENT && (word & 1) === 0;
        if (skipped) recordCallBack(rows, row, ABSENT, NO_PERSON, 0);
        else recordCallBack(rows, row, dueAt, staffOf(unit, (word >>> 1) % CLERKS), SATISFIED);
        ledger.push({
          record: 'rectification',
          key,
          id,
          rung: concealment,
          field: skipped ? 'callbackTime' : 'callbackMobile',
          was: skipped ? printSecond(calledAt) : owner === NO_PERSON ? '' : inventedMobile(owner),
          outcome: 'accepted',
        });
        break;
      }
    }
    return ledger;
  }
}
