import type { Suspicion } from '../model/detection/suspicion.ts';
import { chanceOfFewer, chanceOfMore } from './chance/count-tails.ts';
import { usualShare, type PlaceCount } from './chance/usual-share.ts';
import { countTests, type Found } from './detector.ts';
import type { OfficeMonth } from './office-months.ts';

/** How the counts of offices and months are compared with what they usually are. */
export interface MonthTest {
  readonly detector: string;
  /** What is suspicious: more than usual, or fewer. */
  readonly side: 'more' | 'fewer';
  /** The smallest share that is believed to be usual. */
  readonly least: number;
  /** Records of an office and month below which nothing is said. */
  readonly minimum: number;
}

/** Single records are flagged where at most this part of them is expected among honest ones; else the month as a whole is. */
const FEW_HONEST = 0.1;

/** Among fewer offices and months nothing can be called usual. */
const FEWEST_PLACES = 10;

/**
 * Tests every office and month by the share that offices and months usually have, found without those that lie far out. What is
 * flagged is the records counted, where honest ones are few among them, and otherwise the month.
 */
export function judgeMonths(places: readonly OfficeMonth[], test: MonthTest): Found {
  if (places.filter(({ n }) => n >= test.minimum).length < FEWEST_PLACES)
    return { candidates: [], tests: new Map() };
  const usual = usualShare(places, test.least, test.side, byOffice(places));
  const tests = new Map<number, number>();
  const candidates: Suspicion[] = [];
  for (const { unit, office, month, k, n, keys } of places) {
    if (n < test.minimum) continue;
    countTests(tests, unit, 1);
    const expected = n * usual.share;
    if (test.side === 'more' ? k <= expected : k >= expected) continue;
    const p = test.side === 'more' ? chanceOfMore(k, n, usual) : chanceOfFewer(k, n, usual);
    const single = test.side === 'more' && keys.length > 0 && expected <= FEW_HONEST * k;
    candidates.push({
      detector: test.detector,
      ...{ unit, office, month: single ? null : month, p, observed: k, expected, of: n },
      keys: single ? keys : [],
    });
  }
  return { candidates, tests };
}

/** The counts of each office over all its months. */
export function byOffice(places: readonly OfficeMonth[]): readonly PlaceCount[] {
  const offices = new Map<number, { k: number; n: number }>();
  for (const { office, k, n } of places) {
    const sum = offices.get(office) ?? { k: 0, n: 0 };
    offices.set(office, { k: sum.k + k, n: sum.n + n });
  }
  return [...offices.values()];
}

/** What several parts of a rule found, together. */
export function together(...parts: readonly Found[]): Found {
  const tests = new Map<number, number>();
  for (const part of parts) for (const [unit, n] of part.tests) countTests(tests, unit, n);
  return { candidates: parts.flatMap(({ candidates }) => candidates), tests };
}
