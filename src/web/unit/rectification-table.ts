import { verdict } from '../../model/codes.ts';
import type { RectificationCell } from '../../model/cells.ts';
import { printCount, printShare, shareOf } from '../../wording/print-number.ts';
import type { RequestContext } from '../request-context.ts';
import { rectificationTexts } from './rectification-texts.ts';
import { translator } from '../../wording/translator.ts';

export interface RectificationTable {
  readonly title: string;
  readonly note: string;
  readonly headings: readonly [what: string, count: string, share: string];
  readonly rows: readonly { readonly name: string; readonly count: string; readonly share: string }[];
}

const IN_TIME = 2;
const SATISFIED = 2;

/** What became of the bad ratings of a period, counted; undefined where there is no work order. */
export function rectificationTable(
  { language }: Pick<RequestContext, 'language'>,
  cells: readonly RectificationCell[],
): RectificationTable | undefined {
  const t = translator(rectificationTexts, language);
  const count = (wanted: (cell: RectificationCell) => boolean): number =>
    cells.reduce((sum, cell) => sum + (wanted(cell) ? cell.n : 0), 0);
  const all = count(() => true);
  if (all === 0) return undefined;
  const found = (code: number) => (cell: RectificationCell) => cell.verdict === code;
  const upheld = count(found(verdict.upheld));
  const calledBack = count((cell) => cell.calledBack === 1);
  const lines: [name: keyof typeof rectificationTexts, n: number, of: number][] = [
    ['orders', all, all],
    ['contacted', count(({ contacted }) => contacted === IN_TIME), all],
    ['realName', count(({ contacted }) => contacted > 0), all],
    ['upheld', upheld, all],
    ['mistaken', count(found(verdict.mistaken)), all],
    ['malicious', count(found(verdict.malicious)), all],
    ['withdrawn', count(found(verdict.withdrawn)), all],
    ['undecided', count(found(0)), all],
    ['rectified', count(({ rectified }) => rectified === IN_TIME), all],
    ['calledBack', calledBack, upheld],
    ['satisfied', count(({ satisfied }) => satisfied === SATISFIED), calledBack],
  ];
  return {
    title: t('title'),
    note: t('note'),
    headings: [t('what'), t('count'), t('share')],
    rows: lines.map(([name, n, of]) => ({
      name: t(name),
      count: printCount(n),
      share: of === 0 ? '—' : printShare(shareOf(n, of), '—'),
    })),
  };
}
