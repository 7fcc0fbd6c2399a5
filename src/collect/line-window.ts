import {
  emptied,
  newBatch,
  NO_PERSON,
  NO_TASK,
  type Batch,
  type RatingBatch,
} from '../model/record/batch.ts';
import { copyRow, emptyRow, emptyTable, newTable } from '../model/record/columns.ts';
import { assessNumberOf } from '../model/record/key.ts';
import { recordKinds, type RecordKind } from '../model/record/kind.ts';
import type { SourceLine } from '../model/record/source-line.ts';
import { recordFields } from '../national/fields.ts';
import { PassedOver, type FieldSet } from '../national/passed-over.ts';
import {
  readNationalLine,
  type NationalContext,
  type ReadRecord,
  type UnreadLine,
} from '../national/record-reader.ts';
import { newLinks, type Links } from './link.ts';
import type { Origin } from './origin.ts';
import type { Verdicts } from './verdict.ts';

/** Records and bytes taken at a time: both bound the memory that a window takes. */
const WINDOW = 16_384;
const WINDOW_BYTES = 16_777_216;

/** Steps in which lines that wait are taken, once all others are. */
export const waitStep = { rating: 1, additional: 2, rectification: 3 } as const;

/** A line whose record is in the batch. */
interface BatchLine extends SourceLine {
  /** Its fields that are passed over. */
  readonly passedOver: FieldSet;
}
type BatchLines = Record<RecordKind, BatchLine[]>;

const newLines = (): BatchLines => ({ service: [], rating: [], rectification: [] });

/** Lines read into a batch, each beside its row, until there are so many records or bytes. */
export class LineWindow {
  readonly batch: Batch = newBatch(WINDOW, WINDOW, WINDOW);
  /** Of the lines read since the window was cleared, those that left no row too. */
  bytes = 0;
  /** The lines of the rows. */
  readonly origin: Origin<RecordKind> = {
    source: (kind, row) => this.lines[kind][row]?.source ?? '',
    line: (kind, row) => this.lines[kind][row]?.number ?? 0,
    raw: (kind, row) => this.lines[kind][row]?.text ?? '',
  };
  private lines = newLines();
  private readonly passedOver = new PassedOver();

  constructor(private readonly context: NationalContext) {}

  get isFull(): boolean {
    const { services, ratings, rectifications } = this.batch;
    return (
      this.bytes >= WINDOW_BYTES ||
      services.length === WINDOW ||
      ratings.length === WINDOW ||
      rectifications.length === WINDOW
    );
  }

  /** Reads a line into its row. One that is no record leaves none, nor does one that waits in any case, until its step. */
  read(line: SourceLine): UnreadLine | { readonly waits: number | undefined } {
    const read = readNationalLine(line.text, this.batch, this.context);
    if ('fault' in read) {
      const { reason, field } = read.fault;
      return { kind: read.kind, fault: { reason, field: knownField(field) } };
    }
    const waits = this.stepOf(read.kind);
    if (waits === undefined) this.keep(read, line);
    else this.dropLast(read.kind);
    return { waits };
  }

  /** Reads a line that has waited. */
  readAgain(line: SourceLine): void {
    const read = readNationalLine(line.text, this.batch, this.context);
    if ('fault' in read) throw new Error(`line ${String(line.number)} was read before`);
    this.keep(read, line);
    this.bytes += line.text.length;
  }

  /** The step that the row just read waits for in any case. */
  private stepOf(kind: RecordKind): number | undefined {
    if (kind === 'rectification') return waitStep.rectification;
    const { ratings } = this.batch;
    const key = ratings.key[ratings.length - 1] ?? -1;
    const isAdditional = kind === 'rating' && key >= 0 && assessNumberOf(key) !== 1;
    return isAdditional ? waitStep.additional : undefined;
  }

  private dropLast(kind: RecordKind): void {
    const { ratings, rectifications } = this.batch;
    const rows = kind === 'rating' ? ratings : rectifications;
    emptyRow(rows, --rows.length);
  }

  private keep({ kind, ignored }: ReadRecord, { source, number, text }: SourceLine): void {
    this.lines[kind].push({ source, number, text, passedOver: this.passedOver.setOf(ignored) });
  }

  /** Takes the ratings out whose service has not come, though it may; gives those that remain, and the lines of the others. */
  partRatings(links: Links): {
    readonly ratings: RatingBatch;
    readonly links: Links;
    readonly waiting: readonly SourceLine[];
  } {
    const { ratings } = this.batch;
    const mayCome = (row: number): boolean => (links.task[row] ?? -1) < 0 && (ratings.key[row] ?? -1) >= 0;
    const waiting = this.lines.rating.filter((_, row) => mayCome(row));
    if (waiting.length === 0) return { ratings, links, waiting };
    const present = newTable('rating', ratings.length);
    const presentLinks = newLinks(ratings.length);
    for (let row = 0; row < ratings.length; row++) {
      if (mayCome(row)) continue;
      const to = present.length++;
      copyRow('rating', ratings, row, present, to);
      presentLinks.task[to] = links.task[row] ?? NO_TASK;
      presentLinks.serviceAt[to] = links.serviceAt[row] ?? 0;
      presentLinks.person[to] = links.person[row] ?? NO_PERSON;
    }
    this.lines.rating = this.lines.rating.filter((_, row) => !mayCome(row));
    return { ratings: present, links: presentLinks, waiting };
  }

  /** Counts the fields that are passed over in the accepted rows of a kind. */
  countAccepted(kind: RecordKind, { reason }: Verdicts): void {
    this.lines[kind].forEach(({ passedOver }, row) => {
      if (reason[row] === 0) passedOver.accepted++;
    });
  }

  /** Accepted records by field that came with them and is not stored. */
  ignoredFields(): Readonly<Record<string, number>> {
    return this.passedOver.counts();
  }

  clear(): void {
    emptied(this.batch);
    emptyTable(this.batch.rectifications);
    this.lines = newLines();
    this.bytes = 0;
  }
}

const known = new Set(['kind', ...recordKinds.flatMap((kind) => recordFields[kind].map(({ name }) => name))]);

/** A field as a refusal names it: senders may put anything into a name. */
const knownField = (name: string): string => (known.has(name) ? name : '');
