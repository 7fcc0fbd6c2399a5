import type { UnitResult } from '../../model/measurement.ts';
import { dimensionIds } from '../../model/reference.ts';
import type { Language } from '../../model/language.ts';
import { nameIn } from '../../wording/translator.ts';

/** Orders of a ranking. Units without the figure asked for come last in either direction. */
export const rankingSorts = ['rank', 'name', 'overall', ...dimensionIds] as const;
export type RankingSort = (typeof rankingSorts)[number];
export const orders = ['asc', 'desc'] as const;
export type Order = (typeof orders)[number];

/** Ranks and names rise, scores fall, until the reader asks otherwise. */
export const naturalOrder = (sort: RankingSort): Order =>
  sort === 'rank' || sort === 'name' ? 'asc' : 'desc';

function figureOf(unit: UnitResult, sort: RankingSort): number | null {
  if (sort === 'name') return null;
  if (sort === 'rank') return unit.rank;
  return (sort === 'overall' ? unit.overall : unit.dimensions[sort])?.score ?? null;
}

export function orderUnits(
  units: readonly UnitResult[],
  sort: RankingSort,
  order: Order,
  language: Language,
): UnitResult[] {
  const turn = order === 'asc' ? 1 : -1;
  const collator = new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en');
  const byName = (a: UnitResult, b: UnitResult): number =>
    collator.compare(nameIn(language, a), nameIn(language, b));
  return [...units].sort((a, b) => {
    if (sort === 'name') return turn * byName(a, b);
    const [x, y] = [figureOf(a, sort), figureOf(b, sort)];
    if (x === null || y === null) return x === y ? a.code.localeCompare(b.code) : x === null ? 1 : -1;
    return turn * (x - y) || a.code.localeCompare(b.code);
  });
}
