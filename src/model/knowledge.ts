import { wrongUse } from './errors.ts';
import type { Method } from './method.ts';
import type { RealismRange } from './realism/realism-range.ts';
import type { Reference } from './reference.ts';
import type { Calendar } from './time/calendar.ts';

/** An edition (版本) of the methods of the two groups that are assessed apart. */
export interface Methods {
  /** Year of the report whose frame it takes, and its number, like 2022-2. */
  readonly edition: string;
  readonly province: Method;
  readonly city: Method;
}

/** True of an edition that is used only where it is asked for. */
export const isOnRequest = ({ province }: Pick<Methods, 'province'>): boolean => province.onRequest === true;

/** The oldest and the newest edition, which are compared until others are chosen: those on request are not among them. */
export function comparedAtFirst(editions: readonly Methods[]): {
  readonly from: string;
  readonly to: string;
} {
  const usual = editions.filter((one) => !isOnRequest(one)).map(({ edition }) => edition);
  return { from: usual.at(-1) ?? '', to: usual[0] ?? '' };
}

/** What is known before any record comes: reference data, methods, working days. */
export interface Knowledge {
  readonly reference: Reference;
  /** Every edition: the newest first, those that are used on request only last. */
  readonly editions: readonly Methods[];
  /** The edition in use: the newest unless another was chosen. */
  readonly methods: Methods;
  readonly calendar: Calendar;
  /** Published or assumed ranges of what makes records look real. */
  readonly realism: readonly RealismRange[];
}

/** The knowledge with one method in use for both kinds of units: it is of one of them. */
export const withOneMethod = <K extends Pick<Knowledge, 'methods'>>(knowledge: K, method: Method): K => ({
  ...knowledge,
  methods: { edition: method.id, province: method, city: method },
});

/**
 * The knowledge with another edition of the methods in use, like 2022-1. Throws a Mistake where there is none; `where` is the field
 * or option that names it.
 */
export function withEdition<K extends Pick<Knowledge, 'editions' | 'methods'>>(
  knowledge: K,
  edition: string,
  where = 'method',
): K {
  const methods = knowledge.editions.find((known) => known.edition === edition);
  if (methods !== undefined) return { ...knowledge, methods };
  const known = knowledge.editions.map((one) => one.edition).join(', ');
  throw wrongUse(
    `${where} = “${edition}”：没有这个版本的评估方法，可用 ${known}`,
    `${where} = “${edition}”: there is no such edition of the methods; there are ${known}`,
  );
}
