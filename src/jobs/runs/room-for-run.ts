import { existsSync } from 'node:fs';
import path from 'node:path';
import { Mistake } from '../../model/errors.ts';
import type { Bilingual } from '../../model/language.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { printDay } from '../../model/time/time.ts';
import type { Store } from '../../store/open.ts';
import { listRuns, unfinishedRun } from '../../store/read/runs.ts';
import type { Run } from '../../model/run.ts';
import {
  conflictingRun,
  existingRun,
  type RunConflict,
  type RunIdentity,
} from '../../simulate/run-conflict.ts';
import { readDatabase } from './read-database.ts';
import { withoutFolder } from './visitor-text.ts';

/** Where runs started from a page go, and what is said to visitors of what is there already. */

/** The name of a run and of its database: scenario, regime where there is one, and seed. No scenario's name has a plus. */
export function runNameOf({ name, regime }: Scenario, seed: number): string {
  return `${name}${regime === undefined ? '' : `+${regime}`}-${String(seed)}`;
}

/** Throws a Mistake, in words of a page, where a database of this name has no room for the run. */
export function mustHaveRoom(file: string, run: RunIdentity): void {
  if (!existsSync(file)) return;
  const name = path.basename(file, '.db');
  const text = readExisting(file, (store) => {
    const runs = listRuns(store);
    if (existingRun(runs, run)) return undefined;
    const conflict = conflictingRun(runs, run.scenario, run.seed);
    if (conflict) return conflictText(name, conflict);
    return runs.some(({ rowsKept }) => rowsKept === 0) ? withoutRows(name) : undefined;
  });
  if (text) throw new Mistake(text, { status: 409 });
}

/** How much of a run stands that was cancelled in a database with others. */
export function storedText(file: string): Bilingual {
  const part = readExisting(file, unfinishedRun);
  if (part === undefined) return { zh: '没有存入任何内容', en: 'nothing of it is stored' };
  const [done, all] = [String(part.partsDone), String(part.parts)];
  return { zh: `已存入 ${done}/${all} 部分`, en: `${done} of ${all} parts are stored` };
}

function readExisting<T>(file: string, read: (store: Store) => T): T {
  try {
    return readDatabase(file, read);
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    throw new Mistake(withoutFolder(error.text, path.dirname(file)), { status: 409 });
  }
}

const spanOf = ({ firstDay, lastDay }: Run): readonly [string, string] => [
  firstDay === null ? '—' : printDay(firstDay),
  lastDay === null ? '—' : printDay(lastDay),
];

function conflictText(name: string, { kind, run }: RunConflict): Bilingual {
  const [from, to] = spanOf(run);
  if (kind === 'other-world') {
    return {
      zh: `已有名为“${name}”的运行，但设置不同；请更改场景名称或种子后再开始`,
      en: `a run called “${name}” exists already, with other settings; give the scenario another name or take another seed`,
    };
  }
  if (kind === 'other-version') {
    return {
      zh: `“${name}”由世界版本 ${String(run.worldVersion)} 生成，同一设置现在得出的记录不同，不能接着生成；请更改场景名称或种子`,
      en: `“${name}” was made by world version ${String(run.worldVersion)}; the same settings give other records now, so it cannot be continued; give the scenario another name or take another seed`,
    };
  }
  if (kind === 'unfinished') {
    return {
      zh: `“${name}”中 ${from} 至 ${to} 的运行未完成；请先用原来的设置再次开始它，它会接着做完`,
      en: `the run of ${from} to ${to} in “${name}” is unfinished; start that one again with its own settings first, it goes on where it stopped`,
    };
  }
  return {
    zh: `“${name}”已有 ${from} 至 ${to} 的数据（程序版本 ${run.programVersion}）；请另选日期、场景名称或种子`,
    en: `“${name}” covers ${from} to ${to} already (program version ${run.programVersion}); take other days, another scenario name or another seed`,
  };
}

const withoutRows = (name: string): Bilingual => ({
  zh: `“${name}”只保留了汇总，不能再添加运行；请更改场景名称或种子`,
  en: `“${name}” keeps counts only, no run can be added to it; give the scenario another name or take another seed`,
});
