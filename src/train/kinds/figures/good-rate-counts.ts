import type { MakeRequest } from '../../exercise-kind.ts';
import {
  drawnCount,
  drawnSorts,
  goodCount,
  levelShares,
  standsApart,
  sumOfCounts,
  withBadShare,
} from './drawn-counts.ts';

export interface GoodRateCounts {
  readonly services: number;
  /** By level, index 1 … 5. */
  readonly active: readonly number[];
  readonly automaticLevel: number;
  readonly automatic: number;
  readonly withoutLevel: number;
}

const automaticLevels = [3, 5];

export function drawGoodRateCounts(
  { draws, difficulty }: MakeRequest,
  levels: readonly number[],
  attempt: string,
): GoodRateCounts {
  const services = draws.whole(`services${attempt}`, 700, difficulty === 1 ? 1_600 : 4_800);
  const bad = 0.015 + 0.06 * draws.share(`bad${attempt}`);
  const rated = drawnCount(
    draws,
    `rated${attempt}`,
    services,
    0.35 + 0.35 * draws.share(`rated share${attempt}`),
  );
  const withoutLevel = difficulty === 3 ? drawnCount(draws, `no level${attempt}`, rated, 0.06) : 0;
  const shares = withBadShare(levelShares(levels), bad);
  return {
    services,
    active: drawnSorts(draws, `levels${attempt}`, rated - withoutLevel, shares),
    automaticLevel: draws.one(`automatic level${attempt}`, automaticLevels),
    automatic:
      difficulty === 1
        ? 0
        : drawnCount(
            draws,
            `automatic${attempt}`,
            services - rated,
            0.3 + 0.4 * draws.share(`automatic share${attempt}`),
          ),
    withoutLevel,
  };
}

export function goodRatesOf({ active, automaticLevel, automatic, services, withoutLevel }: GoodRateCounts) {
  const [good, levelled] = [goodCount(active), sumOfCounts(active)];
  const automaticGood = automaticLevel >= 3 ? automatic : 0;
  return {
    active: good / levelled,
    withAutomatic: (good + automaticGood) / (levelled + automatic),
    withUnlevelled: good / (levelled + withoutLevel),
    ofServices: good / services,
  };
}

/** Each wrong denominator must give another figure. */
export function tellsDenominators(counts: GoodRateCounts): boolean {
  const { active, withAutomatic, withUnlevelled, ofServices } = goodRatesOf(counts);
  const wrong = [
    ofServices,
    ...(counts.automatic > 0 ? [withAutomatic] : []),
    ...(counts.withoutLevel > 0 ? [withUnlevelled] : []),
  ];
  return standsApart(
    active * 100,
    wrong.map((rate) => rate * 100),
    2,
  );
}
