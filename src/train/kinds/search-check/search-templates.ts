import type { Bilingual } from '../../../model/language.ts';
import { HITS_A_PAGE, pointsOfPlace, type AskingWay } from '../../../model/site/asking-ways.ts';
import { percentUnit } from '../figures/exercise-parts.ts';
import type { Asking } from './asking.ts';

const marks: Bilingual = { zh: '分', en: 'points' };

/** What is computed from the places of the queries that a trainee records. */
export interface SearchFigure {
  readonly label: Bilingual;
  readonly unit: Bilingual;
  readonly decimals: number;
  readonly of: (askings: readonly Asking[]) => number;
  /** How it is computed, with the figures of an exercise. */
  readonly shown: (askings: readonly Asking[]) => Bilingual;
}

/** A template of search checks: how many items are asked for, in which ways, and what is computed. */
export interface SearchTemplate {
  readonly name: Bilingual;
  readonly items: number;
  readonly ways: readonly AskingWay[];
  readonly figure: SearchFigure;
}

const points = (askings: readonly Asking[]): readonly number[] =>
  askings.map(({ place }) => pointsOfPlace(place));
const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
const added = (numbers: readonly number[]): string => numbers.join(' + ');

const sumOfPoints: SearchFigure = {
  label: { zh: '四次查询得分之和', en: 'Sum of the points of the four queries' },
  unit: marks,
  decimals: 0,
  of: (askings) => total(points(askings)),
  shown: (askings) => {
    const text = `${added(points(askings))} = ${String(total(points(askings)))}`;
    return { zh: text, en: text };
  },
};

const meanOfPoints: SearchFigure = {
  label: { zh: '四次查询的平均得分', en: 'Mean points of the four queries' },
  unit: marks,
  decimals: 2,
  of: (askings) => total(points(askings)) / askings.length,
  shown: (askings) => {
    const all = points(askings);
    const text = `(${added(all)}) ÷ ${String(all.length)} = ${(total(all) / all.length).toFixed(2)}`;
    return { zh: text, en: text };
  },
};

const onFirstPage = (askings: readonly Asking[]): number =>
  askings.filter(({ place }) => place >= 1 && place <= HITS_A_PAGE).length;

const firstPageShare: SearchFigure = {
  label: {
    zh: '首页命中率（正确结果在第一页的查询所占比例）',
    en: 'Share of the queries with the right hit on page one',
  },
  unit: percentUnit,
  decimals: 0,
  of: (askings) => (100 * onFirstPage(askings)) / askings.length,
  shown: (askings) => {
    const text = `${String(onFirstPage(askings))} ÷ ${String(askings.length)} = ${((100 * onFirstPage(askings)) / askings.length).toFixed(0)}%`;
    return { zh: text, en: text };
  },
};

const scoreOfHundred: SearchFigure = {
  label: {
    zh: '查询精准度（四次得分之和占满分的百分比）',
    en: 'Precision of search: points of the four queries as a share of the most',
  },
  unit: percentUnit,
  decimals: 1,
  of: (askings) => (100 * total(points(askings))) / (10 * askings.length),
  shown: (askings) => {
    const all = points(askings);
    const text = `(${added(all)}) ÷ ${String(10 * all.length)} = ${((10 * total(all)) / all.length).toFixed(1)}%`;
    return { zh: text, en: text };
  },
};

/** Mean points by the standard name less those by another way. */
const gapTo = (way: AskingWay, zh: string, en: string): SearchFigure => {
  const of = (askings: readonly Asking[], asked: AskingWay): readonly number[] =>
    points(askings.filter((asking) => asking.way === asked));
  const mean = (numbers: readonly number[]): number => total(numbers) / Math.max(1, numbers.length);
  const gap = (askings: readonly Asking[]): number => mean(of(askings, 'standard')) - mean(of(askings, way));
  return {
    label: {
      zh: `标准名称的平均得分减去${zh}的平均得分`,
      en: `Mean points by standard name less those by ${en}`,
    },
    unit: marks,
    decimals: 1,
    of: gap,
    shown: (askings) => {
      const [standard, other] = [of(askings, 'standard'), of(askings, way)];
      const part = (numbers: readonly number[]): string => `(${added(numbers)}) ÷ ${String(numbers.length)}`;
      const text = `${part(standard)} − ${part(other)} = ${gap(askings).toFixed(1).replace('-', '−')}`;
      return { zh: text, en: text };
    },
  };
};

/** An exercise that was given is found by the place of its template: append, never reorder. */
export const searchTemplates: readonly SearchTemplate[] = [
  {
    name: { zh: '一个事项四种查法', en: 'One item in four ways' },
    items: 1,
    ways: ['standard', 'common', 'typing', 'need'],
    figure: sumOfPoints,
  },
  {
    name: { zh: '标准名称和一句话需求', en: 'Standard names and needs' },
    items: 2,
    ways: ['standard', 'need'],
    figure: meanOfPoints,
  },
  { name: { zh: '口语名称', en: 'What people call it' }, items: 4, ways: ['common'], figure: meanOfPoints },
  { name: { zh: '输入有误', en: 'Typing errors' }, items: 4, ways: ['typing'], figure: firstPageShare },
  {
    name: { zh: '标准名称和口语名称相比', en: 'Standard against common names' },
    items: 2,
    ways: ['standard', 'common'],
    figure: gapTo('common', '口语名称', 'common name'),
  },
  {
    name: { zh: '错字和一句话需求', en: 'Typing errors and needs' },
    items: 2,
    ways: ['typing', 'need'],
    figure: scoreOfHundred,
  },
];
