import type { Language } from '../../model/language.ts';
import { bandIds } from '../../model/measurement.ts';
import { unitKinds } from '../../model/reference.ts';
import { bandNames } from '../../wording/result-names.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { rankedUnits } from '../ranked-units.ts';
import type { ReportFacts } from '../report-facts.ts';
import type { ReportBlock, ReportChapter } from '../report.ts';
import { areUnpublished } from '../unpublished.ts';
import { regionMeans, regionName, regionsCompared } from './region-means.ts';
import { regionTexts } from './region-texts.ts';
import { regionYears, unitYears } from './unit-years.ts';

/** Figures of the report before those of single regions. */
const BEFORE_REGIONS = 4;

/** Regions compared, units over the years, each region over the years: figures 3-1 to 3-11. */
export function regionsChapter(facts: ReportFacts, language: Language): ReportChapter {
  const say = translator(regionTexts, language);
  return {
    id: 'regions',
    title: say('chapter'),
    blocks: [],
    sections: [
      {
        id: 'regions-all',
        title: say('overview'),
        blocks: [regionMeans(facts, language), regionsCompared(facts, language)],
      },
      {
        id: 'regions-years',
        title: say('years'),
        blocks: unitKinds.map((kind) => unitYears(facts, kind, language)),
      },
      { id: 'regions-single', title: say('single'), blocks: singleRegions(facts, language) },
    ],
  };
}

/** Where the figures stand one click further, levels stand before them. */
function singleRegions(facts: ReportFacts, language: Language): ReportBlock[] {
  const say = translator(regionTexts, language);
  const assessed = assessedRegions(facts);
  if (!assessed.some((id) => facts.measurement.units.some(({ region }) => region === id)))
    return [{ kind: 'note', text: say('noRegions') }];
  const levels: ReportBlock[] = areUnpublished(facts, facts.years)
    ? [
        {
          kind: 'list',
          items: assessed.flatMap((id) => levelsOf(facts, id, language)),
        },
      ]
    : [];
  return [
    ...levels,
    ...assessed.flatMap((id, i) => regionYears(facts, id, `3-${String(BEFORE_REGIONS + 1 + i)}`, language)),
  ];
}

/** The seven regions of the report, in its order: those of no fictional unit. */
function assessedRegions({ knowledge }: ReportFacts): readonly string[] {
  const { regions, units } = knowledge.reference;
  const real = new Set(units.filter(({ fictional }) => !fictional).map(({ region }) => region));
  return regions.map(({ id }) => id).filter((id) => real.has(id));
}

/** The units of a region by level, in a line. */
function levelsOf(facts: ReportFacts, region: string, language: Language): string[] {
  const say = translator(regionTexts, language);
  const units = unitKinds
    .flatMap((kind) => rankedUnits(facts.measurement, kind))
    .filter((unit) => unit.region === region);
  const parts = bandIds.flatMap((band) => {
    const names = units.filter((unit) => unit.band === band).map((unit) => nameIn(language, unit));
    return names.length === 0
      ? []
      : [say('levelPart', { band: bandNames[band][language], names: names.join(say('comma')) })];
  });
  return parts.length === 0
    ? []
    : [say('levelsOf', { region: regionName(facts, region, language), parts: parts.join(say('partEnd')) })];
}
