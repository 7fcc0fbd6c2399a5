import { translate, type Language } from '../../model/language.ts';
import type { Band } from '../../model/measurement.ts';
import { bandNames } from '../../wording/result-names.ts';
import { siteTexts } from './site-texts.ts';

/** How a band looks wherever it stands: its name and its class. */
export interface BandSign {
  readonly name: string;
  readonly className: string;
}

export function bandSign(band: Band | null, language: Language): BandSign {
  return band === null
    ? { name: translate(siteTexts.missing, language), className: 'band-none' }
    : { name: translate(bandNames[band], language), className: `band-${band}` };
}
