import { roundAxis } from '../../charts/axis.ts';
import { dotRows } from '../../charts/dot-rows.ts';
import { groupBars } from '../../charts/group-bars.ts';
import type { Language } from '../../model/language.ts';
import { unitKinds } from '../../model/reference.ts';
import { printFixed, printScore } from '../../wording/print-number.ts';
import { nameIn, translator } from '../../wording/translator.ts';
import { absent } from '../absent.ts';
import { noUnitsReason } from '../no-units.ts';
import { rankedUnits, scoredUnits } from '../ranked-units.ts';
import { reportCaption } from '../report-caption.ts';
import type { ReportFacts } from '../report-facts.ts';
import type { ReportBlock, ReportNumber } from '../report.ts';
import { scoreAxis } from '../score-axis.ts';
import { regionTexts } from './region-texts.ts';

const score = (value: number | null): ReportNumber => ({ value, print: 'score' });

/** Share of the width that the names of the two kinds of units take; whole also where the chart is narrowest. */
const KIND_NAMES = { zh: 0.2, en: 0.47 } as const;

/** The name of a region by its id. */
export const regionName = ({ knowledge }: ReportFacts, id: string, language: Language): string => {
  const region = knowledge.reference.regions.find((one) => one.id === id);
  return region === undefined ? id : nameIn(language, region);
};

/** The means of each region, provincial governments and key cities: figure 3-1. */
export function regionMeans(facts: ReportFacts, language: Language): ReportBlock {
  const say = translator(regionTexts, language);
  const { measurement } = facts;
  const [id, title] = ['figure-3-1', say('means')];
  const kinds = unitKinds.filter((kind) => rankedUnits(measurement, kind).length > 0);
  const regions = measurement.regions.filter((region) => kinds.some((kind) => region[kind].overall !== null));
  if (regions.length === 0)
    return absent(language, 'figure', {
      number: '3-1',
      title: say('meansPlain'),
      reason: noUnitsReason(facts, 'province', language) ?? say('noRegion'),
    });
  const axis = scoreAxis(regions.flatMap((region) => kinds.map((kind) => region[kind].overall)));
  const svg = groupBars(
    reportCaption(language, { id, title, desc: say('meansDesc') }),
    axis,
    regions.map((region) => ({
      name: regionName(facts, region.id, language),
      bars: kinds.map((kind) => ({
        name: say(kind),
        value: region[kind].overall,
        printed: printScore(region[kind].overall, say('noData')),
        isFaint: kind === 'city',
        mark: measurement.means[kind].overall,
      })),
    })),
    KIND_NAMES[language],
  );
  return {
    kind: 'figure',
    id,
    number: '3-1',
    title,
    svg,
    table: {
      columns: [
        { name: say('region'), numeric: false },
        ...kinds.map((kind) => ({ name: say(kind), numeric: true })),
      ],
      rows: [
        ...regions.map((region) => [
          regionName(facts, region.id, language),
          ...kinds.map((kind) => score(region[kind].overall)),
        ]),
        [say('all'), ...kinds.map((kind) => score(measurement.means[kind].overall))],
      ],
    },
    notes: [say('mark'), ...(axis.from > 0 ? [say('axis', { from: axis.from })] : [])],
    how: say('meansHow'),
  };
}

/** How the provincial governments of each region lie: figure 3-2. */
export function regionsCompared(facts: ReportFacts, language: Language): ReportBlock {
  const say = translator(regionTexts, language);
  const { measurement } = facts;
  const [id, title] = ['figure-3-2', say('compared')];
  const reason = noUnitsReason(facts, 'province', language);
  const scored = scoredUnits(measurement, 'province');
  if (reason !== undefined || scored.length === 0)
    return absent(language, 'figure', {
      number: '3-2',
      title: say('comparedPlain'),
      reason: reason ?? say('noRegion'),
    });
  const all = measurement.means.province.overall;
  const rows = measurement.regions
    .map((region) => ({
      name: regionName(facts, region.id, language),
      mean: region.province.overall,
      values: scored
        .filter((unit) => unit.region === region.id)
        .flatMap(({ overall }) => overall?.score ?? []),
    }))
    .filter(({ values }) => values.length > 0);
  const axis = roundAxis(
    rows.flatMap(({ values }) => values),
    4,
    [0, 100],
  );
  const svg = dotRows(
    reportCaption(language, { id, title, desc: say('comparedDesc') }),
    axis,
    rows.map((row) => ({ ...row, printed: printScore(row.mean, say('noData')) })),
    all,
    printFixed,
  );
  return {
    kind: 'figure',
    id,
    number: '3-2',
    title,
    svg,
    table: {
      columns: [
        { name: say('region'), numeric: false },
        ...(['units', 'mean', 'difference', 'range'] as const).map((name) => ({
          name: say(name),
          numeric: true,
        })),
      ],
      rows: rows.map(({ name, mean, values }) => [
        name,
        { value: values.length, print: 'count' },
        score(mean),
        { value: mean === null || all === null ? null : mean - all, print: 'difference' },
        score(values.length < 2 ? null : Math.max(...values) - Math.min(...values)),
      ]),
    },
    notes: [],
    how: say('comparedHow'),
  };
}
