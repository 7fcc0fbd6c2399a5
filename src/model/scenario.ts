import { z } from 'zod';
import { defectIds, defects } from './defect.ts';
import { wrongUse } from './errors.ts';
import { both, ruleOf, unitCode } from './field-rule.ts';
import type { Bilingual } from './language.ts';
import type { Regime } from './reference.ts';
import { parseDay } from './time/time.ts';

/**
 * A scenario: everything the simulator is told, besides the seed. Every group has defaults, so a scenario file states
 * only what it changes; docs/scenario.md explains each field. All behaviour in here is an assumption of ours.
 */

const share = z.number().min(0).max(1);

const dateText = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDay(text) >= 0, {
    error: both('须为 2000 年起的日期 yyyy-MM-dd', 'must be a date yyyy-MM-dd from 2000 on'),
  })
  .meta({ format: 'date' });

/** Weights by code that must sum to 1. */
const weights = (codes: readonly string[]) =>
  z
    .record(z.string(), share)
    .refine((record) => Object.keys(record).every((code) => codes.includes(code)), {
      error: both(`代码须在 ${codes.join('、')} 之内`, `codes must be among ${codes.join(', ')}`),
    })
    .refine((record) => Math.abs(Object.values(record).reduce((a, b) => a + b, 0) - 1) < 1e-6, {
      error: (issue) => {
        const given = Object.values(z.record(z.string(), z.number()).parse(issue.input));
        const sum = String(Math.round(given.reduce((a, b) => a + b, 0) * 1e6) / 1e6);
        return both(`权重之和须为 1，现为 ${sum}`, `weights must sum to 1, these sum to ${sum}`);
      },
    })
    .meta({ propertyNames: { enum: codes } });

/** A share that differs by unit: logistic of a normal with this centre (as a share) and spread (on the logit scale). */
const spreadShare = z.strictObject({ mean: z.number().gt(0).lt(1), spread: z.number().min(0).max(3) });

const levels = z.strictObject({ 1: share, 2: share, 3: share, 4: share, 5: share });

const delay = z.strictObject({
  /** Median delay between service and rating, minutes. */
  medianMinutes: z.number().positive(),
  /** Standard deviation of the logarithm of the delay. */
  spread: z.number().min(0).max(3),
});

/** A latent quality, in standard deviations. */
const sd = z.number().min(-20).max(20).optional();

const quality = z.strictObject({
  /** Correlation of a unit's five qualities. */
  correlation: share.default(0.8),
  /** Experience of the unit's users against the average, in standard deviations of a single experience. */
  effectiveness: z.strictObject({ spread: z.number().min(0).max(3) }).prefault({ spread: 0.34 }),
  /** Share of items that can be done fully online (全程网办). */
  maturity: spreadShare.prefault({ mean: 0.815, spread: 0.55 }),
  /** Chance that an item is offered on each channel that suits it. */
  completeness: spreadShare.prefault({ mean: 0.9, spread: 0.6 }),
  /** Chance that an item of the common list is offered through the platform. */
  coverage: spreadShare.prefault({ mean: 0.93, spread: 0.6 }),
  /** Chance that a guide element is right. */
  accuracy: spreadShare.prefault({ mean: 0.966, spread: 0.55 }),
  /** Qualities stated for single units, by code, in standard deviations; those left out are drawn. */
  units: z
    .record(
      unitCode,
      z.strictObject({ effectiveness: sd, maturity: sd, completeness: sd, coverage: sd, accuracy: sd }),
    )
    .default({}),
});

/** Weights of the hours 0..23: any sum but 0. */
const hours = z
  .array(share)
  .length(24)
  .refine((list) => list.some((weight) => weight > 0), { error: both('不能全为 0', 'must not all be 0') });

const demand = z.strictObject({
  /** Monday to Friday, against their mean. */
  weekday: z.array(z.number().positive()).length(5).default([1.1, 1.0, 1.0, 0.98, 0.92]),
  /** January to December, against their mean. */
  month: z
    .array(z.number().positive())
    .length(12)
    .default([0.95, 0.8, 1.1, 1.0, 0.98, 1.02, 1.05, 1.02, 1.05, 0.98, 1.02, 1.03]),
  /** Factor of the first working day after three or more days off. */
  afterBreak: z.number().positive().default(1.4),
  /** Hours 0..23 of services in a hall. */
  hallHours: hours.default(
    [0, 0, 0, 0, 0, 0, 0, 0, 3, 13, 20, 16, 4, 5, 16, 14, 9, 0, 0, 0, 0, 0, 0, 0].map((n) => n / 100),
  ),
  /** Hours 0..23 of services online. */
  onlineHours: hours.default(
    [0, 0, 0, 0, 0, 0, 1, 2, 6, 9, 9, 8, 6, 6, 7, 7, 7, 5, 5, 7, 7, 5, 2, 1].map((n) => n / 100),
  ),
  /** A unit's volume grows with its population to this power. */
  populationPower: z.number().min(0).max(2).default(0.6),
  /** No unit has a smaller volume than this share of that of 20 million people. */
  smallest: share.default(0),
  /** Added to an item's usual online share in every unit. */
  onlineShift: z.number().min(-1).max(1).default(0),
});

