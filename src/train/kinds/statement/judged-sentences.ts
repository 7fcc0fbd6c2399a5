import type { Bilingual } from '../../../model/language.ts';
import type { Draws } from '../../draws.ts';
import type { ExerciseBlock } from '../../../model/training/exercise.ts';
import { letterOf, type FieldWithKey } from '../figures/exercise-parts.ts';
import { statementCosts } from './costs.ts';

/** A sentence that is to be judged: whether it may stand as it is, and why. */
export interface Claim {
  /** What sort of claim it is, so that not all six are of one sort. */
  readonly sort: string;
  readonly text: Bilingual;
  readonly stands: boolean;
  /** What it costs to let it pass where it may not stand. */
  readonly cost: number;
  readonly why: Bilingual;
}

const SHOWN = 6;
const MOST_OF_A_SORT = 2;

/** Six of the claims, two to four of them right, no more than two of a sort where there are enough others. */
export function drawClaims(draws: Draws, claims: readonly Claim[]): Claim[] {
  const mixed = draws.shuffled('claims', claims);
  const wanted = draws.whole('right claims', 2, 4);
  const chosen: Claim[] = [];
  const take = (stands: boolean, until: number, mostOfASort: number): void => {
    for (const claim of mixed) {
      const taken = chosen.filter((one) => one.stands === stands);
      if (taken.length >= until) return;
      const alike = taken.filter(({ sort }) => sort === claim.sort).length;
      if (claim.stands === stands && alike < mostOfASort && !chosen.includes(claim)) chosen.push(claim);
    }
  };
  for (const most of [MOST_OF_A_SORT, SHOWN]) take(true, wanted, most);
  const wrong = SHOWN - chosen.length;
  for (const most of [MOST_OF_A_SORT, SHOWN]) take(false, wrong, most);
  if (chosen.length < SHOWN || chosen.every(({ stands }) => stands))
    throw new Error('there are too few sentences to judge');
  return draws.shuffled('order of claims', chosen);
}

/** Asks which of the sentences may stand: missing a right one costs little, letting a wrong one pass what its fault costs. */
export const claimsField = (claims: readonly Claim[]): FieldWithKey => ({
  field: {
    id: 'sentences',
    kind: 'several',
    label: {
      zh: '哪些句子可以按原样发布',
      en: 'Which sentences may be published as they are',
    },
    options: claims.map(({ text }, place) => ({ id: letterOf(place), text })),
  },
  key: {
    kind: 'several',
    right: claims.flatMap(({ stands }, place) => (stands ? [letterOf(place)] : [])),
    missed: statementCosts.refused,
    wrong: Math.max(...claims.map(({ cost }) => cost)),
    wrongs: Object.fromEntries(
      claims.flatMap(({ stands, cost }, place) => (stands ? [] : [[letterOf(place), cost]])),
    ),
  },
});

/** Sentence by sentence, what decides. */
export const claimsSolution = (claims: readonly Claim[]): ExerciseBlock => ({
  kind: 'list',
  items: claims.map(({ text, stands, why }) => ({
    zh: `“${text.zh}”${stands ? '可以' : '不可以'}：${why.zh}`,
    en: `“${text.en}” ${stands ? 'may stand' : 'may not stand'}: ${why.en}`,
  })),
});
