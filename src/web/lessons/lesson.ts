import type { Bilingual } from '../../model/language.ts';
import type { RequestContext } from '../request-context.ts';
import type { ShownBlock } from '../training/exercise-view.ts';

/** Every lesson has the same four steps, and behind them notes for the lecturer. */
export const lessonSteps = ['question', 'result', 'reason', 'conclusions', 'notes'] as const;
export type LessonStepId = (typeof lessonSteps)[number];

/** The steps that a class goes through. */
export const taughtSteps = ['question', 'result', 'reason', 'conclusions'] as const;
type TaughtStep = (typeof taughtSteps)[number];

/** Steps whose figures are looked up or computed. */
export type FigureStep = Exclude<TaughtStep, 'conclusions'>;

/** What of a lesson is the same whatever the data are. */
export interface LessonPlan {
  readonly title: Bilingual;
  /** What it is about, in a line. */
  readonly line: Bilingual;
  readonly minutes: Readonly<Record<TaughtStep, number>>;
  readonly may: readonly Bilingual[];
  readonly mayNot: readonly Bilingual[];
  readonly discuss: readonly [Bilingual, Bilingual];
  /** What the lecturer does in each step. */
  readonly notes: Readonly<Record<TaughtStep, Bilingual>>;
}

/** Where the figures of a step come from: each step says so. */
type FigureBasis = 'simulated' | 'both' | 'simulatedAndAssumed';

export interface LessonLink {
  readonly href: string;
  readonly name: string;
}

interface GuessOption {
  readonly value: string;
  readonly name: string;
  readonly selected: boolean;
}

/** A field of the form in which the class says what it expects; it stands in the address of the steps that follow. */
export interface GuessField {
  readonly name: string;
  readonly label: string;
  /** Names to choose from; undefined where a number is asked. */
  readonly options?: readonly GuessOption[];
  readonly value: string;
  readonly unit: string;
  readonly most: number;
  readonly decimals: number;
}

export interface LessonFact {
  readonly name: string;
  readonly value: string;
  readonly text: string;
}

/** A step as a page prints it. */
export interface LessonStep {
  readonly basis: FigureBasis;
  /** What is missing and how to get it; empty where nothing is. */
  readonly missing: string;
  readonly facts: readonly LessonFact[];
  readonly blocks: readonly ShownBlock[];
  readonly form: readonly GuessField[];
}

export interface Lesson {
  readonly id: string;
  readonly plan: LessonPlan;
  /** Its figures are the same for every period. */
  readonly periodFree: boolean;
  /** Fields of the address that its steps pass on. */
  readonly carried: readonly string[];
  readonly show: (context: RequestContext, step: FigureStep) => LessonStep | Promise<LessonStep>;
  /** Pages of the site that show the same. */
  readonly links: (context: RequestContext) => readonly LessonLink[] | Promise<readonly LessonLink[]>;
}
