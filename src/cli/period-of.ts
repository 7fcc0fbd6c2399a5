import { cannot } from '../model/errors.ts';
import { defaultPeriod, monthRanges } from '../model/time/period-choice.ts';
import { holdsData, parsePeriod, type Period } from '../model/time/period.ts';
import type { Store } from '../store/open.ts';
import { monthsWithData } from '../store/read/months.ts';

/** The period asked for, or the one that pages show first too. One without data is refused: every figure would be empty. */
export function periodOf(store: Store, text: string | undefined): Period {
  const asked = text === undefined ? undefined : parsePeriod(text);
  const months = monthsWithData(store);
  const period = asked ?? defaultPeriod(months);
  if (period === undefined || months.length === 0) {
    throw cannot(
      `数据库 ${store.file} 还没有数据：请先运行 npx haochaping simulate 或 collect`,
      `database ${store.file} holds no data yet: run npx haochaping simulate or collect first`,
    );
  }
  if (holdsData(months, period)) return period;
  throw cannot(
    `--period = “${period.label}”：没有数据；数据库 ${store.file} 有数据的月份：${monthRanges(months)}`,
    `--period = “${period.label}”: no data; the months with data in ${store.file} are ${monthRanges(months)}`,
  );
}
