import type { Store } from '../open.ts';
import { BulkInsert } from './bulk.ts';

/** Writes accepted rows inside an open transaction; texts beside them. */
export class RecordWriter {
  private readonly services: BulkInsert;
  private readonly ratings: BulkInsert;
  private readonly addText;

  constructor(store: Store) {
    this.services = new BulkInsert(store, 'service', [
      'key',
      'task',
      'mark',
      'accepted_at',
      'finished_at',
      'service_at',
      'person',
    ]);
    this.ratings = new BulkInsert(store, 'rating', [
      'key',
      'mark',
      'assessed_at',
      'device',
      'rater',
      'uploaded_at',
    ]);
    this.addText = store.db.prepare<[number, string]>(
      'INSERT INTO rating_text (rating_key, text) VALUES (?, ?)',
    );
  }

  service(
    key: number,
    task: number,
    mark: number,
    acceptedAt: number,
    finishedAt: number,
    serviceAt: number,
    person: number,
  ): void {
    const { services } = this;
    services.put(key);
    services.put(task);
    services.put(mark);
    services.put(acceptedAt);
    services.put(finishedAt);
    services.put(serviceAt);
    services.put(person);
  }

  rating(
    key: number,
    mark: number,
    assessedAt: number,
    device: number,
    rater: number,
    uploadedAt: number,
  ): void {
    const { ratings } = this;
    ratings.put(key);
    ratings.put(mark);
    ratings.put(assessedAt);
    ratings.put(device);
    ratings.put(rater);
    ratings.put(uploadedAt);
  }

  text(ratingKey: number, text: string): void {
    this.addText.run(ratingKey, text);
  }

  flush(): void {
    this.services.flush();
    this.ratings.flush();
  }
}
