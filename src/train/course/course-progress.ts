import type { CourseStage, GateStage, TrainingCourse } from '../../model/training/course.ts';
import type { ExerciseKindId } from '../../model/training/exercise-kinds.ts';
import { gatePlace, stagePlaces, type StagePlaces } from './course-places.ts';
import { gateState, type GateState } from './gate.ts';
import { knownInWork, type KnownState } from './known-cases.ts';
import type { ClassSeat } from '../class-seeds.ts';

/** How a trainee stands in a course, from what was given and answered. Nothing else is kept: the answers decide. */

/** What is known of a place: when its exercise was given, and its answers, the first first. */
export interface PlaceRecord {
  readonly place: number;
  readonly givenAt: number;
  readonly answers: readonly { readonly right: boolean; readonly answeredAt: number }[];
}

/** How often an exercise of a stage is answered at most; worked cases are read and not answered. */
export function attemptsIn(stage: CourseStage): number {
  if (stage.id === 'frame') return 0;
  return stage.id === 'practice' ? stage.attempts : 1;
}

/** A kind in a gate: its tries so far, each with fresh cases, the last of them the one that counts. */
export interface KindAtGate {
  readonly kind: ExerciseKindId;
  readonly tries: readonly GateState[];
  /** Of the kind as a whole: failed only where no further try is left. */
  readonly decision: GateState['decision'];
  /** Place of the next case; undefined where it is decided. */
  readonly next: number | undefined;
}

export interface StageProgress extends StagePlaces {
  /**
   * A stage waits for the one before it, and for so many days after it. A gate with a kind that did not pass is failed: later tests open
   * all the same, work is barred. Work that its known cases end is stopped.
   */
  readonly state: 'waiting' | 'open' | 'done' | 'failed' | 'stopped' | 'barred';
  /** When it opens or opened; undefined where the stage before is not done. */
  readonly opensAt: number | undefined;
  readonly endedAt: number | undefined;
  /** Exercises that are done: in a gate the kinds that are decided. */
  readonly done: number;
  readonly toDo: number;
  /** Place of the next exercise of an open stage. */
  readonly next: number | undefined;
  /** The kinds of a gate; empty elsewhere. */
  readonly gate: readonly KindAtGate[];
  /** The known cases hidden in work; undefined in other stages. */
  readonly known: KnownState | undefined;
}

const DAY = 86_400;

export function courseProgress(
  course: TrainingCourse,
  seat: ClassSeat,
  records: readonly PlaceRecord[],
  joinedAt: number,
  now: number,
): StageProgress[] {
  const byPlace = new Map(records.map((record) => [record.place, record]));
  let before: number | undefined = joinedAt;
  let hasFailed = false;
  return stagePlaces(course).map((placed) => {
    const opensAt = before === undefined ? undefined : before + placed.stage.afterDays * DAY;
    const progress = stageProgress(placed, seat, byPlace, opensAt, now);
    before = progress.endedAt;
    hasFailed ||= progress.state === 'failed';
    return placed.stage.id === 'work' && hasFailed
      ? { ...progress, state: 'barred', next: undefined, endedAt: joinedAt }
      : progress;
  });
}

/** Whether nothing more is to be done in a stage. */
export const isOver = ({ state }: Pick<StageProgress, 'state'>): boolean =>
  state !== 'waiting' && state !== 'open';

