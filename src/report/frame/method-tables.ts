import type { Language } from '../../model/language.ts';
import { bandIds } from '../../model/measurement.ts';
import { bases, basisShares, indicatorsOf, type Method } from '../../model/method.ts';
import { unitKinds, type UnitKind } from '../../model/reference.ts';
import { levelRange } from '../level-range.ts';
import { notYetAssessed } from '../../wording/not-yet-assessed.ts';
import { printPercent } from '../../wording/print-number.ts';
import { bandNames } from '../../wording/result-names.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { absent } from '../absent.ts';
import { rankedUnits } from '../ranked-units.ts';
import type { ReportFacts } from '../report-facts.ts';
import type { ReportBlock, ReportTable } from '../report.ts';
import { countOfUnits, listOf, unitsOfKind } from '../sentences.ts';
import { basisTexts } from './basis-texts.ts';
import { methodTableTexts } from './method-table-texts.ts';
import { processTexts } from './process-texts.ts';

/** The kinds of units that a method assesses in the period of a report. */
export const assessedKinds = ({ knowledge, period }: ReportFacts): readonly UnitKind[] =>
  unitKinds.filter((kind) => kind !== notYetAssessed(knowledge.methods, period)?.kind);

/** The main points of the method: table 1-1. */
export function pointsTable(facts: ReportFacts, language: Language): ReportTable {
  const say = translator(methodTableTexts, language);
  const { methods } = facts.knowledge;
  const kinds = assessedKinds(facts);
  const [kind = 'province'] = kinds;
  const method = methods[kind];
  const objects = kinds.flatMap((one) => {
    const n = rankedUnits(facts.measurement, one).length;
    return n === 0 ? [] : [countOfUnits(n, one, language)];
  });
  const eachKind = (write: (one: Method, kind: string) => string): string =>
    kinds.map((one) => write(methods[one], unitsOfKind(one, language))).join(say('kindEnd'));
  const rows = [
    ['objects', objects.length === 0 ? say('noObjects') : listOf(objects, language)],
    ['principle', say('principleText')],
    [
      'system',
      eachKind((one, name) =>
        say('systemText', {
          kind: name,
          first: one.dimensions.length,
          second: one.dimensions.flatMap(({ groups }) => groups).length,
          third: indicatorsOf(one).length,
        }),
      ),
    ],
    ['data', eachKind((one, name) => say('dataText', { kind: name, parts: dataShares(one, language) }))],
    [
      'weights',
      method.dimensions
        .map((one) => `${nameIn(language, one)} ${printPercent(one.weight)}`)
        .join(say('comma')) + say('assumed'),
    ],
    ['scoring', say('scoringText')],
    ['missing', say('missingText', { share: printPercent(method.availability) })],
    [
      'levels',
      bandIds
        .map((band) =>
          say('levelPart', {
            band: bandNames[band][language],
            range: levelRange(method.bands, band, language),
          }),
        )
        .join(say('kindEnd')),
    ],
    ['ranks', say('ranksText')],
    ['sureness', say('surenessText')],
  ] as const;
  return {
    kind: 'table',
    id: 'table-1-1',
    number: '1-1',
    title: say('points'),
    columns: [
      { name: say('point'), numeric: false },
      { name: say('rule'), numeric: false },
    ],
    rows: rows.map(([point, rule]) => [say(point), rule]),
    notes: [translator(processTexts, language)('ourContent')],
    how: say('pointsHow'),
  };
}

function dataShares(method: Method, language: Language): string {
  const shares = basisShares(method);
  return bases
    .filter((basis) => shares[basis] > 0)
    .map((basis) => `${basisTexts[basis].name[language]} ${printPercent(shares[basis])}`)
    .join(translator(methodTableTexts, language)('comma'));
}

/** Which data feed which indicators: tables 1-2 and 1-3. */
export function sourcesTable(facts: ReportFacts, kind: UnitKind, language: Language): ReportBlock {
  const say = translator(methodTableTexts, language);
  const { methods } = facts.knowledge;
  const number = kind === 'province' ? '1-2' : '1-3';
  const unassessed = notYetAssessed(methods, facts.period);
  if (unassessed?.kind === kind)
    return absent(language, 'table', {
      number,
      title: say(`${kind}SourcesPlain`),
      reason: unassessed.reason[language],
    });
  const method = methods[kind];
  const shares = basisShares(method);
  const used = bases.filter((basis) => shares[basis] > 0);
  return {
    kind: 'table',
    id: `table-${number}`,
    number,
    title: say(`${kind}Sources`),
    columns: [
      { name: say('collection'), numeric: false },
      { name: say('count'), numeric: true },
      { name: say('weight'), numeric: true },
      { name: say('indicators'), numeric: false },
    ],
    rows: used.map((basis) => {
      const fed = indicatorsOf(method).filter((indicator) => indicator.basis === basis);
      return [
        basisTexts[basis].name[language],
        { value: fed.length, print: 'count' },
        { value: shares[basis], print: 'share' },
        fed.map((indicator) => nameIn(language, indicator)).join(say('comma')),
      ];
    }),
    notes: [
      ...used.map((basis) =>
        say('holds', { name: basisTexts[basis].name[language], holds: basisTexts[basis].holds[language] }),
      ),
      translator(processTexts, language)('ourContent'),
    ],
    how: say('sourcesHow'),
  };
}
