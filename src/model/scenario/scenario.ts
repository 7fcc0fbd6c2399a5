import { z } from 'zod';
import { both, lineUpTo, unitCode } from '../field-rule.ts';
import { parseDay } from '../time/time.ts';
import { applicantsGroup } from './applicants-group.ts';
import { demandGroup, handlingGroup, qualityGroup } from './case-groups.ts';
import { catalogueGroup } from './catalogue-group.ts';
import { scenarioDay } from './field-schemas.ts';
import { checkInjections, injection } from './injections.ts';
import { checkNames, namings } from './names.ts';
import { answeringGroup, channelsGroup, experienceGroup, rectificationGroup } from './rating-groups.ts';
import { reformList } from './reforms.ts';
import { siteGroup } from './site-group.ts';

/**
 * A scenario: everything the simulator is told, besides the seed. Every group has defaults, so a scenario file states
 * only what it changes; docs/scenario.md explains each field. All behaviour in here is an assumption of ours.
 */

/** Longest title in each language, in characters. */
const title = lineUpTo(200);
/** Name of something that is written down elsewhere. */
const id = lineUpTo(40);

export const scenarioSchema = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, {
      error: both(
        '须为 1 至 40 个小写字母、数字或连字符',
        'must be 1 to 40 lower-case letters, digits or hyphens',
      ),
    }),
    title: z.strictObject({ zh: title, en: title }),
    /** First and last day of cases. */
    from: scenarioDay,
    to: scenarioDay,
    /** "all" or GB/T 2260 codes of assessed units. */
    units: z
      .union([z.literal('all'), z.array(unitCode).min(1)], {
        error: both('须为 "all" 或六位代码的列表', 'must be "all" or a list of six-digit codes'),
      })
      .default('all'),
    /** Names of the units: their own, invented ones by position, or those of invented places (units 99xxxx only). */
    names: z.enum(namings).default('coded'),
    /** Cases a year of a unit of 20 million people; others by their population. */
    casesPerYear: z.number().positive().max(1e10),
    /** Name of the regime it was changed by, for the record. */
    regime: id.optional(),
    /** Rule profile of every unit that has none of its own. */
    profile: id.default('standard'),
    /** Rule profiles by unit code; a key city without one takes its province’s. */
    profiles: z.record(unitCode, id).default({}),
    /** Published counts this scenario is compared with (file in db/reference/targets). */
    targets: id.optional(),
    quality: qualityGroup.prefault({}),
    catalogue: catalogueGroup.prefault({}),
    demand: demandGroup.prefault({}),
    applicants: applicantsGroup.prefault({}),
    handling: handlingGroup.prefault({}),
    experience: experienceGroup.prefault({}),
    answering: answeringGroup.prefault({}),
    rectification: rectificationGroup.prefault({}),
    channels: channelsGroup.prefault({}),
    site: siteGroup.prefault({}),
    reforms: reformList,
    /** Defects and manipulations to inject, each labelled in the truth. */
    defects: z.array(injection).max(40).default([]),
  })
  .refine((scenario) => parseDay(scenario.from) <= parseDay(scenario.to), {
    path: ['to'],
    error: both('不得早于 from', 'must not lie before “from”'),
  })
  .superRefine(checkNames)
  .superRefine(checkInjections);

export type Scenario = z.infer<typeof scenarioSchema>;
