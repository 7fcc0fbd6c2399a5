import { z } from 'zod';
import { byAge, share } from './field-schemas.ts';

/** Codes of the types of applicants (userProp), the natural person first. */
const typeCodes = ['1', '2', '3', '4', '5', '6', '9'] as const;

const cases = z.number().min(1).max(10_000);
/** Share of all cases that the hundredth with most of them has: 0.01 where all have as many. */
const topShare = z.number().min(0.01).max(0.5);

/** Who applies (办理人): of which types they are, and how often the same come back. */
export const applicantsGroup = z.strictObject({
  /** Weights of the types of applicants: an item’s cases are drawn among those that may apply for it. */
  types: z
    .record(z.enum(typeCodes), z.number().positive())
    .default({ '1': 0.8, '2': 0.15, '3': 0.01, '4': 0.005, '5': 0.025, '6': 0.004, '9': 0.006 }),
  /** Cases a year of a natural person who applies at all, and of an organisation, on average. */
  casesPerPerson: cases.default(2),
  casesPerFirm: cases.default(6),
  /** What part of these cases the hundredth of persons, and of organisations, has that applies most often. */
  topPersons: topShare.default(0.03),
  topFirms: topShare.default(0.2),
  /** Share of the cases of organisations that an agent (代办) files and rates, and how many cases an agent has in a year. */
  agents: share.default(0.25),
  casesPerAgent: cases.default(500),
  /** How much likelier natural persons of an age come online than to a hall, in parts of p (1 - p) of the chance p of their item. */
  ageOnline: byAge(0.5).prefault({ '18': 0.1, '35': 0.06, '60': -0.4 }),
});
