import { z } from 'zod';
import { both, unitCode } from '../field-rule.ts';
import { share, spreadShare } from './field-schemas.ts';

/** The groups of a scenario that say what happens: how good units are, when and where cases come, how they are handled. */

/** A latent quality, in standard deviations. */
const sd = z.number().min(-20).max(20).optional();

/** Qualities stated for single units, by code, in standard deviations; those left out are drawn. */
const qualitiesByUnit = z
  .record(
    unitCode,
    z.strictObject({ effectiveness: sd, maturity: sd, completeness: sd, coverage: sd, accuracy: sd }),
  )
  .default({});

export const qualityGroup = z.strictObject({
  /** Correlation of a unit's five qualities. */
  correlation: share.default(0.8),
  /** Experience of the unit's users against the average, in standard deviations of a single experience. */
  effectiveness: z.strictObject({ spread: z.number().min(0).max(3) }).prefault({ spread: 0.34 }),
  /** Share of items that can be done fully online (全程网办). */
  maturity: spreadShare.prefault({ mean: 0.815, spread: 0.55 }),
  /** Chance that an item is offered on each channel that suits it. */
  completeness: spreadShare.prefault({ mean: 0.9, spread: 0.6 }),
  /** Chance that an item on a unit’s list is offered through the platform. */
  coverage: spreadShare.prefault({ mean: 0.93, spread: 0.6 }),
  /** Chance that a guide element is right. */
  accuracy: spreadShare.prefault({ mean: 0.966, spread: 0.55 }),
  units: qualitiesByUnit,
  /** The same by year, over those of `units`. They hold until another year is named; before the first, the first holds. */
  years: z
    .record(
      z.string().regex(/^20\d\d$/, both('须为 2000 至 2099 的年份', 'must be a year from 2000 to 2099')),
      z.strictObject({ units: qualitiesByUnit }),
    )
    .default({}),
});

/** Weights of the hours 0..23: any sum but 0. */
const hours = z
  .array(share)
  .length(24)
  .refine((list) => list.some((weight) => weight > 0), { error: both('不能全为 0', 'must not all be 0') });

/** A time of day in hours, to a quarter. */
const timeOfDay = z.number().min(0).max(23.5).multipleOf(0.25);

/** Hours of an office: one session, or a morning and an afternoon. */
const sessions = z
  .array(z.tuple([timeOfDay, timeOfDay]))
  .min(1)
  .max(2)
  .refine((list) => list.flat().every((time, i, all) => i === 0 || time > (all[i - 1] ?? time)), {
    error: both('各时刻须递增', 'its times must rise'),
  });

/** Common hours of government offices; how common each is, is an assumption. */
const usualOfficeHours: { weight: number; sessions: [number, number][] }[] = [
  {
    weight: 0.35,
    sessions: [
      [9, 12],
      [13.5, 17],
    ],
  },
  {
    weight: 0.15,
    sessions: [
      [8.5, 12],
      [13.5, 17],
    ],
  },
  {
    weight: 0.3,
    sessions: [
      [8.5, 12],
      [14, 17.5],
    ],
  },
  {
    weight: 0.2,
    sessions: [
      [9, 12],
      [14, 17.5],
    ],
  },
];

export const demandGroup = z
  .strictObject({
    /** Monday to Friday, against their mean. */
    weekday: z.array(z.number().positive()).length(5).default([1.1, 1.0, 1.0, 0.98, 0.92]),
    /** January to December, against their mean. */
    month: z
      .array(z.number().positive())
      .length(12)
      .default([0.95, 0.8, 1.1, 1.0, 0.98, 1.02, 1.05, 1.02, 1.05, 0.98, 1.02, 1.03]),
    /** Factor of the first working day after three or more days off. */
    afterBreak: z.number().positive().default(1.4),
    /** Share of what comes online that comes on weekends and holidays, when halls are closed. */
    offDays: share.max(0.5).default(0.1),
    /** Hours that offices keep: each draws one of these templates by its weight. Nothing happens in a hall out of hours. */
    officeHours: z
      .array(z.strictObject({ weight: z.number().positive(), sessions }))
      .min(1)
      .max(20)
      .default(usualOfficeHours),
    /** Hours 0..23 of services in a hall, as far as its office is open. */
    hallHours: hours.default(
      [0, 0, 0, 0, 0, 0, 0, 0, 6, 13, 20, 16, 4, 10, 16, 14, 9, 4, 0, 0, 0, 0, 0, 0].map((n) => n / 100),
    ),
    /** Hours 0..23 of services online. */
    onlineHours: hours.default(
      [0, 0, 0, 0, 0, 0, 1, 2, 6, 9, 9, 8, 6, 6, 7, 7, 7, 5, 5, 7, 7, 5, 2, 1].map((n) => n / 100),
    ),
    /** A unit's volume grows with its population to this power. */
    populationPower: z.number().min(0).max(2).default(0.6),
    /** No unit has a smaller volume than this share of that of 20 million people. */
    smallest: share.default(0),
    /** Standard deviation, from unit to unit, of the logarithm of the demand for an item. */
    localTaste: z.number().min(0).max(2).default(0.3),
    /** Matters of one applicant that several departments handle, a case each (一件事). */
    oneThing: z
      .strictObject({
        /** Matters begun, as a share of the cases of their first item, beside these. */
        share: share.default(0),
        /** Chance that a unit takes a matter with one form and one visit. */
        integrated: share.default(0.3),
      })
      .prefault({}),
    /** Added to an item's usual online share in every unit. */
    onlineShift: z.number().min(-1).max(1).default(0),
  })
  .refine(
    ({ officeHours, hallHours }) =>
      // Of hours that are all 0 this is said already.
      hallHours.every((weight) => weight === 0) ||
      officeHours.every(({ sessions: list }) =>
        list.some(([opens, closes]) =>
          hallHours.some((weight, hour) => weight > 0 && hour < closes && hour + 1 > opens),
        ),
      ),
    {
      path: ['officeHours'],
      error: both(
        '每个时段方案须与 hallHours 中权重大于 0 的小时重合',
        'each must be open in an hour that hallHours gives a weight above 0',
      ),
    },
  );

export const handlingGroup = z.strictObject({
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
