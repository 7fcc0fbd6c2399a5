import { z } from 'zod';
import { both, lineUpTo, unitCode } from '../field-rule.ts';
import { isFictionalCode } from '../names/unit-codes.ts';
import { scenarioDay, share } from './field-schemas.ts';

/** A reform (改革): from a day on, units handle the cases that begin in another way. */
const reform = z.strictObject({
  title: z.strictObject({ zh: lineUpTo(200), en: lineUpTo(200) }),
  /** Where: fictional units of the scenario, departments of their offices and items by code; all of them where absent. */
  units: z.array(unitCode).min(1),
  departments: z.array(lineUpTo(40)).min(1).optional(),
  items: z.array(lineUpTo(40)).min(1).optional(),
  /** First day of the cases it changes. */
  from: scenarioDay,
  /** Factor on the time taken. */
  time: z.number().min(0.05).max(5).default(1),
  /** Share of the cases that would have come to a hall that come online instead, of items that are online at all. */
  movedOnline: share.default(0),
  /** Gain in what is felt, in standard deviations of a single experience. */
  experience: z.number().min(-3).max(3).default(0),
  /** True where matters of several departments (一件事) are taken with one form and one visit from then on. */
  integrated: z.boolean().default(false),
  /** Factors on the weights of tags, by code. */
  tagFactors: z
    .record(
      z.string().regex(/^\d{3}$/, both('须为三位标签代码', 'must be a three-digit tag code')),
      z.number().min(0).max(100),
    )
    .default({}),
});

export const reformList = z.array(reform).max(40).default([]);

export type Reform = z.infer<typeof reform>;

interface Reformed {
  readonly units: 'all' | readonly string[];
  readonly reforms: readonly Reform[];
}

/** What is wrong with the units of each reform: an invented event never happens to a real place. */
export function checkReforms({ units, reforms }: Reformed, context: z.RefinementCtx): void {
  reforms.forEach((one, i) => {
    const refuse = (message: string): void => {
      context.addIssue({ code: 'custom', path: ['reforms', i, 'units'], message });
    };
    if (!one.units.every(isFictionalCode)) {
      refuse(
        both(
          '改革是编造的事件，只能用于虚构单位（代码以 99 开头）',
          'a reform is an invented event: it may be named for fictional units only (codes that begin with 99)',
        ),
      );
      return;
    }
    const missing = one.units.filter((code) => units === 'all' || !units.includes(code));
    if (missing.length === 0) return;
    refuse(
      both(
        `${missing.join('、')} 不在场景的 units 之内`,
        `${missing.join(', ')} are not among the units of the scenario`,
      ),
    );
  });
}
