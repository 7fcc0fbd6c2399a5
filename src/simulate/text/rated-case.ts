import type { Item } from '../../model/reference.ts';
import { isGrave } from './grave-items.ts';

/** What a person who writes a text has lived through, as far as the records can tell. One object serves a whole run. */
export interface RatedCase {
  item: Item | undefined;
  /** Type of the applicant (userProp). */
  userType: number;
  /** Online, hall or hotline. */
  place: number;
  /** Code of the stage (环节) of the service that is rated. */
  stage: number;
  /** True where the service ends the case. */
  completed: boolean;
  /** 1 where it ended later than promised. */
  late: number;
  /** Whole days from application to this service. */
  days: number;
  /** Working days promised; 0 for what is done on the spot. */
  promised: number;
  /** How often papers were asked for again. */
  supplements: number;
  /** Services of the case up to this one. */
  services: number;
  /** Number of the window whose device was used; 0 elsewhere. */
  window: number;
  /** Hour of the service. */
  hour: number;
}

/** What can hold of a rated case; a phrase names what must hold for it to fit. */
export const CASE_TRAITS = {
  late: 1,
  /** Completed within the promise. */
  inTime: 1 << 1,
  /** Done on the spot. */
  instant: 1 << 2,
  /** There is a promised number of days. */
  promised: 1 << 3,
  online: 1 << 4,
  hall: 1 << 5,
  call: 1 << 6,
  /** A day or more has passed since application. */
  days: 1 << 7,
  supplemented: 1 << 8,
  /** More than one service in the hall. */
  visits: 1 << 9,
  completed: 1 << 10,
  open: 1 << 11,
  firm: 1 << 12,
  person: 1 << 13,
  window: 1 << 14,
  morning: 1 << 15,
  afternoon: 1 << 16,
  /** The service is a payment, or a consultation. */
  payment: 1 << 17,
  consultation: 1 << 18,
  /** Nothing went beyond the promise, and no paper was asked for again. */
  smooth: 1 << 19,
  /** Completed in fewer days than promised. */
  early: 1 << 20,
  /** The item is none of those that people come with in grief or need. */
  light: 1 << 21,
} as const;

export type CaseTrait = keyof typeof CASE_TRAITS;

const PLACES = [CASE_TRAITS.online, CASE_TRAITS.hall, CASE_TRAITS.call] as const;
const HALL = 1;
const NATURAL_PERSON = 1;
const CONSULTATION = 1;
const PAYMENT = 5;
const NOON = 12;
const CLOSING = 18;

/** The traits of a rated case, one bit each. */
export function traitsOf(rated: RatedCase): number {
  const { late, promised, days, supplements, completed, stage, hour, place } = rated;
  const when = (holds: boolean, trait: CaseTrait): number => (holds ? CASE_TRAITS[trait] : 0);
  return (
    (PLACES[place] ?? 0) |
    when(late === 1, 'late') |
    when(completed && late === 0, 'inTime') |
    when(promised === 0, 'instant') |
    when(promised > 0, 'promised') |
    when(days > 0, 'days') |
    when(supplements > 0, 'supplemented') |
    when(place === HALL && rated.services > 1, 'visits') |
    when(rated.userType !== NATURAL_PERSON, 'firm') |
    when(rated.userType === NATURAL_PERSON, 'person') |
    when(rated.window > 0, 'window') |
    when(completed, 'completed') |
    when(!completed, 'open') |
    when(hour > 8 && hour < NOON, 'morning') |
    when(hour > NOON + 1 && hour < CLOSING, 'afternoon') |
    when(stage === PAYMENT, 'payment') |
    when(stage === CONSULTATION, 'consultation') |
    when(late === 0 && supplements === 0, 'smooth') |
    when(rated.item === undefined || !isGrave(rated.item), 'light') |
    when(completed && late === 0 && days > 0 && days < promised, 'early')
  );
}