const handling = z.strictObject({
  /** Median time taken, as a share of the promised limit. */
  medianShare: z.number().positive().max(3).default(0.5),
  /** Standard deviation of its logarithm. */
  spread: z.number().min(0).max(2).default(0.42),
  /** Standard deviation between units of the logarithm of the time taken. */
  unitSpread: z.number().min(0).max(1).default(0.12),
  /** Chance that acceptance (受理) is a service record of its own. */
  acceptanceRecorded: share.default(0.2),
  /** Chance that an application must be supplemented (补正). */
  supplement: share.default(0.06),
  /** Chance that a case that overran its promise is never registered (选择性录入). */
  selectiveEntry: share.default(0),
  /** Chance that a case begins with a consultation (咨询) on the day of application. */
  consultation: share.default(0),
  /** Chance that a fee is paid (缴费) before completion. */
  payment: share.default(0),
  /** Chance that a consultation, supplement or payment is followed by another one. */
  repeat: share.max(0.9).default(0),
  /** Chance that the result was wrong and the case is completed once more (更正). */
  correction: share.default(0),
  /** Chance that a case is kept long past its promise (超期滞留), and how many promises it takes then. */
  retention: share.default(0),
  retentionTimes: z.number().min(1).max(20).default(3),
  /** Chance that an application is withdrawn (撤件): the case ends without completion. */
  withdrawal: share.default(0),
  /** Calls to the hotline (12345) about an item, each a case of its own, for each case of the item. */
  hotline: share.default(0),
});

const experience = z.strictObject({
  /** Standard deviations between the offices of a unit and between the items of an office. */
  office: z.number().min(0).max(2).default(0.15),
  item: z.number().min(0).max(2).default(0.15),
  /** Gain of a service online over one in a hall. */
  online: z.number().min(-2).max(2).default(0.05),
  /** Loss when the promise was overrun. */
  overrun: z.number().min(0).max(5).default(0.9),
  /** Four cuts, rising, between the levels 1|2|3|4|5 on the scale of a single experience. */
  cuts: z.array(z.number()).length(4).default([-2.55, -2.25, -1.85, -1.35]),
});

const answering = z.strictObject({
  /** Who is invited to rate: all, only those whose case was completed in time, only those who felt level 3 or worse. */
  asked: z.enum(['everyone', 'successful', 'unhappy']).default('everyone'),
  /** Chance that a person rates a service, online and in a hall. */
  online: share.default(0.72),
  hall: share.default(0.88),
  /** Chance that a caller of the hotline rates when called back. */
  hotline: share.default(0.6),
  /** How these chances change with the level felt, as factors. */
  byLevel: levels.prefault({ 1: 1, 2: 0.85, 3: 0.7, 4: 0.8, 5: 1 }),
  /** Chance that the level felt is the one submitted; otherwise very satisfied is submitted. */
  retained: levels.prefault({ 1: 0.7, 2: 0.7, 3: 0.7, 4: 0.7, 5: 1 }),
  /** Chance that the clerk in a hall prompts a person who would not have rated, and gets a rating. */
  prompted: share.default(0),
  /** Chance that the page’s pre-selected five stars are submitted unchanged. */
  preselected: share.default(0),
  /** Chance that someone in a hall who felt level 1 or 2 is pressed to submit “very satisfied”. */
  pressed: share.default(0),
  /** Chance that levels 1 and 2 cannot be submitted, and that a submitted one is lost on upload: no rating remains. */
  suppressed: share.default(0),
  lost: share.default(0),
  /** Share of tags: chance that a good rating carries one, chance of a second one. */
  tagged: share.default(0.55),
  secondTag: share.default(0.25),
  /** Additional ratings (追评), where the unit’s rule profile allows them. */
  additional: z
    .strictObject({
      /** Chance of one after a bad rating that was upheld and rectified, and after any other that a person gave. */
      rectified: share.default(0),
      otherwise: share.default(0),
      /** Chance that the one after a rectification is better than the first. */
      improved: share.default(0.7),
    })
    .prefault({}),
  /** Weights of single tags by code (default 1). */
  tagWeights: z
    .record(
      z.string().regex(/^\d{3}$/, both('须为三位标签代码', 'must be a three-digit tag code')),
      z.number().nonnegative(),
    )
    .default({}),
  /** Chance of a free text, good and bad ratings. */
  text: share.default(0.02),
  badText: share.default(0.35),
  /** True: level and day of default ratings, and the window for late ratings, are those of the unit’s rule profile. */
  byProfile: z.boolean().default(false),
  /** System default rating of services left unrated. */
  defaulting: z
    .strictObject({
      /** Chance, from the lowest to the highest unit. */
      from: share.default(0),
      to: share.default(0.3),
      afterDays: z.int().min(1).max(60).default(7),
      level: z.int().min(3).max(5).default(5),
    })
    .prefault({}),
});

