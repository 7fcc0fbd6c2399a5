import { checkRegister, isRegisterLine, readRegisterLine } from '../../collect/register-lines.ts';
import { isAssessmentLine } from '../../collect/assessments/read-assessment.ts';
import { addRefused, type RefusalReason } from '../../model/refusal.ts';
import type { ChangeLine, ItemLine, OfficeLine } from '../../model/register.ts';
import { linesOf, type Line } from '../../national/lines.ts';
import type { Store } from '../../store/open.ts';
import { contentOf } from '../../store/read/content.ts';
import { retentionOf, type Retention } from '../../store/read/refusals.ts';
import { readRegister } from '../../store/read/register.ts';
import { storedNames } from '../../store/read/unit-names.ts';
import { inOneTransaction } from '../../store/transaction.ts';
import { addToRegister } from '../../store/write/register.ts';
import { beginRun } from '../../store/write/runs.ts';
import type { Clock } from '../clock.ts';
import { AssessmentIntake, type CollectedAssessments } from './assessment-intake.ts';
import { LineIntake } from './line-intake.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { namesByCodes, referenceNamed } from '../../model/names/named-reference.ts';
import { assertAllRowsKept, assertSameNames } from '../runs/assert-compatible.ts';

const noAssessments: CollectedAssessments = { assessments: 0, duplicates: 0, refused: {} };

/** A file or stream of lines. */
export interface Source {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

export interface CollectReport {
  readonly run: number;
  /** Records stored, service records, ratings and rectifications together. */
  readonly accepted: number;
  /** Assessments by evaluators stored. */
  readonly assessments: number;
  /** Rectifications that took the place of an earlier state of the same work. */
  readonly updated: number;
  readonly duplicate: number;
  readonly conflicting: number;
  /** All other refused records, by reason. */
  readonly refused: Readonly<Partial<Record<RefusalReason, number>>>;
  /** What was kept of the refused records, conflicting ones included. */
  readonly refusals: Retention;
  /** Accepted records by field that came with them, is not read and not stored. */
  readonly ignoredFields: Readonly<Record<string, number>>;
  /** Digest of all accepted rows of the database. */
  readonly digest: string;
  readonly seconds: number;
}

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
  assertAllRowsKept(store);
  const began = clock.elapsed();
  const opened = await Promise.all(sources.map(openSource));
  const ordered = contents.flatMap((content) => opened.filter((source) => source.content === content));
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
    let intake: LineIntake | undefined;
    let assessments: AssessmentIntake | undefined;
    let taken = 0;
    for (const source of ordered) {
      if (source.content === 'register') {
        await takeRegister(store, source, knowledge);
        continue;
      }
      if (source.content === 'assessments') {
        assessments ??= new AssessmentIntake(store, run, knowledge, clock.now());
        for await (const line of source.lines) assessments.read(line, source.name);
        continue;
      }
      intake ??= new LineIntake(store, run, knowledge, clock.now());
      for await (const line of source.lines) {
        intake.read(line, source.name);
        if (++taken % 100_000 === 0) options.progress?.(taken);
      }
      intake.endWindow();
    }
    intake ??= new LineIntake(store, run, knowledge, clock.now());
    const { records, rectifications, refused, ignoredFields } = intake.end(() => clock.elapsed() - began);
    const evaluated = assessments?.end(0) ?? noAssessments;
    const { conflict = 0, ...others } = addRefused(refused, evaluated.refused);
    return {
      run,
      accepted: records.services + records.ratings + rectifications.rectifications,
      assessments: evaluated.assessments,
      updated: rectifications.updated,
      duplicate: records.duplicates + rectifications.duplicates + evaluated.duplicates,
      conflicting: conflict,
      refused: others,
      refusals: retentionOf(store, run),
      ignoredFields,
      digest: contentOf(store).digest,
      seconds: clock.elapsed() - began,
    };
  });
}

/** What files hold, told by their first line, in the order in which they are taken. */
const contents = ['register', 'records', 'assessments'] as const;
type SourceContent = (typeof contents)[number];

const contentOfFirst = (text: string): SourceContent =>
  isRegisterLine(text) ? 'register' : isAssessmentLine(text) ? 'assessments' : 'records';

interface OpenedSource {
  readonly name: string;
  readonly content: SourceContent;
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
  return { name, content: contentOfFirst(line?.text ?? ''), lines: all() };
}

async function takeRegister(store: Store, source: OpenedSource, knowledge: Knowledge): Promise<void> {
  const offices: OfficeLine[] = [];
  const items: ItemLine[] = [];
  const changes: ChangeLine[] = [];
  for await (const text of source.lines) {
    const line = readRegisterLine(text, source.name);
    if (line.kind === 'office') offices.push(line);
    else if (line.kind === 'item') items.push(line);
    else changes.push(line);
  }
  const names = namesByCodes(offices.map(({ unit }) => unit)) ?? storedNames(store) ?? 'coded';
  assertSameNames(store, names);
  const reference = referenceNamed(knowledge.reference, names);
  const known = readRegister(store);
  checkRegister(offices, items, (code) => known.officeByCode.has(code), reference, source.name);
  addToRegister(
    store,
    known,
    { offices, items, changes },
    reference.units.map(({ code }) => code),
  );
}
