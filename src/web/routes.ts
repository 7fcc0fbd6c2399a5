import { health } from './api/health.ts';
import { jobEvents } from './api/job-events.ts';
import { resultsDocument } from './api/results-document.ts';
import { scenarioDocument } from './api/scenario-document.ts';
import { file } from './file.ts';
import { channelsFile } from './files/channels-file.ts';
import { indicatorsFile } from './files/indicators-file.ts';
import { itemsFile } from './files/items-file.ts';
import { rankingFile } from './files/ranking-file.ts';
import { refusalsFile } from './files/refusals-file.ts';
import { cancelRun } from './forms/cancel-run.ts';
import { editScenario } from './forms/edit-scenario.ts';
import { startRun } from './forms/start-run.ts';
import { page, type Answer } from './page.ts';
import { channelsPage } from './pages/channels.ts';
import { comparePage } from './pages/compare.ts';
import { indicatorPage } from './pages/indicator.ts';
import { itemsPage } from './pages/items.ts';
import { jobPage } from './pages/job.ts';
import { methodPage } from './pages/method.ts';
import { overviewPage } from './pages/overview.ts';
import { qualityPage } from './pages/quality.ts';
import { refusalsPage } from './pages/refusals.ts';
import { runsPage } from './pages/runs.ts';
import { scenarioPage } from './pages/scenario.ts';
import { targetsPage } from './pages/targets.ts';
import { unitPage } from './pages/unit.ts';

export interface Route {
  readonly path: string;
  readonly answer: Answer;
}

/** Every address of the site that is read, but its assets. */
export const routes: readonly Route[] = [
  { path: '/', answer: page(overviewPage) },
  { path: '/units/:code', answer: page(unitPage) },
  { path: '/units/:code/indicators/:id', answer: page(indicatorPage) },
  { path: '/items', answer: page(itemsPage) },
  { path: '/channels', answer: page(channelsPage) },
  { path: '/method', answer: page(methodPage) },
  { path: '/targets', answer: page(targetsPage) },
  { path: '/runs', answer: page(runsPage) },
  { path: '/runs/:id/quality', answer: page(qualityPage) },
  { path: '/runs/compare', answer: page(comparePage) },
  { path: '/runs/jobs/:id', answer: page(jobPage) },
  { path: '/runs/jobs/:id/events', answer: jobEvents },
  { path: '/scenario', answer: page(scenarioPage) },
  { path: '/refusals', answer: page(refusalsPage) },
  { path: '/files/ranking.csv', answer: file(rankingFile) },
  { path: '/files/indicators.csv', answer: file(indicatorsFile) },
  { path: '/files/items.csv', answer: file(itemsFile) },
  { path: '/files/channels.csv', answer: file(channelsFile) },
  { path: '/files/refusals.csv', answer: file(refusalsFile) },
  { path: '/api/results.json', answer: resultsDocument },
  { path: '/api/scenario.json', answer: scenarioDocument },
  { path: '/healthz', answer: health },
];

/** Addresses that take a form (POST): only from pages of our own (forgery.ts). */
export const formRoutes: readonly Route[] = [
  { path: '/scenario', answer: editScenario },
  { path: '/runs/jobs', answer: startRun },
  { path: '/runs/jobs/:id/cancel', answer: cancelRun },
];
