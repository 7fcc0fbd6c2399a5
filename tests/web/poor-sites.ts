import { siteOfUnit } from '../../src/jobs/site/site-of-unit.ts';
import { applicationOf, type OnlineApplication } from '../../src/portal/application/application.ts';
import type { SiteItem, SiteUnit } from '../../src/portal/site-unit.ts';
import type { Store } from '../../src/store/open.ts';
import { dayOf } from '../../src/model/time/time.ts';
import { knowledge, simulate, tiny } from '../builders.ts';

/** The last day of the month that the scenario of these tests has. */
export const lastDay = dayOf(2025, 3, 31);

/** Simulates a small world whose service sites have few items, and half of the time something wrong. */
export const simulatePoorSites = (
  store: Store,
  truth: Store,
  { seed, ...names }: { readonly seed: number; readonly names: string; readonly units: readonly string[] },
): Promise<unknown> =>
  simulate(store, truth, {
    seed,
    scenario: tiny({
      ...names,
      casesPerYear: 2000,
      catalogue: { implemented: 0.1 },
      site: { search: { mean: 0.5, spread: 0 }, application: { mean: 0.4, spread: 0 } },
    }),
  });

export const siteIn = (store: Store, code: string): SiteUnit => siteOfUnit(store, knowledge, code, lastDay)!;

export interface OnlineItem {
  readonly item: SiteItem;
  readonly application: OnlineApplication;
}

/** Items that can be applied for online. */
export const onlineItems = (site: SiteUnit): OnlineItem[] =>
  site.items.flatMap((item) => {
    const application = applicationOf(site, item);
    return application.online ? [{ item, application }] : [];
  });

/** Items that have, between them, everything that an application can meet: each has something that those before it lack. */
export function itemsOfEveryKind(site: SiteUnit): OnlineItem[] {
  const met = new Set<string>();
  return onlineItems(site).filter(({ application }) => {
    const kinds = application.obstacles.map(({ obstacle }): string => obstacle);
    if (kinds.length === 0) kinds.push('none');
    const isNew = kinds.some((kind) => !met.has(kind));
    kinds.forEach((kind) => met.add(kind));
    return isNew;
  });
}
