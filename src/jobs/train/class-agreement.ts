import type { Bilingual } from '../../model/language.ts';
import type { ExerciseKindId } from '../../model/training/exercise-kinds.ts';
import { confusionFindings, type KindRecord } from '../../train/course/confusion-finding.ts';
import { exerciseKinds } from '../../train/exercise-kinds.ts';
import {
  agreementWithin,
  cohenKappa,
  fleissKappa,
  gwetAc1,
  pairAgreement,
  type ChoiceCounts,
  type Kappa,
} from '../../train/statistics/agreement.ts';
import { confusionOf, type Confusion } from '../../detect/statistics/confusion.ts';
import { leniencyOf, type Leniency } from '../../train/statistics/paired-difference.ts';
import { judgementOf, judgementsIn, type FirstAnswer, type GivenJudgement } from './judgements.ts';

/** With fewer judgements a coefficient of agreement says less than its interval. Our number. */
const FEWEST_JUDGEMENTS = 10;

/** How far judgements agree with the truth. */
export interface AgreementWithTruth {
  readonly exact: number;
  /** At most one place of the scale apart; undefined where the scale has two places, which are never further apart. */
  readonly withinOne: number | undefined;
  readonly kappa: Kappa | undefined;
  /** Weighted by the distance on the scale; undefined where the scale has two places: it would be the plain one. */
  readonly weighted: Kappa | undefined;
}

/** How far trainees agree with each other, over exercises that two at least have judged. */
export interface AgreementAmong {
  readonly items: number;
  readonly exact: number;
  readonly kappa: number | undefined;
  readonly ac1: number | undefined;
}

/** The judgements of a kind in a class (一致性与混淆). */
export interface KindAgreement {
  readonly kind: ExerciseKindId;
  readonly scale: readonly Bilingual[];
  readonly judgements: number;
  readonly confusion: Confusion;
  /** The leading confusions in words. */
  readonly patterns: readonly Bilingual[];
  /** Undefined below the fewest judgements, as what follows. */
  readonly truth: AgreementWithTruth | undefined;
  readonly among: AgreementAmong | undefined;
}

/** Of each kind that asks for a judgement and has one. */
export const agreementOfClass = (
  kinds: readonly ExerciseKindId[],
  firsts: readonly FirstAnswer[],
): KindAgreement[] =>
  kinds.flatMap((kind) => {
    const asked = judgementOf(kind);
    const own = firsts.filter((one) => one.kind === kind);
    const record = kindRecord(kind, own);
    if (asked === undefined || record.judged === undefined) return [];
    const { categories: scale, confusion } = record.judged;
    const judgements = judgementsIn(asked, own);
    return [
      {
        ...{ kind, scale, confusion, judgements: judgements.length },
        patterns: confusionFindings([record]).map(({ sentence }) => sentence),
        truth: withTruth(judgements, scale.length),
        among: among(judgements, scale.length),
      },
    ];
  });

/** What was answered in a kind, as a debrief takes it. */
export function kindRecord(kind: ExerciseKindId, own: readonly FirstAnswer[]): KindRecord {
  const asked = judgementOf(kind);
  const judgements = asked === undefined ? [] : judgementsIn(asked, own);
  return {
    name: exerciseKinds[kind].name,
    cases: own.length,
    right: own.filter(({ answer }) => answer.mark.right).length,
    ...(asked === undefined || judgements.length === 0
      ? {}
      : {
          judged: {
            categories: asked.scale.map(({ text }) => text),
            confusion: confusionOf(truths(judgements), answers(judgements), asked.scale.length),
          },
        }),
  };
}

const truths = (judgements: readonly GivenJudgement[]): number[] => judgements.map(({ truth }) => truth);
const answers = (judgements: readonly GivenJudgement[]): number[] => judgements.map(({ answer }) => answer);

function withTruth(judgements: readonly GivenJudgement[], places: number): AgreementWithTruth | undefined {
  if (judgements.length < FEWEST_JUDGEMENTS) return undefined;
  const [first, second] = [truths(judgements), answers(judgements)];
  const isOrdered = places > 2;
  return {
    exact: agreementWithin(first, second, 0) ?? 0,
    withinOne: isOrdered ? agreementWithin(first, second, 1) : undefined,
    kappa: cohenKappa(first, second, places, 'plain'),
    weighted: isOrdered ? cohenKappa(first, second, places, 'linear') : undefined,
  };
}

function among(judgements: readonly GivenJudgement[], places: number): AgreementAmong | undefined {
  const byItem = new Map<number, number[]>();
  for (const { item, answer } of judgements) {
    const counts = byItem.get(item) ?? Array.from({ length: places }, () => 0);
    counts[answer] = (counts[answer] ?? 0) + 1;
    byItem.set(item, counts);
  }
  const judged = (counts: readonly number[]): number => counts.reduce((sum, n) => sum + n, 0);
  const counts: ChoiceCounts = [...byItem.values()].filter((one) => judged(one) > 1);
  if (counts.reduce((sum, one) => sum + judged(one), 0) < FEWEST_JUDGEMENTS) return undefined;
  const exact = pairAgreement(counts);
  if (exact === undefined) return undefined;
  return {
    items: counts.length,
    exact,
    kappa: fleissKappa(counts),
    ac1: gwetAc1(counts),
  };
}

/** A mean difference with its interval, and to which side it leans. */
export type TraineeLeniency = Leniency;

/**
 * How lenient or severe a trainee is, in shares of a scale from what goes most against the judged office to what favours it most;
 * undefined below the fewest judgements.
 */
export function leniencyIn(firsts: readonly FirstAnswer[]): TraineeLeniency | undefined {
  const judged = firsts.flatMap((first) => {
    const asked = judgementOf(first.kind);
    if (asked === undefined) return [];
    const steps = asked.scale.length - 1;
    return judgementsIn(asked, [first]).map(({ truth, answer }) => [truth / steps, answer / steps] as const);
  });
  if (judged.length < FEWEST_JUDGEMENTS) return undefined;
  return leniencyOf(
    judged.map(([truth]) => truth),
    judged.map(([, answer]) => answer),
  );
}