function stageProgress(
  placed: StagePlaces,
  seat: ClassSeat,
  byPlace: ReadonlyMap<number, PlaceRecord>,
  opensAt: number | undefined,
  now: number,
): StageProgress {
  const { stage, before, all } = placed;
  const gate = stage.id === 'gate' ? stage.kinds.map((kind) => kindAtGate(placed, stage, byPlace, kind)) : [];
  const places = Array.from({ length: all }, (_, i) => before + i + 1);
  const known = stage.id === 'work' ? knownInWork(placed, stage, seat, firstAnswers(byPlace)) : undefined;
  const open = ((): number[] => {
    if (stage.id === 'gate') return gate.flatMap(({ next }) => (next === undefined ? [] : [next]));
    if (known?.isOut === true) return [];
    return places.filter((place) => !isDone(stage, byPlace.get(place)));
  })();
  const isOpen = opensAt !== undefined && opensAt <= now;
  const hasEnded = open.length === 0;
  const answered = places.filter((place) => isDone(stage, byPlace.get(place))).length;
  return {
    ...placed,
    state: hasEnded ? endOf(gate, known) : isOpen ? 'open' : 'waiting',
    opensAt,
    endedAt: hasEnded ? Math.max(...places.map((place) => lastOf(byPlace.get(place)))) : undefined,
    done: stage.id === 'gate' ? gate.length - open.length : answered,
    toDo: stage.id === 'gate' ? gate.length : all,
    next: isOpen ? nextOf(gate, open) : undefined,
    gate,
    known,
  };
}

function endOf(gate: readonly KindAtGate[], known: KnownState | undefined): StageProgress['state'] {
  if (gate.some(({ decision }) => decision === 'failed')) return 'failed';
  return known?.isOut === true ? 'stopped' : 'done';
}

/** In the order in which they were given: a rule that decides case by case follows it. */
const firstAnswers = (byPlace: ReadonlyMap<number, PlaceRecord>): { place: number; right: boolean }[] =>
  [...byPlace.values()]
    .flatMap(({ place, answers: [first] }) => (first === undefined ? [] : [{ place, ...first }]))
    .sort((a, b) => a.answeredAt - b.answeredAt || a.place - b.place);

/** Cases of the kinds of a gate come in turn: the kind with the fewest cases so far is next. */
function nextOf(gate: readonly KindAtGate[], open: readonly number[]): number | undefined {
  if (gate.length === 0) return open[0];
  const undecided = gate.filter(({ next }) => next !== undefined);
  const cases = ({ tries }: KindAtGate): number => tries.reduce((sum, { cases: n }) => sum + n, 0);
  const fewest = Math.min(...undecided.map(cases));
  return undecided.find((kind) => cases(kind) === fewest)?.next;
}

function isDone(stage: CourseStage, record: PlaceRecord | undefined): boolean {
  if (record === undefined) return false;
  return record.answers.length >= attemptsIn(stage) || record.answers.some(({ right }) => right);
}

const lastOf = (record: PlaceRecord | undefined): number =>
  record === undefined ? 0 : (record.answers.at(-1)?.answeredAt ?? record.givenAt);

function kindAtGate(
  placed: StagePlaces,
  stage: GateStage,
  byPlace: ReadonlyMap<number, PlaceRecord>,
  kind: ExerciseKindId,
): KindAtGate {
  const tries: GateState[] = [];
  for (let attempt = 0; attempt < stage.attempts; attempt++) {
    const answers: boolean[] = [];
    for (let i = 0; i < stage.rule.most; i++) {
      const [answer] = byPlace.get(gatePlace(placed, kind, attempt, i))?.answers ?? [];
      if (answer === undefined) break;
      answers.push(answer.right);
    }
    const state = gateState(stage.rule, answers);
    tries.push(state);
    if (state.decision === 'open') {
      return { kind, tries, decision: 'open', next: gatePlace(placed, kind, attempt, state.cases) };
    }
    if (state.decision === 'passed') break;
  }
  return { kind, tries, decision: tries.at(-1)?.decision ?? 'failed', next: undefined };
}

/** Whether an exercise that was not given yet may be given: its stage is open, and in a gate it is the next case of its kind. */
export const mayBeGiven = (stages: readonly StageProgress[], place: number): boolean =>
  stages.some(
    ({ state, stage, before, all, gate }) =>
      state === 'open' &&
      (stage.id === 'gate'
        ? gate.some(({ next }) => next === place)
        : place > before && place <= before + all),
  );

/** Where the course goes on; undefined where it is done, or waits. */
export const nextPlace = (stages: readonly StageProgress[]): number | undefined =>
  stages.find(({ state }) => state === 'open')?.next;
