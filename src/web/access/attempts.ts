import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { ipKeyGenerator, MemoryStore, rateLimit } from 'express-rate-limit';
import type { AttemptLimits } from '../../model/access/attempt-limits.ts';
import { nameKey } from '../../model/access/names.ts';
import { Mistake } from '../../model/errors.ts';
import { fill } from '../../wording/translator.ts';
import { accessTexts } from './access-texts.ts';

const MINUTES = 15;

/**
 * Counts attempts, so that nobody can go on guessing. One counts before it is known whether it is right, or many could be made at the
 * same time; a name that nobody has counts like any other.
 */
export interface Attempts {
  /** Throws a Mistake (429) where there are no attempts left. */
  begin(request: Request, name?: string): Promise<void>;
  /** The attempt was right, and does not count. */
  wasRight(request: Request, name?: string): Promise<void>;
}

export function createAttempts({
  attemptLimits: limits,
}: {
  readonly attemptLimits: AttemptLimits;
}): Attempts {
  const store = new MemoryStore();
  // The store is made ready by a limiter of requests; here it counts attempts, which are fewer.
  rateLimit({ store, windowMs: MINUTES * 60_000 });
  const countersOf = (request: Request, name: string | undefined): (readonly [string, number])[] => {
    const address = ipKeyGenerator(request.ip ?? '');
    if (name === undefined) return [[address, limits.address]];
    const hash = createHash('sha256').update(nameKey(name)).digest('base64');
    return [
      [address, limits.address],
      [`${address} ${hash}`, limits.nameHere],
      [hash, limits.name],
    ];
  };
  return {
    async begin(request, name) {
      for (const [counter, most] of countersOf(request, name)) {
        const { totalHits } = await store.increment(counter);
        if (totalHits <= most) continue;
        throw new Mistake(
          {
            zh: fill(accessTexts.tooManyAttempts.zh, { n: MINUTES }),
            en: fill(accessTexts.tooManyAttempts.en, { n: MINUTES }),
          },
          { status: 429 },
        );
      }
    },
    async wasRight(request, name) {
      for (const [counter] of countersOf(request, name)) await store.decrement(counter);
    },
  };
}
