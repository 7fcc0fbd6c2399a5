import { translate, type Bilingual } from '../../model/language.ts';
import type { Measurement, Score, UnitResult } from '../../model/measurement.ts';
import { separateFictional } from '../../model/names/fictional-units.ts';
import { dimensionIds, unitKinds, type UnitKind } from '../../model/reference.ts';
import { unfinishedRun } from '../../store/read/runs.ts';
import { printScore } from '../../wording/print-number.ts';
import { printRanks } from '../../wording/print-ranks.ts';
import { bandNames, dimensionWords } from '../../wording/result-names.ts';
import { notAssessedDocument, notYetAssessed } from '../../wording/not-yet-assessed.ts';
import { unrankedIn, unrankedTexts } from '../../wording/unranked-units.ts';
import { notice, type Output } from '../output.ts';
import { methodNamed } from '../method-option.ts';
import { periodOf } from '../period-of.ts';
import { tableLines, type TableColumn } from '../table.ts';
import { unpublishedOf } from './unpublished-of.ts';
import { withStore } from '../with-store.ts';

export interface MeasureFlags {
  readonly method?: string;
  readonly period?: string;
  readonly db: string;
  readonly json?: true;
}

/** Measures a period and prints the results. */
export function measureAction(options: MeasureFlags, output: Output): void {
  const { knowledge, own, measure } = methodNamed(options.method);
  withStore(options.db, { mustExist: true }, (store) => {
    const period = periodOf(store, options.period);
    const measurement = measure(store, period);
    const unpublished = unpublishedOf(store, knowledge, period);
    const part = unfinishedRun(store);
    if (part) {
      output.note({
        zh: `第 ${String(part.id)} 次运行未完成（${String(part.partsDone)}/${String(part.parts)} 部分）：结果只反映已存入的部分`,
        en: `run ${String(part.id)} is unfinished (${String(part.partsDone)} of ${String(part.parts)} parts): the results are of what is stored so far`,
      });
    }
    const unfinished = part ? { run: part.id, parts: part.parts, partsDone: part.partsDone } : null;
    if (options.json) {
      const unranked = unrankedIn(measurement);
      const notAssessed = notAssessedDocument(knowledge.methods, period);
      output.json({
        notice: `${notice.zh} / ${notice.en}`,
        unpublished: unpublished.document,
        unfinished,
        ...measurement,
        unranked,
        notAssessed,
      });
    } else {
      const kinds = own ? [own.kind] : unitKinds;
      output.line(translate(notice, output.language));
      unpublished.print(output);
      printTables(measurement, kinds, notYetAssessed(knowledge.methods, period), output);
    }
  });
}

/** One table for each group that is ranked apart, and one for units that are not ranked; units without a figure are only counted. */
function printTables(
  measurement: Measurement,
  kinds: readonly UnitKind[],
  notAssessed: ReturnType<typeof notYetAssessed>,
  output: Output,
): void {
  const { text, language } = output;
  const { period, method, version, units, means } = measurement;
  output.line(
    text(
      `时段 ${period}；方法 ${[...new Set([method.province, method.city])].join('、')}（第 ${version} 版）；名次区间和总体指数后的区间（95%）为重新抽取同样质量的办事人、部门和事项时的范围`,
      `period ${period}; methods ${[...new Set([method.province, method.city])].join(' and ')}, version ${version}; the range of ranks and the interval behind the overall score (95%) are for other persons, offices and items of the same quality`,
    ),
  );
  const columns: readonly TableColumn[] = [
    { heading: text('排名', 'rank'), side: 'right' },
    { heading: text('名次区间', 'range'), side: 'right' },
    { heading: text('单位', 'unit'), side: 'left' },
    { heading: text('水平', 'band'), side: 'left' },
    ...figureColumns(output),
  ];
  const { ranked, unranked } = separateFictional(units);
  for (const kind of kinds) {
    const ofKind = ranked.filter((unit) => unit.kind === kind);
    const shown = ofKind.filter(hasFigure);
    output.line('');
    if (kind === notAssessed?.kind) {
      output.line(translate(notAssessed.reason, language));
      continue;
    }
    output.line(
      kind === 'province'
        ? text(
            `省级政府（含新疆生产建设兵团）：${tally(shown, ofKind).zh}`,
            `Provinces: ${tally(shown, ofKind).en}`,
          )
        : text(`重点城市：${tally(shown, ofKind).zh}`, `Key cities: ${tally(shown, ofKind).en}`),
    );
    if (shown.length === 0) continue;
    const average = [means[kind].overall, ...dimensionIds.map((id) => means[kind][id])].map(figure);
    const rows = [
      ...shown
        .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity))
        .map((unit) => rankedRow(unit, output)),
      ['', '', text('平均值', 'mean'), '', average[0] ?? '', '', ...average.slice(1)],
    ];
    for (const line of tableLines(columns, rows)) output.line(line);
  }
  if (unranked.length > 0) printUnranked(unranked, output);
}

/** Fictional units beside assessed ones, and why they have a table of their own. */
function printUnranked(units: readonly UnitResult[], output: Output): void {
  const { text, language } = output;
  const { zh, en } = unrankedTexts.fictionalUnits;
  const shown = units.filter(hasFigure);
  output.line('');
  output.line(text(`${zh}：${tally(shown, units).zh}`, `${en}: ${tally(shown, units).en}`));
  output.line(translate(unrankedTexts.whyUnranked, language));
  if (shown.length === 0) return;
  const columns: readonly TableColumn[] = [
    { heading: text('单位', 'unit'), side: 'left' },
    { heading: text('类别', 'kind'), side: 'left' },
    ...figureColumns(output),
  ];
  const rows = shown.map((unit) => [
    text(unit.name, unit.nameEn),
    unit.kind === 'province' ? text('省级政府', 'province') : text('重点城市', 'key city'),
    ...figuresOf(unit),
  ]);
  for (const line of tableLines(columns, rows)) output.line(line);
}

const figureColumns = ({ text, language }: Output): TableColumn[] => [
  { heading: text('总体指数', 'overall'), side: 'right' },
  { heading: text('区间', 'interval'), side: 'right' },
  ...dimensionIds.map((id): TableColumn => ({
    heading: translate(dimensionWords[id], language),
    side: 'right',
  })),
];

const hasFigure = (unit: UnitResult): boolean => scoresOf(unit).some((score) => score !== null);

const scoresOf = ({ overall, dimensions }: UnitResult): Score[] => [
  overall,
  ...dimensionIds.map((id) => dimensions[id]),
];

const tally = (shown: readonly UnitResult[], all: readonly UnitResult[]): Bilingual => ({
  zh: `${String(all.length)} 个中 ${String(shown.length)} 个有数据`,
  en: `${String(shown.length)} of ${String(all.length)} have data`,
});

/** A figure that is not there is a dash: too few counts, or no data. */
const figure = (value: number | null): string => printScore(value, '—');

const rankedRow = (unit: UnitResult, { text, language }: Output): string[] => [
  unit.rank === null ? '—' : String(unit.rank),
  printRanks(unit),
  text(unit.name, unit.nameEn),
  unit.band === null ? '—' : translate(bandNames[unit.band], language),
  ...figuresOf(unit),
];

function figuresOf(unit: UnitResult): string[] {
  const [overall, ...dimensions] = scoresOf(unit).map((score) => figure(score?.score ?? null));
  return [
    overall ?? '',
    unit.overall === null ? '—' : `${figure(unit.overall.low)}–${figure(unit.overall.high)}`,
    ...dimensions,
  ];
}
