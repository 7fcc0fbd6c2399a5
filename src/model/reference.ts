import { z } from 'zod';
import { MAX_UNITS, REAL_UNITS } from './record/key.ts';

/** Reference data of db/reference: each file carries its source and how far it can be trusted. */

export const confidence = z.enum(['stated', 'derived', 'guessed']);

const headed = { source: z.string(), confidence };

export const dimensionIds = ['effectiveness', 'maturity', 'completeness', 'coverage', 'accuracy'] as const;
/** The five first-level indicators in the report's order: 服务成效度 办理成熟度 方式完备度 事项覆盖度 指南准确度. */
export type DimensionId = (typeof dimensionIds)[number];

export const unitKinds = ['province', 'city'] as const;
export type UnitKind = (typeof unitKinds)[number];

const regionSchema = z.object({ id: z.string(), name: z.string(), nameEn: z.string() });
export type Region = z.infer<typeof regionSchema>;
export const regionsFile = z.object({ ...headed, regions: z.array(regionSchema) });

const unitSchema = z.object({
  code: z.string().regex(/^\d{6}$/),
  name: z.string(),
  nameEn: z.string(),
  fullName: z.string(),
  fullNameEn: z.string(),
  kind: z.enum(unitKinds),
  region: z.string(),
  province: z.string().nullable(),
  /** Millions of people. */
  population: z.number().positive(),
  /** The unit whose population, as the census prints it, contains this one’s. */
  countedIn: z.string().nullable().default(null),
  /** True of a unit that no map has: the only place where a misdeed may be simulated. */
  fictional: z.boolean().default(false),
  confidence: confidence.optional(),
});
/** An assessed unit (参评单位): a provincial unit or a key city. */
export type Unit = z.infer<typeof unitSchema>;
export const unitsFile = z.object({ ...headed, units: z.array(unitSchema).length(REAL_UNITS) });
export const fictionalUnitsFile = z.object({
  ...headed,
  region: regionSchema,
  units: z.array(unitSchema.extend({ fictional: z.literal(true) })).max(MAX_UNITS - REAL_UNITS),
});

const tileSchema = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  /** What stands for the name where a Latin one has no room. */
  letters: z.string(),
  /** The official name, where a tile has room for a short one only. */
  fullName: z.string().optional(),
  fullNameEn: z.string().optional(),
  col: z.int(),
  row: z.int(),
  assessed: z.boolean(),
});
export type Tile = z.infer<typeof tileSchema>;
export const tilesFile = z.object({
  ...headed,
  caption: z.string(),
  captionEn: z.string(),
  tiles: z.array(tileSchema),
});

const departmentSchema = z.object({
  key: z.string(),
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  /** Its licences are handled by the department of administrative approval (行政审批) where a unit has one. */
  handsOver: z.boolean().default(false),
});
export type Department = z.infer<typeof departmentSchema>;
export const departmentsFile = z.object({ ...headed, departments: z.array(departmentSchema) });

const itemSchema = z.object({
  code: z.string().regex(/^\d{12}$/),
  name: z.string(),
  nameEn: z.string(),
  type: z.string(),
  audience: z.enum(['person', 'legal', 'both']),
  /** Types of applicants (userProp) that may apply, where these are not simply those of the audience. */
  applicants: z.array(z.string()).min(1).optional(),
  theme: z.string(),
  department: z.string(),
  handling: z.enum(['instant', 'promise']),
  /** Working days; 0 for an item done on the spot. */
  statutoryDays: z.int().nonnegative(),
  promisedDays: z.int().nonnegative(),
  /** Demand against that of the most used item, which has 100; in items.json it puts the items in order only. */
  popularity: z.number().positive(),
  /** Share of the demand that typically comes online. */
  online: z.number().min(0).max(1),
  /** True of a service of everyday life (便民服务). */
  convenience: z.boolean().default(false),
  confidence: confidence.optional(),
  /** The local theme of an item that few units offer; absent of the common list. */
  local: z.string().optional(),
});
/** A government service item (政务服务事项), of the common list or local. */
export type Item = z.infer<typeof itemSchema>;
export const itemsFile = z.object({ ...headed, items: z.array(itemSchema) });

const channelSchema = z.object({
  code: z.int().min(1).max(7),
  key: z.string(),
  name: z.string(),
  nameEn: z.string(),
  place: z.enum(['online', 'hall', 'remote']),
});
/** A rating channel (评价渠道, pf). */
export type Channel = z.infer<typeof channelSchema>;
export const channelsFile = z.object({ ...headed, channels: z.array(channelSchema).length(7) });

const levelSchema = z.object({
  level: z.int().min(1).max(5),
  name: z.string(),
  nameEn: z.string(),
  score: z.number(),
  bad: z.boolean(),
});
/** A satisfaction level (满意度等级). */
export type Level = z.infer<typeof levelSchema>;
export const levelsFile = z.object({ ...headed, levels: z.array(levelSchema).length(5) });

const tagSchema = z.object({
  code: z.string(),
  level: z.int().min(1).max(5),
  core: z.boolean(),
  name: z.string(),
  nameEn: z.string(),
  theme: z.enum(['process', 'material', 'guide', 'time', 'online', 'visit', 'attitude', 'channel']),
  where: z.enum(['online', 'hall', 'any']),
});
/** A tag of the evaluation list (评价标签, evalDetail); eight a level. */
export type Tag = z.infer<typeof tagSchema>;
export const tagsFile = z.object({
  ...headed,
  tags: z.array(tagSchema).length(40),
  retired: z.array(z.string()),
});

