import type { AgreementWithTruth, KindAgreement, TraineeLeniency } from '../../jobs/train/class-agreement.ts';
import type { KindResult } from '../../jobs/train/class-results.ts';
import type { Language } from '../../model/language.ts';
import { printSecond } from '../../model/time/time.ts';
import type { TrainingClass } from '../../model/training/training-class.ts';
import { traineesOf } from '../../store/read/training/classes.ts';
import { exercisesOfClass } from '../../store/read/training/exercises.ts';
import { printFixed, printPercent } from '../../wording/print-number.ts';
import { translator } from '../../wording/translator.ts';
import type { RequestContext } from '../request-context.ts';
import { namesOfKinds } from '../training/course-stages.ts';
import { agreementTexts } from './agreement-texts.ts';
import { classesTexts } from './classes-texts.ts';

/** What the pages of a class with single exercises and of one with a course show alike. */

/** Seconds after which the page of an open class asks for the newest answers. */
export const LIVE_SECONDS = 10;

export interface ClassFrame {
  readonly code: string;
  readonly entry: string;
  readonly live: string;
  readonly state: string;
  readonly files: readonly { readonly name: string; readonly href: string }[];
  readonly token: string;
  /** Where the class is ended, or deleted after that. */
  readonly end: string;
  readonly remove: string;
  readonly classesHref: string;
  readonly bySeed: {
    readonly action: string;
    /** Other settings of the page, which a form must send along. */
    readonly kept: readonly { readonly name: string; readonly value: string }[];
    readonly seed: string;
    /** Who was given the exercise of the seed. */
    readonly found: readonly { readonly name: string; readonly href: string }[];
  };
}

export function classFrame(context: RequestContext, of: TrainingClass): ClassFrame {
  const { link, language } = context;
  const t = translator(classesTexts, language);
  const here = `/training/classes/${of.code}`;
  return {
    code: of.code,
    entry: `${context.origin}${link('/training', { class: of.code })}`,
    live: of.closedAt === null ? t('live', { n: LIVE_SECONDS }) : '',
    state: of.closedAt === null ? t('isOpen') : t('hasEnded', { at: printSecond(of.closedAt) }),
    files: ['csv', 'xlsx'].map((format) => ({
      name: format.toUpperCase(),
      href: link(`${here}/answers.${format}`),
    })),
    token: context.token(),
    end: of.closedAt === null ? link(`${here}/end`) : '',
    remove: of.closedAt === null ? '' : link(`${here}/delete`),
    classesHref: link('/training/classes'),
    bySeed: findBySeed(context, of),
  };
}

/** The exercises of a class that came from a seed, which a page or a file has told. */
function findBySeed(
  { link, language, query, site, kept }: RequestContext,
  of: TrainingClass,
): ClassFrame['bySeed'] {
  const here = `/training/classes/${of.code}`;
  const seed = (query.get('seed') ?? '').trim().slice(0, 20);
  const trainees = new Map(traineesOf(site.access, of.id).map((one) => [one.id, one]));
  const found =
    seed === '' ? [] : exercisesOfClass(site.access, of.id).filter((one) => String(one.seed) === seed);
  return {
    action: here,
    kept: kept(),
    seed,
    found: found.map(({ trainee, place }) => {
      const { name = '', number = 0 } = trainees.get(trainee) ?? {};
      return {
        name: translator(classesTexts, language)('lookTitle', { name, n: place }),
        href: link(`${here}/trainees/${String(number)}/${String(place)}`),
      };
    }),
  };
}

export interface ShownKindResult {
  readonly name: string;
  readonly answered: number;
  readonly share: string;
  readonly meanCost: string;
  readonly brier: string;
  readonly reliability: string;
  readonly resolution: string;
}

export function showKindResults(kinds: readonly KindResult[], language: Language): ShownKindResult[] {
  const t = translator(classesTexts, language);
  const names = namesOfKinds(language);
  return kinds.map(({ kind, answered, share, meanCost, brier }) => ({
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
  }));
}

export interface ShownAgreement {
  readonly name: string;
  /** Judgements, then exact, within one, κ, weighted κ, and among trainees exact, κ and AC1. */
  readonly cells: readonly string[];
  readonly caption: string;
  readonly scale: readonly string[];
  readonly rows: readonly { readonly name: string; readonly counts: readonly number[] }[];
  readonly patterns: readonly string[];
}

export function showAgreement(kinds: readonly KindAgreement[], language: Language): ShownAgreement[] {
  const t = translator({ ...agreementTexts, noFigure: classesTexts.noFigure }, language);
  const names = namesOfKinds(language);
  const figure = (value: number | undefined): string => (value === undefined ? '—' : printFixed(value, 2));
  const share = (value: number | undefined): string => (value === undefined ? '—' : printPercent(value));
  return kinds.map(({ kind, scale, judgements, confusion, patterns, truth, among }) => {
    const name = names.get(kind) ?? kind;
    const ofTruth =
      truth === undefined
        ? [t('noFigure'), '—', t('noFigure'), '—']
        : [share(truth.exact), share(truth.withinOne), printKappa(truth.kappa), printKappa(truth.weighted)];
    const ofOthers =
      among === undefined ? ['—', '—', '—'] : [share(among.exact), figure(among.kappa), figure(among.ac1)];
    return {
      name,
      cells: [String(judgements), ...ofTruth, ...ofOthers],
      caption: t('confusion', { kind: name }),
      scale: scale.map((one) => one[language]),
      rows: scale.map((one, i) => ({ name: one[language], counts: confusion.counts[i] ?? [] })),
      patterns: patterns.map((sentence) => sentence[language]),
    };
  });
}

const printKappa = (kappa: AgreementWithTruth['kappa']): string => {
  if (kappa === undefined) return '—';
  const error = kappa.error === null ? '—' : printFixed(kappa.error, 2);
  return `${printFixed(kappa.value, 2)} (${error})`;
};

/** How lenient a trainee is, with the interval: named only where it lies to one side of 0. */
export function printLeniency(found: TraineeLeniency | undefined, language: Language): string {
  if (found?.leaning === undefined || found.interval === null) return '—';
  const t = translator(agreementTexts, language);
  const signed = (value: number): string => `${value > 0 ? '+' : ''}${printFixed(value, 2)}`;
  const { low, high } = found.interval;
  return t(found.leaning, {
    value: `${signed(found.mean)} (${signed(low)} ${language === 'zh' ? '至' : 'to'} ${signed(high)})`,
  });
}
