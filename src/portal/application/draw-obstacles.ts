import { threshold } from '../../model/math/random.ts';
import {
  applicationSteps,
  obstaclesOfStep,
  type ApplicationStep,
  type Obstacle,
} from '../../model/site/application-steps.ts';
import { hasDays } from '../rules/limit-text.ts';
import { itemWord, siteDraw } from '../site-draws.ts';
import type { SiteItem, SiteUnit } from '../site-unit.ts';

export interface DrawnObstacle {
  readonly step: ApplicationStep;
  readonly obstacle: Obstacle;
}

/** Chance that a step with an obstacle has two, where there are two kinds. An assumption. */
const TWO = 0.25;

/** Obstacles in the order of their draws: append, never reorder. */
const drawOrder: readonly Obstacle[] = applicationSteps.flatMap(
  (step): readonly Obstacle[] => obstaclesOfStep[step],
);

/** The obstacles of an item: a step is free of them with the chance that the site has, and mostly has one where it is not. */
export function drawObstacles(site: SiteUnit, item: SiteItem): readonly DrawnObstacle[] {
  const word = (n: number): number => itemWord(site, item, n);
  return applicationSteps.flatMap((step, at): DrawnObstacle[] => {
    if (word(siteDraw.stepFree + at) < threshold(site.application)) return [];
    const count = word(siteDraw.twoObstacles + at) < threshold(TWO) ? 2 : 1;
    const order = (obstacle: Obstacle): number => word(siteDraw.obstacleOrder + drawOrder.indexOf(obstacle));
    const possible: readonly Obstacle[] = obstaclesOfStep[step];
    return possible
      .filter((obstacle) => obstacle !== 'natural-days' || hasDays(item))
      .map((obstacle) => ({ step, obstacle, at: order(obstacle) }))
      .sort((a, b) => a.at - b.at)
      .slice(0, count)
      .map(({ obstacle }) => ({ step, obstacle }));
  });
}
