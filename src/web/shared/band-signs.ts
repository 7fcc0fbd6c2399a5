import type { Band } from '../../model/measurement.ts';
import { siteTexts } from './site-texts.ts';
import { translator } from './translator.ts';
import type { Language } from '../../model/language.ts';

/** How a band looks wherever it stands: its name and its class. */
export interface BandSign {
  readonly name: string;
  readonly className: string;
}

export function bandSign(band: Band | null, language: Language): BandSign {
  const say = translator(siteTexts, language);
  return band === null
    ? { name: say('missing'), className: 'band-none' }
    : { name: say(band), className: `band-${band}` };
}
