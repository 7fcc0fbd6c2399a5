import { readKnowledge } from '../../store/reference.ts';
import { measurePeriod } from '../../jobs/measure/measure-period.ts';
import { wrongUse, cannot } from '../../model/errors.ts';
import type { Measurement, UnitResult } from '../../model/measurement.ts';
import { parsePeriod, type Period } from '../../model/time/period.ts';
import type { Store } from '../../store/open.ts';
import { monthsWithData } from '../../store/read/months.ts';
import { unfinishedRun } from '../../store/read/runs.ts';
import { notice, type Output } from '../output.ts';
import { withStore } from '../with-store.ts';

export interface MeasureFlags {
  readonly method: string;
  readonly period?: string;
  readonly db: string;
  readonly json?: true;
}

/** Measures a period and prints the results. */
export function measureAction(options: MeasureFlags, output: Output): void {
  const knowledge = readKnowledge();
  const { province, city } = knowledge.methods;
  if (![province.id, city.id].every((id) => id.endsWith(`-${options.method}`))) {
    throw wrongUse(
      `--method = “${options.method}”：没有这个版本，可用 2022`,
      `--method = “${options.method}”: there is no such edition, use 2022`,
    );
  }
  withStore(options.db, { mustExist: true }, (store) => {
    const measurement = measurePeriod(store, knowledge, periodOf(store, options.period));
    const part = unfinishedRun(store);
    if (part) {
      output.note({
        zh: `第 ${String(part.id)} 次运行未完成（${String(part.partsDone)}/${String(part.parts)} 部分）：结果只反映已存入的部分`,
        en: `run ${String(part.id)} is unfinished (${String(part.partsDone)} of ${String(part.parts)} parts): the results are of what is stored so far`,
      });
    }
    const unfinished = part ? { run: part.id, parts: part.parts, partsDone: part.partsDone } : null;
    if (options.json) output.json({ notice: `${notice.zh} / ${notice.en}`, unfinished, ...measurement });
    else printTable(measurement, output);
  });
}

/** The period asked for, or the latest year with data. */
export function periodOf(store: Store, text: string | undefined): Period {
  if (text !== undefined) return parsePeriod(text);
  const last = monthsWithData(store).at(-1);
  if (last === undefined) {
    throw cannot(
      `数据库 ${store.file} 还没有数据：请先运行 npx haochaping simulate 或 collect`,
      `database ${store.file} holds no data yet: run npx haochaping simulate or collect first`,
    );
  }
  return parsePeriod(String(2000 + Math.floor(last / 12)));
}

function printTable(measurement: Measurement, output: Output): void {
  const zh = output.language === 'zh';
  const none = zh ? '无数据' : 'no data';
  const figure = (score: { score: number } | null): string =>
    score === null ? none : score.score.toFixed(2);
  output.line(
    `${zh ? '模拟数据；时段' : 'simulated data; period'} ${measurement.period}, ${measurement.method.province}/${measurement.method.city} v${measurement.version}`,
  );
  const line = (unit: UnitResult): string => {
    const { effectiveness, maturity, completeness, coverage, accuracy } = unit.dimensions;
    const range =
      unit.overall === null ? '' : `[${unit.overall.low.toFixed(2)}, ${unit.overall.high.toFixed(2)}]`;
    const five = [effectiveness, maturity, completeness, coverage, accuracy].map(figure).join(' ');
    return `${unit.rank === null ? '-' : String(unit.rank)}\t${zh ? unit.name : unit.nameEn}\t${unit.band ?? '-'}\t${figure(unit.overall)} ${range}\t${five}`;
  };
  for (const kind of ['province', 'city'] as const) {
    const ranked = measurement.units
      .filter((unit) => unit.kind === kind)
      .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
    output.line('');
    for (const unit of ranked) output.line(line(unit));
  }
}
