import { health } from './health.ts';
import { jobEvents } from './runs/job-events.ts';
import { resultsDocument } from './overview/results-document.ts';
import { scenarioDocument } from './scenario/scenario-document.ts';
import { file } from './shared/file.ts';
import { applyChoices } from './choices/apply-choices.ts';
import { keepMethod } from './choices/keep-method.ts';
import { methodDocument, ownResultsDocument } from './choices/own-method-documents.ts';
import { choicesDocument, uncertaintyDocument } from './choices/choices-documents.ts';
import { choicesFile, uncertaintyFile } from './choices/choices-files.ts';
import { channelsCsv } from './channels/channels-file.ts';
import { indicatorsFile } from './unit/indicators-file.ts';
import { itemsCsv } from './items/items-file.ts';
import { rankingFile } from './overview/ranking-file.ts';
import { refusalsFile } from './refusals/refusals-file.ts';
import { cancelRun } from './runs/cancel-run.ts';
import { editScenario } from './scenario/edit-scenario.ts';
import { startRun } from './scenario/start-run.ts';
import { page, type Answer } from './page.ts';
import { tagged } from './result-tag.ts';
import { changesDocument, changesFile } from './changes/changes-files.ts';
import { changesPage } from './changes/changes-page.ts';
import { channelsPage } from './channels/channels-page.ts';
import { choicesPage } from './choices/choices-page.ts';
import { uncertaintyPage } from './choices/uncertainty-page.ts';
import { ownMethodPage } from './choices/own-method-page.ts';
import { comparePage } from './compare/compare-page.ts';
import { compareUnitsDocument, compareUnitsFile } from './compare-units/compare-units-files.ts';
import { compareUnitsPage } from './compare-units/compare-units-page.ts';
import { departmentsCsv } from './departments/departments-file.ts';
import { departmentsPage } from './departments/departments-page.ts';
import { editionsDocument, editionsFile } from './editions/editions-files.ts';
import { editionsPage } from './editions/editions-page.ts';
import { laboratoryPage } from './laboratory/laboratory-page.ts';
import { formulaPage } from './editions/formula-page.ts';
import { explainPage } from './explain/explain-page.ts';
import { indicatorPage } from './indicator/indicator-page.ts';
import { itemsPage } from './items/items-page.ts';
import { jobPage } from './runs/job-page.ts';
import { methodPage } from './method/method-page.ts';
import { overviewPage } from './overview/overview-page.ts';
import { qualityPage } from './quality/quality-page.ts';
import { refusalPage } from './refusals/refusal-page.ts';
import { refusalsPage } from './refusals/refusals-page.ts';
import { reportFile } from './report/report-file.ts';
import { reportPage, shownReport } from './report/report-page.ts';
import { runsPage } from './runs/runs-page.ts';
import { scenarioPage } from './scenario/scenario-page.ts';
import { searchPage } from './search/search-page.ts';
import { tasksFile } from './tasks/tasks-file.ts';
import { tasksPage } from './tasks/tasks-page.ts';
import { targetsPage } from './targets/targets-page.ts';
import { regionPage } from './regions/region-page.ts';
import { regionsPage } from './regions/regions-page.ts';
import { unitPage } from './unit/unit-page.ts';
import { unitsPage } from './units/units-page.ts';
import { validationPage } from './validation/validation-page.ts';
import { weightingDocument, weightingFile } from './weighting/weighting-files.ts';
import { weightingPage } from './weighting/weighting-page.ts';

export interface Route {
  readonly path: string;
  readonly answer: Answer;
}

