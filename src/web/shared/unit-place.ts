import { notFound } from '../../model/errors.ts';
import type { UnitResult } from '../../model/measurement.ts';
import type { Unit } from '../../model/reference.ts';
import { placesOf } from '../../model/register.ts';
import { notYetAssessed } from '../../wording/not-yet-assessed.ts';
import type { RequestContext } from '../request-context.ts';
import { unitTexts } from '../unit/unit-texts.ts';
import { fill } from '../../wording/translator.ts';

/** A unit of the address, with its result and the rows of the store that count for it. */
export interface UnitPlace {
  readonly unit: Unit;
  readonly result: UnitResult;
  /** Indexes in the reference list: its own, and those of its key cities. */
  readonly indexes: readonly number[];
  /** Where they have results too. */
  readonly province: Unit | undefined;
  readonly cities: readonly Unit[];
}

export async function unitPlace(
  context: RequestContext,
  code: string = context.param('code'),
): Promise<UnitPlace> {
  const { reference } = context.site;
  const unit = reference.units.find((one) => one.code === code);
  const { units } = await context.results.measurement(context.period);
  const result = units.find((one) => one.code === code);
  const unassessed = notYetAssessed(context.site.methods, context.period);
  if (unit !== undefined && unit.kind === unassessed?.kind)
    throw notFound(unassessed.reason.zh, unassessed.reason.en);
  if (unit === undefined || result === undefined) {
    throw notFound(fill(unitTexts.unknown.zh, { code }), fill(unitTexts.unknown.en, { code }));
  }
  const listed = reference.units.filter((one) => units.some((measured) => measured.code === one.code));
  return {
    unit,
    result,
    indexes: placesOf(reference, code),
    province: listed.find((one) => one.code === unit.province),
    cities: listed.filter((one) => one.province === code),
  };
}
