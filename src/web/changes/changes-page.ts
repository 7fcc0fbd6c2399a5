import {
  CHANGE_MINIMUM,
  changeFigures,
  isRatingFigure,
  type ChangeFigure,
  type UnitChange,
  type UnitChanges,
} from '../../jobs/measure/compare-units.ts';
import { unitKinds } from '../../model/reference.ts';
import { printFixed } from '../../wording/print-number.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { printP } from '../shared/print-p.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator, type Translate } from '../../wording/translator.ts';
import { unpublishedNotice } from '../../jobs/measure/unpublished-notice.ts';
import { changesTexts } from './changes-texts.ts';
import { askedChanges, printChange, printFigure, type AskedChanges } from './changes-view.ts';

interface Choice {
  readonly name: string;
  readonly href: string;
  readonly current: boolean;
}

interface UnitOption {
  readonly value: string;
  readonly name: string;
  readonly selected: boolean;
}

export interface ChangesModel {
  readonly kinds: readonly Choice[];
  readonly figures: readonly Choice[];
  readonly heading: string;
  readonly changeHeading: string;
  readonly note: string;
  /** What stands in place of a table; empty where there is one. */
  readonly missing: string;
  readonly lines: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly href: string;
    readonly cells: readonly string[];
    readonly verdict: string;
  }[];
  readonly files: { readonly csv: string; readonly json: string };
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly first: readonly UnitOption[];
  readonly second: readonly UnitOption[];
  readonly difference: string;
  readonly pairNote: string;
}

const words = { ...siteTexts, ...changesTexts };
/** Share of false verdicts that is put up with. */
const LEVEL = 0.05;

export async function changesPage(context: RequestContext): Promise<Page<ChangesModel>> {
  const { language, period, query, site } = context;
  const t = translator(words, language);
  const asked = await askedChanges(context);
  const { kind, figure, before, periods, units, unranked, changes, pair } = asked;
  const isOfRatings = isRatingFigure(figure);
  const choice = (field: string, value: string, current: string, first: string, name: string): Choice => ({
    name,
    href: context.here({ [field]: value === first ? undefined : value, a: undefined, b: undefined }),
    current: value === current,
  });
  const named = (one: ChangeFigure): string => figureName(context, one, t);
  const file = { kind, figure, a: query.get('a') ?? undefined, b: query.get('b') ?? undefined };
  const options = (chosen: string | undefined): UnitOption[] =>
    [...units, ...unranked].map((unit) => ({
      value: unit.code,
      name: nameIn(language, unit),
      selected: unit.code === chosen,
    }));
  return {
    view: 'changes',
    title: t('title'),
    words,
    unpublished: unpublishedNotice(site, periods, language, 'figures'),
    model: {
      kinds: unitKinds.map((one) => choice('kind', one, kind, 'province', t(one))),
      figures: changeFigures.map((one) => choice('figure', one, figure, 'goodRate', named(one))),
      heading: t('changed', { figure: named(figure), now: period.label, before: before.label }),
      changeHeading: t(figure === 'goodRate' ? 'changeOfShare' : 'changeOfScore'),
      note: [
        t(isOfRatings ? 'ratingsNote' : 'scoresNote', { minimum: CHANGE_MINIMUM }),
        t('adjustedNote', { n: units.length }),
        ...(unranked.length === 0 ? [] : [t('unrankedNote')]),
      ].join(language === 'zh' ? '' : ' '),
      missing: changes === undefined ? t('noBefore', { before: before.label }) : '',
      lines: changes === undefined ? [] : summaryLines(t, changes),
      rows: units.map((unit) => {
        const change = changes?.units.find(({ code }) => code === unit.code);
        return {
          name: nameIn(language, unit),
          href: context.link(`/units/${unit.code}`),
          cells: change === undefined ? [] : changeCells(asked, change),
          verdict: t(verdictOf(change)),
        };
      }),
      files: {
        csv: context.link('/files/changes.csv', { kind, figure }),
        json: context.link('/api/changes.json', file),
      },
      kept: context.kept('kind', 'figure'),
      first: options(pair?.[0].code),
      second: options(pair?.[1].code),
      difference: differenceLine(context, asked, t),
      pairNote: t(isOfRatings ? 'pairOfRatings' : 'pairOfScores', { minimum: CHANGE_MINIMUM }),
    },
  };
}

function figureName({ site, language }: RequestContext, figure: ChangeFigure, t: Translate): string {
  if (figure === 'overall' || isRatingFigure(figure)) return t(figure);
  const dimension = site.methods.province.dimensions.find(({ id }) => id === figure);
  return dimension === undefined ? figure : nameIn(language, dimension);
}

type Verdict = 'rose' | 'fell' | 'same' | 'untested';

function verdictOf(unit: UnitChange | undefined): Verdict {
  const change = unit?.change ?? null;
  if (unit === undefined || change === null || unit.adjusted === null) return 'untested';
  if (unit.adjusted >= LEVEL) return 'same';
  return change.value > 0 ? 'rose' : 'fell';
}

function changeCells({ figure }: AskedChanges, { now, before, change, adjusted }: UnitChange): string[] {
  const figures = [printFigure(figure, now), printFigure(figure, before)];
  if (change === null || adjusted === null) return [...figures, '—', '—', '—', '—'];
  const { low, high } = change.interval;
  return [
    ...figures,
    printChange(figure, change.value),
    `${printChange(figure, low)} – ${printChange(figure, high)}`,
    bare(change.p),
    bare(adjusted),
  ];
}

/** A p-value in a column of its own needs no sign of equality. */
const bare = (p: number): string => printP(p).replace('= ', '');

function summaryLines(t: Translate, { units, order }: UnitChanges): string[] {
  const count = (verdict: Verdict): number => units.filter((unit) => verdictOf(unit) === verdict).length;
  const [up, down, same, none] = [count('rose'), count('fell'), count('same'), count('untested')];
  return [
    t('summary', { n: units.length, up, down, same, none }),
    ...(order === null
      ? []
      : [
          t('order', {
            n: order.units,
            spearman: printFixed(order.spearman, 3),
            kendall: printFixed(order.kendall, 3),
          }),
        ]),
  ];
}

/** Empty where there are not two units. */
function differenceLine(
  context: RequestContext,
  { figure, pair, difference }: AskedChanges,
  t: Translate,
): string {
  const { period, language } = context;
  if (pair === undefined) return '';
  if (difference === null) return t('noDifference');
  const { value, interval, p, figures } = difference;
  const suffix = figure === 'goodRate' ? ` ${t('points')}` : '';
  return t('difference', {
    period: period.label,
    figure: figureName(context, figure, t),
    a: nameIn(language, pair[0]),
    b: nameIn(language, pair[1]),
    valueA: printFigure(figure, figures[0]),
    valueB: printFigure(figure, figures[1]),
    value: printChange(figure, value) + suffix,
    low: printChange(figure, interval.low),
    high: printChange(figure, interval.high),
    p: printP(p),
    verdict: t(p < LEVEL ? 'differ' : 'alike'),
  });
}
