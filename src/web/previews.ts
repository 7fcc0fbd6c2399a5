import { previewRun, type Preview } from '../jobs/simulate/preview-run.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Deps } from './deps.ts';

/** Makes the preview of a scenario, or gives the one made before. Throws a Mistake where it cannot be simulated. */
export type PreviewMaker = (scenario: Scenario, seed: number) => Promise<Preview>;

const KEPT = 8;

/** Previews one after another: two at once would only take each other's time. The last few are kept. */
export function createPreviews(deps: Deps): PreviewMaker {
  const knowledge = { reference: deps.reference, methods: deps.methods, calendar: deps.calendar };
  const clock = { now: deps.now, elapsed: () => performance.now() / 1000 };
  const kept = new Map<string, Preview>();
  let last: Promise<unknown> = Promise.resolve();
  const make = async (scenario: Scenario, seed: number, key: string): Promise<Preview> => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const preview = await previewRun(scenario, seed, knowledge, deps.version, clock);
    const oldest = kept.keys().next();
    if (kept.size >= KEPT && oldest.done !== true) kept.delete(oldest.value);
    kept.set(key, preview);
    return preview;
  };
  return (scenario, seed) => {
    const key = JSON.stringify([scenario, seed]);
    const made = last.then(() => make(scenario, seed, key));
    last = made.catch(() => undefined);
    return made;
  };
}
