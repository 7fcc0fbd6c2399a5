import {
  chooseRanks,
  chosenStrengths,
  type ChosenNode,
  type ChosenResults,
} from '../../jobs/measure/choices/choose-ranks.ts';
import type { ChoiceRequest } from '../../model/choices/choice-request.ts';
import { Mistake } from '../../model/errors.ts';
import type { Measurement } from '../../model/measurement.ts';
import { indicatorsOf, type Method } from '../../model/method.ts';
import { unitKinds } from '../../model/reference.ts';
import { notYetAssessed } from '../../wording/not-yet-assessed.ts';
import { printFixed, printPercent, printScore } from '../../wording/print-number.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { readChoice } from '../request-query.ts';
import { printValue } from '../../wording/indicator-value.ts';
import { nameIn, translator, type Translate } from '../../wording/translator.ts';
import { explainedStanding } from '../shared/explain-link.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { unpublishedNotice } from '../../jobs/measure/unpublished-notice.ts';
import { changedFields, readChoiceRequest } from './choice-fields.ts';
import { choicesForm, type ChoicesForm } from './choices-form.ts';
import { choicesTexts } from './choices-texts.ts';

interface NodeRow {
  readonly name: string;
  readonly nominal: string;
  readonly effective: string;
  readonly meanShift: string;
  readonly most: string;
}

export interface ChoicesResults {
  readonly note: string;
  readonly hints: readonly string[];
  readonly rows: readonly {
    readonly code: string;
    readonly name: string;
    readonly href: string;
    readonly before: string;
    readonly after: string;
    readonly change: string;
    readonly changeClass: string;
    readonly scoreBefore: string;
    /** Where rank and index by the method are explained. */
    readonly explained: { readonly rank: string; readonly score: string };
    readonly scoreAfter: string;
  }[];
  readonly dimensions: readonly NodeRow[];
  readonly indicators: readonly NodeRow[];
  readonly strengths: {
    readonly units: readonly { readonly value: string; readonly name: string; readonly selected: boolean }[];
    readonly kept: readonly { readonly name: string; readonly value: string }[];
    readonly rows: readonly {
      readonly name: string;
      readonly value: string;
      readonly mean: string;
      readonly points: string;
    }[];
  };
  /** What values were drawn towards; empty where they were not. */
  readonly priors: readonly { readonly name: string; readonly mean: string; readonly deviation: string }[];
  readonly uncertainty: string;
  readonly files: { readonly csv: string; readonly json: string };
}

export interface ChoicesModel {
  readonly kinds: readonly { readonly name: string; readonly href: string; readonly current: boolean }[];
  readonly ownMethod: string;
  readonly form: ChoicesForm;
  readonly problem: string;
  readonly notAssessed: string;
  readonly results: ChoicesResults | undefined;
}

const words = { ...siteTexts, ...choicesTexts };

/** The method of the kind that the address names. */
export const chosenMethod = ({ query, site }: RequestContext): Method =>
  site.methods[readChoice(query, 'kind', unitKinds, 'province')];

export async function choicesPage(context: RequestContext): Promise<Page<ChoicesModel>> {
  const { language, period, query, site } = context;
  const t = translator(words, language);
  const method = chosenMethod(context);
  const measurement = await context.results.measurement(period);
  const unassessed = notYetAssessed(site.methods, period);
  let problem = '';
  let results: ChoicesResults | undefined;
  try {
    const request = readChoiceRequest(query, method);
    results = resultsOf(context, method, measurement, request, t);
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    problem = error.in(language);
  }
  return {
    view: 'choices',
    title: t('title'),
    words,
    status: problem === '' ? 200 : 400,
    unpublished: unpublishedNotice(site, [period], language),
    model: {
      kinds: unitKinds.map((one) => ({
        name: t(one),
        href: context.link('/choices', { kind: one === 'province' ? undefined : one }),
        current: one === method.kind,
      })),
      ownMethod: context.link('/method/own'),
      form: choicesForm(context, method),
      problem,
      notAssessed: unassessed?.kind === method.kind ? unassessed.reason[language] : '',
      results,
    },
  };
}

