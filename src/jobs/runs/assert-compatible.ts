import { cannot } from '../../model/errors.ts';
import type { Places } from '../../model/reference.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { printDay } from '../../model/time/time.ts';
import { worldVersion } from '../../model/world-version.ts';
import type { Store } from '../../store/open.ts';
import { listRuns, runWithoutRows, unfinishedRun } from '../../store/read/runs.ts';
import { storedNames } from '../../store/read/unit-names.ts';
import type { Run } from '../../model/run.ts';
import { conflictingRun } from '../../simulate/run-conflict.ts';

/** Throws a Mistake where a database has no room for a run that is not there yet. */
export function assertCompatible(store: Store, scenario: Scenario, seed: number): void {
  const conflict = conflictingRun(listRuns(store), scenario, seed);
  if (conflict === undefined) return;
  const { kind, run } = conflict;
  if (kind === 'unfinished') throw unfinished(store, run);
  if (kind === 'other-version') {
    throw cannot(
      `数据库 ${store.file} 的第 ${String(run.id)} 次运行属于世界版本 ${String(run.worldVersion)}，本程序生成的是版本 ${String(worldVersion)}：同一场景和种子得出的记录不同，不能接着生成；仍可查看，请换一个 --db 重新生成`,
      `run ${String(run.id)} of database ${store.file} is of world version ${String(run.worldVersion)}, and this program makes version ${String(worldVersion)}: the same scenario and seed give other records, so it cannot be continued; it stays readable, simulate anew into another --db`,
    );
  }
  if (kind === 'other-world') {
    throw cannot(
      `数据库 ${store.file} 已有另一次模拟（场景 ${run.scenario}，种子 ${String(run.seed)}）；一个数据库只容纳一个世界，请换一个 --db`,
      `database ${store.file} already holds another simulation (scenario ${run.scenario}, seed ${String(run.seed)}); a database holds one world, give another --db`,
    );
  }
  const [from, to] = [run.firstDay, run.lastDay].map((day) => (day === null ? '' : printDay(day)));
  throw cannot(
    `${from ?? ''} 至 ${to ?? ''} 已由第 ${String(run.id)} 次运行模拟过；请换一个时段或 --db`,
    `${from ?? ''} to ${to ?? ''} is already simulated (run ${String(run.id)}); give another period or --db`,
  );
}

/** The register of a database names its units by their real codes or by invented ones, never by both. */
export function assertSameNames(store: Store, names: Places['names']): void {
  const stored = storedNames(store);
  if (stored === undefined || stored === names) return;
  throw cannot(
    `数据库 ${store.file} 的单位使用${kinds[stored].zh}，不能再加入使用${kinds[names].zh}的单位；请换一个 --db`,
    `the units of database ${store.file} go under ${kinds[stored].en}; those under ${kinds[names].en} cannot be added, give another --db`,
  );
}

const kinds = {
  real: { zh: '真实名称和代码', en: 'real names and codes' },
  coded: { zh: '编造的名称和代码（98 开头）', en: 'invented names and codes (98xxxx)' },
} as const;

/** A database keeps the rows of all its records or of none: else nobody could tell a repeated record from a new one. */
export function assertRowsKeptAlike(store: Store, keepRows: boolean): void {
  const other = listRuns(store).find(({ rowsKept }) => (rowsKept === 1) !== keepRows);
  if (!other) return;
  throw keepRows
    ? cannot(
        `数据库 ${store.file} 的第 ${String(other.id)} 次运行没有保留记录；请加 --no-keep 或换一个 --db`,
        `run ${String(other.id)} of database ${store.file} did not keep its rows; add --no-keep or give another --db`,
      )
    : cannot(
        `数据库 ${store.file} 的第 ${String(other.id)} 次运行保留了记录；--no-keep 须用另一个 --db`,
        `run ${String(other.id)} of database ${store.file} kept its rows; --no-keep needs another --db`,
      );
}

/** Records from elsewhere can only be taken where all rows stand: else a repeated record would pass as a new one. */
export function assertAllRowsKept(store: Store): void {
  const part = unfinishedRun(store);
  if (part) throw unfinished(store, part);
  const without = runWithoutRows(store);
  if (!without) return;
  throw cannot(
    `数据库 ${store.file} 的第 ${String(without.id)} 次运行没有保留记录（--no-keep）：只有汇总，没有记录可查重或导出`,
    `run ${String(without.id)} of database ${store.file} did not keep its rows (--no-keep): it has counts, and no records to compare with or to hand over`,
  );
}

export const unfinished = (
  store: Store,
  { id, scenario, seed, programVersion, parts, partsDone }: Run,
): Error =>
  cannot(
    `数据库 ${store.file} 的第 ${String(id)} 次运行未完成（场景 ${scenario}，种子 ${String(seed)}，程序 ${programVersion}，已完成 ${String(partsDone)}/${String(parts)} 部分）；请用同样的选项加 --resume 继续`,
    `run ${String(id)} of database ${store.file} is unfinished (scenario ${scenario}, seed ${String(seed)}, program ${programVersion}, ${String(partsDone)} of ${String(parts)} parts done); continue it with the same options and --resume`,
  );
