import { holm } from '../../model/math/multiple-tests.ts';
import type { ClusteredMean } from './clustered-mean.ts';
import {
  testCategories,
  testMeans,
  testShares,
  type DifferenceTest,
  type TestedDifference,
} from './test-differences.ts';
import { recordSignIds, type WorldSigns } from './world-signs.ts';

/** Which further data tell two worlds apart that publish the same counts. */

export const signIds = [
  'survey',
  'ratersAsked',
  ...recordSignIds,
  'ownChannels',
  'upheld',
  'calledBack',
  'additional',
] as const;
export type SignId = (typeof signIds)[number];

/** A family of tests is judged at this level together. */
const SIGN_LEVEL = 0.05;

export interface SignSide {
  readonly n: number;
  /** The share, or the mean; null of nothing, and of a distribution. */
  readonly value: number | null;
  /** The shares of a distribution; empty for any other sign. */
  readonly shares: readonly number[];
  readonly effect: number;
}

export interface JudgedSign {
  readonly id: SignId;
  readonly test: DifferenceTest;
  readonly felt: SignSide;
  readonly bent: SignSide;
  readonly p: number | null;
  /** After Holm, over all signs that could be tested. */
  readonly adjusted: number | null;
  readonly tellsApart: boolean;
}

/** All that can be known of a world beside what is published. */
export interface KnownOfWorld {
  readonly signs: WorldSigns;
  readonly survey: ClusteredMean;
  readonly ratersAsked: ClusteredMean;
  /** Rectifications that were decided as upheld, of those decided; people satisfied, of those called back. */
  readonly upheld: ClusteredMean;
  readonly calledBack: ClusteredMean;
  /** Additional ratings, as a share of first ones. */
  readonly additional: ClusteredMean;
}

export function judgeSigns(felt: KnownOfWorld, bent: KnownOfWorld): JudgedSign[] {
  const tested = signIds.map((id) => ({ id, ...testSign(id, felt, bent) }));
  const adjusted = holm(tested.flatMap(({ p }) => p ?? []));
  let at = 0;
  return tested.map(({ id, test, p }) => {
    const corrected = p === null ? null : (adjusted[at++] ?? 1);
    return {
      ...{ id, test, p },
      felt: sideOf(id, felt),
      bent: sideOf(id, bent),
      adjusted: corrected,
      tellsApart: corrected !== null && corrected < SIGN_LEVEL,
    };
  });
}

function testSign(id: SignId, felt: KnownOfWorld, bent: KnownOfWorld): TestedDifference {
  if (id === 'ownChannels') return testCategories(felt.signs.channels, bent.signs.channels);
  return (id === 'ownDelay' ? testMeans : testShares)(meanOf(id, felt), meanOf(id, bent));
}

function meanOf(id: Exclude<SignId, 'ownChannels'>, known: KnownOfWorld): ClusteredMean {
  switch (id) {
    case 'survey':
    case 'ratersAsked':
    case 'upheld':
    case 'calledBack':
    case 'additional':
      return known[id];
    default:
      return known.signs.means[id];
  }
}

function sideOf(id: SignId, known: KnownOfWorld): SignSide {
  if (id === 'ownChannels') {
    const { channels } = known.signs;
    const effect = channels.reduce((sum, one) => sum + one.effect, 0) / channels.length;
    return { n: channels[0]?.n ?? 0, value: null, shares: channels.map(({ mean }) => mean), effect };
  }
  const { n, mean, effect } = meanOf(id, known);
  // Logarithms of seconds come as the seconds that are typical.
  return { n, value: n === 0 ? null : id === 'ownDelay' ? Math.exp(mean) : mean, shares: [], effect };
}
