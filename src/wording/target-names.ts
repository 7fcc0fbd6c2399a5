import type { Bilingual } from '../model/language.ts';
import type { Interval } from '../model/math/interval.ts';
import { bandIds } from '../model/measurement.ts';
import type { Method } from '../model/method.ts';
import type { Reference } from '../model/reference.ts';
import type { TargetRow } from '../model/targets.ts';
import { bandNames } from './result-names.ts';
import { printDifference, printFixed, printShare } from './print-number.ts';

/** Names and figures of targets as they are printed, on the page and by the command. */

const kinds = {
  province: { zh: '省级政府', en: 'provincial governments' },
  city: { zh: '重点城市', en: 'key cities' },
} as const;

/** What a row of targets is about. */
export function nameTarget(row: TargetRow, reference: Reference, method: Method): Bilingual {
  const known = (named: { name: string; nameEn: string } | undefined): Bilingual => ({
    zh: named?.name ?? row.key,
    en: named?.nameEn ?? row.key,
  });
  const unit = (): Bilingual => known(reference.units.find(({ code }) => code === row.key));
  const kind = row.kind === undefined ? { zh: '', en: '' } : kinds[row.kind];
  switch (row.group) {
    case 'levels':
      return known(reference.levels.find(({ level }) => String(level) === row.key));
    case 'channels':
      return known(reference.channels.find(({ code }) => String(code) === row.key));
    case 'ratio':
      return { zh: '每件办件的评价数', en: 'Ratings per case' };
    case 'means':
      return row.key === 'overall'
        ? { zh: '总体指数', en: 'Overall index' }
        : known(method.dimensions.find(({ id }) => id === row.key));
    case 'bands': {
      const band = bandNames[bandIds.find((id) => id === row.key) ?? 'low'];
      return { zh: `${kind.zh}“${band.zh}”`, en: `${band.en}, ${kind.en}` };
    }
    case 'aboveMean':
      return { zh: '高于平均值的省级政府', en: 'Provincial governments above the mean' };
    case 'order':
      return { zh: `${kind.zh}位次的秩相关系数`, en: `Rank correlation, ${kind.en}` };
    case 'first': {
      const { zh, en } = unit();
      return { zh: `${zh}的位次`, en: `Rank of ${en}` };
    }
    case 'above': {
      const [a, b] = row.key
        .split('>')
        .map((code) => known(reference.units.find((one) => one.code === code)));
      return { zh: `${a?.zh ?? ''}高出${b?.zh ?? ''}`, en: `${a?.en ?? ''} above ${b?.en ?? ''} by` };
    }
    case 'progress':
      return {
        zh: '进步较大地区（升幅最大的单位中有几个）',
        en: 'Units named for progress among those that rose most',
      };
    case 'shares':
      return {
        zh: '省级行政许可事项网上受理且最多跑一次的比例',
        en: 'Licence items of provincial units accepted online with one visit at most',
      };
    default:
      return unit();
  }
}

const printedAsShare: readonly TargetRow['group'][] = ['levels', 'channels', 'shares'];
const printedAsCount: readonly TargetRow['group'][] = ['bands', 'aboveMean', 'first', 'progress'];

/** A figure of a row: a share, a count, a band, a correlation or a score. */
export function printTarget(row: TargetRow, value: number | null, missing: Bilingual): Bilingual {
  const same = (text: string): Bilingual => ({ zh: text, en: text });
  if (value === null) return missing;
  if (printedAsShare.includes(row.group)) return same(printShare(value, ''));
  if (row.group === 'ratio' || row.group === 'order') return same(printFixed(value, 3));
  if (printedAsCount.includes(row.group)) return same(String(Math.round(value)));
  if (row.group === 'inBand') return bandNames[bandIds[value] ?? 'low'];
  return same(printFixed(value, 2));
}

/** How far the simulated figure lies from the published one; a band is met or not. */
export function printOff(row: TargetRow): string {
  if (row.simulated === null || ['inBand', 'above'].includes(row.group)) return '—';
  const off = row.simulated - row.published;
  if (printedAsShare.includes(row.group)) return `${printDifference(off * 100, '')}%`;
  return printedAsCount.includes(row.group)
    ? printDifference(off, '').replace('.00', '')
    : printDifference(off, '');
}

/** The ends of a range, each printed as the figures of its row. */
function printRange(row: TargetRow, range: Interval | null): Bilingual {
  if (range === null) return { zh: '—', en: '—' };
  const [low, high] = [printTarget(row, range.low, absent), printTarget(row, range.high, absent)];
  return { zh: `${low.zh}–${high.zh}`, en: `${low.en}–${high.en}` };
}

const absent: Bilingual = { zh: '—', en: '—' };

/** The interval that the simulated figure may lie in. */
export const printInterval = (row: TargetRow): Bilingual => printRange(row, row.interval);

/** What is accepted of the simulated figure; counts and bands must be met exactly. */
export const printAccepted = (row: TargetRow): Bilingual =>
  printedAsCount.includes(row.group) || row.group === 'inBand'
    ? printTarget(row, row.published, absent)
    : row.group === 'above'
      ? { zh: '大于 0', en: 'above 0' }
      : printRange(row, row.accepted);
