import ejs from 'ejs';
import express, { type Express } from 'express';
import { createKeptAnswers } from '../jobs/answers/kept-answers.ts';
import { createQuestionQueue } from './answers/question-queue.ts';
import { assetLinks } from './asset-links.ts';
import type { Deps } from './deps.ts';
import { createHostCheck, limitHosts } from './allowed-hosts.ts';
import { errorPage, unknownAddress, wrongMethod } from './errors.ts';
import { createCsrfGuard } from './csrf.ts';
import { limitBody, readForm } from './form-body.ts';
import { publicFolder, viewsFolder } from './folders.ts';
import { rememberLanguage } from './request-language.ts';
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
    assets: assetLinks(),
    questions,
    results: createResults(store, deps.reference, questions, prepared),
  };
  const isOurs = createHostCheck(deps.hosts);
  const app = express();
  app.disable('x-powered-by');
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

  app.use(headers());
  // Before anything answers: whoever is refused must not go on sending.
  app.use(limitBody);
  app.use(compressed());
  app.use('/assets', express.static(publicFolder, { index: false, maxAge: '7d', fallthrough: false }));
  app.use(limitHosts(isOurs));
  app.use(limitRate());
  app.use(limitAddress);
  app.use(rememberLanguage);
  const { ready, guard } = createCsrfGuard(isOurs);
  app.use(...ready);
  for (const { path, answer } of routes) app.get(path, answer(site));
  for (const { path, answer } of formRoutes) app.post(path, readForm, guard, answer(site));
  for (const [path, methods] of methodsByPath()) app.all(path, wrongMethod(methods));
  app.use(unknownAddress);
  app.use(errorPage(site));
  return app;
}
