import type { MadeExercise } from '../../model/training/exercise.ts';
import type { ExerciseKind, MakeRequest } from '../exercise-kind.ts';
import { NO_FAULT, severalFaults } from './fault-fields.ts';
import { askedNumber, exerciseOf, paragraph, type FieldWithKey } from './figures/exercise-parts.ts';
import type { Asking } from './search-check/asking.ts';
import { isWrongEntry } from './search-check/draw-log.ts';
import { drawSearchSample, type SearchSample } from './search-check/draw-sample.ts';
import {
  MISSED_ENTRY,
  searchRulesAndCosts,
  WRONG_ENTRY,
  WRONG_FIGURE,
  WRONG_PLACE,
} from './search-check/search-costs.ts';
import { searchSolution } from './search-check/search-solution.ts';
import { askingName, askingsTable, hitsTable, itemText, logTable } from './search-check/search-tables.ts';
import { searchTemplates, type SearchTemplate } from './search-check/search-templates.ts';

/** 查询精准度抽查: at which place a search has the right item, what that is worth, and whether a log of it is true. */
export const searchCheckKind: ExerciseKind = {
  id: 'search-check',
  name: { zh: '查询精准度抽查', en: 'Spot checks of search' },
  about: {
    zh: '看服务网站查询结果的前两页，记下正确事项排在第几、得几分，并核对别人的抽查日志。',
    en: 'On two pages of hits of a service site, record the place of the right item and its points, and check the log of somebody else.',
  },
  costs: searchRulesAndCosts,
  templates: searchTemplates.map(({ name }) => name),
  version: 1,
  keyVersion: 1,
  make,
};

function make(request: MakeRequest): MadeExercise {
  const template = searchTemplates[request.template];
  if (template === undefined)
    throw new Error(`no template ${String(request.template)} of the kind search-check`);
  const sample = drawSearchSample(request, template);
  const { recorded, logged, log } = sample;
  const evaluator = `E${String(request.draws.whole('evaluator', 1, 40)).padStart(2, '0')}`;
  return exerciseOf(
    { zh: '正确的事项排在第几', en: 'At which place is the right item?' },
    [
      lead(sample, evaluator),
      { kind: 'heading', text: { zh: '由您记录', en: 'For you to record' } },
      askingsTable({ zh: '抽样：由您记录的查询', en: 'Sample: queries that you record' }, recorded),
      hitsTable({ zh: '查询结果：由您记录', en: 'Hits: for you to record' }, recorded),
      { kind: 'heading', text: { zh: '由您核对', en: 'For you to check' } },
      askingsTable({ zh: '抽样：日志中的查询', en: 'Sample: queries of the log' }, logged),
      hitsTable({ zh: '查询结果：供核对日志', en: 'Hits: to check the log by' }, logged),
      logTable(evaluator, log),
    ],
    [...recorded.map(placeOf), figureOf(template, recorded), wrongEntries(request, sample)],
    searchSolution(sample, template),
  );
}

function lead({ site: { unit }, recorded, logged }: SearchSample, evaluator: string) {
  const [n, m] = [String(recorded.length), String(logged.length)];
  return paragraph(
    `在${unit.name}政务服务网上抽查查询：前 ${n} 次由您记下名次，后 ${m} 次已由评估人员 ${evaluator} 记入日志，请核对。`,
    `Search was spot-checked on the service site of ${unit.nameEn}. Of the first ${n} queries you record the places; evaluator ${evaluator} has logged the other ${m}, which you check.`,
  );
}

function placeOf(asking: Asking): FieldWithKey {
  const [query, item] = [askingName(asking), itemText(asking.item)];
  return askedNumber(
    {
      id: `place-${String(asking.number)}`,
      label: { zh: `${query.zh}：“${item.zh}”的名次`, en: `${query.en}: place of “${item.en}”` },
      hint: { zh: '1 至 20；前两页没有的写 0。', en: '1 to 20, or 0 where it is not on the two pages.' },
    },
    { value: asking.place, unit: { zh: '名', en: 'place' }, decimals: 0, cost: WRONG_PLACE },
  );
}

const figureOf = ({ figure }: SearchTemplate, recorded: readonly Asking[]): FieldWithKey =>
  askedNumber(
    {
      id: 'figure',
      label: figure.label,
      hint: { zh: '只算由您记录的查询。', en: 'Of the queries that you record alone.' },
    },
    { value: figure.of(recorded), unit: figure.unit, decimals: figure.decimals, cost: WRONG_FIGURE },
  );

const wrongEntries = ({ draws }: MakeRequest, { log }: SearchSample): FieldWithKey =>
  severalFaults(
    {
      id: 'log',
      label: {
        zh: '日志中哪些记录与结果列表不符',
        en: 'Which entries of the log do not agree with the lists?',
      },
    },
    draws.shuffled('order of the entries', [
      ...log.map(({ asking }) => ({ id: String(asking.number), text: askingName(asking) })),
      { id: NO_FAULT, text: { zh: '没有，全部相符', en: 'None, all agree' } },
    ]),
    log.filter(isWrongEntry).map(({ asking }) => String(asking.number)),
    { missed: MISSED_ENTRY, wrong: WRONG_ENTRY },
  );
