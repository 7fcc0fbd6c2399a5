import { attainedValues, meanGains, type MeanGain } from '../../measure/losses/gains.ts';
import type { Language } from '../../model/language.ts';
import type { Indicator, Method } from '../../model/method.ts';
import { unitKinds, type UnitKind } from '../../model/reference.ts';
import { printValue } from '../../wording/indicator-value.ts';
import { printDifference, printScore } from '../../wording/print-number.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import type { ReportFacts } from '../report-facts.ts';
import type { ReportBlock, ReportChapter, ReportNumber } from '../report.ts';
import { rankedUnits } from '../ranked-units.ts';
import { suggestionTexts } from './suggestion-texts.ts';

/** Gains that are said in a sentence, and those that are listed. */
const SENTENCES = 5;
const ROWS = 15;

/** Suggestions (发展建议) as what can be computed: if an indicator came up to a value, by how much the index would change. */
export function suggestionChapters(facts: ReportFacts, language: Language): ReportChapter[] {
  const say = translator(suggestionTexts, language);
  const sections = unitKinds.flatMap((kind) => {
    const blocks = suggestionBlocks(facts, language, kind);
    return blocks.length === 0 ? [] : [{ id: `suggestions-${kind}`, title: say(kind), blocks }];
  });
  if (sections.length === 0) return [];
  return [
    { id: 'suggestions', title: say('chapter'), blocks: [{ kind: 'note', text: say('rule') }], sections },
  ];
}

function suggestionBlocks(facts: ReportFacts, language: Language, kind: UnitKind): ReportBlock[] {
  const say = translator(suggestionTexts, language);
  const method = facts.knowledge.methods[kind];
  const units = rankedUnits(facts.measurement, kind);
  const mean = facts.measurement.means[kind].overall;
  const gains = meanGains(method, units, attainedValues(method, units));
  if (mean === null || gains.length === 0) return [];
  const sentence = ({ indicator, target, behind, points }: MeanGain): string =>
    say('oneIf', {
      behind,
      kind: say(kind),
      name: nameIn(language, indicator),
      target: printValue(indicator.goalposts, target, ''),
      mean: printScore(mean, ''),
      raised: printScore(mean + points, ''),
      points: printDifference(points, ''),
    });
  return [
    { kind: 'list', items: gains.slice(0, SENTENCES).map(sentence) },
    {
      kind: 'table',
      id: `suggestions-${kind}`,
      number: '',
      title: say('tableTitle', { kind: say(kind) }),
      columns: [
        { name: say('indicator'), numeric: false },
        { name: say('dimension'), numeric: false },
        { name: say('target'), numeric: true },
        { name: say('behind'), numeric: true },
        { name: say('points'), numeric: true },
      ],
      rows: gains
        .slice(0, ROWS)
        .map(({ indicator, target, behind, points }) => [
          nameIn(language, indicator),
          dimensionName(method, indicator, language),
          indicatorNumber(indicator, target),
          { value: behind, print: 'count' },
          { value: points, print: 'difference' },
        ]),
      notes: [],
      how: say('how'),
    },
  ];
}

function dimensionName({ dimensions }: Method, indicator: Indicator, language: Language): string {
  const dimension = dimensions.find(({ groups }) =>
    groups.some(({ indicators }) => indicators.includes(indicator)),
  );
  return dimension === undefined ? '' : nameIn(language, dimension);
}

/** A value of an indicator as a number of a table: shares up to 1, anything above is a mean. */
const indicatorNumber = ({ goalposts }: Indicator, value: number): ReportNumber => ({
  value,
  print: Math.max(...goalposts) > 1 ? 'mean' : 'share',
});
