import type { ExplainedFigure } from '../jobs/measure/explain/explain-figure.ts';
import type { RecordSample } from '../jobs/measure/explain/sample-records.ts';
import { dimensionIds } from '../model/reference.ts';
import { bandNames, dimensionWords } from '../wording/result-names.ts';
import type { Output } from './output.ts';
import { tableLines } from './table.ts';

/** What stands below the tree of a score: how its interval was made, the queries, examples of records. */
export function evidenceLines(
  { interval, queries }: Extract<ExplainedFigure, { of: 'score' }>,
  sample: RecordSample | null,
  { text }: Output,
): string[] {
  const { way, score, parts } = interval;
  const ways = {
    none: text('没有得分', 'no score'),
    fullCount: text('清单全数统计', 'counted in full'),
    wilson: text('Wilson（1927）', 'Wilson (1927)'),
    symmetric: text('正态近似', 'normal approximation'),
    added: text('下级区间加权相加', 'intervals of the parts, weighted and added'),
    redraw: text(
      '重新抽取办事人、部门和事项；以下为最宽情形的各部分',
      'persons, offices and items drawn anew; below, the parts of the widest case',
    ),
    other: text('见 docs/method.md', 'see docs/method.md'),
  };
  const number = (value: number): string => value.toFixed(4);
  const ends = score === null ? '' : ` ${number(score.low)}–${number(score.high)}`;
  return [
    '',
    `${text('区间', 'Interval')} (${ways[way]})${ends}`,
    ...parts.map(
      ({ id, effective, below, above }) =>
        `  ${id} × ${(effective * 100).toFixed(2)}%: −${number(below)} +${number(above)}`,
    ),
    ...queries.flatMap((query) => ['', query]),
    ...(sample === null
      ? []
      : [
          '',
          text(
            `记录样例（已掩去个人信息）：计入分子、分母的数，记录`,
            `Examples of records, personal data masked: what each adds to numerator and denominator`,
          ),
          ...sample.records.map(
            ({ numerator, denominator, text: record }) =>
              `  ${String(Number(numerator.toFixed(4)))} / ${String(denominator)}  ${record}`,
          ),
        ]),
  ];
}

/** A rank, a level or a mean, explained. */
export function standingLines(
  explained: Exclude<ExplainedFigure, { of: 'score' }>,
  { text, language }: Output,
): string[] {
  const name = (one: { readonly name: string; readonly nameEn: string }): string =>
    text(one.name, one.nameEn);
  const signed = (value: number): string => `${value > 0 ? '+' : ''}${value.toFixed(4)}`;
  if (explained.of === 'rank') {
    const { rank, ranked, higher, tied, neighbours } = explained.rank;
    if (rank === null) return [`${name(explained.unit)}: ${text('没有名次', 'no rank')}`];
    return [
      text(
        `${name(explained.unit)}：${String(ranked)} 个单位中列第 ${String(rank)} 位；指数更高 ${String(higher)} 个，同分 ${String(tied)} 个`,
        `${name(explained.unit)}: rank ${String(rank)} of ${String(ranked)}; ${String(higher)} have a higher index, ${String(tied)} the same`,
      ),
      ...tableLines(
        [
          { heading: text('名次', 'rank'), side: 'right' },
          { heading: text('单位', 'unit'), side: 'left' },
          { heading: text('总体指数', 'overall'), side: 'right' },
          { heading: text('差', 'difference'), side: 'right' },
          ...dimensionIds.map((id) => ({
            heading: dimensionWords[id][language],
            side: 'right' as const,
          })),
        ],
        neighbours.map((one) => [
          String(one.rank),
          name(one),
          one.overall.toFixed(4),
          signed(one.difference),
          ...dimensionIds.map((id) => signed(one.byDimension[id])),
        ]),
      ),
    ];
  }
  if (explained.of === 'band') {
    const { band, overall, ends, toHigher, toLower } = explained.band;
    if (band === null || overall === null)
      return [`${name(explained.unit)}: ${text('没有能力水平', 'no level')}`];
    const distance = (points: number | null): string => (points === null ? '—' : points.toFixed(4));
    return [
      `${name(explained.unit)}: ${overall.toFixed(6)} → ${bandNames[band][language]}`,
      ...ends.map(
        (one) =>
          `  ${bandNames[one.band][language]}: > ${String(one.from ?? '—')}, ≤ ${String(one.to ?? '—')}`,
      ),
      text(
        `  距上一水平 ${distance(toHigher)}，高出下一水平 ${distance(toLower)}`,
        `  ${distance(toHigher)} below the next better level, ${distance(toLower)} above the next lower one`,
      ),
    ];
  }
  const { mean, sum, units, without } = explained.mean;
  return [
    mean === null
      ? text('没有单位有这一数字', 'no unit has this figure')
      : `${sum.toFixed(6)} ÷ ${String(units.length)} = ${mean.toFixed(6)}`,
    ...units.map((unit) => `  ${unit.score.toFixed(4)} ${name(unit)}`),
    ...(without === 0
      ? []
      : [text(`  另有 ${String(without)} 个单位无数据`, `  ${String(without)} more units have no figure`)]),
  ];
}
