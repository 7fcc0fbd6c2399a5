import { agreementOfClass, leniencyIn } from '../../jobs/train/class-agreement.ts';
import { classResult } from '../../jobs/train/class-results.ts';
import { courseResult, type CourseTrainee, type CourseGain } from '../../jobs/train/course-results.ts';
import type { StageProgress } from '../../jobs/train/course-steps.ts';
import { firstAnswers } from '../../jobs/train/judgements.ts';
import type { Language } from '../../model/language.ts';
import type { TrainingCourse } from '../../model/training/course.ts';
import type { TrainingClass } from '../../model/training/training-class.ts';
import { translator } from '../../wording/translator.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { namesOfKinds, nameOfStage } from '../training/course-stages.ts';
import { printGain, printGainInterval } from '../training/print-gain.ts';
import { agreementTexts } from './agreement-texts.ts';
import {
  classFrame,
  LIVE_SECONDS,
  printLeniency,
  showAgreement,
  showKindResults,
  type ClassFrame,
  type ShownAgreement,
  type ShownKindResult,
} from './class-parts.ts';
import { classesTexts } from './classes-texts.ts';
import { courseClassTexts } from './course-class-texts.ts';

export interface CourseClassModel {
  readonly lead: string;
  readonly shared: ClassFrame;
  readonly courseLink: { readonly name: string; readonly href: string };
  readonly stages: readonly string[];
  readonly trainees: readonly {
    readonly name: string;
    readonly number: number;
    readonly href: string;
    readonly label: string;
    /** How each stage stands. */
    readonly cells: readonly string[];
    readonly gain: string;
    readonly delayedGain: string;
    readonly leniency: string;
  }[];
  readonly gains: readonly { readonly name: string; readonly value: string }[];
  readonly kinds: readonly ShownKindResult[];
  readonly agreement: readonly ShownAgreement[];
}

/** A class that follows a course: where each trainee is, what the gate decided, and what the course brought. */
export function showCourseClass(
  context: RequestContext,
  of: TrainingClass,
  course: TrainingCourse,
): Page<CourseClassModel> {
  const { language, link, site } = context;
  const t = translator({ ...classesTexts, ...courseClassTexts }, language);
  const result = courseResult(site.access, of, course, site.now());
  const firsts = firstAnswers(site.access, of);
  const name = language === 'zh' ? course.name : course.nameEn;
  return {
    view: 'course-class',
    title: t('classTitle', { name: of.name }),
    words: { ...classesTexts, ...agreementTexts, ...courseClassTexts },
    periodFree: true,
    secret: true,
    refresh: of.closedAt === null ? LIVE_SECONDS : undefined,
    model: {
      lead: t('courseLead', { code: of.code, course: name, version: course.version }),
      shared: classFrame(context, of),
      courseLink: { name: t('toCourse'), href: link(`/training/courses/${course.id}`, { class: of.code }) },
      stages: course.stages.map((stage) => nameOfStage(stage, language)),
      trainees: result.trainees.map((one) => ({
        name: one.trainee.name,
        number: one.trainee.number,
        href: link(`/training/classes/${of.code}/trainees/${String(one.trainee.number)}`),
        label: t('debriefOf', { name: one.trainee.name }),
        ...showTrainee(one, language),
        leniency: printLeniency(
          leniencyIn(firsts.filter(({ answer }) => answer.trainee === one.trainee.id)),
          language,
        ),
      })),
      gains: [
        { name: t('gainPost'), value: printClassGain(result.gain, language) },
        { name: t('gainDelayed'), value: printClassGain(result.delayedGain, language) },
      ],
      kinds: showKindResults(classResult(site.access, of).kinds, language),
      agreement: showAgreement(agreementOfClass(of.kinds, firsts), language),
    },
  };
}

const showTrainee = ({ stages, gain, delayedGain }: CourseTrainee, language: Language) => ({
  cells: stages.map((stage) => cellOf(stage, language)),
  gain: gain === undefined ? '—' : printGain(gain),
  delayedGain: delayedGain === undefined ? '—' : printGain(delayedGain),
});

/** How a stage stands: so many of so many; of the gate what was decided, of work how its known cases went. */
function cellOf({ state, done, toDo, gate, known, stage }: StageProgress, language: Language): string {
  const t = translator(courseClassTexts, language);
  if (state === 'waiting' || state === 'barred') return '—';
  const counted = `${String(done)} / ${String(toDo)}`;
  if (known !== undefined) {
    const right = t('knownRight', { right: known.right, n: known.cases });
    return known.isOut ? `${t('stopped')} · ${right}` : `${counted} · ${right}`;
  }
  if (stage.id !== 'gate') return counted;
  const failed = gate.filter(({ decision }) => decision === 'failed').map(({ kind }) => kind);
  const passed = gate.filter(({ decision }) => decision === 'passed').length;
  const names = namesOfKinds(language);
  return [
    t('passedKinds', { n: passed, all: toDo }),
    ...failed.map((kind) => t('failedKind', { kind: names.get(kind) ?? kind })),
  ].join(' · ');
}

function printClassGain(gain: CourseGain | undefined, language: Language): string {
  const t = translator(courseClassTexts, language);
  return gain === undefined
    ? t('noGain')
    : t('gainOf', { mean: printGain(gain), interval: printGainInterval(gain, language), n: gain.n });
}
