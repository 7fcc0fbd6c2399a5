import { z } from 'zod';
import { defectIds, defects } from '../defect.ts';
import { both, lineUpTo, unitCode } from '../field-rule.ts';
import { isFictionalCode } from '../names/unit-codes.ts';
import { scenarioDay, share } from './field-schemas.ts';

/** A defect a scenario injects (注入的缺陷). */
export const injection = z
  .strictObject({
    /** Which defect of the catalogue (docs/defects.md). */
    id: z.enum(defectIds),
    /** Share of the records it can affect. */
    rate: share,
    /** Concealment level: 1 naive, 3 hard to tell (A1, A3, A4, A11). */
    rung: z.int().min(1).max(3).default(1),
    /** Where: units of the scenario, and departments of their offices; everywhere when absent. */
    units: z.array(unitCode).min(1).optional(),
    departments: z.array(lineUpTo(40)).min(1).optional(),
    /** First and last day of the cases it affects. */
    from: scenarioDay.optional(),
    to: scenarioDay.optional(),
  })
  .refine(({ id, rung }) => rung <= defects[id].concealmentLevels, {
    path: ['rung'],
    error: both(
      '只有 A1、A3、A4、A11 的隐蔽程度有 1 至 3 级，其余为 1',
      'only A1, A3, A4 and A11 have concealment levels 1 to 3, others only 1',
    ),
  });

interface Injected {
  readonly units: 'all' | readonly string[];
  readonly defects: readonly z.infer<typeof injection>[];
}

/** Defects go to units of the scenario, misdeeds to fictional ones only. */
export function checkInjections(scenario: Injected, context: z.RefinementCtx): void {
  scenario.defects.forEach(({ id, units }, i) => {
    const missing = units?.filter((code) =>
      scenario.units === 'all' ? isFictionalCode(code) : !scenario.units.includes(code),
    );
    if (missing !== undefined && missing.length > 0) {
      context.addIssue({
        code: 'custom',
        path: ['defects', i, 'units'],
        message: both(
          `${missing.join('、')} 不在场景的 units 之内`,
          `${missing.join(', ')} are not among the units of the scenario`,
        ),
      });
    }
    const where = units ?? scenario.units;
    const fictional = where !== 'all' && where.every(isFictionalCode);
    if (defects[id].misdeed && !fictional) {
      context.addIssue({
        code: 'custom',
        path: ['defects', i, 'units'],
        message: both(
          `${id} 是不当行为，只能注入虚构单位（代码以 99 开头）`,
          `${id} is a misdeed: it may be injected in fictional units only (codes that begin with 99)`,
        ),
      });
    }
  });
}
