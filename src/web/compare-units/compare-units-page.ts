import { unitKinds } from '../../model/reference.ts';
import { periodChoices } from '../../model/time/period-choice.ts';
import { dimensionWords } from '../../wording/result-names.ts';
import type { Page } from '../page.ts';
import { readChoice } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { unpublishedNotice } from '../../jobs/measure/unpublished-notice.ts';
import { besideTables, type BesideTables } from './beside-tables.ts';
import { compareUnitsTexts } from './compare-units-texts.ts';
import { comparedUnits, MOST_PERIODS, MOST_UNITS, type ComparedUnits } from './compared-units.ts';
import { differenceGroups, type DifferenceGroup } from './difference-rows.ts';

interface Option {
  readonly value: string;
  readonly name: string;
  readonly selected: boolean;
}

export interface CompareUnitsModel {
  readonly kinds: readonly { readonly name: string; readonly href: string; readonly current: boolean }[];
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly choices: {
    readonly units: readonly Option[];
    readonly years: readonly Option[];
    readonly parts: readonly Option[];
    readonly details: readonly Option[];
  };
  readonly labels: { readonly units: string; readonly periods: string };
  /** Undefined until a unit is chosen. */
  readonly beside: BesideTables | undefined;
  readonly differences: { readonly title: string; readonly groups: readonly DifferenceGroup[] };
  readonly changes: readonly DifferenceGroup[];
  readonly adjustedNote: string;
  readonly files: { readonly csv: string; readonly json: string };
}

const words = { ...siteTexts, ...dimensionWords, ...compareUnitsTexts };
const details = ['dimensions', 'indicators'] as const;

/** Units and periods side by side; without a unit the form to choose them. */
export async function compareUnitsPage(context: RequestContext): Promise<Page<CompareUnitsModel>> {
  const { language, period, query, site } = context;
  const t = translator(words, language);
  const detail = readChoice(query, 'detail', details, 'dimensions');
  const compared = await comparedUnits(context);
  const { kind, units, periods, differences } = compared;
  const [first] = units;
  const file = {
    units: units.map(({ code }) => code).join(','),
    periods: query.has('periods') ? periods.map((one) => one.period.label).join(',') : undefined,
    kind: first === undefined && kind === 'city' ? kind : undefined,
    detail: detail === 'dimensions' ? undefined : detail,
  };
  return {
    view: 'compare-units',
    title: t('title'),
    words,
    periodFree: query.has('periods'),
    unpublished: unpublishedNotice(
      site,
      periods.map((one) => one.period),
      language,
    ),
    model: {
      kinds: unitKinds.map((one) => ({
        name: t(one),
        href: context.here({ kind: one === 'province' ? undefined : one, units: undefined }),
        current: one === kind,
      })),
      kept: [...context.kept(), ...(kind === 'city' ? [{ name: 'kind', value: kind }] : [])],
      choices: {
        ...choicesOf(context, compared),
        details: details.map((value) => ({ value, name: t(value), selected: value === detail })),
      },
      labels: {
        units: t('chooseUnits', { n: MOST_UNITS }),
        periods: t('choosePeriods', { n: MOST_PERIODS, period: period.label }),
      },
      beside: first && besideTables(context, t, compared, detail === 'indicators'),
      differences: {
        title: first === undefined ? '' : t('differences', { name: nameIn(language, first) }),
        groups: differenceGroups(
          context,
          t,
          units,
          differences.filter(({ a, b }) => a.code !== b.code),
          ({ b }) => [b.period],
        ),
      },
      changes: differenceGroups(
        context,
        t,
        units,
        differences.filter(({ a, b }) => a.code === b.code),
        ({ a, b }) => [a.period, b.period],
      ),
      adjustedNote: t('adjustedNote', { n: differences.filter(({ tested }) => tested !== null).length }),
      files: {
        csv: context.link('/files/compare.csv', file),
        json: context.link('/api/compare.json', file),
      },
    },
  };
}

function choicesOf(
  { language, results }: RequestContext,
  { choice, units, periods }: ComparedUnits,
): Pick<CompareUnitsModel['choices'], 'units' | 'years' | 'parts'> {
  const known = periodChoices(results.months);
  const periodOption = (value: string): Option => ({
    value,
    name: value,
    selected: periods.some(({ period }) => period.label === value),
  });
  // The units that are chosen come first, in the order of the address: the first of them is what the others are compared with.
  const codes = units.map(({ code }) => code);
  const rest = choice.filter(({ code }) => !codes.includes(code));
  return {
    units: [...units, ...rest].map((unit) => ({
      value: unit.code,
      name: nameIn(language, unit),
      selected: codes.includes(unit.code),
    })),
    years: known.years.map(({ label }) => periodOption(label)),
    parts: [...known.quarters, ...known.months].map(periodOption),
  };
}
