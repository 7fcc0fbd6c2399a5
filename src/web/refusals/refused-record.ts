import type { RefusalRow } from '../../store/read/refusals.ts';
import type { Translate } from '../shared/translator.ts';

/** The kind of a record. What cannot be read has none yet. */
export function kindText({ kind }: RefusalRow, t: Translate): string {
  return kind === 'service' || kind === 'rating' || kind === 'rectification' ? t(kind) : '';
}

/** The beginning of a text, with a sign where something is left out. */
export function beginningOf(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
}
