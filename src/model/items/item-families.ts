import { z } from 'zod';

/** The schema of item-families.json: what the list of items is composed of beside the items of items.json. */

const actionSchema = z.object({
  key: z.string(),
  /** Follows the subject in the name of an item; empty where the subject says it all. */
  name: z.string(),
  nameEn: z.string(),
  /** Demand for it, as a share of that of its family. */
  demand: z.number().positive(),
  /** Share of the family’s promised days that it takes; 0 for what is done on the spot. */
  days: z.number().min(0).max(1),
});

const familySchema = z.object({
  department: z.string(),
  type: z.string(),
  /** Main number of the item codes (主项). */
  main: z.string().regex(/^\d{3}$/),
  subject: z.string(),
  subjectEn: z.string(),
  /** Keys of actions; the place of an action in the list is the sub number of its code (子项). */
  actions: z.array(z.string()).min(1),
  audience: z.enum(['person', 'legal', 'both']),
  /** Types of applicants (userProp) that may apply, where these are not simply those of the audience. */
  applicants: z.array(z.string()).min(1).optional(),
  theme: z.string(),
  statutoryDays: z.int().nonnegative(),
  promisedDays: z.int().nonnegative(),
  online: z.number().min(0).max(1),
  /** Puts its items in the order of popularity, beside the popularity of the items of items.json. */
  demand: z.number().positive(),
  /** The local theme of items that few units offer. */
  local: z.string().optional(),
});
export type ItemFamily = z.infer<typeof familySchema>;

export const itemFamiliesFile = z.object({
  source: z.string(),
  confidence: z.literal('guessed'),
  assumption: z.literal(true),
  popularity: z.object({
    reason: z.string(),
    reasonEn: z.string(),
    shift: z.number().nonnegative(),
    exponent: z.number().positive(),
    regular: z.int().positive(),
    seldom: z.number().positive().max(1),
  }),
  actions: z.array(actionSchema),
  families: z.array(familySchema),
});
/** Families of items: subjects, what can be done with them, and how popularity falls from item to item. */
export type ItemFamilies = z.infer<typeof itemFamiliesFile>;
export type ItemAction = ItemFamilies['actions'][number];
