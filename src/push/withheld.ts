import { recordNameOf, type RecordKey } from './source.ts';
import type { Outcome } from '../model/push.ts';
import { isOpen } from './tally.ts';

/**
 * Services and ratings that the system does not have, as far as is known: what belongs to them is not sent, a rating to
 * its service, a rectification to its rating and to the service of that. The last word on each counts.
 */
export class Withheld {
  private readonly reasons = { service: new Map<string, Outcome>(), rating: new Map<string, Outcome>() };

  take(record: RecordKey, { reason, code, message }: Outcome): void {
    const { kind } = record;
    // After a stop nothing is sent anyway: what was left by it need not be remembered.
    if (kind === 'rectification' || reason === 'stopped') return;
    const name = recordNameOf(record);
    if (reason === 'accepted' || reason === 'duplicate') this.reasons[kind].delete(name);
    else {
      const held = isOpen(reason) ? (`${kind}-open` as const) : (`${kind}-refused` as const);
      this.reasons[kind].set(name, { reason: held, code, message, attempt: 0 });
    }
  }

  /** The outcome of a record that has to stay here; undefined for one that may be sent. */
  outcomeOf(record: RecordKey): Outcome | undefined {
    const { kind } = record;
    if (kind === 'service') return undefined;
    const service = this.reasons.service.get(recordNameOf({ ...record, kind: 'service' }));
    if (kind === 'rating') return service;
    return this.reasons.rating.get(recordNameOf({ ...record, kind: 'rating' })) ?? service;
  }
}
