import { NOT_KNOWN, PLACEHOLDER, type UnitRecords } from '../../detect/unit-records.ts';
import { verdict } from '../../model/codes.ts';
import { FICTIONAL_BASE, FOREIGN_BASE, MAX_SERVICES, MAX_UNITS, caseKey } from '../../model/record/key.ts';
import {
  ratingAutomatic,
  ratingChannel,
  ratingLevel,
  ratingTags,
  serviceChannel,
  serviceStage,
  serviceStatus,
  serviceUserType,
} from '../../model/record/packed-fields.ts';
import type { KeyRange } from '../../model/record/row.ts';
import type { Register } from '../../model/register.ts';
import { knows, workingDaysBetween, type Calendar } from '../../model/time/calendar.ts';
import { placeholderTelephoneNumbers } from '../../national/pseudonyms.ts';
import { dayOfSecond, monthOfSecond } from '../../rollup/month-of-day.ts';
import { taskColumns, type TaskColumns } from '../../rollup/task-columns.ts';
import type { Store } from '../../store/open.ts';
import { leastKey } from '../../store/read/rows.ts';
import {
  calledBackIn,
  countServices,
  servedNumbers,
  textsOfLevel,
  type ServedNumbers,
} from '../../store/read/detection/served-rows.ts';

const NATURAL_PERSON = 1;
const IN_PERSON = 2;
const FINISHED = 3;
const COMPLETION = 6;
const WORST = 1;

/** Cases with a number of another system that are read together: telephones are followed within so many services. */
const FOREIGN_TOGETHER = 2_000_000;

/** The records of some units of a database (indexes in the reference list), unit by unit, as detectors read them. */
export function* eachUnitRecords(
  store: Store,
  register: Register,
  calendar: Calendar,
  isAskedFor: (unit: number) => boolean,
): Generator<UnitRecords> {
  const reader = new Reader(store, register, calendar);
  const least = leastKey(store, 'service');
  for (let unit = 0; unit < MAX_UNITS; unit++) {
    if (!isAskedFor(unit)) continue;
    const range = { from: caseKey(unit, 0, 0, 0), to: endOf(unit) };
    if (least(range) !== undefined) yield* reader.read(range);
  }
  // Keys of other systems do not tell the unit: their items do.
  for (let from = least({ from: FOREIGN_BASE, to: FICTIONAL_BASE }); from !== undefined;) {
    const to = Math.min(FICTIONAL_BASE, from + FOREIGN_TOGETHER * MAX_SERVICES);
    for (const records of reader.read({ from, to })) if (isAskedFor(records.unit)) yield records;
    from = least({ from: to, to: FICTIONAL_BASE });
  }
}

/** The first key after those of a unit. */
const endOf = (unit: number): number => caseKey(unit, 0, 0, 0) + (caseKey(1, 0, 0, 0) - caseKey(0, 0, 0, 0));

class Reader {
  readonly #tasks: TaskColumns;
  readonly #placeholders = placeholderTelephoneNumbers();

  constructor(
    private readonly store: Store,
    register: Register,
    private readonly calendar: Calendar,
  ) {
    this.#tasks = taskColumns(register);
  }

