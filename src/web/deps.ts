import type { Logger } from 'pino';
import type { AccessSettings } from '../config.ts';
import type { Answerer } from '../jobs/answers/questions.ts';
import type { RunStarter } from '../jobs/runs/start-run.ts';
import type { Calendar } from '../model/time/calendar.ts';
import type { Methods } from '../model/knowledge.ts';
import type { RealismRange } from '../model/realism/realism-range.ts';
import type { Reference } from '../model/reference.ts';
import type { MonthTargets, PublishedYear } from '../model/targets.ts';
import type { TrainingCourse } from '../model/training/course.ts';
import type { Store } from '../store/open.ts';
import type { AttemptLimits } from '../model/access/attempt-limits.ts';

/** What the application is given; the server and the tests make the same one from it. */
export interface Deps {
  readonly store: Store;
  /** Accounts, sessions, keys and the audit log. */
  readonly access: Store;
  readonly accessSettings: AccessSettings;
  readonly attemptLimits: AttemptLimits;
  readonly reference: Reference;
  /** Every edition of the methods, the newest first, and the one in use where an address names none. */
  readonly editions: readonly Methods[];
  readonly methods: Methods;
  /** Published monthly counts, and figures of the national reports, the latest year first. */
  readonly published: readonly MonthTargets[];
  readonly national: readonly PublishedYear[];
  readonly calendar: Calendar;
  /** The shipped courses of the training room. */
  readonly courses: readonly TrainingCourse[];
  /** Ranges of what makes records look real. */
  readonly realism: readonly RealismRange[];
  /** Seconds since 2000-01-01 00:00 Beijing time. */
  readonly now: () => number;
  /** Where readers start runs. Whoever made it closes it. */
  readonly runStarter: RunStarter;
  /** Answers what takes long, one question at a time. Whoever made it closes it. */
  readonly answerer: Answerer;
  /** Names, beside those of the loopback, under which the server may be asked. */
  readonly hosts: readonly string[];
  readonly version: string;
  readonly logger: Logger;
}
