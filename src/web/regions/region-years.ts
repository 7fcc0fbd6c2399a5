import type { Measurement } from '../../model/measurement.ts';
import { unitKinds } from '../../model/reference.ts';
import { parsePeriod } from '../../model/time/period.ts';
import { periodChoices } from '../../model/time/period-choice.ts';
import { printScore } from '../../wording/print-number.ts';
import { bandNames } from '../../wording/result-names.ts';
import type { RequestContext } from '../request-context.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { shownScores, type ShownScores } from '../shared/shown-scores.ts';
import type { RegionPlace } from './region-place.ts';
import { regionPageTexts } from './region-texts.ts';

/** A region over the years that have data, the earliest first. */
export interface RegionYears {
  readonly years: readonly { readonly name: string; readonly href: string }[];
  /** Of all years together: one that is unpublished is enough for levels alone. */
  readonly shown: ShownScores;
  readonly note: string;
  readonly rows: readonly {
    readonly name: string;
    readonly href: string | undefined;
    readonly cells: readonly string[];
  }[];
}

/** As many as fit beside one another. */
const MOST_YEARS = 6;
const NONE = '—';

/** Undefined where no more than one year has data. */
export async function regionYearCharts(
  context: RequestContext,
  place: RegionPlace,
): Promise<RegionYears | undefined> {
  const { language, results } = context;
  const t = translator({ ...siteTexts, ...regionPageTexts }, language);
  const years = periodChoices(results.months).years.slice(0, MOST_YEARS).reverse();
  if (years.length < 2) return undefined;
  const periods = years.map(({ label }) => parsePeriod(label));
  const shown = shownScores(context, periods, 'years-heading');
  const measured: Measurement[] = [];
  for (const period of periods) measured.push(await results.measurement(period));
  const regionIn = ({ regions }: Measurement) => regions.find(({ id }) => id === place.id);
  return {
    shown,
    note: t(shown.withScores ? 'yearsNote' : 'levelYearsNote'),
    years: years.map(({ label, months }) => ({
      name: months === 12 ? label : t('partYear', { period: label, n: months }),
      href: context.here({ period: label }),
    })),
    rows: unitKinds.flatMap((kind) => [
      {
        name: t('meanOfAll', { kind: t(`${kind}Kind`) }),
        href: undefined,
        cells: measured.map(({ means }) => printScore(means[kind].overall, NONE)),
      },
      {
        name: `${place.name} · ${t('mean', { kind: t(`${kind}Kind`) })}`,
        href: undefined,
        cells: measured.map((one) => printScore(regionIn(one)?.[kind].overall ?? null, NONE)),
      },
      ...place.units
        .filter((unit) => unit.kind === kind)
        .map((unit) => ({
          name: nameIn(language, unit),
          href: context.link(`/units/${unit.code}`),
          cells: measured.map(({ units }) => {
            const then = units.find(({ code }) => code === unit.code);
            if (then === undefined || then.overall === null) return NONE;
            if (!shown.withScores) return then.band === null ? NONE : bandNames[then.band][language];
            const score = printScore(then.overall.score, NONE);
            return then.rank === null ? score : `${score} (${String(then.rank)})`;
          }),
        })),
    ]),
  };
}
