import type { ItemTruth } from '../model/site/item-truth.ts';
import type { ApplicationStep, Obstacle } from '../model/site/application-steps.ts';
import { applicationOf, type OnlineApplication } from './application/application.ts';
import { guideOf } from './guide/guide.ts';
import { searchPlacesOf } from './search/search-truth.ts';
import type { SiteItem, SiteUnit } from './site-unit.ts';

/** What is true of an item on its site (真值): what an evaluator who overlooks nothing would find. */
export function itemTruth(site: SiteUnit, item: SiteItem): ItemTruth {
  const application = applicationOf(site, item);
  return {
    elements: new Map(guideOf(site, item).elements.map(({ id, fault }) => [id, fault ?? 'right'])),
    places: searchPlacesOf(site, item),
    obstacles: application.online ? obstaclesByStep(application) : null,
  };
}

function obstaclesByStep({ obstacles }: OnlineApplication): NonNullable<ItemTruth['obstacles']> {
  const at = (step: ApplicationStep): readonly Obstacle[] =>
    obstacles.flatMap((found) => (found.step === step ? [found.obstacle] : []));
  return {
    booking: at('booking'),
    guide: at('guide'),
    form: at('form'),
    upload: at('upload'),
    feedback: at('feedback'),
  };
}
