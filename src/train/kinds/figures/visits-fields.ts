import type { Bilingual } from '../../../model/language.ts';
import type { Draws } from '../../draws.ts';
import { pricedChoice, type FieldWithKey, type PricedOption } from './exercise-parts.ts';

export const visitsLabel: Bilingual = { zh: '平均到办事现场次数', en: 'Mean number of visits' };
export const visitsUnit: Bilingual = { zh: '次', en: 'visits an item' };

/** Asks for the denominator of the mean number of visits. */
export const visitsDenominator = (draws: Draws, options: readonly PricedOption[]): FieldWithKey =>
  pricedChoice(
    draws,
    {
      id: 'denominator',
      label: { zh: '平均到办事现场次数的分母', en: 'Denominator of the mean number of visits' },
    },
    options,
  );
