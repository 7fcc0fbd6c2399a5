import { knownClass, endClass, removeClass } from '../../jobs/train/classes.ts';
import {
  classResult,
  itemsOfClass,
  type PlaceResult,
  type TraineeResult,
} from '../../jobs/train/class-results.ts';
import { agreementOfClass, leniencyIn } from '../../jobs/train/class-agreement.ts';
import { firstAnswers } from '../../jobs/train/judgements.ts';
import type { TrainingClass } from '../../model/training/training-class.ts';
import { cellBar } from '../../charts/bar-list.ts';
import { printFixed, printPercent } from '../../wording/print-number.ts';
import { translator } from '../../wording/translator.ts';
import { noteSubject } from '../access/sent-form.ts';
import type { Answer, Page } from '../page.ts';
import { readRequestContext, type RequestContext } from '../request-context.ts';
import { printCost } from '../training/print-cost.ts';
import { namesOfKinds } from '../training/course-stages.ts';
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
import { showCourseClass, type CourseClassModel } from './course-class-page.ts';

export interface ClassModel {
  readonly lead: string;
  readonly shared: ClassFrame;
  readonly places: readonly number[];
  readonly trainees: readonly {
    readonly name: string;
    readonly number: number;
    readonly cells: readonly { readonly text: string; readonly href: string; readonly label: string }[];
    readonly right: string;
    readonly cost: string;
    readonly brier: string;
    readonly leniency: string;
  }[];
  readonly histogram: readonly { readonly range: string; readonly people: number; readonly bar: string }[];
  readonly kinds: readonly ShownKindResult[];
  readonly agreement: readonly ShownAgreement[];
  readonly items: readonly {
    readonly item: string;
    readonly seed: string;
    readonly answers: number;
    readonly facility: string;
    readonly discrimination: string;
    readonly median: string;
    readonly flags: string;
  }[];
}

/** A class as its trainer sees it: with single exercises, or with a course. */
export const classPage = (context: RequestContext): Page<ClassModel | CourseClassModel> => {
  const of = knownClass(context.site.access, context.param('code'));
  return of.course === undefined ? showSingles(context, of) : showCourseClass(context, of, of.course);
};

function showSingles(context: RequestContext, of: TrainingClass): Page<ClassModel> {
  const { language, link, site } = context;
  const t = translator(classesTexts, language);
  const result = classResult(site.access, of);
  const here = `/training/classes/${of.code}`;
  const places = result.trainees[0]?.places.map(({ place }) => place) ?? [];
  const names = namesOfKinds(language);
  const firsts = firstAnswers(site.access, of);
  return {
    view: 'class',
    title: t('classTitle', { name: of.name }),
    words: { ...classesTexts, ...agreementTexts },
    periodFree: true,
    secret: true,
    refresh: of.closedAt === null ? LIVE_SECONDS : undefined,
    model: {
      lead: t('classLead', {
        code: of.code,
        kinds: of.kinds.map((kind) => names.get(kind) ?? kind).join(language === 'zh' ? '、' : ', '),
        each: of.each,
        difficulty: t(`difficulty${of.difficulty}`),
        attempts: of.attempts,
        seeds: t(of.isShared ? 'shared' : 'own'),
      }),
      shared: classFrame(context, of),
      places,
      trainees: result.trainees.map(({ trainee, places: own, right, cost, most, answered, brier }) => ({
        name: trainee.name,
        number: trainee.number,
        cells: own.map((one) => ({
          text: cellOf(one),
          href:
            one.exercise === undefined
              ? ''
              : link(`${here}/trainees/${String(trainee.number)}/${String(one.place)}`),
          label: `${trainee.name} ${String(one.place)}: ${cellOf(one)}`,
        })),
        right: `${String(right)} / ${String(answered)}`,
        cost: answered === 0 ? '—' : `${printCost(cost)} / ${printCost(most)}`,
        brier: brier === undefined ? '—' : printFixed(brier.score, 2),
        leniency: printLeniency(
          leniencyIn(firsts.filter(({ answer }) => answer.trainee === trainee.id)),
          language,
        ),
      })),
      histogram: histogramOf(result.trainees),
      kinds: showKindResults(result.kinds, language),
      agreement: showAgreement(agreementOfClass(of.kinds, firsts), language),
      items: itemsOfClass(result, of).map((item) => ({
        item: item.item,
        seed: seedAt(result.trainees, Number(item.item)),
        answers: item.answers,
        facility: `${printPercent(item.facility)} (${printPercent(item.interval.low)}–${printPercent(item.interval.high)})`,
        discrimination: item.discrimination === null ? t('tooFew') : printFixed(item.discrimination, 2),
        median: item.medianSeconds === null ? '—' : t('seconds', { n: Math.round(item.medianSeconds) }),
        flags: item.flags.map((flag) => t(flag)).join(language === 'zh' ? '、' : ', '),
      })),
    },
  };
}

function cellOf({ answers }: PlaceResult): string {
  const last = answers.at(-1);
  if (last === undefined) return '—';
  return last.mark.right ? '✓' : printCost(last.mark.cost);
}

const seedAt = (trainees: readonly TraineeResult[], place: number): string =>
  String(
    trainees.flatMap(({ places }) => places).find((one) => one.place === place && one.exercise)?.exercise
      ?.seed ?? '',
  );

/** Trainees by the share of the worst cost that their answers cost, in five parts. */
const PARTS = 5;

function histogramOf(trainees: readonly TraineeResult[]): ClassModel['histogram'] {
  const shares = trainees.flatMap(({ cost, most }) => (most === 0 ? [] : [cost / most]));
  const people = Array.from(
    { length: PARTS },
    (_, i) => shares.filter((share) => Math.min(PARTS - 1, Math.floor(share * PARTS)) === i).length,
  );
  const most = Math.max(1, ...people);
  return people.map((n, i) => ({
    range: `${String((i * 100) / PARTS)}–${String(((i + 1) * 100) / PARTS)}%`,
    people: n,
    bar: cellBar({ from: 0, to: most, ticks: [] }, n),
  }));
}

/** Ends a class. */
export const sendEnd: Answer = (site) => (request, response) => {
  const context = readRequestContext(site, request);
  const ended = endClass(site.access, context.param('code'), site.now());
  noteSubject(request, `class ${String(ended.id)}`);
  response.redirect(303, context.link(`/training/classes/${ended.code}`));
};

/** Deletes a class that has ended. */
export const sendDelete: Answer = (site) => (request, response) => {
  const context = readRequestContext(site, request);
  const { id, code } = knownClass(site.access, context.param('code'));
  noteSubject(request, `class ${String(id)}`);
  removeClass(site.access, code);
  response.redirect(303, context.link('/training/classes'));
};
