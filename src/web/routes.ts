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

/** Every address of the site that is read, but its assets. */
export const routes: readonly Route[] = [
  { path: '/', answer: page(overviewPage) },
  { path: '/units', answer: page(unitsPage) },
  { path: '/units/:code', answer: page(unitPage) },
  { path: '/units/:code/departments', answer: page(departmentsPage) },
  { path: '/units/:code/indicators/:id', answer: page(indicatorPage) },
  { path: '/regions', answer: page(regionsPage) },
  { path: '/regions/:region', answer: page(regionPage) },
  { path: '/explain', answer: page(explainPage) },
  { path: '/report', answer: shownReport },
  { path: '/report/:period', answer: reportPage },
  { path: '/compare', answer: page(compareUnitsPage) },
  { path: '/changes', answer: page(changesPage) },
  { path: '/items', answer: page(itemsPage) },
  { path: '/channels', answer: page(channelsPage) },
  { path: '/search', answer: page(searchPage) },
  { path: '/method', answer: page(methodPage) },
  { path: '/method/own', answer: page(ownMethodPage) },
  { path: '/choices', answer: page(choicesPage) },
  { path: '/choices/uncertainty', answer: page(uncertaintyPage) },
  { path: '/weighting', answer: page(weightingPage) },
  { path: '/validation', answer: page(validationPage) },
  { path: '/targets', answer: page(targetsPage) },
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
  { path: '/files/ranking.csv', answer: file(rankingFile) },
  { path: '/files/indicators.csv', answer: file(indicatorsFile) },
  { path: '/files/compare.csv', answer: file(compareUnitsFile) },
  { path: '/files/departments.csv', answer: file(departmentsCsv) },
  { path: '/files/changes.csv', answer: file(changesFile) },
  { path: '/files/weighting.csv', answer: file(weightingFile) },
  { path: '/files/items.csv', answer: file(itemsCsv) },
  { path: '/files/channels.csv', answer: file(channelsCsv) },
  { path: '/files/editions.csv', answer: file(editionsFile) },
  { path: '/files/refusals.csv', answer: file(refusalsFile) },
  { path: '/files/choices.csv', answer: file(choicesFile) },
  { path: '/files/uncertainty.csv', answer: file(uncertaintyFile) },
  { path: '/files/report.:format', answer: reportFile },
  { path: '/api/results.json', answer: resultsDocument },
  { path: '/api/method.json', answer: methodDocument },
  { path: '/api/method/own.json', answer: ownResultsDocument },
  { path: '/api/choices.json', answer: choicesDocument },
  { path: '/api/choices/uncertainty.json', answer: uncertaintyDocument },
  { path: '/api/compare.json', answer: compareUnitsDocument },
  { path: '/api/changes.json', answer: changesDocument },
  { path: '/api/weighting.json', answer: weightingDocument },
  { path: '/api/editions.json', answer: editionsDocument },
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