const codeSchema = z.object({ code: z.string(), name: z.string(), nameEn: z.string() });
export type Code = z.infer<typeof codeSchema>;
export const userTypesFile = z.object({
  ...headed,
  userTypes: z.array(codeSchema.extend({ code: z.coerce.string(), person: z.boolean() })),
});
const oneThingSchema = z.object({
  key: z.string(),
  name: z.string(),
  nameEn: z.string(),
  applicant: z.enum(['1', '2']),
  items: z.array(z.string()).min(2).max(4),
});
/** One matter (一件事) of an applicant that several departments handle, a case each. */
export type OneThing = z.infer<typeof oneThingSchema>;
export const oneThingsFile = z.object({ ...headed, oneThings: z.array(oneThingSchema).max(64) });
export const itemTypesFile = z.object({ ...headed, itemTypes: z.array(codeSchema) });
export const stagesFile = z.object({
  ...headed,
  stages: z.array(codeSchema.extend({ code: z.int().min(1).max(6) })),
});
export type Stage = z.infer<typeof stagesFile>['stages'][number];

export const calendarFile = z.object({
  ...headed,
  firstYear: z.int(),
  lastYear: z.int(),
  overrides: z.array(z.object({ date: z.string(), working: z.boolean(), reason: z.string() })),
});

/** A time limit in days after the day it runs from: working days of the State Council’s notices, or all days. */
const limitSchema = z.object({ days: z.int().min(0).max(366), kind: z.enum(['working', 'natural']) });
export type Limit = z.infer<typeof limitSchema>;

/** Additional ratings (追评) of a service: the interface numbers a first rating and one more. */
const additionalRatings = z.int().min(0).max(1);

const profileSchema = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  source: z.string(),
  confidence,
  /** Channels whose ratings carry one of the five levels. */
  levelledChannels: z.array(z.int().min(1).max(7)),
  /** The rating that the system gives to this share of the services that nobody rates; null where the rules state none. */
  defaulting: z
    .object({
      afterDays: z.int().min(1).max(60),
      level: z.int().min(3).max(5),
      share: z.number().min(0).max(1),
    })
    .nullable(),
  /** How long after the service it can still be rated (补评); null where the rules state no window. */
  supplement: limitSchema.nullable(),
  /** Limit for contacting the person after a bad rating; null where the rules state none. */
  contact: limitSchema.nullable(),
  /** Limits for rectifying and answering an ordinary and a complex bad rating. */
  rectify: z.object({ ordinary: limitSchema.nullable(), complex: limitSchema.nullable() }),
  additionalRatings: additionalRatings.nullable(),
});
/** A rule profile (地方规则): policy that differs by place, as far as its source states it. */
export type RuleProfile = z.infer<typeof profileSchema>;

const assumedRules = z.object({
  assumption: z.literal(true),
  reason: z.string(),
  reasonEn: z.string(),
  contact: limitSchema,
  rectify: z.object({ ordinary: limitSchema, complex: limitSchema }),
  additionalRatings,
});
/** What holds where a profile states no number: our own assumption. */
export type AssumedRules = z.infer<typeof assumedRules>;
export const profilesFile = z.object({ assumed: assumedRules, profiles: z.array(profileSchema).min(1) });

const regimeSchema = z.object({
  id: z.string(),
  /** Ids it had in earlier versions: files, links and stored runs that give one still mean it. */
  formerIds: z.array(z.string()).default([]),
  name: z.string(),
  nameEn: z.string(),
  /** What it changes in the scenario’s answering; checked with the scenario it is applied to. */
  answering: z.record(z.string(), z.unknown()),
});
/** A regime (采集方式): a named way in which ratings come about, applied to a scenario. */
export type Regime = z.infer<typeof regimeSchema>;
export const regimesFile = z.object({ ...headed, assumption: z.boolean(), regimes: z.array(regimeSchema) });

/** The regime of this id, today's or a former one. */
export const regimeOfId = (regimes: readonly Regime[], given: string): Regime | undefined =>
  regimes.find(({ id }) => id === given) ?? regimes.find(({ formerIds }) => formerIds.includes(given));

/** The places of a world under one kind of names: their own or invented ones (names/coded-places.ts). */
export interface Places {
  readonly names: 'real' | 'coded';
  readonly regions: readonly Region[];
  readonly units: readonly Unit[];
  readonly tiles: readonly Tile[];
  readonly tileCaption: { readonly zh: string; readonly en: string };
}

/** A choice of the reference data that no source states. */
export interface StatedAssumption {
  readonly name: string;
  readonly nameEn: string;
  readonly reason: string;
  readonly reasonEn: string;
}

/** Everything in db/reference that the rooms need, read once; its places under the names that are to be printed. */
export interface Reference extends Places {
  /** The same places in the same order under either kind of names. */
  readonly places: Readonly<Record<Places['names'], Places>>;
  readonly departments: readonly Department[];
  readonly items: readonly Item[];
  readonly channels: readonly Channel[];
  readonly levels: readonly Level[];
  readonly tags: readonly Tag[];
  readonly retiredTags: ReadonlySet<string>;
  readonly userTypes: readonly Code[];
  readonly itemTypes: readonly Code[];
  readonly oneThings: readonly OneThing[];
  readonly stages: readonly Stage[];
  readonly profiles: readonly RuleProfile[];
  readonly assumedRules: AssumedRules;
  readonly regimes: readonly Regime[];
  /** What its files mark as assumptions. */
  readonly assumptions: readonly StatedAssumption[];
}
