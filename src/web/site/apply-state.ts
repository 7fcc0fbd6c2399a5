import type { Language } from '../../model/language.ts';
import { applicationSteps, type ApplicationStep } from '../../model/site/application-steps.ts';
import type { OnlineApplication } from '../../portal/application/application.ts';
import type { BookingSlot } from '../../portal/application/step-contents.ts';
import type { KeptField } from '../request-context.ts';
import { badParameter, readOptionalChoice, readText } from '../request-query.ts';

/** Pages of an application: its steps, the form with its samples or put aside, and the two ways of handing in papers. */
export const applyPages = [
  'booking',
  'guide',
  'form',
  'sample',
  'save',
  'upload',
  'files',
  'mine',
  'feedback',
] as const;
export type ApplyPage = (typeof applyPages)[number];

/** Ways of handing in papers: by the button, or from those that the account holds. */
export const paperWays = ['files', 'mine'] as const;
export type PaperWay = (typeof paperWays)[number];

/** How a paper is handed in: as a made-up file, or by a written undertaking in its place. */
export const paperForms = ['file', 'promise'] as const;
export type PaperForm = (typeof paperForms)[number];

/** Longest entry of a field, in characters. */
const LONGEST_ENTRY = 40;

/** What the fields of a form take: all of them have to fit into an address, where a Chinese character takes as much room as nine letters. */
export const longestEntry: Readonly<Record<Language, number>> = { zh: 24, en: LONGEST_ENTRY };

/**
 * What has been done of an application. Nothing of it is stored: it travels in the address.
 */
export interface ApplyState {
  /** The place that was chosen, where it has room. */
  readonly slot: BookingSlot | undefined;
  /** Whether one was chosen, with or without room. */
  readonly hasChosen: boolean;
  readonly read: boolean;
  readonly login: boolean;
  /** The form was filled in, on a page before. */
  readonly filled: boolean;
  /** Entries by the ids of their fields. */
  readonly values: ReadonlyMap<string, string>;
  readonly way: PaperWay | undefined;
  /** In the order of the papers that are asked for. */
  readonly papers: readonly (PaperForm | undefined)[];
}

type Steps = OnlineApplication['steps'];

export const slotName = ({ day, session }: BookingSlot): string => `${String(day)}-${session}`;
export const entryName = (id: string): string => `f-${id}`;
export const paperName = (i: number): string => `p${String(i + 1)}`;

const isSet = (query: URLSearchParams, field: string): boolean =>
  readOptionalChoice(query, field, ['1']) === '1';

/** Reads the state of an application from an address. */
export function readApplyState(query: URLSearchParams, { booking, form, upload }: Steps): ApplyState {
  const chosen = query.get('slot') ?? '';
  const slot = booking.slots.find((one) => slotName(one) === chosen);
  if (chosen !== '' && slot === undefined)
    throw badParameter('slot', chosen.slice(0, LONGEST_ENTRY), {
      zh: '须是可选时段之一，如 1-morning',
      en: 'it must be one of the times, like 1-morning',
    });
  return {
    slot: slot !== undefined && slot.free > 0 ? slot : undefined,
    hasChosen: slot !== undefined,
    read: isSet(query, 'read'),
    login: isSet(query, 'login'),
    filled: isSet(query, 'filled'),
    values: new Map(
      form.fields
        .filter(({ prefilled }) => !prefilled)
        .map(({ id }) => [id, readText(query, entryName(id), LONGEST_ENTRY)]),
    ),
    way: readOptionalChoice(query, 'way', paperWays),
    papers: upload.asked.map((_, i) => readOptionalChoice(query, paperName(i), paperForms)),
  };
}

/** The first step that is still to be done; the last one where all others are. */
export function stepReached(state: ApplyState, { form }: Steps): ApplicationStep {
  const { slot, read, login, filled, values, way, papers } = state;
  if (slot === undefined) return 'booking';
  if (!read) return 'guide';
  if (form.loginAgain && !login) return 'form';
  if (!filled && [...values.values()].includes('')) return 'form';
  return way === undefined || papers.includes(undefined) ? 'upload' : 'feedback';
}

/** Fields of the address that a step is reached with: what was done before it, and entries where the site keeps them. */
export function carriedTo(step: ApplicationStep, state: ApplyState, { form }: Steps): KeptField[] {
  const place = applicationSteps.indexOf(step);
  const after = (one: ApplicationStep): boolean => place > applicationSteps.indexOf(one);
  const field = (name: string, value: string | undefined, isCarried: boolean): KeptField[] =>
    isCarried && value !== undefined && value !== '' ? [{ name, value }] : [];
  return [
    ...field('slot', state.slot && slotName(state.slot), after('booking')),
    ...field('read', state.read ? '1' : '', after('guide')),
    ...field('login', state.login ? '1' : '', true),
    ...(form.keepsDraft ? entriesOf(state) : []),
    ...field('filled', '1', after('form')),
    ...field('way', state.way, after('upload')),
    ...state.papers.flatMap((paper, i) => field(paperName(i), paper, after('upload'))),
  ];
}

/** Entries as fields of an address. */
export const entriesOf = ({ values }: ApplyState): KeptField[] =>
  [...values].flatMap(([id, value]) => (value === '' ? [] : [{ name: entryName(id), value }]));