  /** The records of a range of service keys, by the units of their items. */
  read(range: KeyRange): UnitRecords[] {
    const { store } = this;
    const units = new Map<number, GrowingRecords>();
    const room = countServices(store, range);
    for (const rows of servedNumbers(store, range)) {
      for (const row of rows) {
        const unit = this.#tasks.unit[row[1] ?? 0] ?? 0;
        let records = units.get(unit);
        if (records === undefined) units.set(unit, (records = new GrowingRecords(unit, room.get(unit) ?? 0)));
        this.#append(records, row);
      }
    }
    const ratings = { from: range.from * 2, to: range.to * 2 };
    for (const { key, text } of textsOfLevel(store, WORST, ratings)) {
      const records = [...units.values()].find((one) => one.rowOf.has(key));
      records?.texts.set(records.rowOf.get(key) ?? -1, text);
    }
    for (const { task, serviceAt, verdict: found, key, ...rest } of calledBackIn(store, ratings)) {
      units.get(this.#tasks.unit[task] ?? 0)?.rectifications.push({
        ...rest,
        ratingKey: key,
        office: this.#tasks.office[task] ?? 0,
        month: monthOfSecond(serviceAt),
        upheld: found === verdict.upheld,
        rater: this.#telephone(rest.rater),
        calledBackTo: this.#telephone(rest.calledBackTo),
      });
    }
    return [...units.values()];
  }

  #append(records: GrowingRecords, row: ServedNumbers): void {
    const [key, task, packed, serviceAt, acceptedAt, finishedAt, person] = row;
    const i = records.length++;
    records.serviceKey[i] = key ?? 0;
    records.office[i] = this.#tasks.office[task ?? 0] ?? 0;
    records.month[i] = monthOfSecond(serviceAt ?? -1);
    records.natural[i] = serviceUserType(packed ?? 0) === NATURAL_PERSON ? 1 : 0;
    records.inHall[i] = serviceChannel(packed ?? 0) === IN_PERSON ? 1 : 0;
    records.late[i] = this.#lateness(task ?? 0, packed ?? 0, acceptedAt ?? -1, finishedAt ?? -1);
    records.serviceAt[i] = serviceAt ?? 0;
    records.person[i] = person ?? -1;
    const rating = row[7] ?? null;
    if (rating === null) return;
    records.rated[i] = 1;
    records.level[i] = ratingLevel(rating);
    records.channel[i] = ratingChannel(rating);
    records.tags[i] = ratingTags(rating);
    records.automatic[i] = ratingAutomatic(rating);
    records.assessedAt[i] = row[8] ?? 0;
    records.device[i] = row[9] ?? 0;
    records.rater[i] = this.#telephone(row[10] ?? -1);
    records.uploadedAt[i] = row[11] ?? 0;
    if (ratingLevel(rating) === WORST) records.rowOf.set((key ?? 0) * 2, i);
  }

  #telephone(rater: number): number {
    return this.#placeholders.has(rater) ? PLACEHOLDER : rater;
  }

  /** 1 where the case took longer than promised, 0 where it did not; for services that completed one. */
  #lateness(task: number, packed: number, acceptedAt: number, finishedAt: number): number {
    if (serviceStage(packed) !== COMPLETION || serviceStatus(packed) !== FINISHED) return NOT_KNOWN;
    if (acceptedAt < 0 || finishedAt < 0) return NOT_KNOWN;
    const [accepted, finished] = [dayOfSecond(acceptedAt), dayOfSecond(finishedAt)];
    if (!knows(this.calendar, accepted) || !knows(this.calendar, finished)) return NOT_KNOWN;
    if (this.#tasks.instant[task] === 1) return accepted === finished ? 0 : 1;
    return workingDaysBetween(this.calendar, accepted, finished) > (this.#tasks.promisedDays[task] ?? 0)
      ? 1
      : 0;
  }
}

/** Records of a unit with room for those to come. */
class GrowingRecords implements UnitRecords {
  length = 0;
  readonly serviceKey: Float64Array;
  readonly office: Int32Array;
  readonly month: Int32Array;
  readonly natural: Uint8Array;
  readonly inHall: Uint8Array;
  readonly late: Uint8Array;
  readonly serviceAt: Float64Array;
  readonly person: Int32Array;
  readonly rated: Uint8Array;
  readonly level: Uint8Array;
  readonly channel: Uint8Array;
  readonly tags: Uint8Array;
  readonly automatic: Uint8Array;
  readonly assessedAt: Float64Array;
  readonly uploadedAt: Float64Array;
  readonly device: Int32Array;
  readonly rater: Int32Array;
  readonly texts = new Map<number, string>();
  readonly rectifications: UnitRecords['rectifications'][number][] = [];
  /** Rows of ratings of level 1, whose texts are read, by key. */
  readonly rowOf = new Map<number, number>();

  constructor(
    readonly unit: number,
    room: number,
  ) {
    const codes = (): Uint8Array => new Uint8Array(room);
    const numbers = (): Int32Array => new Int32Array(room);
    const times = (): Float64Array => new Float64Array(room);
    [this.serviceKey, this.serviceAt, this.assessedAt, this.uploadedAt] = [
      times(),
      times(),
      times(),
      times(),
    ];
    [this.office, this.month, this.person, this.device, this.rater] = [
      numbers(),
      numbers(),
      numbers(),
      numbers(),
      numbers(),
    ];
    [this.natural, this.inHall, this.late, this.rated] = [codes(), codes(), codes(), codes()];
    [this.level, this.channel, this.tags, this.automatic] = [codes(), codes(), codes(), codes()];
  }
}
