import { roundAxis } from '../../charts/axis.ts';
import { intervalRows } from '../../charts/interval-rows.ts';
import type { Answered } from '../../jobs/answers/questions.ts';
import type { Interval } from '../../model/math/interval.ts';
import { subjectNames, variancePartNames } from '../../wording/evaluator-names.ts';
import {
  printCount,
  printDifference,
  printFixed,
  printScore,
  printShare,
} from '../../wording/print-number.ts';
import { nameIn, translator, type Translate } from '../../wording/translator.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { commandText, fileFromHere } from '../shared/command-text.ts';
import { simulatedCaption } from '../shared/simulated.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { askedPlan } from './asked-plan.ts';
import { evaluatorsTexts } from './evaluators-texts.ts';

type Subject = Answered['evaluators'][number];
type Row = { readonly name: string; readonly cells: readonly string[] };

interface SubjectModel {
  readonly id: string;
  readonly name: string;
  readonly facts: string;
  readonly variances: readonly Row[];
  readonly residual: string;
  readonly severityChart: string;
  readonly evaluators: readonly Row[];
  readonly agreement: string;
  readonly optionHeadings: readonly string[];
  readonly options: readonly Row[];
  readonly unitsNote: string;
  readonly unitHeadings: readonly string[];
  readonly units: readonly Row[];
}

export interface EvaluatorsModel {
  readonly methodHref: string;
  readonly sitesHref: string;
  readonly action: string;
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly plans: readonly { readonly value: string; readonly name: string; readonly selected: boolean }[];
  /** Undefined where there are no assessments. */
  readonly jsonHref: string | undefined;
  readonly command: string;
  readonly subjects: readonly SubjectModel[];
}

/** Plans that a reader may choose among: the latest. An address may name any. */
const PLANS = 100;

const words = { ...siteTexts, ...evaluatorsTexts };
const rangeOf = (interval: Interval | null, missing: string): string =>
  interval === null ? missing : `${printFixed(interval.low, 2)} – ${printFixed(interval.high, 2)}`;

/** What evaluators found, how far they differ, and what more of their work would buy (评估人员误差). */
export async function evaluatorsPage(context: RequestContext): Promise<Page<EvaluatorsModel>> {
  const t = translator(words, context.language);
  const { plans, plan } = askedPlan(context);
  const subjects = plan === undefined ? [] : await context.results.ask('evaluators', { plan });
  return {
    view: 'evaluators',
    title: t('title'),
    words,
    periodFree: true,
    model: {
      methodHref: context.link('/method'),
      sitesHref: context.link('/sites'),
      action: context.path,
      kept: context.kept(),
      plans: plans
        .filter((one, i) => i < PLANS || one.plan === plan)
        .map((one) => ({
          value: one.plan,
          name: t('planName', {
            plan: one.plan,
            assessments: printCount(one.assessments),
            evaluators: one.evaluators,
          }),
          selected: one.plan === plan,
        })),
      jsonHref: plan === undefined ? undefined : context.link('/api/evaluators.json', { plan }),
      command: commandText('evaluate', {
        plan: 'db/reference/plans/basic.json',
        db: fileFromHere(context.site.store.file),
      }),
      subjects: subjects.map((subject) => subjectModel(context, subject, t)),
    },
  };
}

function subjectModel(context: RequestContext, found: Subject, t: Translate): SubjectModel {
  const { language } = context;
  const missing = t('missing');
  const { subject, residualParts, agreement, options } = found;
  const differences = options[0]?.rankedRightly.map(({ difference }) => difference) ?? [];
  return {
    id: subject,
    name: subjectNames[subject][language],
    facts: t('facts', {
      assessments: printCount(found.assessments),
      units: found.units,
      items: found.items,
      mean: printScore(found.mean, missing),
      error: printScore(found.meanError, missing),
    }),
    variances: found.variances.map(({ part, variance, interval, share }) => ({
      name: variancePartNames[part][language],
      cells: [printScore(variance, missing), rangeOf(interval, missing), printShare(share, missing)],
    })),
    residual:
      residualParts === null
        ? ''
        : t('residualParts', {
            unitItem: printScore(residualParts.unitItem, missing),
            assessment: printScore(residualParts.assessment, missing),
          }),
    severityChart: drawSeverities(context, found, t),
    evaluators: found.evaluators.map(({ evaluator, assessments, effect, interval }) => ({
      name: evaluator,
      cells: [printCount(assessments), printDifference(effect, missing), rangeOf(interval, missing)],
    })),
    agreement:
      agreement === null
        ? t('noDouble')
        : t('agreement', {
            pairs: printCount(agreement.pairs),
            findings: printCount(agreement.findings),
            exact: printShare(agreement.exact, missing),
            kappa: printScore(agreement.kappa, missing),
            ac1: printScore(agreement.ac1, missing),
          }) + (subject === 'guide' ? '' : t('agreementOrdered')),
    optionHeadings: [
      ...[t('optionTimes'), t('optionAll'), t('optionError')],
      ...differences.map((n) => t('rankedRightly', { n })),
      t('optionRanks'),
    ],
    options: options.map((option) => ({
      name: String(option.plan.items),
      cells: [
        ...[String(option.plan.evaluatorsPerItem), String(option.assessments)],
        printScore(option.relativeError, missing),
        ...option.rankedRightly.map(({ chance }) => printShare(chance, missing)),
        option.rankHalfWidth === null ? missing : printFixed(option.rankHalfWidth, 1),
      ],
    })),
    unitsNote: t(subject === 'guide' ? 'unitsNoteGuide' : 'unitsNote'),
    unitHeadings: [
      ...[t('assessments'), t('score')],
      ...(subject === 'guide' ? [t('register'), t('difference')] : []),
    ],
    units: found.scores.map((unit) => ({
      name: nameIn(language, unit),
      cells: [
        ...[printCount(unit.assessments), printScore(unit.score, missing)],
        ...(unit.register === null
          ? []
          : [printScore(unit.register, missing), printDifference(unit.score - unit.register, missing)]),
      ],
    })),
  };
}

/** Evaluators on one axis of points, each with the interval of the severity; empty where none can be compared. */
function drawSeverities({ language }: RequestContext, found: Subject, t: Translate): string {
  const rows = found.evaluators.flatMap(({ evaluator, effect, interval }) =>
    effect === null ? [] : [{ evaluator, effect, interval }],
  );
  if (rows.length === 0) return '';
  const axis = roundAxis(
    [
      0,
      ...rows.flatMap(({ effect, interval }) => [effect, interval?.low ?? effect, interval?.high ?? effect]),
    ],
    6,
  );
  return intervalRows(
    simulatedCaption(language, {
      id: `${found.subject}-chart`,
      title: `${subjectNames[found.subject][language]} — ${t('severities')}`,
      desc: t('severitiesNote'),
    }),
    axis,
    rows.map(({ evaluator, effect, interval }) => ({
      name: evaluator,
      value: effect,
      low: interval?.low,
      high: interval?.high,
      printed: printDifference(effect, ''),
    })),
    printFixed,
  );
}