const rectification = z.strictObject({
  /** Chance that a bad rating leads to a work order. */
  chance: share.default(0),
  /** Chance that it is complex: another limit holds. */
  complex: share.default(0.2),
  /** Chance that the contact and the rectification come after their limits. */
  lateContact: share.default(0.05),
  lateRectification: share.default(0.05),
  /** Chance that a bad rating that was meant so is not upheld. */
  notUpheld: share.default(0.27),
  /** Chance that a malicious or mistaken one is found out. */
  foundOut: share.default(0.8),
  /** Chance that a person is called back once an upheld one is rectified, and is satisfied then. */
  callBack: share.default(0.9),
  satisfied: share.default(0.8),
});

const channelCodes = ['1', '2', '3', '4', '5', '6', '7'];

const channels = z.strictObject({
  /** Rating channels (pf) of a service online; sum 1. */
  online: weights(channelCodes).default({ '1': 0.56, '2': 0.36, '6': 0.03, '7': 0.05 }),
  /** Rating channels of a service in a hall; sum 1. */
  hall: weights(channelCodes).default({ '3': 0.22, '4': 0.66, '5': 0.04, '6': 0.02, '7': 0.06 }),
  delays: z.partialRecord(z.enum(channelCodes), delay).prefault({
    '1': { medianMinutes: 90, spread: 1.6 },
    '2': { medianMinutes: 60, spread: 1.6 },
    '3': { medianMinutes: 4, spread: 1 },
    '4': { medianMinutes: 0.5, spread: 0.4 },
    '5': { medianMinutes: 0.7, spread: 0.5 },
    '6': { medianMinutes: 2900, spread: 0.5 },
    '7': { medianMinutes: 4400, spread: 0.4 },
  }),
});

/** First digits of the codes of units no map has: the only places where a misdeed may be simulated. */
const FICTIONAL_PREFIX = '99';

/** A defect a scenario injects (注入的缺陷). */
const injection = z
  .strictObject({
    /** Which defect of the catalogue (docs/defects.md). */
    id: z.enum(defectIds),
    /** Share of the records it can affect. */
    rate: share,
    /** Concealment level: 1 naive, 3 hard to tell (A1, A3, A4, A11). */
    rung: z.int().min(1).max(3).default(1),
    /** Where: units of the scenario, and departments of their offices; everywhere when absent. */
    units: z.array(unitCode).min(1).optional(),
    departments: z.array(z.string()).min(1).optional(),
    /** First and last day of the cases it affects. */
    from: dateText.optional(),
    to: dateText.optional(),
  })
  .refine(({ id, rung }) => rung <= defects[id].concealmentLevels, {
    path: ['rung'],
    error: both(
      '只有 A1、A3、A4、A11 的隐蔽程度有 1 至 3 级，其余为 1',
      'only A1, A3, A4 and A11 have concealment levels 1 to 3, others only 1',
    ),
  });

const bilingual = z.strictObject({ zh: z.string(), en: z.string() });

