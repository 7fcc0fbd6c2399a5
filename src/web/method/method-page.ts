import { bandIds } from '../../model/measurement.ts';
import { unitKinds } from '../../model/reference.ts';
import { printPercent } from '../../wording/print-number.ts';
import type { Page } from '../page.ts';
import { bandRange } from '../shared/band-range.ts';
import { bandSign, type BandSign } from '../shared/band-signs.ts';
import { methodAssumptions, type Assumption } from './method-assumptions.ts';
import { methodTree, type MethodDimension } from './method-tree.ts';
import { readChoice } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';
import { methodTexts } from './method-texts.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator, sourceIn } from '../shared/translator.ts';

export interface MethodModel {
  readonly name: string;
  readonly version: string;
  readonly kinds: readonly { readonly name: string; readonly href: string; readonly current: boolean }[];
  readonly tree: readonly MethodDimension[];
  readonly bands: readonly (BandSign & { readonly range: string })[];
  readonly bandsWhy: { readonly assumption: boolean; readonly source: string; readonly reason: string };
  readonly rules: readonly string[];
  readonly assumptions: readonly Assumption[];
  readonly assumptionsNote: string;
}

const words = { ...siteTexts, ...methodTexts };

export async function methodPage(context: RequestContext): Promise<Page<MethodModel>> {
  const { language, site } = context;
  const t = translator(words, language);
  const kind = readChoice(context.query, 'kind', unitKinds, 'province');
  const method = site.methods[kind];
  const assumptions = methodAssumptions(
    context,
    unitKinds.map((one) => site.methods[one]),
  );
  return {
    view: 'method',
    title: t('title'),
    words,
    periodFree: true,
    model: {
      name: nameIn(language, method),
      version: t('version', { id: method.id, version: method.version }),
      kinds: unitKinds.map((one) => ({
        name: t(one),
        href: context.here({ kind: one === 'province' ? undefined : one }),
        current: one === kind,
      })),
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
        t('ruleRank'),
      ],
      assumptions,
      assumptionsNote: t('assumptionsNote', { n: assumptions.length }),
    },
  };
}
