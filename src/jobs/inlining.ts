import { setFlagsFromString } from 'node:v8';

/**
 * Lets the engine inline more than it would by itself: making a record is a long chain of small functions, each called for
 * every record, and its limits end that chain in the middle. A run then takes about an eighth less time. Results are the
 * same; the limits hold for code that is compiled from now on, on all threads of the process.
 */
export function inlineMore(): void {
  setFlagsFromString('--max-inlined-bytecode-size=2000');
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=6000');
}
