import type { Journal, PushClock, PushReport, PushSource, Transport } from '../../model/push.ts';
import { sendRecords, type SendSettings } from '../../push/send-records.ts';
import { sha256 } from './push-source.ts';

export type PushSettings = Omit<SendSettings, 'digest'>;

/** Sends the records of a source to a system under test; the keys of its requests are SHA-256 digests. */
export const pushRecords = (
  source: PushSource,
  wire: Transport,
  journal: Journal,
  settings: PushSettings,
  clock: PushClock,
): Promise<PushReport> => sendRecords(source, wire, journal, { ...settings, digest: sha256 }, clock);
