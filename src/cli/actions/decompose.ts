import { decomposeGaps } from '../../jobs/audit/decompose-gaps.ts';
import { cannot, notFound } from '../../model/errors.ts';
import { translate } from '../../model/language.ts';
import { readKnowledge } from '../../store/reference.ts';
import { gapGroupNames, gapPartNames } from '../../wording/gap-names.ts';
import { notice, type Output } from '../output.ts';
import { withStore } from '../with-store.ts';

export interface DecomposeFlags {
  readonly unit?: string;
  readonly db: string;
  readonly json?: true;
}

/** Prints the gap between the published mean score and what was felt, part by part. */
export function decomposeAction({ unit: wanted, db, json }: DecomposeFlags, output: Output): void {
  const gaps = withStore(db, { mustExist: true }, (store) => decomposeGaps(store, readKnowledge()));
  if (gaps === null)
    throw cannot(
      '数据库旁没有真值文件，或真值中没有记录：无法分解',
      'there is no truth beside the database, or it holds nothing: the gap cannot be taken apart',
    );
  const unit = gaps.units.find(({ code, name, nameEn }) => [code, name, nameEn].includes(wanted ?? ''));
  if (wanted !== undefined && unit === undefined)
    throw notFound(`没有有服务记录的单位“${wanted}”`, `there is no unit “${wanted}” with services`);
  if (json) {
    const head = { notice: `${notice.zh} / ${notice.en}` };
    const { label, ranks } = gaps;
    output.json(unit === undefined ? { ...head, ...gaps } : { ...head, label, units: [unit], ranks });
    return;
  }
  const { text, language } = output;
  const { felt, published, gap, steps } = unit?.gap ?? gaps.all;
  const number = (value: number | null): string => (value === null ? '—' : value.toFixed(4));
  const signed = (value: number): string => `${value > 0 ? '+' : ''}${value.toFixed(4)}`;
  output.line(translate(notice, language));
  output.line(text('真值（不进入任何结果）', 'truth (in no result)'));
  output.line(unit === undefined ? text('全部参评单位', 'all assessed units') : text(unit.name, unit.nameEn));
  output.line(`${text('感受平均分', 'mean felt')} ${number(felt)}`);
  for (const { part, value, mean } of steps)
    if (value !== 0)
      output.line(`  ${signed(value)} → ${number(mean)}  ${translate(gapPartNames[part], language)}`);
  output.line(
    `${text('公布平均分', 'mean published')} ${number(published)} (${gap === null ? '—' : signed(gap)})`,
  );
  const rank = unit && gaps.ranks[unit.kind].find(({ code }) => code === unit.code);
  if (rank === undefined) return;
  const groups = ['nonResponse', 'suppression', 'lifting', 'automatic', 'manipulation'] as const;
  output.line(
    text(
      `名次：感受 ${String(rank.felt)}，公布 ${String(rank.published)}`,
      `rank: felt ${String(rank.felt)}, published ${String(rank.published)}`,
    ),
  );
  for (const group of groups)
    output.line(`  ${String(rank.shifts[group])}  ${translate(gapGroupNames[group], language)}`);
  const { low, high } = rank.method;
  output.line(`  ± ${rank.sampling.toFixed(2)}  ${text('抽样（标准差）', 'sampling (s.d.)')}`);
  output.line(`  ${String(low)}–${String(high)}  ${text('方法（范围）', 'method (range)')}`);
}
