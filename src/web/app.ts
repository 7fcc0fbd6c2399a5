import ejs from 'ejs';
import express, { type Express } from 'express';
import { createKeptAnswers } from '../jobs/answers/kept-answers.ts';
import { recognise } from './access/reader.ts';
import { readable } from './access/rights.ts';
import { sentForm } from './access/sent-form.ts';
import { sessions } from './access/sessions.ts';
import { createQuestionQueue } from './answers/question-queue.ts';
import { assetLinks } from './asset-links.ts';
import type { Deps } from './deps.ts';
import { createHostCheck, limitHosts } from './allowed-hosts.ts';
import { errorPage, unknownAddress, wrongMethod } from './errors.ts';
import { createCsrfGuard } from './csrf.ts';
import { limitBody, readForm } from './form-body.ts';
import { publicFolder, viewsFolder } from './folders.ts';
import { rememberLanguage } from './request-language.ts';
import { createMetrics } from './metrics/metrics.ts';
import { createResults } from './results.ts';
import { formRoutes, methodsByPath, routes } from './routes.ts';
import { compressed, headers, limitAddress, limitRate } from './security.ts';
import type { Site } from './request-context.ts';

/** The application, ready to listen: the server and the tests use the same one. */
export function createApp(deps: Deps): Express {
  const { store, published, national, version: programVersion } = deps;
  const prepared = createKeptAnswers(store, { knowledge: deps, published, national, programVersion });
  const questions = createQuestionQueue(deps.answerer, prepared);
  const site: Site = {
    ...deps,
    metrics: createMetrics(deps, questions),
    assets: assetLinks(),
    questions,
    results: createResults(store, deps.reference, questions, prepared),
  };
  const isOurs = createHostCheck(deps.hosts);
  const app = express();
  app.disable('x-powered-by');
  // Where a request comes from is what these say of it, and nobody else.
  app.set('trust proxy', deps.accessSettings.proxies);
  // What data alone decide is tagged by them (result-tag.ts); pages that belong to one reader or one moment are not.
  app.disable('etag');
  // Wherever it runs, the framework's own last handler must not print a stack.
  app.set('env', 'production');
  app.set('query parser', 'simple');
  app.set('views', viewsFolder);
  app.set('view engine', 'ejs');
  app.enable('view cache');
  app.engine('ejs', (file: string, data: object, done: (error: unknown, text?: string) => void) => {
    ejs.renderFile(file, data, { cache: true, root: viewsFolder }, (error, text) => done(error, text));
  });

  app.use(site.metrics.count);
  app.use(headers(deps));
  // Before anything answers: whoever is refused must not go on sending.
  app.use(limitBody);
  app.use(compressed());
  app.use('/assets', express.static(publicFolder, { index: false, maxAge: '7d', fallthrough: false }));
  app.use(limitHosts(isOurs));
  app.use(limitRate());
  app.use(limitAddress);
  app.use(rememberLanguage);
  app.use(sessions(deps), recognise(deps));
  const csrf = createCsrfGuard(isOurs, deps);
  app.use(...csrf.ready);
  for (const { path, right, answer } of routes) app.get(path, readable(right, deps), answer(site));
  for (const route of formRoutes) app.post(route.path, readForm, sentForm(site, route, csrf));
  for (const [path, methods] of methodsByPath()) app.all(path, wrongMethod(methods));
  app.use(unknownAddress);
  app.use(errorPage(site));
  return app;
}
