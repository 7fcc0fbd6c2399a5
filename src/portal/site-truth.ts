import type { Bilingual } from '../model/language.ts';
import type { GuideGroup } from '../model/register.ts';
import { applicationOf, type FoundObstacle } from './application/application.ts';
import type { GuideFault } from '../model/site/guide-faults.ts';
import { guideOf } from './guide/guide.ts';
import type { GuideElementId } from '../model/site/guide-elements.ts';
import type { AskingWay } from '../model/site/asking-ways.ts';
import { searchPlacesOf } from './search/search-truth.ts';
import type { SiteUnit } from './site-unit.ts';

/** A fault of a guide, and what would be right. */
export interface GuideFaultTruth {
  readonly taskCode: string;
  readonly element: GuideElementId;
  readonly group: GuideGroup;
  readonly fault: GuideFault;
  readonly right: Bilingual;
}

/** An obstacle of an application, and what would be right. */
export interface ObstacleTruth extends FoundObstacle {
  readonly taskCode: string;
}

/** All faults of the guides of a site, item by item. */
export function* guideFaultsOf(site: SiteUnit): Generator<GuideFaultTruth> {
  for (const item of site.items) {
    const { taskCode, elements } = guideOf(site, item);
    for (const { id, group, fault, right } of elements)
      if (fault !== null) yield { taskCode, element: id, group, fault, right };
  }
}

/** An item that is not the first hit for each way of asking: where it stands, 0 where it is not found. */
export interface SearchTruth {
  readonly taskCode: string;
  readonly places: Readonly<Record<AskingWay, number>>;
}

/** All items of a site that its search does not find at once. */
export function* searchTruthOf(site: SiteUnit): Generator<SearchTruth> {
  for (const item of site.items) {
    const places = searchPlacesOf(site, item);
    if (Object.values(places).some((place) => place !== 1)) yield { taskCode: item.taskCode, places };
  }
}

/** All obstacles of the applications of a site, item by item. */
export function* obstacleTruthOf(site: SiteUnit): Generator<ObstacleTruth> {
  for (const item of site.items) {
    const application = applicationOf(site, item);
    if (!application.online) continue;
    const { taskCode, obstacles } = application;
    for (const found of obstacles) yield { taskCode, ...found };
  }
}
