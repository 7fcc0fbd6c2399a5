import { z } from 'zod';
import { both } from '../field-rule.ts';
import { byAge, share } from './field-schemas.ts';
import { usualTagWeights } from './usual-tag-weights.ts';

/** The groups of a scenario that say how cases are rated: what is felt, who answers, where, and what follows a bad rating. */

const levels = z.strictObject({ 1: share, 2: share, 3: share, 4: share, 5: share });

/** An intraclass correlation of what is felt. */
const intraclass = z.number().min(0).max(0.2);

export const experienceGroup = z.strictObject({
  /** Standard deviations between the offices of a unit and between the items of an office. */
  office: z.number().min(0).max(2).default(0.15),
  item: z.number().min(0).max(2).default(0.15),
  /** Whether these differences cancel out within a unit, over the cases it can expect: its quality then is what its people experience. */
  centred: z.boolean().default(true),
  /** Gain of a service online over one in a hall. */
  online: z.number().min(-2).max(2).default(0.05),
  /** Loss when the promise was overrun. */
  overrun: z.number().min(0).max(5).default(0.9),
  /** Loss for each promise that a completed case has used up, against what its item’s cases use on average. */
  slow: z.number().min(0).max(5).default(0.2),
  /** Loss in a hall where an hour of a day is twice as busy as that of the average case; as much is gained where it is empty. */
  crowded: z.number().min(0).max(5).default(0.05),
  /** Shares of the variance of what is felt that services of one person, of one case, and of one window on one day have in common. */
  person: intraclass.default(0.05),
  case: intraclass.default(0.1),
  windowDay: intraclass.default(0.02),
  /** Gain of natural persons by their age, against all of them. */
  age: byAge(0.3).prefault({ '18': -0.04, '35': 0, '60': 0.1 }),
  /** Four cuts, rising, between the levels 1|2|3|4|5 on the scale of a single experience. */
  cuts: z
    .array(z.number())
    .length(4)
    .refine((cuts) => cuts.every((cut, i) => i === 0 || cut > (cuts[i - 1] ?? cut)), {
      error: both('须递增', 'must rise'),
    })
    .default([-2.36, -2.25, -1.85, -1.35]),
});

export const answeringGroup = z.strictObject({
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
  /** Weights of single tags by code, 1 for those left out. */
  tagWeights: z
    .record(
      z.string().regex(/^\d{3}$/, both('须为三位标签代码', 'must be a three-digit tag code')),
      z.number().nonnegative(),
    )
    .default(usualTagWeights),
  /** Chance of a free text, good and bad ratings. */
  text: share.default(0.02),
  badText: share.default(0.35),
  /** True: the window for late ratings is that of the unit’s rule profile. */
  byProfile: z.boolean().default(false),
  /** Automatic rating of services left unrated, in every unit; without it, what the unit’s rule profile says. */
  defaulting: z
    .strictObject({
      /** Share of them that get one. */
      share,
      afterDays: z.int().min(1).max(60).default(7),
      level: z.int().min(3).max(5).default(5),
    })
    .optional(),
});

export const rectificationGroup = z.strictObject({
  /** Chance that a bad rating leads to a work order. */
  chance: share.default(0.97),
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

const delay = z.strictObject({
  /** Median delay between service and rating, minutes. */
  medianMinutes: z.number().positive(),
  /** Standard deviation of the logarithm of the delay. */
  spread: z.number().min(0).max(3),
});

/** From one full hour to a later one. */
const hoursOfDay = z
  .tuple([z.int().min(0).max(23), z.int().min(1).max(24)])
  .refine(([from, to]) => from < to, {
    error: both('起始小时须早于结束小时', 'the first hour must lie before the last'),
  });

const channelCodes = ['1', '2', '3', '4', '5', '6', '7'];

export const channelsGroup = z.strictObject({
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
  /** Hours within which ratings of a channel come; those due by night come the next morning. Others come at any hour. */
  hours: z.partialRecord(z.enum(channelCodes), hoursOfDay).default({ '6': [9, 21], '7': [8, 22] }),
  /** Seconds after which a channel no longer takes the rating: its delays are those of the distribution up to there. */
  timeoutSeconds: z.partialRecord(z.enum(channelCodes), z.int().min(1).max(86_400)).default({ '4': 60 }),
});
