import type { z } from 'zod';
import { both } from '../field-rule.ts';
import { isFictionalCode } from '../names/unit-codes.ts';
import type { handlingGroup } from './case-groups.ts';
import type { answeringGroup } from './rating-groups.ts';
import { checkReforms, type Reform } from './reforms.ts';

/**
 * Under which names the units of a scenario go: their own; invented ones by their place in the reference list
 * (names/coded-places.ts); or fictional units only, which have but invented names.
 */
export const namings = ['real', 'coded', 'fictional'] as const;

interface Named {
  readonly names: (typeof namings)[number];
  readonly units: 'all' | readonly string[];
  readonly targets?: string | undefined;
  readonly handling: z.infer<typeof handlingGroup>;
  readonly answering: z.infer<typeof answeringGroup>;
  readonly reforms: readonly Reform[];
}

/**
 * Real names go with published figures, so that no random world is read as a statement about a real place, and nothing that
 * bends ratings applies to them, and no invented event happens to them. All parameters of a scenario apply to each of its units.
 */
export function checkNames(scenario: Named, context: z.RefinementCtx): void {
  const { names, units, targets } = scenario;
  const refuse = (path: string[], message: string): void => {
    context.addIssue({ code: 'custom', path, message });
  };
  if (names === 'real' && targets === undefined) refuse(['names'], calibratedOnly);
  const hasFictionalOnly = units !== 'all' && units.every(isFictionalCode);
  if (names === 'fictional' && !hasFictionalOnly) refuse(['units'], fictionalOnly);
  if (names === 'real' && !hasFictionalOnly) {
    for (const { path, message } of bentIn(scenario)) refuse(path, message);
  }
  checkReforms(scenario, context);
}

/** Chances of practices that bend ratings (docs/scenario.md). */
const bends = ['prompted', 'preselected', 'pressed', 'suppressed', 'lost'] as const;
/** Least share of a level that must be submitted as felt where names are real. */
const LEAST_RETAINED = 0.6;

interface Bent {
  readonly path: string[];
  readonly message: string;
}

/** Every field of a scenario by which ratings, or the cases that are rated, are bent. */
function bentIn({ answering, handling }: Named): Bent[] {
  return [
    ...bends.flatMap((name) =>
      answering[name] > 0 ? [{ path: ['answering', name], message: nothingBent }] : [],
    ),
    ...Object.entries(answering.retained).flatMap(([level, share]) =>
      share < LEAST_RETAINED ? [{ path: ['answering', 'retained', level], message: asFelt }] : [],
    ),
    ...(answering.asked === 'everyone' ? [] : [{ path: ['answering', 'asked'], message: everyoneAsked }]),
    ...(handling.selectiveEntry > 0 ? [{ path: ['handling', 'selectiveEntry'], message: nothingBent }] : []),
  ];
}

const calibratedOnly = both(
  '真实名称只用于与公布值校准的场景（须有 targets）；其他场景须为 coded 或 fictional',
  'real names are for scenarios calibrated to published figures only (targets must be stated); any other must be coded or fictional',
);

const fictionalOnly = both(
  'names 为 fictional 时，须全部为虚构单位（代码以 99 开头）',
  'must be fictional units only (codes that begin with 99) where names is fictional',
);

const nothingBent = both(
  '影响评价结果的不当做法不得落在真实名称上：names 为 real 时须为 0',
  'no practice that bends ratings applies to a real name: must be 0 where names is real',
);

const everyoneAsked = both(
  '影响评价结果的不当做法不得落在真实名称上：names 为 real 时须为 "everyone"（邀请所有人评价）',
  'no practice that bends ratings applies to a real name: must be "everyone" where names is real',
);

const asFelt = both(
  `影响评价结果的不当做法不得落在真实名称上：names 为 real 时不得小于 ${String(LEAST_RETAINED)}`,
  `no practice that bends ratings applies to a real name: must be at least ${String(LEAST_RETAINED)} where names is real`,
);
