import { knownClass, endClass, removeClass } from '../../jobs/train/classes.ts';
import {
  classResult,
  itemsOfClass,
  type PlaceResult,
  type TraineeResult,
} from '../../jobs/train/class-results.ts';
import { describedKinds } from '../../jobs/train/practice.ts';
import { cellBar } from '../../charts/bar-list.ts';
import { printSecond } from '../../model/time/time.ts';
import { printFixed, printPercent } from '../../wording/print-number.ts';
import { translator } from '../../wording/translator.ts';
import { noteSubject } from '../access/sent-form.ts';
import type { Answer, Page } from '../page.ts';
import { readRequestContext, type RequestContext } from '../request-context.ts';
import { printCost } from '../training/print-cost.ts';
import { classesTexts } from './classes-texts.ts';

/** Seconds after which the page of an open class asks for the newest answers. */
const LIVE_SECONDS = 10;

export interface ClassModel {
  readonly lead: string;
  readonly code: string;
  readonly entry: string;
  readonly live: string;
  readonly state: string;
  readonly places: readonly number[];
  readonly trainees: readonly {
    readonly name: string;
    readonly number: number;
    readonly cells: readonly { readonly text: string; readonly href: string; readonly label: string }[];
    readonly right: string;
    readonly cost: string;
    readonly brier: string;
  }[];
  readonly histogram: readonly { readonly range: string; readonly people: number; readonly bar: string }[];
  readonly kinds: readonly {
    readonly name: string;
    readonly answered: number;
    readonly share: string;
    readonly meanCost: string;
    readonly brier: string;
    readonly reliability: string;
    readonly resolution: string;
  }[];
  readonly items: readonly {
    readonly item: string;
    readonly seed: string;
    readonly answers: number;
    readonly facility: string;
    readonly discrimination: string;
    readonly median: string;
    readonly flags: string;
  }[];
  readonly files: readonly { readonly name: string; readonly href: string }[];
  readonly token: string;
  /** Where the class is ended, or deleted after that. */
  readonly end: string;
  readonly remove: string;
  readonly classesHref: string;
}

export const classPage = (context: RequestContext): Page<ClassModel> => {
  const { language, link, site } = context;
  const t = translator(classesTexts, language);
  const of = knownClass(site.access, context.param('code'));
  const result = classResult(site.access, of);
  const here = `/training/classes/${of.code}`;
  const places = result.trainees[0]?.places.map(({ place }) => place) ?? [];
  const names = new Map(describedKinds.map(({ id, name }) => [id, name[language]]));
  return {
    view: 'class',
    title: t('classTitle', { name: of.name }),
    words: classesTexts,
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
      code: of.code,
      entry: `${context.origin}${link('/training', { class: of.code })}`,
      live: of.closedAt === null ? t('live', { n: LIVE_SECONDS }) : '',
      state: of.closedAt === null ? t('isOpen') : t('hasEnded', { at: printSecond(of.closedAt) }),
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
      })),
      histogram: histogramOf(result.trainees),
      kinds: result.kinds.map(({ kind, answered, share, meanCost, brier }) => ({
        name: names.get(kind) ?? kind,
        answered,
        share:
          share === null
            ? t('noFigure')
            : `${printPercent(share.value)} (${printPercent(share.low)}–${printPercent(share.high)})`,
        meanCost: meanCost === null ? t('noFigure') : printFixed(meanCost, 2),
        brier: brier === undefined ? t('noFigure') : printFixed(brier.score, 3),
        reliability: brier === undefined ? t('noFigure') : printFixed(brier.reliability, 3),
        resolution: brier === undefined ? t('noFigure') : printFixed(brier.resolution, 3),
      })),
      items: itemsOfClass(result, of).map((item) => ({
        item: item.item,
        seed: seedAt(result.trainees, Number(item.item)),
        answers: item.answers,
        facility: `${printPercent(item.facility)} (${printPercent(item.interval.low)}–${printPercent(item.interval.high)})`,
        discrimination: item.discrimination === null ? t('tooFew') : printFixed(item.discrimination, 2),
        median: item.medianSeconds === null ? '—' : t('seconds', { n: Math.round(item.medianSeconds) }),
        flags: item.flags.map((flag) => t(flag)).join(language === 'zh' ? '、' : ', '),
      })),
      files: ['csv', 'xlsx'].map((format) => ({
        name: format.toUpperCase(),
        href: link(`/training/classes/${of.code}/answers.${format}`),
      })),
      token: context.token(),
      end: of.closedAt === null ? link(`${here}/end`) : '',
      remove: of.closedAt === null ? '' : link(`${here}/delete`),
      classesHref: link('/training/classes'),
    },
  };
};

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
