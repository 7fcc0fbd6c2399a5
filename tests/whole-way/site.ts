import type { Express } from 'express';
import { pino } from 'pino';
import type { Store } from '../../src/store/open.ts';
import { readPublishedCounts } from '../../src/store/reference.ts';
import { createApp } from '../../src/web/app.ts';
import { clock, knowledge } from '../builders.ts';

const apps = new Map<Store, Express>();

/** The application over a database, as the server makes it. */
export function appOf(store: Store): Express {
  let app = apps.get(store);
  if (!app) {
    app = createApp({
      store,
      ...knowledge,
      published: readPublishedCounts(),
      now: clock.now,
      version: 'test',
      logger: pino({ level: 'silent' }),
    });
    apps.set(store, app);
  }
  return app;
}