function resultsOf(
  context: RequestContext,
  method: Method,
  measurement: Measurement,
  request: ChoiceRequest,
  t: Translate,
): ChoicesResults {
  const { query } = context;
  const chosen = chooseRanks(measurement, method, request);
  const kind = query.get('kind') ?? undefined;
  const changes = { ...changedFields(query, method), kind };
  const missing = t('missing');
  const names = namesOf(context, method);
  const ranked = chosen.units.filter(({ before, after }) => before.rank !== null && after.rank !== null);
  const moves = ranked.map(({ before, after }) => (before.rank ?? 0) - (after.rank ?? 0));
  const shift = moves.reduce((sum, move) => sum + Math.abs(move), 0) / Math.max(1, moves.length);
  const anyRank = chosen.units.some(({ after }) => after.rank !== null);
  return {
    note: anyRank
      ? t('ranksNote', {
          kind: t(method.kind),
          moved: moves.filter((move) => move !== 0).length,
          shift: printFixed(shift, 2),
        })
      : t('noRanks'),
    hints: [
      ...(request.weighting === 'given' ? [] : [t('givenOnly')]),
      ...(request.normalisation === 'goalposts' ? [] : [t('goalpostsOnly')]),
      ...(request.normalisation === 'goalposts' || chosen.constant.length === 0
        ? []
        : [t('constant', { names: chosen.constant.map((id) => names.get(id) ?? id).join(t('listComma')) })]),
    ],
    rows: [...chosen.units]
      .sort((a, b) => (a.after.rank ?? Infinity) - (b.after.rank ?? Infinity))
      .map((unit) => {
        const { before, after } = unit;
        const move = before.rank === null || after.rank === null ? null : before.rank - after.rank;
        return {
          code: unit.code,
          name: nameIn(context.language, unit),
          href: context.link(`/units/${unit.code}`),
          before: before.rank === null ? missing : String(before.rank),
          after: after.rank === null ? missing : String(after.rank),
          change: printMove(t, move),
          changeClass: move === null || move === 0 ? 'quiet' : 'strong',
          scoreBefore: printScore(before.score, missing),
          explained: explainedStanding(context, unit.code),
          scoreAfter: printScore(after.score, missing),
        };
      }),
    ...nodeRows(context, chosen, names, t),
    strengths: strengthsView(context, method, measurement, request, chosen, names),
    priors: chosen.priors.map(({ id, mean, deviation }) => {
      const posts = indicatorsOf(method).find((indicator) => indicator.id === id)?.goalposts ?? [0, 1];
      return {
        name: names.get(id) ?? id,
        mean: printValue(posts, mean, missing),
        deviation: printValue(posts, deviation, missing),
      };
    }),
    uncertainty: context.link('/choices/uncertainty', changes),
    files: {
      csv: context.link('/files/choices.csv', changes),
      json: context.link('/api/choices.json', changes),
    },
  };
}

const printMove = (t: Translate, move: number | null): string => {
  if (move === null) return '';
  if (move === 0) return t('same');
  return t(move > 0 ? 'up' : 'down', { n: Math.abs(move) });
};

const namesOf = ({ language }: RequestContext, method: Method): Map<string, string> =>
  new Map([...method.dimensions, ...indicatorsOf(method)].map((part) => [part.id, nameIn(language, part)]));

function nodeRows(
  context: RequestContext,
  { nodes, units }: ChosenResults,
  names: ReadonlyMap<string, string>,
  t: Translate,
): Pick<ChoicesResults, 'dimensions' | 'indicators'> {
  const missing = t('missing');
  const row = ({ id, nominal, effective, meanShift, most }: ChosenNode): NodeRow => {
    const unit = units.find(({ code }) => code === most?.code);
    return {
      name: names.get(id) ?? id,
      nominal: printPercent(nominal),
      effective: effective === null ? missing : printPercent(effective),
      meanShift: meanShift === null ? missing : printFixed(meanShift, 2),
      most:
        most === null || unit === undefined
          ? ''
          : t('moved', { name: nameIn(context.language, unit), from: most.from, to: most.to }),
    };
  };
  const at = (depth: ChosenNode['depth']): NodeRow[] => nodes.filter((node) => node.depth === depth).map(row);
  return { dimensions: at(0), indicators: at(1) };
}

/** Indicators that are listed at either end. */
const LISTED = 5;

function strengthsView(
  context: RequestContext,
  method: Method,
  measurement: Measurement,
  request: ChoiceRequest,
  { units }: ChosenResults,
  names: ReadonlyMap<string, string>,
): ChoicesResults['strengths'] {
  const { language, query } = context;
  const [first] = units;
  const code =
    first === undefined
      ? ''
      : readChoice(
          query,
          'unit',
          units.map((unit) => unit.code),
          first.code,
        );
  const strengths = chosenStrengths(measurement, method, request, code);
  const goalposts = new Map(indicatorsOf(method).map((indicator) => [indicator.id, indicator.goalposts]));
  const helpful = strengths.slice(0, LISTED).filter(({ points }) => points > 0);
  const harmful = strengths.slice(-LISTED).filter(({ points }) => points < 0);
  return {
    units: units.map((unit) => ({
      value: unit.code,
      name: nameIn(language, unit),
      selected: unit.code === code,
    })),
    kept: [...query].filter(([name]) => name !== 'unit').map(([name, value]) => ({ name, value })),
    rows: [...helpful, ...harmful].map(({ id, value, mean, points }) => ({
      name: names.get(id) ?? id,
      value: printValue(goalposts.get(id) ?? [0, 1], value, ''),
      mean: printValue(goalposts.get(id) ?? [0, 1], mean, ''),
      points: `${points > 0 ? '+' : ''}${printFixed(points, 3)}`,
    })),
  };
}
