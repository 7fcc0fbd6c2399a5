import type { Option } from '../../model/training/exercise.ts';
import type { FieldWithKey, PricedOption } from './figures/exercise-parts.ts';

type Heading = Pick<FieldWithKey['field'], 'id' | 'label' | 'hint'>;

/** A choice that looks for a fault. Its options come in the order given: all such fields of an exercise have the same. */
export const faultChoice = (
  heading: Heading,
  options: readonly PricedOption[],
  finding: { readonly sound: string; readonly weight: number },
): FieldWithKey => ({
  field: { ...heading, kind: 'choice', options: options.map(({ id, text }) => ({ id, text })) },
  key: { kind: 'choice', costs: Object.fromEntries(options.map(({ id, cost }) => [id, cost])), finding },
});

/** Id of the option that says that there is no fault. */
export const NO_FAULT = 'none';

/**
 * Any number of faults, or none, which is an option of its own: where there is none, nothing need be named. To name none beside a fault
 * contradicts itself, and costs as one that is named wrongly.
 */
export const severalFaults = (
  heading: Heading,
  options: readonly Option[],
  right: readonly string[],
  costs: { readonly missed: number; readonly wrong: number },
): FieldWithKey => ({
  field: { ...heading, kind: 'several', options },
  key: {
    kind: 'several',
    right: right.length === 0 ? [NO_FAULT] : right,
    missed: right.length === 0 ? 0 : costs.missed,
    wrong: costs.wrong,
    finding: { sound: NO_FAULT, weight: 1 },
  },
});
