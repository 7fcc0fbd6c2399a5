import type { Band } from '../model/measurement.ts';
import type { Method } from '../model/method.ts';
import type { Translate } from './translator.ts';

/** The scores of a band, in the words of the page that prints them. */
export function bandRange(t: Translate, bands: Method['bands'], band: Band): string {
  switch (band) {
    case 'veryHigh':
      return t('rangeAbove', { from: bands.veryHigh });
    case 'high':
      return t('rangeBetween', { from: bands.high, to: bands.veryHigh });
    case 'medium':
      return t('rangeBetween', { from: bands.medium, to: bands.high });
    case 'low':
      return t('rangeBelow', { to: bands.medium });
  }
}
