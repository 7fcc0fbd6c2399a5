import { LineWindow, waitStep } from '../../collect/line-window.ts';
import { cannot } from '../../model/errors.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { addRefused, type RefusedByReason } from '../../model/refusal.ts';
import type { Register } from '../../model/register.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import { cutOff, isTooLong, type Line } from '../../national/lines.ts';
import { nationalCodes } from '../../national/record-reader.ts';
import type { Store } from '../../store/open.ts';
import { readRegister } from '../../store/read/register.ts';
import { waitingLines, type WaitingLines } from '../../store/write/waiting-lines.ts';
import { Intake, type IntakeCounts } from './intake.ts';
import {
  takeRectifications,
  type RectificationCounts,
  type WaitingRectifications,
} from './intake-rectifications.ts';

/** What came of the lines of a call. */
export interface LineCounts {
  readonly records: IntakeCounts;
  readonly rectifications: RectificationCounts;
  readonly refused: RefusedByReason;
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
  private readonly window: LineWindow;
  private readonly register: Register;
  private readonly waiting: WaitingLines;

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
    this.window = new LineWindow({
      today: Math.floor(now / DAY_SECONDS),
      taskByCode: this.register.taskByCode,
      foreignCaseKey: (projectNo) => this.intake.foreign.keyOf(projectNo),
      codes: nationalCodes(knowledge.reference),
    });
  }

  /** Takes a line of a file. */
  read(line: Line, source: string): void {
    const { intake, window } = this;
    const { number, text, bytes } = line;
    const place = { source, line: number, raw: text };
    if (isTooLong(line)) {
      intake.refuse({ reason: 'oversized', kind: '', field: '', ...place, bytes });
    } else {
      const read = window.read({ source, number, text });
      if ('fault' in read) {
        const { reason, field } = read.fault;
        if (!line.terminated && reason === 'malformed' && field === '') throw cutOff(source, number);
        intake.refuse({ reason, kind: read.kind, field, ...place });
      } else if (read.waits !== undefined) {
        this.waiting.add(read.waits, { source, number, text });
        return;
      }
    }
    window.bytes += bytes;
    if (window.isFull) this.endWindow();
  }

  /** Hands the batch to the intake. Ratings whose service has not come wait, unless nothing more comes. */
  endWindow(nothingMore = false): void {
    const { window, intake } = this;
    const { services, ratings: all } = window.batch;
    const serviceVerdicts = intake.takeServices(services, window.origin);
    window.countAccepted('service', serviceVerdicts);
    const allLinks = intake.link(all, services, serviceVerdicts);
    const { ratings, links, waiting } = nothingMore
      ? { ratings: all, links: allLinks, waiting: [] }
      : window.partRatings(allLinks);
    for (const line of waiting) this.waiting.add(waitStep.rating, line);
    window.countAccepted('rating', intake.takeRatings(ratings, links, window.origin));
    intake.endWindow();
    window.clear();
  }

  /** Takes what waited; says what came in all. */
  end(elapsed: () => number): LineCounts {
    const { store, run, register, knowledge, now, window } = this;
    this.endWindow();
    for (const step of [waitStep.rating, waitStep.additional]) {
      for (const line of this.waiting.of(step)) {
        window.readAgain(line);
        if (window.isFull) this.endWindow(true);
      }
      this.endWindow(true);
    }
    const records = this.intake.end(elapsed);
    const waiting = this.waitingRectifications();
    const rectifications = takeRectifications(store, run, waiting, register, knowledge, now);
    this.waiting.end();
    return {
      records,
      rectifications,
      refused: addRefused(records.refused, rectifications.refused),
      ignoredFields: window.ignoredFields(),
    };
  }

  /** The waiting rectifications, a window at a time. */
  private *waitingRectifications(): Generator<WaitingRectifications> {
    const { window } = this;
    const inHand = (): WaitingRectifications => ({
      rows: window.batch.rectifications,
      origin: window.origin,
      checked: (verdicts) => {
        window.countAccepted('rectification', verdicts);
      },
    });
    for (const line of this.waiting.of(waitStep.rectification)) {
      window.readAgain(line);
      if (!window.isFull) continue;
      yield inHand();
      window.clear();
    }
    yield inHand();
  }
}
