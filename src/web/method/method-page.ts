import { bases, basisShares, indicatorsOf, type Method } from '../../model/method.ts';
import { bandIds } from '../../model/measurement.ts';
import { unitKinds } from '../../model/reference.ts';
import { printPercent } from '../../wording/print-number.ts';
import type { Page } from '../page.ts';
import { bandRange } from '../../wording/band-range.ts';
import { bandSign, type BandSign } from '../shared/band-signs.ts';
import { methodAssumptions, type MethodAssumption } from '../../report/appendix/method-assumptions.ts';
import { methodTree, type MethodDimension } from './method-tree.ts';
import { readChoice } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';
import { ratingEffectView, type RatingEffectView } from './rating-effect-view.ts';
import { methodTexts } from './method-texts.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator, sourceIn, type Translate } from '../../wording/translator.ts';

export interface MethodModel {
  readonly name: string;
  readonly version: string;
  readonly validationHref: string;
  readonly weightingHref: string;
  readonly kinds: readonly { readonly name: string; readonly href: string; readonly current: boolean }[];
  readonly links: readonly { readonly name: string; readonly href: string }[];
  readonly tree: readonly MethodDimension[];
  readonly bands: readonly (BandSign & { readonly range: string })[];
  readonly bandsWhy: { readonly assumption: boolean; readonly source: string; readonly reason: string };
  readonly rules: readonly string[];
  readonly assumptions: readonly MethodAssumption[];
  readonly assumptionsNote: string;
  readonly editions: readonly { readonly name: string; readonly href: string; readonly current: boolean }[];
  readonly shares: readonly { readonly name: string; readonly share: string }[];
  readonly leftOut: readonly { readonly name: string; readonly reason: string }[];
  readonly effect: RatingEffectView;
  /** Fields of the address that the form of the effect passes on. */
  readonly kept: readonly { readonly name: string; readonly value: string }[];
}

/** The share of each basis, the handling of bad ratings together with the ratings first. */
function sharesOf(method: Method, t: Translate): MethodModel['shares'] {
  const shares = basisShares(method);
  return [
    { name: t('ratingsAndHandling'), share: printPercent(shares.ratings + shares.handling) },
    ...bases.map((basis) => ({ name: t(`${basis}Basis`), share: printPercent(shares[basis]) })),
  ];
}

const words = { ...siteTexts, ...methodTexts };

export async function methodPage(context: RequestContext): Promise<Page<MethodModel>> {
  const { language, site } = context;
  const t = translator(words, language);
  const kind = readChoice(context.query, 'kind', unitKinds, 'province');
  const method = site.methods[kind];
  const kindOf = { kind: kind === 'province' ? undefined : kind };
  const assumptions = methodAssumptions(
    unitKinds.map((one) => site.methods[one]),
    language,
  );
  return {
    view: 'method',
    title: t('title'),
    words,
    model: {
      name: nameIn(language, method),
      version: t('version', { id: method.id, version: method.version }),
      validationHref: context.link('/validation'),
      weightingHref: context.link('/weighting'),
      kinds: unitKinds.map((one) => ({
        name: t(one),
        href: context.here({ kind: one === 'province' ? undefined : one }),
        current: one === kind,
      })),
      links: [
        { name: t('otherChoices'), href: context.link('/choices', kindOf) },
        { name: t('ownMethod'), href: context.link('/method/own') },
        { name: t('methodFile'), href: context.link('/api/method.json', kindOf) },
      ],
      tree: await methodTree(context, method),
      bands: bandIds.map((band) => ({
        ...bandSign(band, language),
        range: bandRange(t, method.bands, band),
      })),
      bandsWhy: {
        assumption: method.bands.assumption,
        source: sourceIn(language, method.bands),
        reason: language === 'zh' ? method.bands.reason : method.bands.reasonEn,
      },
      rules: [
        t('ruleNormalise'),
        t('ruleMinimum'),
        t('ruleAvailability', { share: printPercent(method.availability) }),
        ...indicatorsOf(method)
          .flatMap(({ ratingsPerItem }) => ratingsPerItem ?? [])
          .slice(0, 1)
          .map((n) => t('ruleRarefy', { n })),
        t('ruleRank'),
        t('ruleFlagged'),
      ],
      assumptions,
      assumptionsNote: t('assumptionsNote', { n: assumptions.length }),
      editions: site.editions.map(({ edition }, i) => ({
        name: edition,
        href: context.here({ method: i === 0 ? undefined : edition }),
        current: edition === site.methods.edition,
      })),
      shares: sharesOf(method, t),
      leftOut: method.leftOut.map((part) => ({
        name: nameIn(language, part),
        reason: language === 'zh' ? part.reason : part.reasonEn,
      })),
      effect: await ratingEffectView(context, kind),
      kept: context.kept('kind'),
    },
  };
}
