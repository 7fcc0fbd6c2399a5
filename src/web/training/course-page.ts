import { knownClass } from '../../jobs/train/classes.ts';
import { passedWithin, shownCourse, type CourseRules } from '../../jobs/train/course-rules.ts';
import { notFound } from '../../model/errors.ts';
import type { Language } from '../../model/language.ts';
import type { TrainingCourse } from '../../model/training/course.ts';
import { cellBar } from '../../charts/bar-list.ts';
import { printFixed } from '../../wording/print-number.ts';
import { translator } from '../../wording/translator.ts';
import { showPage, type Answer, type Page } from '../page.ts';
import { readRequestContext, type RequestContext } from '../request-context.ts';
import { namesOfKinds, nameOfStage, printShareRight, ruleOfStage } from './course-stages.ts';
import { coursePageTexts } from './course-page-texts.ts';
import { seatOf } from './reader-of-class.ts';

export interface CourseModel {
  readonly lead: string;
  readonly reason: string;
  readonly stages: readonly {
    readonly name: string;
    readonly kinds: string;
    readonly exercises: string;
    readonly rule: string;
  }[];
  readonly gate:
    | {
        readonly curveNote: string;
        readonly curveText: string;
        readonly withinHead: string;
        readonly boundsNote: string;
        readonly curve: readonly {
          readonly ability: string;
          readonly passed: string;
          readonly within: string;
          readonly bar: string;
          readonly cases: string;
        }[];
        readonly bounds: readonly {
          readonly cases: number;
          readonly passedFrom: string;
          readonly failedUpTo: string;
        }[];
      }
    | undefined;
  readonly known:
    | {
        readonly note: string;
        readonly curve: readonly {
          readonly ability: string;
          readonly stopped: string;
          readonly bar: string;
        }[];
      }
    | undefined;
  readonly roomHref: string;
}

/** A course as it is: with the code of a class, and for whoever is in one, in the version of that class. */
export const coursePage: Answer = (site) => (request, response) => {
  const context = readRequestContext(site, request);
  const id = context.param('id');
  const named = context.query.get('class');
  const own = named === null ? seatOf(site, request)?.class.course : knownClass(site.access, named).course;
  const course = own?.id === id ? own : site.courses.find((one) => one.id === id);
  if (course === undefined) throw notFound('没有这门课程', 'there is no such course');
  showPage(context, response, showCourse(context, course));
};

function showCourse({ language, link }: RequestContext, course: TrainingCourse): Page<CourseModel> {
  const t = translator(coursePageTexts, language);
  const isChinese = language === 'zh';
  const rules = shownCourse(course);
  return {
    view: 'course',
    title: isChinese ? course.name : course.nameEn,
    words: coursePageTexts,
    periodFree: true,
    secret: true,
    model: {
      lead: t('lead', { version: course.version, about: isChinese ? course.about : course.aboutEn }),
      reason: isChinese ? course.reason : course.reasonEn,
      stages: course.stages.map((stage) => ({
        name: nameOfStage(stage, language),
        kinds: stage.kinds
          .map((kind) => namesOfKinds(language).get(kind) ?? kind)
          .join(isChinese ? '、' : ', '),
        exercises:
          stage.id === 'gate'
            ? `${String(stage.rule.fewest)}–${String(stage.rule.most)} × ${String(stage.kinds.length)}`
            : `${String(stage.exercises)} × ${String(stage.kinds.length)}`,
        rule: ruleOfStage(stage, language),
      })),
      gate: rules.gate && showGate(rules.gate, language),
      known: rules.known && showKnown(rules.known, language),
      roomHref: link('/training'),
    },
  };
}

const shares = { from: 0, to: 1, ticks: [] };

function showGate(
  { rule, tries, curve, bounds, atMark }: NonNullable<CourseRules['gate']>,
  language: Language,
): CourseModel['gate'] {
  const t = translator(coursePageTexts, language);
  const mark = printShareRight(rule.mark);
  return {
    curveNote: t('curveNote', { mark }),
    curveText: t('curveText', {
      ...{ mark, n: tries },
      passed: printShareRight(atMark.passed),
      within: printShareRight(passedWithin(tries, atMark)),
    }),
    withinHead: t('within', { n: tries }),
    boundsNote: t('boundsNote', { z: rule.z }),
    curve: curve.map((point) => ({
      ability: printShareRight(point.ability),
      passed: printShareRight(point.passed),
      within: printShareRight(passedWithin(tries, point)),
      bar: cellBar(shares, passedWithin(tries, point)),
      cases: printFixed(point.cases, 1),
    })),
    bounds: bounds.map(({ cases, passedFrom, failedUpTo }) => ({
      cases,
      passedFrom: passedFrom === null ? '—' : String(passedFrom),
      failedUpTo: failedUpTo === null ? '—' : String(failedUpTo),
    })),
  };
}

function showKnown(
  { rule, all, cases, curve }: NonNullable<CourseRules['known']>,
  language: Language,
): CourseModel['known'] {
  const { fewest, mark, z } = rule;
  return {
    note: translator(coursePageTexts, language)('knownNote', {
      ...{ all, n: cases, fewest, z },
      mark: printShareRight(mark),
    }),
    curve: curve.map(({ ability, stopped }) => ({
      ability: printShareRight(ability),
      stopped: printShareRight(stopped),
      bar: cellBar(shares, stopped),
    })),
  };
}
