import { describedKinds } from '../../jobs/train/practice.ts';
import type { Language } from '../../model/language.ts';
import type { ExerciseKindId } from '../../model/training/exercise-kinds.ts';
import type { ExerciseBlock, Exercise, Mark } from '../../model/training/exercise.ts';
import type { MarkedAnswer } from '../../model/training/given-exercise.ts';
import { printFixed, printPercent } from '../../wording/print-number.ts';
import { translator } from '../../wording/translator.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { printCost } from './print-cost.ts';
import {
  fieldName,
  ruleBlocks,
  shownBlocks,
  shownFields,
  type ShownBlock,
  type ShownField,
} from './exercise-view.ts';
import { drillTexts } from './drill-texts.ts';
import { drillsModel, type DrillsModel, type DrillsShown } from './drill-view.ts';
import { drillsLine, faultLines, findingLines } from './mark-lines.ts';
import { confidences } from './read-answers.ts';
import { trainingTexts } from './training-texts.ts';

interface Link {
  readonly href: string;
  readonly name: string;
}

export interface ExerciseModel {
  readonly heading: string;
  readonly kindName: string;
  readonly facts: string;
  readonly shown: readonly ShownBlock[];
  readonly drills: DrillsModel | undefined;
  readonly fields: readonly ShownField[];
  readonly form:
    | {
        readonly action: string;
        readonly token: string;
        readonly hidden: readonly { readonly name: string; readonly value: string }[];
        readonly confidences: readonly { readonly percent: number; readonly chosen: boolean }[];
      }
    | undefined;
  readonly problem: string;
  readonly result:
    | {
        readonly isRight: boolean;
        readonly cost: string;
        readonly lines: readonly string[];
        readonly brier: string;
        readonly note: string;
      }
    | undefined;
  readonly note: string;
  readonly costs: readonly ShownBlock[];
  readonly solution: readonly ShownBlock[] | undefined;
  readonly fresh: { readonly action: string; readonly token: string } | undefined;
  readonly next: Link | undefined;
  readonly back: Link;
}

/** What a page of an exercise shows, wherever the exercise comes from. */
export interface ExerciseParts {
  readonly kind: ExerciseKindId;
  readonly heading: string;
  readonly facts: string;
  readonly exercise: Exercise;
  readonly drills: DrillsShown;
  /** Where answers go; undefined where none is taken. */
  readonly form: { readonly action: string; readonly hidden: Readonly<Record<string, string>> } | undefined;
  /** A form that was refused, shown again as it was filled in. */
  readonly tried: { readonly problem: string; readonly form: URLSearchParams } | undefined;
  readonly last: Pick<MarkedAnswer, 'answers' | 'confidence' | 'mark'> | undefined;
  readonly note: string;
  /** Says of each field whether it was right. */
  readonly marksFields: boolean;
  readonly solution: readonly ExerciseBlock[] | undefined;
  /** Where a fresh exercise is asked for in place of an old one; empty where there is no need. */
  readonly fresh: string;
  readonly next: Link | undefined;
  readonly back: Link;
}

/** The page of an exercise: what it shows, what it asks, and after an answer what that was worth. */
export function exercisePage(context: RequestContext, parts: ExerciseParts): Page<ExerciseModel> {
  const { language } = context;
  const t = translator(trainingTexts, language);
  const { exercise, tried, last, form } = parts;
  const kind = describedKinds.find(({ id }) => id === parts.kind);
  const answers =
    tried === undefined
      ? last?.answers
      : Object.fromEntries(exercise.fields.map(({ id }) => [id, tried.form.getAll(fieldName(id))]));
  const mark = parts.marksFields && tried === undefined ? last?.mark : undefined;
  const chosen = tried?.form.get('confidence') ?? '';
  return {
    view: 'exercise',
    title: exercise.title[language],
    words: { ...trainingTexts, ...drillTexts },
    periodFree: true,
    secret: true,
    model: {
      heading: parts.heading,
      kindName: kind?.name[language] ?? '',
      facts: parts.facts,
      shown: shownBlocks(exercise.shown, language, 'shown'),
      drills: drillsModel(exercise, language, parts.drills),
      fields: shownFields(exercise, language, answers, mark),
      form: form && {
        action: form.action,
        token: context.token(),
        hidden: Object.entries(form.hidden).map(([name, value]) => ({ name, value })),
        confidences: confidences.map((percent) => ({ percent, chosen: String(percent) === chosen })),
      },
      problem: tried?.problem ?? '',
      result: last && {
        isRight: last.mark.right,
        cost: costLine(last.mark, language),
        lines: [
          ...drillsLine(exercise, last.mark, language),
          ...(parts.marksFields
            ? [...findingLines(exercise, last.mark, language), ...faultLines(last.mark, language)]
            : []),
        ],
        brier: t('brier', {
          confidence: printPercent(last.confidence),
          score: printFixed((last.confidence - (last.mark.right ? 1 : 0)) ** 2, 2),
        }),
        note: parts.note,
      },
      note: last === undefined ? parts.note : '',
      costs: ruleBlocks(kind?.costs ?? [], language, 'costs'),
      solution: parts.solution && shownBlocks(parts.solution, language, 'solution'),
      fresh: parts.fresh === '' ? undefined : { action: parts.fresh, token: context.token() },
      next: parts.next,
      back: parts.back,
    },
  };
}

function costLine({ right, cost, most }: Mark, language: Language): string {
  const t = translator({ ...trainingTexts, ...drillTexts }, language);
  if (cost === 0) return t('allRight');
  const line = t('notRight', { cost: printCost(cost), most: printCost(most) });
  return right ? t('rightAtCost', { line }) : line;
}
