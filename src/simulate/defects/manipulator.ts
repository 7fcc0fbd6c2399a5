import type { DefectId, DefectTotal, LedgerEntry } from '../../model/defect.ts';
import { ratingKey } from '../../model/record/key.ts';
import { Block, stream, streamKey, threefry } from '../../model/math/random.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import type { World } from '../world/world.ts';
import { batchDefault } from './batch-default.ts';
import { closedHall } from './closed-hall.ts';
import { lateUpload } from './late-upload.ts';
import { malicious } from './malicious.ts';
import type { RatingWriter, Manipulation, ServedRating } from './manipulation.ts';
import { misclick } from './misclick.ts';
import { planDefects, type DefectPlan } from './plan.ts';
import { ring } from './ring.ts';
import { scripted } from './scripted.ts';
import { staffRating } from './staff-rating.ts';
import { selectiveEntry, suppressedBad } from './withheld.ts';

const manipulations: ReadonlyMap<DefectId, Manipulation> = new Map<DefectId, Manipulation>([
  ['A1', staffRating],
  ['A2', batchDefault],
  ['A3', scripted],
  ['A4', ring],
  ['A11', malicious],
  ['A12', misclick],
  ['A13', suppressedBad],
  ['A14', selectiveEntry],
  ['A15', lateUpload],
  ['A17', closedHall],
]);

/** Random blocks an injection has at a service. */
const BLOCKS = 4;
/** Injections of a service whose random blocks do not overlap: more than the catalogue has. */
const DEFECTS = 32;

/**
 * Manipulates ratings after they came about honestly: at most one manipulation a service, the first of the list that
 * affects it. Every one is entered in the ledger with what would have been.
 */
export class Manipulator {
  private readonly plan: DefectPlan;
  private readonly block = new Block();
  private readonly injections: Scenario['defects'];
  private entries: LedgerEntry[] = [];
  private counts: DefectTotal[] = [];

  constructor(
    scenario: Scenario,
    private readonly seed: number,
    world: World,
    /** What shows at this second or later is neither counted nor entered. */
    private readonly horizon: number,
  ) {
    this.injections = scenario.defects;
    this.plan = planDefects(scenario, world, (id) => manipulations.has(id));
  }

  /** Begins a new ledger. */
  begin(): void {
    this.entries = [];
    this.counts = this.injections.map(() => ({ eligible: 0, injected: 0 }));
  }

  ledger(): readonly LedgerEntry[] {
    return this.entries;
  }

  /** How often each injection of the scenario could have affected a service, and did. */
  totals(): readonly DefectTotal[] {
    return this.counts;
  }

  /** True where something may affect the records of a task. */
  concerns(task: number): boolean {
    return this.plan[task] !== undefined;
  }

  /** Manipulates the honest rating of a service (`row`, -1 = none); returns the row that remains. */
  manipulate(
    served: ServedRating,
    slot: number,
    day: number,
    entity: number,
    number: number,
    row: number,
    writer: RatingWriter,
  ): number {
    const { block, seed } = this;
    for (const planned of this.plan[served.task] ?? []) {
      const how = manipulations.get(planned.id);
      if (!how || day < planned.firstDay || day > planned.lastDay || !how.eligible(served, row, writer))
        continue;
      const key = streamKey(stream.defect, (served.unit << 10) | slot);
      const n = (number * DEFECTS + planned.number) * BLOCKS;
      threefry(seed, key, entity, n, block);
      const [chance, first] = [block.a, block.b];
      threefry(seed, key, entity, n + 1, block);
      const [second, third] = [block.a, block.b];
      threefry(seed, key, entity, n + 2, block);
      const words = [first, second, third, block.a] as const;
      const at = how.showsAt(served, row, writer, words, planned.concealment);
      const count = at < this.horizon ? this.counts[planned.position] : undefined;
      if (count) count.eligible++;
      if (chance >= planned.threshold) continue;
      const change = how.act(served, row, writer, words, planned.concealment, at);
      if (count) {
        count.injected++;
        this.entries.push({
          record: 'rating',
          key: ratingKey(served.serviceKey, 1),
          id: planned.id,
          rung: planned.concealment,
          field: change.field,
          was: change.was,
          outcome: change.absent ? 'absent' : 'accepted',
        });
      }
      return change.absent ? -1 : writer.out.length - 1;
    }
    return row;
  }
}
