import type { Score, UnitResult } from '../../model/measurement.ts';
import { dimensionIds } from '../../model/reference.ts';
import { printFixed, printScore } from '../../wording/print-number.ts';
import { printRanks } from '../../wording/print-ranks.ts';
import type { RequestContext } from '../request-context.ts';
import { printValue } from '../../wording/indicator-value.ts';
import { nameIn, type Translate } from '../../wording/translator.ts';
import type { ComparedUnits } from './compared-units.ts';

interface Cell {
  readonly value: string;
  /** Where the value comes from; undefined where there is none. */
  readonly href: string | undefined;
  /** What stands below it. */
  readonly below: string;
}

interface BesideRow {
  readonly name: string;
  readonly cells: readonly Cell[];
}

/** A column: a unit in a period. */
interface Column {
  readonly unit: UnitResult;
  readonly period: string;
  /** Undefined where the unit has no results in the period. */
  readonly result: UnitResult | undefined;
}

/** The columns of the tables: the units, and below each its periods. */
export interface BesideHeads {
  readonly units: readonly { readonly name: string; readonly href: string }[];
  readonly periods: readonly string[];
}

export interface BesideTables extends BesideHeads {
  readonly scores: readonly BesideRow[];
  /** Indicators by first-level indicator, where the address asks for them. */
  readonly indicators: readonly { readonly dimension: string; readonly rows: readonly BesideRow[] }[];
}

const NONE: Cell = { value: '—', href: undefined, below: '' };

/** Scores of the units in the periods, and their indicators where these are asked for. */
export function besideTables(
  context: RequestContext,
  t: Translate,
  { units, periods, kind }: ComparedUnits,
  withIndicators: boolean,
): BesideTables {
  const { language } = context;
  const columns = units.flatMap((unit) =>
    periods.map(({ period, units: then }): Column => ({
      unit,
      period: period.label,
      result: then.find(({ code }) => code === unit.code),
    })),
  );
  const scoreRow = (id: 'overall' | (typeof dimensionIds)[number]): BesideRow => ({
    name: t(id),
    cells: columns.map((column) =>
      scoreCell(context, column, id, ({ overall, dimensions }) =>
        id === 'overall' ? overall : dimensions[id],
      ),
    ),
  });
  return {
    units: units.map((unit) => ({ name: nameIn(language, unit), href: context.link(`/units/${unit.code}`) })),
    periods: periods.map(({ period }) => period.label),
    scores: [
      scoreRow('overall'),
      { name: t('rank'), cells: columns.map((column) => rankCell(context, column)) },
      ...dimensionIds.map(scoreRow),
    ],
    indicators: withIndicators
      ? context.site.methods[kind].dimensions.map((dimension) => ({
          dimension: nameIn(language, dimension),
          rows: dimension.groups.flatMap(({ indicators }) =>
            indicators.map(({ id, goalposts, ...indicator }) => ({
              name: nameIn(language, indicator),
              cells: columns.map(({ unit, period, result }): Cell => {
                const value = result?.indicators.find((one) => one.id === id);
                if (value === undefined || value.value === null) return NONE;
                return {
                  value: printValue(goalposts, value.value, '—'),
                  href: context.link(`/units/${unit.code}/indicators/${id}`, { period }),
                  below: printScore(value.normalised, '—'),
                };
              }),
            })),
          ),
        }))
      : [],
  };
}

function scoreCell(
  context: RequestContext,
  { unit, period, result }: Column,
  figure: string,
  of: (result: UnitResult) => Score,
): Cell {
  const score = result === undefined ? null : of(result);
  if (score === null) return NONE;
  return {
    value: printFixed(score.score, 2),
    href: context.link('/explain', { unit: unit.code, figure, period }),
    below: score.low === score.high ? '' : `${printFixed(score.low, 2)}–${printFixed(score.high, 2)}`,
  };
}

function rankCell(context: RequestContext, { unit, period, result }: Column): Cell {
  if (result === undefined || result.rank === null) return NONE;
  const ranks = printRanks(result);
  return {
    value: String(result.rank),
    href: context.link('/explain', { unit: unit.code, figure: 'rank', period }),
    below: ranks === '—' ? '' : `(${ranks})`,
  };
}
