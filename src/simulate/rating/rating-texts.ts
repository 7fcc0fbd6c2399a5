import type { RatingBatch } from '../../model/record/batch.ts';
import { serviceNumberOf } from '../../model/record/key.ts';
import { DAY_SECONDS } from '../../model/time/time.ts';
import type { ServiceInHand } from '../case/in-hand.ts';
import type { RatedCase } from '../text/rated-case.ts';
import { TextWriter } from '../text/write-text.ts';
import type { Tables } from '../world/tables.ts';

const QR = 3;
const KIOSK = 5;

/** Writes the texts of ratings from what the records tell of a service and its case. */
export class RatingTexts {
  private readonly writer = new TextWriter();
  private readonly rated: RatedCase = {
    item: undefined,
    userType: 1,
    place: 0,
    stage: 0,
    completed: false,
    late: 0,
    days: 0,
    promised: 0,
    supplements: 0,
    services: 1,
    window: 0,
    hour: 0,
  };

  constructor(private readonly tables: Tables) {}

  /** Writes the text of a row, the rating of this service, as someone writes it who gives this level; its tags stand there. */
  write(out: RatingBatch, row: number, service: ServiceInHand, level: number, word: number): void {
    const { rated, tables } = this;
    const { item, at, appliedAt, place } = service;
    const channel = out.channel[row] ?? 0;
    rated.item = tables.items[item.task];
    rated.userType = service.userType;
    rated.place = place;
    rated.stage = service.stage;
    rated.completed = service.completed;
    rated.late = service.late;
    rated.days = Math.floor(at / DAY_SECONDS) - Math.floor(appliedAt / DAY_SECONDS);
    rated.promised = item.promised;
    rated.supplements = service.supplements;
    rated.services = serviceNumberOf(service.key);
    rated.window = channel >= QR && channel <= KIOSK ? (out.device[row] ?? 0) : 0;
    rated.hour = Math.floor((at % DAY_SECONDS) / 3600);
    const codes = tables.tagCodes[level] ?? [];
    const tags = codes.filter((_, bit) => ((out.tags[row] ?? 0) & (1 << bit)) !== 0);
    out.text.set(row, this.writer.write(rated, level, tags, word));
  }
}
