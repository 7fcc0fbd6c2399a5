import { maskRecord } from '../../wording/mask-record.ts';
import type { RefusalRow } from '../../store/read/refusals.ts';
import type { Speak } from '../shared/translator.ts';

/** A raw record, masked; spaced out where it is JSON. */
export function printRaw(raw: string): string {
  const masked = maskRecord(raw);
  try {
    return JSON.stringify(JSON.parse(masked), null, 1).replace(/\n\s*/g, ' ');
  } catch {
    return masked;
  }
}

/** The kind of a record. What cannot be read has none yet. */
export function kindText({ kind, reason }: RefusalRow, t: Speak): string {
  const known = kind === 'service' || kind === 'rating' || kind === 'rectification';
  return known && reason !== 'malformed' ? t(kind) : '—';
}

/** The beginning of a text, with a sign where something is left out. */
export function beginningOf(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text;
}