export const scenarioSchema = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, {
      error: both(
        '须为 1 至 40 个小写字母、数字或连字符',
        'must be 1 to 40 lower-case letters, digits or hyphens',
      ),
    }),
    title: bilingual,
    /** First and last day of cases. */
    from: dateText,
    to: dateText,
    /** "all" or GB/T 2260 codes of assessed units. */
    units: z
      .union([z.literal('all'), z.array(unitCode).min(1)], {
        error: both('须为 "all" 或六位代码的列表', 'must be "all" or a list of six-digit codes'),
      })
      .default('all'),
    /** Cases a year of a unit of 20 million people; others by their population. */
    casesPerYear: z.number().positive().max(1e10),
    /** Name of the regime it was changed by, for the record. */
    regime: z.string().optional(),
    /** Rule profile of every unit that has none of its own. */
    profile: z.string().default('standard'),
    /** Rule profiles by unit code; a key city without one takes its province’s. */
    profiles: z.record(unitCode, z.string()).default({}),
    /** Published counts this scenario is compared with (file in db/reference/targets). */
    targets: z.string().optional(),
    quality: quality.prefault({}),
    demand: demand.prefault({}),
    handling: handling.prefault({}),
    experience: experience.prefault({}),
    answering: answering.prefault({}),
    rectification: rectification.prefault({}),
    channels: channels.prefault({}),
    /** Defects and manipulations to inject, each labelled in the truth. */
    defects: z.array(injection).max(40).default([]),
  })
  .refine((scenario) => parseDay(scenario.from) <= parseDay(scenario.to), {
    path: ['to'],
    error: both('不得早于 from', 'must not lie before “from”'),
  })
  .refine(
    (scenario) => scenario.experience.cuts.every((cut, i, all) => i === 0 || cut > (all[i - 1] ?? cut)),
    {
      path: ['experience', 'cuts'],
      error: both('须递增', 'must rise'),
    },
  )
  .superRefine((scenario, context) => {
    scenario.defects.forEach(({ id, units }, i) => {
      const missing = units?.filter((code) =>
        scenario.units === 'all' ? code.startsWith(FICTIONAL_PREFIX) : !scenario.units.includes(code),
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
      const fictional = where !== 'all' && where.every((code) => code.startsWith(FICTIONAL_PREFIX));
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
  });
export type Scenario = z.infer<typeof scenarioSchema>;

/** What is wrong with one field of a scenario, in both languages. */
export interface ScenarioFinding {
  /** Path of the field; "" for the scenario as a whole. */
  readonly path: string;
  /** Its value and its rule, without its name. */
  readonly text: Bilingual;
}

/** A scenario, or every wrong field of what was to be one. */
export type CheckedScenario =
  | { readonly scenario: Scenario; readonly findings: readonly [] }
  | { readonly scenario: undefined; readonly findings: readonly ScenarioFinding[] };

/** Reads a scenario and says of every wrong field what is wrong with it. */
export function checkScenario(value: unknown): CheckedScenario {
  const result = scenarioSchema.safeParse(value);
  if (result.success) return { scenario: result.data, findings: [] };
  return { scenario: undefined, findings: result.error.issues.flatMap((issue) => findingsOf(issue, value)) };
}

/** Parses a scenario; a Mistake names every wrong field with its rule. */
export function parseScenario(value: unknown, where: string): Scenario {
  const { scenario, findings } = checkScenario(value);
  if (scenario) return scenario;
  const said = findings.map(({ path, text }): Bilingual =>
    text === unknownField
      ? { zh: `没有字段 ${path}`, en: `there is no field ${path}` }
      : { zh: `${path || '(top)'} = ${text.zh}`, en: `${path || '(top)'} = ${text.en}` },
  );
  throw wrongUse(
    `场景 ${where} 有误：${said.map(({ zh }) => zh).join('；')}`,
    `scenario ${where} is not valid: ${said.map(({ en }) => en).join('; ')}`,
  );
}

/** The scenario under a regime: the same people and services, other ratings. */
export function underRegime(scenario: Scenario, regime: Regime): Scenario {
  const answering = { ...scenario.answering, ...regime.answering };
  return parseScenario({ ...scenario, regime: regime.id, answering }, `${scenario.name} + ${regime.id}`);
}

const unknownField: Bilingual = { zh: '没有这个字段', en: 'there is no such field' };

function findingsOf(issue: z.core.$ZodIssue, value: unknown): ScenarioFinding[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: path === '' ? key : `${path}.${key}`, text: unknownField }));
  }
  const given = shown(at(value, issue.path));
  const { zh, en } = ruleOf(issue);
  return [{ path, text: { zh: `${given}：${zh}`, en: `${given}: ${en}` } }];
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Reflect.get(current, step);
  }
  return current;
}

function shown(value: unknown): string {
  const text = value === undefined ? '(absent)' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Groups that a file may give in part; any other object is given whole. */
const groups = ['quality', 'demand', 'handling', 'experience', 'answering', 'channels', 'defaulting'];

/** What a file must state to give this scenario: all that differs from the defaults. */
export function statedPart(scenario: Scenario): Readonly<Record<string, unknown>> {
  const { name, title, from, to, casesPerYear } = scenario;
  const required = { name, title, from, to, casesPerYear };
  return { ...required, ...differing(scenario, scenarioSchema.parse(required)) };
}

function differing(value: object, usual: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, given]: [string, unknown]): [string, unknown][] => {
      const standard: unknown = Reflect.get(usual, key);
      if (JSON.stringify(given) === JSON.stringify(standard)) return [];
      const inPart = groups.includes(key) && isObject(given) && isObject(standard);
      return [[key, inPart ? differing(given, standard) : given]];
    }),
  );
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
