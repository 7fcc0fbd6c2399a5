import { MAX_UNITS } from '../../src/model/record/key.ts';
import type { Scenario } from '../../src/model/scenario/scenario.ts';
import { RecordMaker } from '../../src/simulate/generate.ts';
import { planOf, type Partition } from '../../src/simulate/partitions.ts';
import type { Span } from '../../src/simulate/span.ts';
import { makeTables, type Tables } from '../../src/simulate/world/tables.ts';
import { makeWorld, type World } from '../../src/simulate/world/world.ts';
import { calendar, reference } from '../builders.ts';

export interface MadeService {
  readonly key: number;
  /** Position in the world's list. */
  readonly task: number;
  readonly status: number;
  readonly stage: number;
  readonly channel: number;
  readonly userType: number;
  readonly acceptedAt: number;
  readonly finishedAt: number;
  readonly serviceAt: number;
  readonly person: number;
}

export interface MadeRating {
  readonly key: number;
  readonly level: number;
  readonly channel: number;
  readonly tags: number;
  readonly tagFault: number;
  readonly defaulted: number;
  readonly assessedAt: number;
  readonly device: number;
  readonly rater: number;
  readonly uploadedAt: number;
  readonly text: string | undefined;
  /** The truth of it. */
  readonly felt: number;
  readonly mechanism: number;
}

export interface MadeRectification {
  /** Key of the bad rating. */
  readonly key: number;
  readonly verdict: number;
  readonly complex: number;
  readonly contactedAt: number;
  readonly rectifiedAt: number;
  readonly calledBackAt: number;
  readonly calledBackTo: number;
  readonly satisfied: number;
}

export interface Made {
  readonly world: World;
  readonly span: Span;
  readonly tables: Tables;
  readonly parts: readonly Partition[];
  readonly services: readonly MadeService[];
  readonly ratings: readonly MadeRating[];
  readonly rectifications: readonly MadeRectification[];
  /** True levels of all services: index unit * 6 + level. */
  readonly serviceLevels: readonly number[];
  /** Bad ratings of which no record remains. */
  readonly lost: number;
}

/** Everything a scenario makes, without a database; `cut` may cut the run into other parts. */
export function make(
  scenario: Scenario,
  seed: number,
  cut: (parts: readonly Partition[]) => readonly Partition[] = (parts) => parts,
): Made {
  const world = makeWorld(scenario, seed, reference);
  const plan = planOf(world, scenario, { calendar });
  const { span } = plan;
  const tables = makeTables(scenario, seed, reference, world);
  const firstOf = new Map<number, number>();
  world.tasks.forEach(({ unit }, i) => {
    if (!firstOf.has(unit.index)) firstOf.set(unit.index, i);
  });
  const placement = {
    taskId: Int32Array.from(world.tasks, (_, i) => i),
    slot: Int32Array.from(world.tasks, ({ unit }, i) => i - firstOf.get(unit.index)!),
  };
  const maker = new RecordMaker(scenario, seed, tables, placement, plan);
  const parts = cut(plan.parts);
  const services: MadeService[] = [];
  const ratings: MadeRating[] = [];
  const rectifications: MadeRectification[] = [];
  const serviceLevels = Array<number>(MAX_UNITS * 6).fill(0);
  let lost = 0;
  for (const part of parts) {
    for (const { batch, truth } of maker.batches(part)) {
      const s = batch.services;
      for (let row = 0; row < s.length; row++) {
        services.push({
          key: s.key[row]!,
          task: s.task[row]!,
          status: s.status[row]!,
          stage: s.stage[row]!,
          channel: s.channel[row]!,
          userType: s.userType[row]!,
          acceptedAt: s.acceptedAt[row]!,
          finishedAt: s.finishedAt[row]!,
          serviceAt: s.serviceAt[row]!,
          person: s.person[row]!,
        });
      }
      const r = batch.ratings;
      for (let row = 0; row < r.length; row++) {
        ratings.push({
          key: r.key[row]!,
          level: r.level[row]!,
          channel: r.channel[row]!,
          tags: r.tags[row]!,
          tagFault: r.tagFault[row]!,
          defaulted: r.defaulted[row]!,
          assessedAt: r.assessedAt[row]!,
          device: r.device[row]!,
          rater: r.rater[row]!,
          uploadedAt: r.uploadedAt[row]!,
          text: r.text.get(row),
          felt: truth.level[row]!,
          mechanism: truth.mechanism[row]!,
        });
      }
      const c = batch.rectifications;
      for (let row = 0; row < c.length; row++) {
        rectifications.push({
          key: c.key[row]!,
          verdict: c.verdict[row]!,
          complex: c.complex[row]!,
          contactedAt: c.contactedAt[row]!,
          rectifiedAt: c.rectifiedAt[row]!,
          calledBackAt: c.calledBackAt[row]!,
          calledBackTo: c.calledBackTo[row]!,
          satisfied: c.satisfied[row]!,
        });
      }
      lost += truth.losses.reduce((sum, n) => sum + n, 0);
      truth.serviceLevels.forEach((n, i) => {
        serviceLevels[i] = serviceLevels[i]! + n;
      });
    }
  }
  return { world, span, tables, parts, services, ratings, rectifications, serviceLevels, lost };
}
