import type { Express } from 'express';
import type { Store } from '../../src/store/open.ts';
import { createApp } from '../../src/web/app.ts';
import { depsOf } from '../web/fixture.ts';

const apps = new WeakMap<Store, Express>();

/** The application over a database, as the server makes it. */
export function appOf(store: Store): Express {
  let app = apps.get(store);
  if (!app) {
    app = createApp(depsOf(store));
    apps.set(store, app);
  }
  return app;
}
