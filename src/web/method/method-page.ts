import { bandIds } from '../../model/measurement.ts';
import { unitKinds } from '../../model/reference.ts';
import { printPercent } from '../../wording/print-number.ts';
import type { Page } from '../page.ts';
import { bandRange } from '../shared/band-range.ts';
import { bandSign, type BandSign } from '../shared/band-signs.ts';
import { methodAssumptions, type Assumption } from './method-assumptions.ts';
import { methodTree, type MethodDimension } from './method-tree.ts';
import { readChoice } from '../request-query.ts';
import type { Visit } from '../request-context.ts';
import { methodWords } from './method-texts.ts';
import { siteWords } from '../shared/site-texts.ts';
import { nameIn, speaker, sourceIn } from '../shared/translator.ts';

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

const words = { ...siteWords, ...methodWords };

export async function methodPage(visit: Visit): Promise<Page<MethodModel>> {
  const { language, site } = visit;
  const t = speaker(words, language);
  const kind = readChoice(visit.query, 'kind', unitKinds, 'province');
  const method = site.methods[kind];
  const assumptions = methodAssumptions(
    visit,
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
        href: visit.here({ kind: one === 'province' ? undefined : one }),
        current: one === kind,
      })),
      tree: await methodTree(visit, method),
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
