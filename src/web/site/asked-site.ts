import { siteOfUnit } from '../../jobs/site/site-of-unit.ts';
import { isInventedCode } from '../../model/names/unit-codes.ts';
import { notFound } from '../../model/errors.ts';
import { firstDayOfMonth } from '../../model/time/time.ts';
import type { SiteItem, SiteUnit } from '../../portal/site-unit.ts';
import type { RequestContext } from '../request-context.ts';

/** Characters of an address that a message repeats. */
const REPEATED = 40;

/** The day on which sites stand: the last one of the period shown. */
export const siteDay = ({ period }: Pick<RequestContext, 'period'>): number =>
  firstDayOfMonth(period.last + 1) - 1;

/** The site of the unit in the address; 404 where it has none, with the reason. */
export function askedSite(context: RequestContext): SiteUnit {
  const code = context.param('unit');
  const site = siteOfUnit(context.site.store, context.site, code, siteDay(context));
  if (site !== undefined) return site;
  const shown = code.slice(0, REPEATED);
  const { units, places } = context.site.reference;
  if (![...units, ...places.real.units].some((unit) => unit.code === code))
    throw notFound(`没有代码为“${shown}”的单位。`, `There is no unit with the code “${shown}”.`);
  if (!isInventedCode(code))
    throw notFound(
      `“${shown}”是真实地方的代码，没有模拟政务服务网：虚构的页面和差错不得出现在真实地方名下。`,
      `“${shown}” is the code of a real place, which has no simulated service site: invented pages and faults must not stand under the name of a real place.`,
    );
  throw notFound(
    `单位“${shown}”在该时段没有模拟政务服务网：没有一次运行模拟过它，或它没有发布事项。`,
    `Unit “${shown}” has no simulated service site in this period: no run simulated it, or it has published no item.`,
  );
}

export interface ItemAsked {
  readonly site: SiteUnit;
  readonly item: SiteItem;
}

/** An item that a site has published, by its code; 404 where there is none. */
export function itemOnSite(site: SiteUnit, taskCode: string): SiteItem {
  const item = site.items.find((one) => one.taskCode === taskCode);
  if (item !== undefined) return item;
  const shown = taskCode.slice(0, REPEATED);
  throw notFound(
    `该单位没有发布编码为“${shown}”的事项。`,
    `This unit has not published an item with the code “${shown}”.`,
  );
}

/** The site and the item in the address. */
export function itemAsked(context: RequestContext): ItemAsked {
  const site = askedSite(context);
  return { site, item: itemOnSite(site, context.param('task')) };
}
