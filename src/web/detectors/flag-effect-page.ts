import type { Answered } from '../../jobs/answers/questions.ts';
import { unitKinds } from '../../model/reference.ts';
import { leadsNotice } from '../../wording/leads-notice.ts';
import { printCount, printFixed } from '../../wording/print-number.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { laboratoryLinks, laboratoryWords } from '../laboratory/laboratory-head.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { detectorsTexts } from './detectors-texts.ts';
import { flagEffectTexts } from './flag-effect-texts.ts';
import { NOT_KNOWN_CELL } from './score-cells.ts';

type UnitEffect = NonNullable<Answered['flagEffects']>[number];

export interface EffectModel {
  readonly laboratory: ReturnType<typeof laboratoryLinks>;
  readonly notice: string;
  readonly remarks: readonly string[];
  readonly sums: string;
  readonly tables: readonly {
    readonly kind: string;
    readonly caption: string;
    readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
  }[];
  readonly detectorsHref: string;
}

const words = { ...laboratoryWords, ...detectorsTexts, ...flagEffectTexts };

/** Results of a period with all ratings and without the flagged ones, unit by unit. */
export async function flagEffectPage(context: RequestContext): Promise<Page<EffectModel>> {
  const { language, period, results, site } = context;
  const t = translator(words, language);
  const { onlyFictional } = await results.ask('detection', null);
  const units = await results.ask('flagEffects', { period, edition: site.methods.edition });
  const shown = units ?? [];
  // The records of a key city are among those of its province: each is counted once.
  const counted = (of: (unit: UnitEffect) => number): number => countedOnce(context, shown, of);
  return {
    view: 'flag-effect',
    title: t('effectTitle'),
    words,
    model: {
      laboratory: laboratoryLinks(context),
      notice: leadsNotice[language],
      remarks: [
        ...(onlyFictional ? [t('onlyFictional')] : []),
        ...(units === null ? [t('kept')] : shown.length === 0 ? [t('noUnits')] : []),
      ],
      sums: t('sums', {
        ratings: printCount(counted(({ ratings }) => ratings)),
        flagged: printCount(counted(({ flagged }) => flagged)),
        units: printCount(shown.filter(({ flagged }) => flagged > 0).length),
      }),
      tables: unitKinds
        .map((kind) => ({
          kind,
          caption: t(`${kind}Kind`),
          rows: shown
            .filter((unit) => unit.kind === kind)
            .map((unit) => ({ name: nameIn(language, unit), cells: effectCells(unit) })),
        }))
        .filter(({ rows }) => rows.length > 0),
      detectorsHref: context.link('/laboratory/detectors'),
    },
  };
}

function countedOnce(
  { site }: RequestContext,
  units: readonly UnitEffect[],
  of: (unit: UnitEffect) => number,
): number {
  const codes = new Set(units.map(({ code }) => code));
  const isWithin = (code: string): boolean => {
    const { province } = site.reference.units.find((one) => one.code === code) ?? {};
    return province !== undefined && province !== null && codes.has(province);
  };
  return units.reduce((sum, unit) => sum + (isWithin(unit.code) ? 0 : of(unit)), 0);
}

function effectCells(unit: UnitEffect): string[] {
  const { score, scoreWithout, rank, rankWithout, goodRate, meanScore } = unit;
  return [
    ...[printCount(unit.ratings), printCount(unit.flagged)],
    ...[plain(score, 2), plain(scoreWithout, 2), changeOf(score, scoreWithout, 2)],
    ...[plain(rank, 0), plain(rankWithout, 0), changeOf(rank, rankWithout, 0)],
    ...[inPercent(goodRate.all), inPercent(goodRate.without)],
    changeOf(times100(goodRate.all), times100(goodRate.without), 2),
    ...[plain(meanScore.all, 4), plain(meanScore.without, 4), changeOf(meanScore.all, meanScore.without, 4)],
  ];
}

const plain = (value: number | null, decimals: number): string =>
  value === null ? NOT_KNOWN_CELL : printFixed(value, decimals);

const times100 = (share: number | null): number | null => (share === null ? null : 100 * share);

const inPercent = (share: number | null): string =>
  share === null ? NOT_KNOWN_CELL : `${printFixed(100 * share, 2)}%`;

/** What leaving out adds, with its sign. */
function changeOf(all: number | null, without: number | null, decimals: number): string {
  if (all === null || without === null) return NOT_KNOWN_CELL;
  const printed = printFixed(without - all, decimals);
  return without > all && /[1-9]/.test(printed) ? `+${printed}` : printed;
}
