import { editionRows } from '../../jobs/measure/edition-rows.ts';
import { recomputeMeasurements } from '../../jobs/verify/recompute-measurements.ts';
import { comparedAtFirst } from '../../model/knowledge.ts';
import { translate } from '../../model/language.ts';
import { contentOf } from '../../store/read/content.ts';
import { readKnowledge } from '../../store/reference.ts';
import { notice, type Output } from '../output.ts';
import { periodOf } from '../period-of.ts';
import { tableLines } from '../table.ts';
import { unpublishedOf } from './unpublished-of.ts';
import { withStore } from '../with-store.ts';

export interface EditionsFlags {
  readonly from?: string;
  readonly to?: string;
  readonly period?: string;
  readonly db: string;
  readonly json?: true;
}

/** Prints a period by two editions of the methods; an alarm, and exit 1, where a kept result cannot be rebuilt. */
export function editionsAction(options: EditionsFlags, output: Output): void {
  const knowledge = readKnowledge();
  const { text } = output;
  const usual = comparedAtFirst(knowledge.editions);
  const { from = usual.from, to = usual.to } = options;
  withStore(options.db, { mustExist: true }, (store) => {
    const period = periodOf(store, options.period);
    // Before anything is computed and kept: an alarm is about what stood there.
    const rebuilt = recomputeMeasurements(store, knowledge);
    const units = editionRows(store, knowledge, period, from, to);
    if (rebuilt.different.length > 0) {
      process.exitCode = 1;
      output.note({
        zh: `警报：保存的 ${String(rebuilt.kept)} 份结果中，不能重建的：${rebuilt.different.join('；')}`,
        en: `alarm: of ${String(rebuilt.kept)} kept results these cannot be rebuilt: ${rebuilt.different.join('; ')}`,
      });
    }
    const unpublished = unpublishedOf(store, knowledge, period);
    const data = contentOf(store).digest;
    if (options.json) {
      const says = { notice: `${notice.zh} / ${notice.en}`, unpublished: unpublished.document };
      const head = { ...says, period: period.label, data };
      output.json({ ...head, from, to, units, rebuilt });
      return;
    }
    output.line(translate(notice, output.language));
    unpublished.print(output);
    output.line(`${period.label} (${data})`);
    const number = (value: number | null): string => (value === null ? '—' : value.toFixed(2));
    const signed = (value: number | null): string => (value !== null && value > 0 ? '+' : '') + number(value);
    const whole = (value: number | null): string => (value === null ? '—' : String(value));
    const shown = units.filter(({ score }) => score !== null);
    const columns = [
      { heading: text('单位', 'unit'), side: 'left' },
      ...[from, to, text('差', 'difference')].map((heading) => ({ heading, side: 'right' as const })),
      ...[from, to].map((edition) => ({
        heading: text(`名次 ${edition}`, `rank ${edition}`),
        side: 'right' as const,
      })),
      { heading: text('名次变化', 'places'), side: 'right' },
    ] as const;
    const rows = shown.map(({ name, nameEn, before, after, score, places }) => [
      text(name, nameEn),
      number(before.overall),
      number(after.overall),
      signed(score),
      whole(before.rank),
      whole(after.rank),
      whole(places),
    ]);
    for (const line of tableLines(columns, rows)) output.line(line);
    output.line(
      text(
        `保存的结果 ${String(rebuilt.kept)} 份，不能重建 ${String(rebuilt.different.length)} 份，其他版本所算 ${String(rebuilt.outdated)} 份`,
        `results kept ${String(rebuilt.kept)}, not to be rebuilt ${String(rebuilt.different.length)}, of other versions ${String(rebuilt.outdated)}`,
      ),
    );
  });
}
