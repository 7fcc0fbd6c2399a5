import { newLinks } from '../../collect/link.ts';
import type { Origin } from '../../collect/origin.ts';
import type { Verdicts } from '../../collect/verdict.ts';
import { addRefused } from '../../model/refusal.ts';
import { emptied, newBatch, NO_TASK, type Batch } from '../../model/record/batch.ts';
import { cannot } from '../../model/errors.ts';
import { copyRow, emptyTable, newTable, textColumns, textsIn, trimmed } from '../../model/record/columns.ts';
import { assessNumberOf } from '../../model/record/key.ts';
import type { Register } from '../../model/register.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import { recordKinds, type RecordKind } from '../../model/record/kind.ts';
import { recordFields } from '../../national/fields.ts';
import { cutOff, isTooLong, type Line } from '../../national/lines.ts';
import { PassedOver, type FieldSet } from '../../national/passed-over.ts';
import {
  nationalCodes,
  readNationalLine,
  type NationalContext,
  type ReadRecord,
} from '../../national/record-reader.ts';
import type { Store } from '../../store/open.ts';
import { readRegister } from '../../store/read/register.ts';
import { waitingLines, type WaitingLine, type WaitingLines } from '../../store/write/waiting-lines.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { Intake, type IntakeCounts } from './intake.ts';
import {
  takeRectifications,
  type RectificationCounts,
  type WaitingRectifications,
} from './intake-rectifications.ts';

/** Records and bytes taken at a time: both bound the memory that a window takes. */
const WINDOW = 16_384;
const WINDOW_BYTES = 16_777_216;

/** Steps in which lines that wait are taken, once all others are. */
const STEP = { rating: 1, additional: 2, rectification: 3 } as const;

/** A line whose record is in the batch. */
interface BatchLine extends WaitingLine {
  /** Its fields that are passed over. */
  readonly passedOver: FieldSet;
}
type BatchLines = Record<RecordKind, BatchLine[]>;

const newLines = (): BatchLines => ({ service: [], rating: [], rectification: [] });

/** What came of the lines of a call. */
export interface LineCounts {
  readonly records: IntakeCounts;
  readonly rectifications: RectificationCounts;
  readonly refused: RectificationCounts['refused'];
  /** Accepted records by field that came with them and is not stored. */
  readonly ignoredFields: Readonly<Record<string, number>>;
}

/**
 * Reads lines into batches and hands them to the intake, a window at a time. What belongs to a record that has not come
 * yet waits until the last line: a rating for its service, an additional rating for the first one, a rectification for its bad
 * rating.
 */
export class LineIntake {
  private readonly intake: Intake;
  private readonly context: NationalContext;
  private readonly register: Register;
  private readonly waiting: WaitingLines;
  private readonly passedOver = new PassedOver();
  private batch: Batch = newBatch(WINDOW, WINDOW, WINDOW);
  private lines = newLines();
  private bytes = 0;

  constructor(
    private readonly store: Store,
    private readonly run: number,
    private readonly knowledge: Knowledge,
    private readonly now: number,
  ) {
    this.register = readRegister(store);
    if (this.register.tasks.length === 0) {
      throw cannot(
        '数据库里还没有事项清单：请把 register.ndjson 与记录一起交给 collect',
        'the database has no item register yet: give collect the register.ndjson together with the records',
      );
    }
    this.intake = new Intake(store, run, this.register, knowledge, now);
    this.waiting = waitingLines(store);
    this.context = {
      today: Math.floor(now / DAY_SECONDS),
      taskByCode: this.register.taskByCode,
      foreignCaseKey: (projectNo) => this.intake.foreign.keyOf(projectNo),
      codes: nationalCodes(knowledge.reference),
    };
  }

  /** Takes a line of a file. */
  read(line: Line, source: string): void {
    const { number, text, bytes } = line;
    if (isTooLong(line)) {
      this.intake.refuse({
        reason: 'oversized',
        kind: '',
        field: '',
        source,
        line: number,
        raw: text,
        bytes,
      });
    } else {
      const read = readNationalLine(text, this.batch, this.context);
      if ('fault' in read) {
        const { reason, field } = read.fault;
        if (!line.terminated && reason === 'malformed' && field === '') throw cutOff(source, number);
        this.intake.refuse({
          reason,
          kind: read.kind,
          field: knownField(field),
          source,
          line: number,
          raw: text,
        });
      } else if (this.mustWait(read.kind)) {
        const step = read.kind === 'rating' ? STEP.additional : STEP.rectification;
        this.waiting.add(step, { source, number, text });
        return;
      } else this.keep(read, { source, number, text });
    }
    this.bytes += bytes;
    if (this.isFull()) this.endWindow();
  }

