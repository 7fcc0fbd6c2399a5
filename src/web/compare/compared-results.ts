import type { RunFigures } from '../../jobs/runs/compare-runs.ts';
import { bandIds, type Score, type UnitResult } from '../../model/measurement.ts';
import { dimensionIds, unitKinds, type UnitKind } from '../../model/reference.ts';
import { barList } from '../../charts/bar-list.ts';
import { printCount, printDifference, printFixed, printScore } from '../../wording/print-number.ts';
import { compareTexts } from './compare-texts.ts';
import { bandNames, dimensionWords } from '../../wording/result-names.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator, type Translate } from '../../wording/translator.ts';
import { translate, type Language } from '../../model/language.ts';
import { comparedValue, type ComparedRow } from './compared-rows.ts';
import { simulatedCaption } from '../shared/simulated.ts';

/** Measured results of two runs, for the units that both measured. */
export interface ComparedResults {
  readonly periods: string;
  readonly otherPeriods: boolean;
  readonly kinds: readonly {
    readonly id: string;
    readonly heading: string;
    readonly note: string;
    readonly chart: string;
    readonly means: readonly ComparedRow[];
    readonly bands: readonly ComparedRow[];
  }[];
  readonly units: readonly ComparedUnit[];
  /** Fictional units that stand beside assessed ones in one run or the other. */
  readonly fictional: readonly ComparedRow[];
}

interface ComparedUnit extends ComparedRow {
  readonly kind: string;
  readonly rankA: string;
  readonly rankB: string;
  readonly moved: string;
}

/** A unit that has an overall score in both runs. */
interface Pair {
  readonly a: UnitResult;
  readonly b: UnitResult;
  readonly scoreA: number;
  readonly scoreB: number;
}

/** The same with its ranks among the units of its kind that both runs rank. */
interface RankedPair extends Pair {
  readonly rankA: number;
  readonly rankB: number;
}

export function comparedResults(a: RunFigures, b: RunFigures, language: Language): ComparedResults {
  const t = translator({ ...siteTexts, ...compareTexts, ...dimensionWords }, language);
  const both = unitsOfBoth(a, b);
  // Fictional units stand beside assessed ones in one run at least.
  const isRanked = (pair: Pair): boolean => pair.a.rank !== null && pair.b.rank !== null;
  const ranked = unitKinds.flatMap((kind) =>
    rankAnew(both.filter((pair) => pair.a.kind === kind && isRanked(pair))),
  );
  return {
    periods: t('resultsPeriods', { a: a.measurement.period, b: b.measurement.period }),
    otherPeriods: a.measurement.period !== b.measurement.period,
    kinds: unitKinds
      .map((kind) => ({ kind, own: ranked.filter((pair) => pair.a.kind === kind) }))
      .filter(({ own }) => own.length > 0)
      .map(({ kind, own }) => ({
        id: `means-${kind}`,
        heading: t('means', { kind: t(`${kind}Kind`) }),
        note: t('meansNote', { n: own.length }),
        ...comparedMeans(t, language, kind, own),
        bands: bandIds.map((band) =>
          comparedValue(
            t,
            translate(bandNames[band], language),
            own.filter((pair) => pair.a.band === band).length,
            own.filter((pair) => pair.b.band === band).length,
            printCount,
          ),
        ),
      })),
    units: ranked
      .sort((x, y) => Math.abs(placesUp(y)) - Math.abs(placesUp(x)))
      .map((pair) => comparedUnit(t, language, pair)),
    fictional: both.filter((pair) => !isRanked(pair)).map((pair) => comparedScore(t, language, pair)),
  };
}

function comparedMeans(
  t: Translate,
  language: Language,
  kind: UnitKind,
  pairs: readonly Pair[],
): { readonly chart: string; readonly means: readonly ComparedRow[] } {
  const scores = [
    { name: t('overall'), of: ({ overall }: UnitResult): Score => overall },
    ...dimensionIds.map((id) => ({ name: t(id), of: ({ dimensions }: UnitResult): Score => dimensions[id] })),
  ].map(({ name, of }) => ({
    name,
    a: meanOf(pairs, (pair) => of(pair.a)),
    b: meanOf(pairs, (pair) => of(pair.b)),
  }));
  return {
    chart: barList(
      simulatedCaption(language, {
        id: `chart-${kind}`,
        title: t('means', { kind: t(`${kind}Kind`) }),
        desc: t('meansDesc'),
      }),
      { from: 0, to: 100, ticks: [] },
      scores.map(({ name, a, b }) => ({ name, value: b, mark: a, printed: printScore(b, t('missing')) })),
    ),
    means: scores.map(({ name, a, b }) => comparedValue(t, name, a, b, (value) => printFixed(value, 2))),
  };
}

/** Mean of the scores that there are; null where there is none. */
function meanOf(pairs: readonly Pair[], of: (pair: Pair) => Score): number | null {
  const scores = pairs.flatMap((pair) => of(pair)?.score ?? []);
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

const unitsOfBoth = (a: RunFigures, b: RunFigures): Pair[] =>
  a.measurement.units.flatMap((unit) => {
    const other = b.measurement.units.find(({ code }) => code === unit.code);
    return other === undefined || unit.overall === null || other.overall === null
      ? []
      : [{ a: unit, b: other, scoreA: unit.overall.score, scoreB: other.overall.score }];
  });

/** Ranks of the measurements count units that the other run may not have: ranked anew, ties alike, the next one after. */
function rankAnew(pairs: readonly Pair[]): RankedPair[] {
  const rankIn = (scores: readonly number[], score: number): number =>
    new Set(scores.filter((other) => other > score)).size + 1;
  const [scoresA, scoresB] = [pairs.map(({ scoreA }) => scoreA), pairs.map(({ scoreB }) => scoreB)];
  return pairs.map((pair) => ({
    ...pair,
    rankA: rankIn(scoresA, pair.scoreA),
    rankB: rankIn(scoresB, pair.scoreB),
  }));
}

/** Places that a unit went up from the first run to the second. */
const placesUp = ({ rankA, rankB }: RankedPair): number => rankA - rankB;

function comparedUnit(t: Translate, language: Language, pair: RankedPair): ComparedUnit {
  const places = placesUp(pair);
  return {
    ...comparedScore(t, language, pair),
    kind: t(pair.a.kind),
    rankA: String(pair.rankA),
    rankB: String(pair.rankB),
    moved: places === 0 ? t('stays') : t(places > 0 ? 'up' : 'down', { n: Math.abs(places) }),
  };
}

function comparedScore(t: Translate, language: Language, { a, b }: Pair): ComparedRow {
  const [one, other] = [a.overall, b.overall];
  const apart = one !== null && other !== null && (one.high < other.low || other.high < one.low);
  const interval = (score: Score): string =>
    score === null ? '' : `${printScore(score.low, '')}–${printScore(score.high, '')}`;
  return {
    name: nameIn(language, a),
    a: printScore(one?.score ?? null, t('missing')),
    b: printScore(other?.score ?? null, t('missing')),
    intervalA: interval(one),
    intervalB: interval(other),
    difference: printDifference(one === null || other === null ? null : other.score - one.score, '—'),
    verdict: apart ? t('apart') : t('within'),
    apart,
  };
}
