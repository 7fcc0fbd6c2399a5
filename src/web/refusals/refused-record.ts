import type { RefusalRow } from '../../store/read/refusals.ts';
import type { Translate } from '../../wording/translator.ts';

/** The kind of a record. What cannot be read has none yet. */
export function kindText({ kind }: RefusalRow, t: Translate): string {
  return kind === 'service' || kind === 'rating' || kind === 'rectification' || kind === 'assessment'
    ? t(kind)
    : '';
}

/** Where a record came from: a line of a file, or the scenario of a run, which has no lines. */
export const placeText = (source: string, line: number, t: Translate): string =>
  line === 0 ? t('scenarioPlace', { source }) : t('place', { source, line });

/** The beginning of a text, with a sign where something is left out. */
export function beginningOf(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
}
