import { meanScoreOf, type DecomposedGap, type GapPart } from '../../audit/decomposition/decompose-gap.ts';
import type { BiasUnit, BiasWorld, MeanAndRate } from '../../audit/bias/bias-figures.ts';
import { scaleOf } from '../../measure/scale.ts';
import { weighAnswers, type WeighedAnswers } from '../../measure/weighting/weigh-answers.ts';
import type { AnswerCell } from '../../model/counts/answer-cell.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Reference } from '../../model/reference.ts';
import { placesOf } from '../../model/register.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import type { Period } from '../../model/time/period.ts';
import { DAY_SECONDS, parseDay } from '../../model/time/time.ts';
import type { Store } from '../../store/open.ts';
import { answerCells } from '../../store/read/answer-cells.ts';
import { serviceCells } from '../../store/read/cells.ts';
import { injectedDefects } from '../audit/truth-totals.ts';
import { referenceOfStore } from '../../store/read/unit-names.ts';
import { gapsByTruth } from '../audit/decompose-gaps.ts';
import { computeScores } from '../measure/measure-period.ts';

/** Reads what the bias laboratory says of a world: from its records as results do, and from its truth. */
export function readBiasWorld(
  store: Store,
  truth: Store,
  { scenario, period }: { readonly scenario: Scenario; readonly period: Period },
  knowledge: Knowledge,
): BiasWorld {
  const gaps = gapsByTruth(store, truth, knowledge);
  if (gaps === null) throw new Error('the world of the laboratory has no ratings');
  const reference = referenceOfStore(store, knowledge.reference);
  const [from, to] = [parseDay(scenario.from) * DAY_SECONDS, (parseDay(scenario.to) + 1) * DAY_SECONDS];
  // Each place is read once: a province’s cities count for it too.
  const cellsOf = new Map(
    gaps.units
      .flatMap(({ code }) => placesOf(reference, code))
      .map((place): [number, AnswerCell[]] => [place, answerCells(store, from, to, [place])]),
  );
  const weighed = weighAnswers([...cellsOf.values()].flat(), reference.levels);
  const { units: measured } = computeScores(store, knowledge, period);
  const units = gaps.units.flatMap(({ code, name, nameEn, kind, gap }): BiasUnit[] => {
    const result = measured.find((unit) => unit.code === code);
    if (result === undefined) return [];
    const cells = placesOf(reference, code).flatMap((place) => cellsOf.get(place) ?? []);
    const own = weighAnswers(cells, reference.levels);
    return [
      {
        ...{ code, name, nameEn, kind },
        index: result.overall?.score ?? null,
        rank: result.rank,
        felt: gap.felt,
        published: gap.published,
        weighted: own.postStratified.averageScore,
      },
    ];
  });
  const { all } = gaps;
  const figures = (levels: readonly number[]): MeanAndRate => figuresOf(levels, reference);
  const { effective, uncovered } = weighed.postStratified.weighting;
  return {
    services: all.services,
    asked: askedIn(store, scenario, period, all),
    answered: countAfter(all, 'nonResponse'),
    ratings: all.ratings,
    automatic: countAfter(all, 'automatic') - countAfter(all, 'additional'),
    felt: figures(all.feltLevels),
    published: figures(all.steps.at(-1)?.levels ?? []),
    given: shownOf(weighed.plain),
    weighted: shownOf(weighed.postStratified),
    effective,
    uncovered,
    gap: all,
    injected: injectedDefects(store, truth),
    units,
  };
}

const sumOf = (levels: readonly number[]): number => levels.slice(1).reduce((sum, n) => sum + n, 0);

const countAfter = ({ steps }: DecomposedGap, part: GapPart): number =>
  sumOf(steps.find((step) => step.part === part)?.levels ?? []);

const shownOf = ({ averageScore, goodRate }: WeighedAnswers): MeanAndRate => ({
  meanScore: averageScore,
  goodRate,
});

function figuresOf(levels: readonly number[], reference: Reference): MeanAndRate {
  const n = sumOf(levels);
  const bad = reference.levels.reduce((sum, one) => sum + (one.bad ? (levels[one.level] ?? 0) : 0), 0);
  return {
    meanScore: meanScoreOf(levels, scaleOf(reference).scores),
    goodRate: n === 0 ? null : (n - bad) / n,
  };
}

/** The worst level at which somebody still is content: those who felt this or worse are the dissatisfied of a regime. */
const DISSATISFIED = 3;

/** Services whose persons a regime invites: by what their case came to, or by what was felt. */
function askedIn(
  store: Store,
  { answering }: Scenario,
  period: Period,
  { services, feltLevels }: DecomposedGap,
): number {
  if (answering.asked === 'unhappy') return sumOf(feltLevels.slice(0, DISSATISFIED + 1));
  if (answering.asked === 'everyone') return services;
  return serviceCells(store, period).reduce((sum, { onTime }) => sum + onTime, 0);
}
