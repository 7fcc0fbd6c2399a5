import { indicatorsOf } from '../../model/method.ts';
import { dimensionIds, unitKinds } from '../../model/reference.ts';
import { dimensionWords } from '../../wording/result-names.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { explainLink, meanLink } from '../shared/explain-link.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { figuresTexts } from './figures-texts.ts';

interface Link {
  readonly name: string;
  readonly href: string;
}

export interface FiguresModel {
  /** Examples of what can be asked for; empty before there are data. */
  readonly groups: readonly { readonly title: string; readonly links: readonly Link[] }[];
}

const words = { ...siteTexts, ...dimensionWords, ...figuresTexts };

/** Which figures can be explained, with examples of each sort. */
export async function figuresPage(context: RequestContext): Promise<Page<FiguresModel>> {
  const { language, period, results, site } = context;
  const t = translator(words, language);
  const { units } = await results.measurement(period);
  const unit = units.find(({ rank }) => rank !== null) ?? units[0];
  const figure = (id: string, name: string): Link[] =>
    unit === undefined ? [] : [{ name, href: explainLink(context, unit.code, id) }];
  const mean = (id: Parameters<typeof meanLink>[2]): Link[] =>
    unitKinds
      .filter((kind) => units.some((one) => one.kind === kind))
      .map((kind) => ({
        name: t('meanOf', { figure: t(id), kind: t(`${kind}Kind`) }),
        href: meanLink(context, kind, id),
      }));
  const name = unit === undefined ? '' : nameIn(language, unit);
  const groups = [
    {
      title: t('standing', { name }),
      links: [...figure('rank', t('rank')), ...figure('band', t('band')), ...figure('overall', t('overall'))],
    },
    { title: t('dimensions', { name }), links: dimensionIds.flatMap((id) => figure(id, t(id))) },
    {
      title: t('indicators', { name }),
      links: unit
        ? indicatorsOf(site.methods[unit.kind]).flatMap((one) => figure(one.id, nameIn(language, one)))
        : [],
    },
    { title: t('means'), links: (['overall', ...dimensionIds] as const).flatMap(mean) },
  ];
  return {
    view: 'figures',
    title: t('title'),
    words,
    model: { groups: groups.filter(({ links }) => links.length > 0) },
  };
}
