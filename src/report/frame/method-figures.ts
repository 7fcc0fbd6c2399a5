import { boxFlow } from '../../charts/box-flow.ts';
import type { Language } from '../../model/language.ts';
import { bandIds } from '../../model/measurement.ts';
import { bases, basisShares, indicatorsOf, type Method } from '../../model/method.ts';
import { levelRange } from '../level-range.ts';
import { printPercent } from '../../wording/print-number.ts';
import { bandNames } from '../../wording/result-names.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { reportCaption } from '../report-caption.ts';
import type { ReportFigure, ReportRows } from '../report.ts';
import { basisTexts } from './basis-texts.ts';
import { processTexts } from './process-texts.ts';

/** From data to the overall index: figure 1-1, with a note on whose weights it shows. */
export function frameFigure(method: Method, language: Language, whose: string): ReportFigure {
  const say = translator(processTexts, language);
  const [id, title] = ['figure-1-1', say('frame')];
  const part = (name: string, share: number): string => say('part', { name, share: printPercent(share) });
  const shares = basisShares(method);
  const used = bases.filter((basis) => shares[basis] > 0);
  const boxes = [
    {
      heading: say('data'),
      lines: used.map((basis) => part(basisTexts[basis].name[language], shares[basis])),
    },
    { heading: say('thirdLevel', { n: indicatorsOf(method).length }), lines: [say('thirdLevelLine')] },
    {
      heading: say('secondLevel', { n: method.dimensions.flatMap(({ groups }) => groups).length }),
      lines: [say('secondLevelLine')],
    },
    {
      heading: say('firstLevel', { n: method.dimensions.length }),
      lines: method.dimensions.map((one) => part(nameIn(language, one), one.weight)),
    },
    {
      heading: say('overall'),
      lines: bandIds.map((band) =>
        say('levelPart', {
          band: bandNames[band][language],
          range: levelRange(method.bands, band, language),
        }),
      ),
    },
  ];
  return {
    kind: 'figure',
    id,
    number: '1-1',
    title,
    svg: boxFlow(reportCaption(language, { id, title, desc: say('frameDesc') }), boxes, true),
    table: {
      columns: [
        { name: say('data'), numeric: false },
        { name: say('weight'), numeric: true },
      ],
      rows: used.map((basis) => [basisTexts[basis].name[language], { value: shares[basis], print: 'share' }]),
    },
    notes: [whose, say('ourContent')],
    how: say('frameHow'),
  };
}

/** First- and second-level indicators with their weights: figure 1-2, with the same note. */
export function systemFigure(method: Method, language: Language, whose: string): ReportFigure {
  const say = translator(processTexts, language);
  const [id, title] = ['figure-1-2', say('system')];
  const boxes = method.dimensions.map((dimension) => ({
    heading: `${nameIn(language, dimension)} ${printPercent(dimension.weight)}`,
    lines: dimension.groups.map(
      (group) => `${nameIn(language, group)} ${printPercent(dimension.weight * group.weight)}`,
    ),
  }));
  const rows: ReportRows['rows'] = method.dimensions.flatMap((dimension) => [
    [nameIn(language, dimension), say('first'), { value: dimension.weight, print: 'share' } as const],
    ...dimension.groups.map(
      (group) =>
        [
          nameIn(language, group),
          say('second'),
          { value: dimension.weight * group.weight, print: 'share' },
        ] as const,
    ),
  ]);
  return {
    kind: 'figure',
    id,
    number: '1-2',
    title,
    svg: boxFlow(reportCaption(language, { id, title, desc: say('systemDesc') }), boxes, false),
    table: {
      columns: [
        { name: say('indicator'), numeric: false },
        { name: say('level'), numeric: false },
        { name: say('weight'), numeric: true },
      ],
      rows,
    },
    notes: [whose, say('ourContent')],
    how: say('systemHow'),
  };
}
