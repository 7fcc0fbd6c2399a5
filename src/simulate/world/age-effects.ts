import { ageBands, ageBandOf } from '../../model/record/birthdays.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { NATURAL_PERSON } from './applicant-pools.ts';

/** Who is no natural person has no age: it stands behind the bands, without an effect. */
const NO_BAND = ageBands.length;

/** Band of an applicant, a place in tables of effects. */
export const bandOfApplicant = (type: number, person: number): number =>
  type === NATURAL_PERSON ? ageBandOf(person) : NO_BAND;

/**
 * What the age of applicants does, by band. Effects are centred over the shares of bands, so that neither the share of an
 * item's cases that comes online nor what is felt on average depends on them.
 */
export interface AgeEffects {
  /** Added to the chance p of coming online, in parts of p (1 - p): it stays within 0 and 1, and p stays the mean. */
  readonly online: Float64Array;
  /** Added to what is felt. */
  readonly felt: Float64Array;
  /** Mean product of both: who comes online feels (1 - p) times as much more, who comes to a hall p times as much less. */
  readonly together: number;
  /** Part of the variance of what is felt that is due to ages, by band: none where there is no age. */
  readonly variance: Float64Array;
}

function centred(effects: Readonly<Record<'18' | '35' | '60', number>>): Float64Array {
  const mean = ageBands.reduce((sum, { id, share }) => sum + share * effects[id], 0);
  return Float64Array.of(...ageBands.map(({ id }) => effects[id] - mean), 0);
}

export function ageEffects({ applicants, experience }: Scenario): AgeEffects {
  const online = centred(applicants.ageOnline);
  const felt = centred(experience.age);
  const meanOf = (value: (band: number) => number): number =>
    ageBands.reduce((sum, { share }, band) => sum + share * value(band), 0);
  const variance = meanOf((band) => (felt[band] ?? 0) ** 2);
  return {
    online,
    felt,
    together: meanOf((band) => (online[band] ?? 0) * (felt[band] ?? 0)),
    variance: Float64Array.of(...ageBands.map(() => variance), 0),
  };
}
