import type { z } from 'zod';
import { both } from '../field-rule.ts';
import { isFictionalCode } from '../names/unit-codes.ts';

/**
 * Under which names the units of a scenario go: their own; invented ones by their place in the reference list
 * (names/coded-places.ts); or fictional units only, which have but invented names.
 */
export const namings = ['real', 'coded', 'fictional'] as const;

interface Named {
  readonly names: (typeof namings)[number];
  readonly units: 'all' | readonly string[];
  readonly targets?: string | undefined;
}

/** Real names go with published figures, so that no random world is read as a statement about a real place. */
export function checkNames({ names, units, targets }: Named, context: z.RefinementCtx): void {
  if (names === 'real' && targets === undefined) {
    context.addIssue({ code: 'custom', path: ['names'], message: calibratedOnly });
  }
  if (names === 'fictional' && (units === 'all' || !units.every(isFictionalCode))) {
    context.addIssue({ code: 'custom', path: ['units'], message: fictionalOnly });
  }
}

const calibratedOnly = both(
  '真实名称只用于与公布值校准的场景（须有 targets）；其他场景须为 coded 或 fictional',
  'real names are for scenarios calibrated to published figures only (targets must be stated); any other must be coded or fictional',
);

const fictionalOnly = both(
  'names 为 fictional 时，须全部为虚构单位（代码以 99 开头）',
  'must be fictional units only (codes that begin with 99) where names is fictional',
);
