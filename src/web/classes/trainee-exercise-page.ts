import { knownClass } from '../../jobs/train/classes.ts';
import { notFound } from '../../model/errors.ts';
import type { Answers, Field } from '../../model/training/exercise.ts';
import type { Language } from '../../model/language.ts';
import { printSecond } from '../../model/time/time.ts';
import { traineesOf } from '../../store/read/training/classes.ts';
import { answersOfTrainee, exerciseAt, marksOf } from '../../store/read/training/exercises.ts';
import { openedParts } from '../../store/read/training/opened-parts.ts';
import { printPercent } from '../../wording/print-number.ts';
import { translator } from '../../wording/translator.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { drillTexts } from '../training/drill-texts.ts';
import { drillsModel, type DrillsModel } from '../training/drill-view.ts';
import { shownBlocks, type ShownBlock } from '../training/exercise-view.ts';
import { drillsLine, findingLines } from '../training/mark-lines.ts';
import { printCost } from '../training/print-cost.ts';
import { classesTexts } from './classes-texts.ts';

export interface TraineeExerciseModel {
  readonly exerciseTitle: string;
  readonly seed: string;
  readonly shown: readonly ShownBlock[];
  readonly drills: DrillsModel | undefined;
  readonly solution: readonly ShownBlock[];
  readonly answers: readonly {
    readonly heading: string;
    readonly text: string;
    /** Records that were opened, what was found, and marks by former versions of the key. */
    readonly lines: readonly string[];
    readonly fields: readonly {
      readonly label: string;
      readonly answer: string;
      readonly verdict: string;
      readonly cost: string;
    }[];
  }[];
  readonly back: string;
}

/** An exercise of a trainee with its key and all that was answered, for the trainer. */
export function traineeExercisePage(context: RequestContext): Page<TraineeExerciseModel> {
  const { language, param, site } = context;
  const t = translator(classesTexts, language);
  const of = knownClass(site.access, param('code'));
  const trainee = traineesOf(site.access, of.id).find(({ number }) => String(number) === param('number'));
  const given = trainee && exerciseAt(site.access, trainee.id, Number(param('place')));
  if (trainee === undefined || given === undefined) {
    throw notFound('没有这位学员的这道题', 'there is no such exercise of such a trainee');
  }
  const answers = answersOfTrainee(site.access, trainee.id).filter(
    ({ place, variant }) => place === given.place && variant === given.variant,
  );
  const marks = marksOf(site.access, given);
  return {
    view: 'trainee-exercise',
    title: t('lookTitle', { name: trainee.name, n: given.place }),
    words: { ...classesTexts, ...drillTexts },
    periodFree: true,
    secret: true,
    model: {
      exerciseTitle: given.exercise.title[language],
      seed: String(given.seed),
      shown: shownBlocks(given.exercise.shown, language, 'shown'),
      drills: drillsModel(given.exercise, language, {
        opened: openedParts(site.access, given),
        showsAll: true,
        by: undefined,
      }),
      solution: shownBlocks(given.key.solution, language, 'solution'),
      answers: answers.map(({ attempt, answeredAt, confidence, keyVersion, mark, answers: own }) => ({
        heading: t('given', { n: attempt }),
        text: t('givenText', {
          at: printSecond(answeredAt),
          confidence: printPercent(confidence),
          cost: printCost(mark.cost),
          most: printCost(mark.most),
        }),
        lines: [
          ...drillsLine(given.exercise, mark, language),
          ...findingLines(given.exercise, mark, language),
          ...marks
            .filter((one) => one.attempt === attempt && one.keyVersion < keyVersion)
            .map((one) =>
              t('formerMark', {
                version: one.keyVersion,
                cost: printCost(one.cost),
                most: printCost(one.most),
              }),
            ),
        ],
        fields: given.exercise.fields.map((field) => {
          const marked = mark.fields.find((one) => one.field === field.id);
          return {
            label: field.label[language],
            answer: printAnswer(field, own, language),
            verdict: t(marked?.right === true ? 'yes' : 'no'),
            cost: printCost(marked?.cost ?? 0),
          };
        }),
      })),
      back: context.link(`/training/classes/${of.code}`),
    },
  };
}

/** What was answered to a field, in words; — where it was left open. */
function printAnswer(field: Field, answers: Answers, language: Language): string {
  const given = answers[field.id] ?? [];
  if (given.length === 0) return '—';
  if (field.kind === 'number') return `${given[0] ?? ''}${field.unit[language]}`;
  return given
    .map((id) => field.options.find((option) => option.id === id)?.text[language] ?? id)
    .join(language === 'zh' ? '；' : '; ');
}
