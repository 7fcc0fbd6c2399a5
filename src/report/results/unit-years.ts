import { roundAxis } from '../../charts/axis.ts';
import { levelGrid } from '../../charts/level-grid.ts';
import { yearLines } from '../../charts/year-lines.ts';
import type { Language } from '../../model/language.ts';
import type { Measurement, UnitResult } from '../../model/measurement.ts';
import { unitKinds, type UnitKind } from '../../model/reference.ts';
import { printFixed, printScore } from '../../wording/print-number.ts';
import { bandNames } from '../../wording/result-names.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { absent } from '../absent.ts';
import { noUnitsReason } from '../no-units.ts';
import { rankedUnits } from '../ranked-units.ts';
import { reportCaption } from '../report-caption.ts';
import type { ReportFacts } from '../report-facts.ts';
import type { ReportBlock, ReportCell } from '../report.ts';
import { yearNamed } from '../sentences.ts';
import { areUnpublished, furtherWhere } from '../unpublished.ts';
import { regionName } from './region-means.ts';
import { regionTexts } from './region-texts.ts';

/** The years in which a kind of units has results. */
export const yearsOf = (years: readonly Measurement[], kind: UnitKind): readonly Measurement[] =>
  years.filter((year) => rankedUnits(year, kind).length > 0);

/** The result of a unit in another year. */
export const inYear = (year: Measurement, { code }: Pick<UnitResult, 'code'>): UnitResult | undefined =>
  year.units.find((unit) => unit.code === code);

/** Levels and indexes of all units of a kind, year by year: figures 3-3 and 3-4. Where one of the years is unpublished they show levels alone. */
export function unitYears(facts: ReportFacts, kind: UnitKind, language: Language): ReportBlock {
  const say = translator(regionTexts, language);
  const number = kind === 'province' ? '3-3' : '3-4';
  const [id, title] = [`figure-${number}`, say(`${kind}Years`)];
  const reason = noUnitsReason(facts, kind, language);
  if (reason !== undefined)
    return absent(language, 'figure', { number, title: say(`${kind}YearsPlain`), reason });
  const years = yearsOf(facts.years, kind);
  const isOfLevels = areUnpublished(facts, years);
  const bandOf = (result: UnitResult | undefined): string =>
    result?.band ? bandNames[result.band][language] : '—';
  const rows = rankedUnits(facts.measurement, kind).map((unit) => ({
    name: nameIn(language, unit),
    results: years.map((year) => ({ year, result: inYear(year, unit) })),
  }));
  const svg = levelGrid(
    reportCaption(language, { id, title, desc: say(isOfLevels ? 'levelYearsDesc' : 'yearsDesc') }),
    years.map(({ period }) => period),
    rows.map(({ name, results }) => ({
      name,
      cells: results.map(({ year, result }) => {
        const [band, score] = [bandOf(result), printScore(result?.overall?.score ?? null, '—')];
        const value = isOfLevels || !result?.band ? band : say('cellScore', { score, band });
        return {
          printed: isOfLevels ? band : score,
          className: `band-${result?.band ?? 'none'}`,
          title: say('cell', { unit: name, year: year.period, value }),
        };
      }),
    })),
  );
  return {
    kind: 'figure',
    id,
    number,
    title,
    svg,
    table: {
      columns: [
        { name: say('unit'), numeric: false },
        ...years.map(({ period }) => ({ name: period, numeric: !isOfLevels })),
      ],
      rows: rows.map(({ name, results }) => [
        name,
        ...results.map(({ result }): ReportCell =>
          isOfLevels ? bandOf(result) : { value: result?.overall?.score ?? null, print: 'score' },
        ),
      ]),
    },
    notes: yearNotes(facts, kind, language),
    how: say('yearsHow'),
  };
}

/** That there is one year alone, or that a kind is assessed from a later year on. */
export function yearNotes(facts: ReportFacts, kind: UnitKind, language: Language): string[] {
  const say = translator(regionTexts, language);
  const years = yearsOf(facts.years, kind);
  const since = facts.knowledge.methods[kind].since?.year;
  const unassessed = since !== undefined && facts.years.some(({ period }) => Number(period) < since);
  return [
    ...(years.length === 1 ? [say('oneYear', { year: yearNamed(years[0]?.period ?? '', language) })] : []),
    ...(unassessed && kind === 'city' ? [say('unassessedYears', { since })] : []),
  ];
}

/** The units of a region over the years: figures 3-5 to 3-11. */
export function regionYears(
  facts: ReportFacts,
  region: string,
  number: string,
  language: Language,
): ReportBlock[] {
  const say = translator(regionTexts, language);
  const name = regionName(facts, region, language);
  const [id, title] = [`figure-${number}`, say('regionYears', { region: name })];
  const { measurement, years, period } = facts;
  const units = unitKinds.flatMap((kind) =>
    rankedUnits(measurement, kind).filter((unit) => unit.region === region),
  );
  if (units.length === 0)
    return [
      absent(language, 'figure', {
        number,
        title: say('regionYearsPlain', { region: name }),
        reason: say('noRegion'),
      }),
    ];
  const rows = units.map((unit) => ({
    unit,
    name: nameIn(language, unit),
    values: years.map((year) => inYear(year, unit)?.overall?.score ?? null),
    reference: years.map((year) => year.means[unit.kind].overall),
  }));
  const { notes, isFurther } = furtherWhere(facts, years, language);
  const axis = roundAxis(
    rows.flatMap(({ values, reference }) => [...values, ...reference]).filter((value) => value !== null),
    4,
    [0, 100],
  );
  const svg = yearLines(
    reportCaption(language, {
      id,
      title,
      desc: say('regionDesc', { year: yearNamed(period.label, language) }),
    }),
    axis,
    years.map((year) => year.period),
    rows.map((row) => ({ ...row, printed: printScore(row.values.at(-1) ?? null, say('noData')) })),
  );
  const figure: ReportBlock = {
    kind: 'figure',
    id,
    number,
    title,
    svg,
    table: {
      columns: [
        { name: say('unit'), numeric: false },
        ...years.map((year) => ({ name: year.period, numeric: true })),
      ],
      rows: rows.map((row) => [
        row.name,
        ...row.values.map((value): ReportCell => ({ value, print: 'score' })),
      ]),
    },
    notes: [...new Set(unitKinds.flatMap((kind) => yearNotes(facts, kind, language))), ...notes],
    how: say('regionHow', { from: printFixed(axis.from, 0), to: printFixed(axis.to, 0) }),
    isFurther,
  };
  return [figure];
}
