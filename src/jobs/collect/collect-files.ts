import { newLinks } from '../../collect/link.ts';
import { cutOff, linesOf, type Line } from '../../national/lines.ts';
import { nationalCodes, readNationalLine, type NationalContext } from '../../national/record-reader.ts';
import { copyRow, newTable, trimmed } from '../../model/record/columns.ts';
import type { RecordKind } from '../../model/record/kind.ts';
import { checkRegister, isRegisterLine, readRegisterLine } from '../../collect/register-lines.ts';
import { MALFORMED_KEY, newBatch, NO_TASK, type Batch, type RatingBatch } from '../../model/record/batch.ts';
import { cannot } from '../../model/errors.ts';
import type { Register, ItemLine, OfficeLine } from '../../model/register.ts';
import type { RefusalReason } from '../../model/refusal.ts';
import type { Store } from '../../store/open.ts';
import { readRegister } from '../../store/read/register.ts';
import { inOneTransaction } from '../../store/transaction.ts';
import { addToRegister } from '../../store/write/register.ts';
import { beginRun } from '../../store/write/runs.ts';
import type { Clock } from '../clock.ts';
import { Intake, type Origin } from './intake.ts';
import { addRefused, takeRectifications, type WaitingRectifications } from './intake-rectifications.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { mustHoldAllRows } from '../runs/existing-run.ts';

/** A file or stream of lines. */
export interface Source {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

export interface CollectReport {
  readonly run: number;
  /** Records stored, service records, ratings and rectifications together. */
  readonly accepted: number;
  readonly duplicate: number;
  readonly conflicting: number;
  /** All other refused records, by reason. */
  readonly refused: Readonly<Partial<Record<RefusalReason, number>>>;
  /** Digest of all accepted rows of the database. */
  readonly digest: string;
  readonly seconds: number;
}

/** Records taken at a time. */
const WINDOW = 16_384;

/**
 * Takes records of the national interface from files through the pipeline; registers first, whatever their order. The
 * call is one window: a rating waits for its service until the last line. All is stored, or, where a file is damaged,
 * nothing: the Mistake names file and line. A database with an unfinished run, or without rows, takes none.
 */
export async function collectFiles(
  store: Store,
  sources: readonly Source[],
  options: { readonly programVersion: string; readonly progress?: (lines: number) => void },
  knowledge: Knowledge,
  clock: Clock,
): Promise<CollectReport> {
  mustHoldAllRows(store);
  const began = clock.elapsed();
  const opened = await Promise.all(sources.map(openSource));
  const ordered = [
    ...opened.filter(({ register }) => register),
    ...opened.filter(({ register }) => !register),
  ];
  return inOneTransaction(store, async () => {
    const run = beginRun(store, {
      kind: 'collect',
      scenario: sources.map(({ name }) => name).join(', '),
      seed: null,
      programVersion: options.programVersion,
      firstDay: null,
      lastDay: null,
      settings: JSON.stringify({ dialect: 'national' }),
      startedAt: clock.now(),
    });
    let desk: RecordDesk | undefined;
    let taken = 0;
    for (const source of ordered) {
      if (source.register) {
        await takeRegister(store, source, knowledge);
        continue;
      }
      desk ??= new RecordDesk(store, run, knowledge, clock.now());
      for await (const line of source.lines) {
        desk.read(line, source.name);
        if (++taken % 100_000 === 0) options.progress?.(taken);
      }
      desk.takeBatch();
    }
    desk ??= new RecordDesk(store, run, knowledge, clock.now());
    return desk.end(() => clock.elapsed() - began);
  });
}

interface OpenedSource {
  readonly name: string;
  /** True when the file begins with a line of a register. */
  readonly register: boolean;
  readonly lines: AsyncIterable<Line>;
}

async function openSource({ name, chunks }: Source): Promise<OpenedSource> {
  const lines = linesOf(name, chunks);
  const first = await lines.next();
  const line = first.done === true ? undefined : first.value;
  async function* all(): AsyncGenerator<Line> {
    if (line) yield line;
    yield* lines;
  }
  return { name, register: line !== undefined && isRegisterLine(line.text), lines: all() };
}

async function takeRegister(store: Store, source: OpenedSource, knowledge: Knowledge): Promise<void> {
  const offices: OfficeLine[] = [];
  const items: ItemLine[] = [];
  for await (const { text, number } of source.lines) {
    const line = readRegisterLine(text, source.name, number);
    if (line.kind === 'office') offices.push(line);
    else items.push(line);
  }
  const { reference } = knowledge;
  const known = readRegister(store);
  checkRegister(offices, items, (code) => known.officeByCode.has(code), reference, source.name);
  addToRegister(
    store,
    known,
    { offices, items },
    reference.units.map(({ code }) => code),
  );
}

/** Reads lines into batches and hands them to the intake; ratings without their service wait. */
class RecordDesk {
  private readonly intake: Intake;
  private readonly context: NationalContext;
  private batch: Batch = newBatch(WINDOW, WINDOW, WINDOW);
  private lines = newLines();
  private waiting = new WaitingRatings();
  private readonly rectifications: WaitingRectifications[] = [];
  private readonly register: Register;

