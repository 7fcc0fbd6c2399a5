/** Lines that carry the same fields which are passed over, and how many of them were accepted. */
export interface FieldSet {
  readonly names: readonly string[];
  accepted: number;
}

/** Sets and names that are kept apart: senders’ fields are few, hostile ones without end. */
const MOST_SETS = 500;
const MOST_NAMES = 100;
const LONGEST_SET = 4000;
const printable = /^[\p{L}\p{N}_.-]{1,50}$/u;
/** Stands for all names beyond these. */
const OTHER = '(other)';

/** A copy in memory of its own: a text cut out of a line holds the whole line. */
const copyOf = (text: string): string => ` ${text}`.slice(1);

/** Counts which fields of accepted records were passed over: they came, and are not stored. */
export class PassedOver {
  private readonly sets = new Map<string, FieldSet>();
  private readonly names = new Set<string>();
  private readonly other: FieldSet = { names: [OTHER], accepted: 0 };

  /** The set of a line; whoever accepts the line adds one to it. */
  setOf(names: readonly string[]): FieldSet {
    const key = names.join('\n');
    const known = this.sets.get(key);
    if (known) return known;
    if (this.sets.size >= MOST_SETS || key.length > LONGEST_SET) return this.other;
    const set = { names: [...new Set(names.map((name) => this.nameOf(name)))], accepted: 0 };
    this.sets.set(copyOf(key), set);
    return set;
  }

  private nameOf(name: string): string {
    if (!printable.test(name) || (this.names.size >= MOST_NAMES && !this.names.has(name))) return OTHER;
    const copy = copyOf(name);
    this.names.add(copy);
    return copy;
  }

  /** Accepted records by field, most frequent first. */
  counts(): Readonly<Record<string, number>> {
    const counts = new Map<string, number>();
    for (const { names, accepted } of [...this.sets.values(), this.other]) {
      if (accepted === 0) continue;
      for (const name of names) counts.set(name, (counts.get(name) ?? 0) + accepted);
    }
    return Object.fromEntries([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));
  }
}