/** Every address of the site that is read, but its assets. Tagged is what the data, the method and the program alone decide. */
export const routes: readonly Route[] = [
  { path: '/', answer: tagged(page(overviewPage)) },
  { path: '/units', answer: tagged(page(unitsPage)) },
  { path: '/units/:code', answer: tagged(page(unitPage)) },
  { path: '/units/:code/departments', answer: tagged(page(departmentsPage)) },
  { path: '/units/:code/tasks', answer: tagged(page(tasksPage)) },
  { path: '/units/:code/indicators/:id', answer: tagged(page(indicatorPage)) },
  { path: '/regions', answer: tagged(page(regionsPage)) },
  { path: '/regions/:region', answer: tagged(page(regionPage)) },
  { path: '/explain', answer: tagged(page(explainPage)) },
  { path: '/report', answer: shownReport },
  { path: '/report/:period', answer: tagged(reportPage) },
  { path: '/compare', answer: tagged(page(compareUnitsPage)) },
  { path: '/changes', answer: tagged(page(changesPage)) },
  { path: '/items', answer: tagged(page(itemsPage)) },
  { path: '/channels', answer: tagged(page(channelsPage)) },
  { path: '/search', answer: tagged(page(searchPage)) },
  { path: '/method', answer: tagged(page(methodPage)) },
  { path: '/method/own', answer: page(ownMethodPage) },
  { path: '/choices', answer: page(choicesPage) },
  { path: '/choices/uncertainty', answer: tagged(page(uncertaintyPage)) },
  { path: '/weighting', answer: tagged(page(weightingPage)) },
  { path: '/validation', answer: tagged(page(validationPage)) },
  { path: '/targets', answer: tagged(page(targetsPage)) },
  { path: '/editions', answer: page(editionsPage) },
  { path: '/editions/formula', answer: page(formulaPage) },
  { path: '/laboratory', answer: page(laboratoryPage) },
  { path: '/runs', answer: page(runsPage) },
  { path: '/runs/:id/quality', answer: page(qualityPage) },
  { path: '/runs/compare', answer: page(comparePage) },
  { path: '/runs/jobs/:id', answer: page(jobPage) },
  { path: '/runs/jobs/:id/events', answer: jobEvents },
  { path: '/scenario', answer: page(scenarioPage) },
  { path: '/refusals', answer: page(refusalsPage) },
  { path: '/refusals/:id', answer: page(refusalPage) },
  { path: '/files/ranking.csv', answer: tagged(file(rankingFile)) },
  { path: '/files/indicators.csv', answer: tagged(file(indicatorsFile)) },
  { path: '/files/compare.csv', answer: tagged(file(compareUnitsFile)) },
  { path: '/files/departments.csv', answer: tagged(file(departmentsCsv)) },
  { path: '/files/tasks.csv', answer: tagged(file(tasksFile)) },
  { path: '/files/changes.csv', answer: tagged(file(changesFile)) },
  { path: '/files/weighting.csv', answer: tagged(file(weightingFile)) },
  { path: '/files/items.csv', answer: tagged(file(itemsCsv)) },
  { path: '/files/channels.csv', answer: tagged(file(channelsCsv)) },
  { path: '/files/editions.csv', answer: tagged(file(editionsFile)) },
  { path: '/files/refusals.csv', answer: file(refusalsFile) },
  { path: '/files/choices.csv', answer: tagged(file(choicesFile)) },
  { path: '/files/uncertainty.csv', answer: tagged(file(uncertaintyFile)) },
  { path: '/files/report.:format', answer: tagged(reportFile) },
  { path: '/api/results.json', answer: tagged(resultsDocument) },
  { path: '/api/method.json', answer: tagged(methodDocument) },
  { path: '/api/method/own.json', answer: tagged(ownResultsDocument) },
  { path: '/api/choices.json', answer: tagged(choicesDocument) },
  { path: '/api/choices/uncertainty.json', answer: tagged(uncertaintyDocument) },
  { path: '/api/compare.json', answer: tagged(compareUnitsDocument) },
  { path: '/api/changes.json', answer: tagged(changesDocument) },
  { path: '/api/weighting.json', answer: tagged(weightingDocument) },
  { path: '/api/editions.json', answer: tagged(editionsDocument) },
  { path: '/api/scenario.json', answer: scenarioDocument },
  { path: '/healthz', answer: health },
];

/** Addresses that take a form (POST): only from pages of our own (csrf.ts). */
export const formRoutes: readonly Route[] = [
  { path: '/choices', answer: applyChoices },
  { path: '/method/own', answer: keepMethod },
  { path: '/scenario', answer: editScenario },
  { path: '/runs/jobs', answer: startRun },
  { path: '/runs/jobs/:id/cancel', answer: cancelRun },
];

/** The methods that each address answers, as an Allow header lists them. */
export function methodsByPath(): ReadonlyMap<string, string> {
  const methods = new Map(routes.map(({ path }) => [path, 'GET, HEAD']));
  for (const { path } of formRoutes) {
    const read = methods.get(path);
    methods.set(path, read === undefined ? 'POST' : `${read}, POST`);
  }
  return methods;
}
