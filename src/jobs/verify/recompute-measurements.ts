import type { Recomputed } from '../../audit/integrity/judge-recomputed.ts';
import { versionOf } from '../../measure/measure.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { periodNamed } from '../../model/time/period.ts';
import type { Store } from '../../store/open.ts';
import { contentOf } from '../../store/read/content.ts';
import { keptMeasurements } from '../../store/read/results/measurements.ts';
import { computeMeasurement, methodKey } from '../measure/measure-period.ts';

/**
 * Computes every result anew that is kept of the data of now, and would be shown instead of being computed. What another
 * version of the program or of a method has left is shown nowhere, and is only counted.
 */
export function recomputeMeasurements(
  store: Store,
  { reference, editions }: Pick<Knowledge, 'reference' | 'editions'>,
): Recomputed {
  let kept = 0;
  let outdated = 0;
  const different: string[] = [];
  for (const { method, version, period: label, document } of keptMeasurements(
    store,
    contentOf(store).digest,
  )) {
    const methods = editions.find(
      (edition) => methodKey(edition) === method && versionOf(edition) === version,
    );
    const period = periodNamed(label);
    if (methods === undefined || period === undefined) {
      outdated++;
      continue;
    }
    kept++;
    const now = JSON.stringify(computeMeasurement(store, { reference, methods }, period));
    if (now !== document) different.push(`${label} ${methods.edition}`);
  }
  return { kept, different, outdated };
}
