import { courseSettings, openClass } from '../../src/jobs/train/classes.ts';
import { answerExercise, exerciseFor } from '../../src/jobs/train/class-exercises.ts';
import { progressOf } from '../../src/jobs/train/course-exercises.ts';
import type { Seat } from '../../src/jobs/train/seat.ts';
import { enterClass } from '../../src/jobs/train/trainees.ts';
import { parseCourse, type TrainingCourse } from '../../src/model/training/course.ts';
import type { Answers, ExerciseKey, Field } from '../../src/model/training/exercise.ts';
import { answersOfTrainee } from '../../src/store/read/training/exercises.ts';
import { isOver } from '../../src/train/course/course-progress.ts';
import type { Deps } from '../../src/web/deps.ts';
import { exerciseWorld } from '../train/worlds.ts';

/** The shipped course in small: every stage, few exercises. */
export function smallCourse({ courses }: Deps): TrainingCourse {
  const shipped = structuredClone(courses[0]!);
  return parseCourse(
    {
      ...shipped,
      stages: shipped.stages.map((stage) => {
        const kinds = ['verdict', 'recheck'] as const;
        if (stage.id === 'frame')
          return {
            ...stage,
            kinds,
            exercises: 1,
            anchors: stage.anchors.filter(({ kind }) => kind === 'verdict'),
          };
        if (stage.id === 'gate')
          return { ...stage, kinds, rule: { fewest: 3, most: 6, mark: 0.5, z: 1 }, attempts: 2 };
        if (stage.id === 'work')
          return { ...stage, kinds, exercises: 10, known: { ...stage.known, ofTen: 5 } };
        return { ...stage, kinds, exercises: stage.id === 'practice' ? 1 : 3 };
      }),
    },
    'small',
  );
}

/** Asks for worlds: all exercises of the course of this file come from one. */
export const oneWorld = () => exerciseWorld(0);

export function enterCourse(
  { access, now }: Deps,
  course: TrainingCourse,
  name: string,
): { seat: Seat; cookie: string } {
  const opened = openClass(access, 1, courseSettings(`course-${name}`, course), now());
  const { trainee, token } = enterClass(access, { code: opened.code, name, returnCode: '' }, now());
  return { seat: { trainee, class: opened }, cookie: `trainee=${token}` };
}

/** The right answer to every field. */
export const rightOf = ({ fields }: ExerciseKey): Answers =>
  Object.fromEntries(
    Object.entries(fields).map(([id, key]) => [
      id,
      key.kind === 'several'
        ? key.right
        : key.kind === 'number'
          ? [String(key.value)]
          : [Object.keys(key.costs).find((one) => key.costs[one] === 0)!],
    ]),
  );
/** Every choice the dearest one, everything else left open. */
export const wrongOf = ({ fields }: ExerciseKey, asked: readonly Field[]): Answers =>
  Object.fromEntries(
    asked.flatMap(({ id }): [string, string[]][] => {
      const key = fields[id];
      if (key?.kind !== 'choice') return [];
      return [[id, [Object.entries(key.costs).sort((a, b) => b[1] - a[1])[0]![0]]]];
    }),
  );

/** Does what is next until a stage is reached or all is done. */
export async function goOn(
  { access, calendar }: Deps,
  seat: Seat,
  course: TrainingCourse,
  until: string,
  at: number,
  isRight: (place: number) => boolean = () => true,
): Promise<void> {
  for (let step = 0; step < 200; step++) {
    const stages = progressOf(access, seat, course, at);
    const stage = stages.find((one) => !isOver(one));
    if (stage === undefined || stage.stage.id === until || stage.next === undefined) return;
    const given = await exerciseFor(access, seat, stage.next, oneWorld, { calendar, now: at });
    if (stage.stage.id === 'frame') continue;
    const answers = isRight(given.place) ? rightOf(given.key) : wrongOf(given.key, given.exercise.fields);
    const tried = answersOfTrainee(access, seat.trainee.id).filter(
      ({ place }) => place === given.place,
    ).length;
    answerExercise(access, seat, given, { attempt: tried + 1, answers, confidence: 0.8 }, at);
  }
  throw new Error(`the course never came to ${until}`);
}
