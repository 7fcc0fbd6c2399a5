import type { Measurement } from '../../model/measurement.ts';
import type { Translate } from '../../wording/translator.ts';

/** Code of the Xinjiang Production and Construction Corps, which is assessed beside the provinces. */
const CORPS = '660000';

/** Says that the provincial governments include the Corps, where it is one of the units. */
export const corpsNote = (t: Translate, { units }: Pick<Measurement, 'units'>): string =>
  units.some(({ code }) => code === CORPS) ? t('corps') : '';