  /** Takes back the row just read where it waits for what it belongs to in any case. */
  private mustWait(kind: RecordKind): boolean {
    const { ratings, rectifications } = this.batch;
    if (kind === 'rectification') {
      rectifications.length--;
      return true;
    }
    const key = ratings.key[ratings.length - 1] ?? -1;
    if (kind !== 'rating' || key < 0 || assessNumberOf(key) === 1) return false;
    ratings.length--;
    for (const { name } of textColumns('rating')) textsIn(ratings, name).delete(ratings.length);
    return true;
  }

  private keep({ kind, ignored }: ReadRecord, { source, number, text }: WaitingLine): void {
    this.lines[kind].push({ source, number, text, passedOver: this.passedOver.setOf(ignored) });
  }

  private isFull(): boolean {
    const { services, ratings, rectifications } = this.batch;
    return (
      this.bytes >= WINDOW_BYTES ||
      services.length === WINDOW ||
      ratings.length === WINDOW ||
      rectifications.length === WINDOW
    );
  }

  /** Hands the batch to the intake. Ratings whose service has not come wait, unless nothing more comes. */
  endWindow(nothingMore = false): void {
    const { batch, lines, intake, waiting } = this;
    const services = intake.takeServices(batch.services, originOf(lines));
    countAccepted(lines.service, services);
    const links = intake.link(batch.ratings, batch.services, services);
    const mayCome = (row: number): boolean =>
      (links.task[row] ?? -1) < 0 && (batch.ratings.key[row] ?? -1) >= 0;
    if (nothingMore || !lines.rating.some((_, row) => mayCome(row))) {
      countAccepted(lines.rating, intake.takeRatings(batch.ratings, links, originOf(lines)));
    } else {
      const present = newTable('rating', batch.ratings.length);
      const presentLinks = newLinks(batch.ratings.length);
      const rating: BatchLine[] = [];
      lines.rating.forEach((line, row) => {
        if (mayCome(row)) {
          waiting.add(STEP.rating, line);
          return;
        }
        const to = present.length++;
        copyRow('rating', batch.ratings, row, present, to);
        presentLinks.task[to] = links.task[row] ?? NO_TASK;
        presentLinks.serviceAt[to] = links.serviceAt[row] ?? 0;
        rating.push(line);
      });
      countAccepted(rating, intake.takeRatings(present, presentLinks, originOf({ ...lines, rating })));
    }
    intake.endWindow();
    this.clear();
  }

  private clear(): void {
    emptied(this.batch);
    emptyTable(this.batch.rectifications);
    this.lines = newLines();
    this.bytes = 0;
  }

  /** Takes what waited; says what came in all. */
  end(elapsed: () => number): LineCounts {
    this.endWindow();
    for (const step of [STEP.rating, STEP.additional]) {
      for (const line of this.waiting.of(step)) {
        this.readAgain(line);
        if (this.isFull()) this.endWindow(true);
      }
      this.endWindow(true);
    }
    const records = this.intake.end(elapsed);
    const { store, run, register, knowledge, now } = this;
    const rectifications = takeRectifications(
      store,
      run,
      this.waitingRectifications(),
      register,
      knowledge,
      now,
    );
    this.waiting.end();
    return {
      records,
      rectifications,
      refused: addRefused(records.refused, rectifications.refused),
      ignoredFields: this.passedOver.counts(),
    };
  }

  private readAgain(line: WaitingLine): void {
    const read = readNationalLine(line.text, this.batch, this.context);
    if ('fault' in read) throw new Error(`line ${String(line.number)} was read before`);
    this.keep(read, line);
    this.bytes += line.text.length;
  }

  /** A window of waiting rectifications at a time. */
  private *waitingRectifications(): Generator<WaitingRectifications> {
    for (const line of this.waiting.of(STEP.rectification)) {
      this.readAgain(line);
      if (this.isFull()) yield this.rectificationWindow();
    }
    yield this.rectificationWindow();
  }

  private rectificationWindow(): WaitingRectifications {
    const { rectification: lines } = this.lines;
    const rows = trimmed('rectification', this.batch.rectifications);
    this.clear();
    return {
      rows,
      origin: {
        source: (_kind, row) => lines[row]?.source ?? '',
        line: (_kind, row) => lines[row]?.number ?? 0,
        raw: (_kind, row) => lines[row]?.text ?? '',
      },
      accepted: (row) => {
        const line = lines[row];
        if (line) line.passedOver.accepted++;
      },
    };
  }
}

function countAccepted(lines: readonly BatchLine[], verdicts: Verdicts): void {
  lines.forEach(({ passedOver }, row) => {
    if (verdicts.reason[row] === 0) passedOver.accepted++;
  });
}

const originOf = (lines: BatchLines): Origin => ({
  source: (kind, row) => lines[kind][row]?.source ?? '',
  line: (kind, row) => lines[kind][row]?.number ?? 0,
  raw: (kind, row) => lines[kind][row]?.text ?? '',
});

const known = new Set(['kind', ...recordKinds.flatMap((kind) => recordFields[kind].map(({ name }) => name))]);

/** A field as a refusal names it: senders may put anything into a name. */
const knownField = (name: string): string => (known.has(name) ? name : '');