  constructor(
    private readonly store: Store,
    private readonly run: number,
    private readonly knowledge: Knowledge,
    private readonly now: number,
  ) {
    const register = readRegister(store);
    this.register = register;
    if (register.tasks.length === 0) {
      throw cannot(
        '数据库里还没有事项清单：请把 register.ndjson 与记录一起交给 collect',
        'the database has no item register yet: give collect the register.ndjson together with the records',
      );
    }
    this.intake = new Intake(store, run, register, knowledge, now);
    this.context = {
      taskByCode: register.taskByCode,
      foreignCaseKey: (projectNo) => this.intake.foreign.keyOf(projectNo),
      codes: nationalCodes(knowledge.reference),
    };
  }

  read(line: Line, source: string): void {
    const kind = readNationalLine(line.text, this.batch, this.context);
    const { services, ratings, rectifications } = this.batch;
    if (kind === 'service' && !line.terminated && services.key[services.length - 1] === MALFORMED_KEY) {
      throw cutOff(source, line.number);
    }
    this.lines[kind].push({ source, number: line.number, text: line.text });
    if ([services, ratings, rectifications].some(({ length }) => length === WINDOW)) this.takeBatch();
  }

  takeBatch(): void {
    const { batch, lines, intake, waiting } = this;
    const verdicts = intake.takeServices(batch.services, originOf(lines));
    const links = intake.link(batch.ratings, batch.services, verdicts);
    const present = newTable('rating', batch.ratings.length);
    const presentLinks = newLinks(batch.ratings.length);
    const presentLines = newLines();
    for (let row = 0; row < batch.ratings.length; row++) {
      const line = lines.rating[row];
      if (!line) continue;
      const mayCome = (links.task[row] ?? -1) < 0 && (batch.ratings.key[row] ?? -1) >= 0;
      if (mayCome) waiting.add(batch.ratings, row, line);
      else {
        const to = present.length++;
        copyRow('rating', batch.ratings, row, present, to);
        presentLinks.task[to] = links.task[row] ?? NO_TASK;
        presentLinks.serviceAt[to] = links.serviceAt[row] ?? 0;
        presentLines.rating.push(line);
      }
    }
    intake.takeRatings(present, presentLinks, originOf(presentLines));
    this.keepRectifications();
    this.batch = newBatch(WINDOW, WINDOW, WINDOW);
    this.lines = newLines();
  }

  /** Rectifications wait for their ratings until the last line. */
  private keepRectifications(): void {
    const { rectifications: rows } = this.batch;
    if (rows.length === 0) return;
    const { rectification: lines } = this.lines;
    this.rectifications.push({
      rows: trimmed('rectification', rows),
      origin: {
        source: (row) => lines[row]?.source ?? '',
        line: (row) => lines[row]?.number ?? 0,
        raw: (row) => lines[row]?.text ?? '',
      },
    });
  }

  end(elapsed: () => number): CollectReport {
    for (const { ratings, lines } of this.waiting.chunks) {
      const none = newBatch(0, 0).services;
      this.intake.takeRatings(
        ratings,
        this.intake.link(ratings, none, { reason: new Uint8Array(0), field: new Uint8Array(0) }),
        originOf({ ...newLines(), rating: lines }),
      );
    }
    const records = this.intake.end(elapsed);
    const last = takeRectifications(
      this.store,
      this.run,
      this.rectifications,
      this.register,
      this.knowledge,
      this.now,
    );
    const { conflict = 0, ...others } = addRefused(records.refused, last.refused);
    return {
      run: this.run,
      accepted: records.services + records.ratings + last.rectifications,
      duplicate: records.duplicates + last.duplicates,
      conflicting: conflict,
      refused: others,
      digest: last.digestOfAll,
      seconds: elapsed(),
    };
  }
}

interface SourceLine {
  readonly source: string;
  readonly number: number;
  readonly text: string;
}
type Lines = Record<RecordKind, SourceLine[]>;

const newLines = (): Lines => ({ service: [], rating: [], rectification: [] });

const originOf = (lines: Lines): Origin => ({
  source: (kind, row) => lines[kind][row]?.source ?? '',
  line: (kind, row) => lines[kind][row]?.number ?? 0,
  raw: (kind, row) => lines[kind][row]?.text ?? '',
});

/** Ratings whose service has not come yet, with the lines they came from. */
class WaitingRatings {
  readonly chunks: { readonly ratings: RatingBatch; readonly lines: SourceLine[] }[] = [];

  add(from: RatingBatch, row: number, line: SourceLine): void {
    let chunk = this.chunks.at(-1);
    if (!chunk || chunk.ratings.length === WINDOW) {
      chunk = { ratings: newTable('rating', WINDOW), lines: [] };
      this.chunks.push(chunk);
    }
    copyRow('rating', from, row, chunk.ratings, chunk.ratings.length++);
    chunk.lines.push(line);
  }
}
