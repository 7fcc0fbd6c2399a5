import { leadingRanks, leadingGroup } from '../../measure/change/leading-group.ts';
import { meanValues } from '../../measure/losses/gains.ts';
import { weighedIndicators } from '../../measure/losses/losses.ts';
import { normalise } from '../../measure/normalise.ts';
import type { Language } from '../../model/language.ts';
import type { UnitResult } from '../../model/measurement.ts';
import { dimensionIds, unitKinds } from '../../model/reference.ts';
import { printValue } from '../../wording/indicator-value.ts';
import { listOf } from '../sentences.ts';
import { printFixed } from '../../wording/print-number.ts';
import { bandNames } from '../../wording/result-names.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import type { ReportFacts } from '../report-facts.ts';
import type { ReportBlock, ReportChapter } from '../report.ts';
import { rankedUnits } from '../ranked-units.ts';
import { leadingTexts } from './leading-texts.ts';

/** Third-level indicators that are named of a unit. */
const INDICATORS = 5;

/** Units that lead (典型示范), by a rule that is printed, each with what puts it ahead. */
export function leadingChapter(facts: ReportFacts, language: Language): ReportChapter {
  const say = translator(leadingTexts, language);
  const kinds = unitKinds.flatMap((kind) => {
    const units = rankedUnits(facts.measurement, kind);
    return units.length === 0 ? [] : [{ kind, units, leading: leadingGroup(units) }];
  });
  return {
    id: 'leading',
    title: say('chapter'),
    blocks: [
      { kind: 'note', text: say('rule', { band: bandNames.veryHigh[language] }) },
      ...kinds.map(({ kind, units, leading }): ReportBlock => {
        const scored = units.filter(({ overall }) => overall !== null);
        const values = { kind: say(kind), n: leading.length, last: leadingRanks(scored.length) };
        if (scored.length === 1) return { kind: 'paragraph', text: say('single', values) };
        if (scored.every(({ rankHigh }) => rankHigh === null)) {
          return { kind: 'paragraph', text: say('untested', values) };
        }
        if (leading.length === 0) return { kind: 'paragraph', text: say('nobody', values) };
        const names = listOf(
          leading.map((unit) => nameIn(language, unit)),
          language,
        );
        return { kind: 'paragraph', text: say('named', { ...values, names }) };
      }),
    ],
    sections: kinds.flatMap(({ units, leading }) => {
      const values = meanValues(units);
      return leading.flatMap((unit) => {
        const blocks = strengthBlocks(facts, language, unit, values);
        return blocks.length === 0
          ? []
          : [{ id: `leading-${unit.code}`, title: nameIn(language, unit), blocks }];
      });
    }),
  };
}

/** What puts a unit above the mean of its kind. */
function strengthBlocks(
  facts: ReportFacts,
  language: Language,
  unit: UnitResult,
  values: ReadonlyMap<string, number>,
): ReportBlock[] {
  const say = translator(leadingTexts, language);
  const method = facts.knowledge.methods[unit.kind];
  const means = facts.measurement.means[unit.kind];
  const above = dimensionIds
    .flatMap((id) => {
      const [score, mean] = [unit.dimensions[id]?.score, means[id]];
      return score === undefined || mean === null ? [] : [{ id, points: score - mean }];
    })
    .filter(({ points }) => Number(printFixed(points, 2)) > 0)
    .sort((a, b) => b.points - a.points);
  const [first] = above;
  const ahead = weighedIndicators(method, unit)
    .flatMap((one) => {
      const mean = values.get(one.indicator.id);
      if (mean === undefined) return [];
      const points = one.share * (one.score - normalise(mean, one.indicator.goalposts));
      return [{ ...one, mean, points }];
    })
    .filter(({ points }) => Number(printFixed(points, 2)) > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, INDICATORS);
  const dimension = method.dimensions.find(({ id }) => id === first?.id);
  return [
    ...(first === undefined || dimension === undefined
      ? []
      : [
          {
            kind: 'paragraph',
            text: say('dimensions', {
              n: above.length,
              kind: say(unit.kind === 'province' ? 'provinces' : 'cities'),
              name: nameIn(language, dimension),
              points: printFixed(first.points, 2),
            }),
          } as const,
        ]),
    ...(ahead.length === 0
      ? []
      : [
          { kind: 'paragraph', text: say('indicatorsFollow') } as const,
          {
            kind: 'list',
            items: ahead.map(({ indicator, group, value, mean, points }) =>
              say('indicator', {
                name: nameIn(language, indicator),
                group: nameIn(language, group),
                is: printValue(indicator.goalposts, value.value, ''),
                mean: printValue(indicator.goalposts, mean, ''),
                points: printFixed(points, 2),
              }),
            ),
          } as const,
        ]),
  ];
}
