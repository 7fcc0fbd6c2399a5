import type { Language } from '../../model/language.ts';
import { bandIds } from '../../model/measurement.ts';
import { unitKinds, type UnitKind } from '../../model/reference.ts';
import { levelRange } from '../level-range.ts';
import { shareOf } from '../../wording/print-number.ts';
import { bandNames } from '../../wording/result-names.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { absent } from '../absent.ts';
import { noUnitsReason } from '../no-units.ts';
import { rankedUnits } from '../ranked-units.ts';
import type { ReportFacts } from '../report-facts.ts';
import type { ReportBlock, ReportChapter } from '../report.ts';
import { leadingUnits } from './leading-units.ts';
import { levelTexts } from './level-texts.ts';

/** How many units stand on each level, and which (tables 2-1, 2-2); who leads in each indicator (tables 2-3, 2-4). */
export function levelsChapter(facts: ReportFacts, language: Language): ReportChapter {
  const say = translator(levelTexts, language);
  return {
    id: 'levels',
    title: say('chapter'),
    blocks: [
      ...unitKinds.map((kind) => levelTable(facts, kind, language)),
      ...unitKinds.map((kind) => leadingTable(facts, kind, language)),
    ],
    sections: [],
  };
}

function levelTable(facts: ReportFacts, kind: UnitKind, language: Language): ReportBlock {
  const say = translator(levelTexts, language);
  const number = kind === 'province' ? '2-1' : '2-2';
  const units = rankedUnits(facts.measurement, kind);
  const reason = noUnitsReason(facts, kind, language);
  if (reason !== undefined)
    return absent(language, 'table', { number, title: say(`${kind}LevelsPlain`), reason });
  const assessed = units.filter(({ band }) => band !== null).length;
  const namesOf = (some: typeof units): string =>
    some.map((unit) => nameIn(language, unit)).join(say('comma'));
  const unscored = units.filter(({ band }) => band === null);
  return {
    kind: 'table',
    id: `table-${number}`,
    number,
    title: say(`${kind}Levels`),
    columns: [
      { name: say('level'), numeric: false },
      { name: say('range'), numeric: false },
      { name: say('units'), numeric: true },
      { name: say('share'), numeric: true },
      { name: say('names'), numeric: false },
    ],
    rows: bandIds.map((band) => {
      const onLevel = units.filter((unit) => unit.band === band);
      return [
        bandNames[band][language],
        levelRange(facts.knowledge.methods[kind].bands, band, language),
        { value: onLevel.length, print: 'count' },
        { value: shareOf(onLevel.length, assessed), print: 'share' },
        onLevel.length === 0 ? '—' : namesOf(onLevel),
      ];
    }),
    notes: [say('order'), ...(unscored.length === 0 ? [] : [say('unscored', { names: namesOf(unscored) })])],
    how: say('levelsHow'),
  };
}

function leadingTable(facts: ReportFacts, kind: UnitKind, language: Language): ReportBlock {
  const say = translator(levelTexts, language);
  const number = kind === 'province' ? '2-3' : '2-4';
  const units = rankedUnits(facts.measurement, kind);
  const reason = noUnitsReason(facts, kind, language);
  if (reason !== undefined)
    return absent(language, 'table', { number, title: say(`${kind}LeadingPlain`), reason });
  return {
    kind: 'table',
    id: `table-${number}`,
    number,
    title: say(`${kind}Leading`),
    columns: [
      { name: say('indicator'), numeric: false },
      { name: say('units'), numeric: true },
      { name: say('leaders'), numeric: false },
    ],
    rows: facts.knowledge.methods[kind].dimensions.map((dimension) => {
      const leading = leadingUnits(units, dimension.id);
      const named = 'units' in leading ? leading.units : [];
      return [
        nameIn(language, dimension),
        { value: named.length, print: 'count' },
        'none' in leading
          ? say(leading.none)
          : named.map((unit) => nameIn(language, unit)).join(say('comma')),
      ];
    }),
    notes: [say('leadersOrder')],
    how: say('leadingHow'),
  };
}
