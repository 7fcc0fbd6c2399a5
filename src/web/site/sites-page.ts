import { siteOfUnit, unitsWithSites } from '../../jobs/site/site-of-unit.ts';
import { ONLINE_DEPTH } from '../../model/items/item-kinds.ts';
import { isFictionalCode } from '../../model/names/unit-codes.ts';
import { printDay } from '../../model/time/time.ts';
import type { SiteUnit } from '../../portal/site-unit.ts';
import { printCount } from '../../wording/print-number.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { siteDay } from './asked-site.ts';
import { sitePath } from './service-head.ts';
import { sitesTexts } from './sites-texts.ts';

export interface SitesModel {
  readonly standing: string;
  readonly tables: readonly {
    readonly id: string;
    readonly title: string;
    readonly rows: readonly {
      readonly name: string;
      readonly code: string;
      readonly href: string;
      readonly published: string;
      readonly online: string;
    }[];
  }[];
}

const words = { ...siteTexts, ...sitesTexts };

/** Which units have a simulated service site, by kind. */
export function sitesPage(context: RequestContext): Page<SitesModel> {
  const t = translator(words, context.language);
  const { site: deps } = context;
  const day = siteDay(context);
  const sites = unitsWithSites(deps.store, deps, day).flatMap(
    (code) => siteOfUnit(deps.store, deps, code, day) ?? [],
  );
  const kinds = [
    { id: 'provinces', title: t('province'), holds: isOfKind('province') },
    { id: 'cities', title: t('city'), holds: isOfKind('city') },
    {
      id: 'fictional',
      title: t('fictionalKind'),
      holds: ({ unit }: SiteUnit): boolean => isFictionalCode(unit.code),
    },
  ];
  return {
    view: 'sites',
    title: t('title'),
    words,
    model: {
      standing: t('standing', { day: printDay(day) }),
      tables: kinds
        .map(({ id, title, holds }) => ({
          id,
          title,
          rows: sites.filter(holds).map((one) => ({
            name: nameIn(context.language, one.unit),
            code: one.unit.code,
            href: context.link(sitePath(one)),
            published: printCount(one.items.length),
            online: printCount(onlineCount(one)),
          })),
        }))
        .filter(({ rows }) => rows.length > 0),
    },
  };
}

/** Items that can be applied for online, by site: counting those of a whole country takes longer than the rest of the page. */
const counted = new WeakMap<SiteUnit, number>();

function onlineCount(site: SiteUnit): number {
  const count = counted.get(site) ?? site.items.filter(({ depth }) => depth >= ONLINE_DEPTH).length;
  counted.set(site, count);
  return count;
}

const isOfKind =
  (kind: SiteUnit['unit']['kind']) =>
  ({ unit }: SiteUnit): boolean =>
    unit.kind === kind && !isFictionalCode(unit.code);
