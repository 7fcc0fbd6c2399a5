import type { Right } from '../model/access/right.ts';
import { recordedRead, type FormRoute } from './access/sent-form.ts';
import { ownAccountPage } from './account/own-account-page.ts';
import { deleteOwnAccount, endSessions, ownData, sendPassword } from './account/change-own-account.ts';
import { accountPage } from './accounts/account-page.ts';
import { accountsPage } from './accounts/accounts-page.ts';
import {
  accountData,
  deleteAccountOf,
  sendAccount,
  sendClose,
  sendLink,
  sendOpen,
  sendRole,
} from './accounts/change-account.ts';
import { auditLogFile } from './audit-log/audit-log-file.ts';
import { auditLogPage } from './audit-log/audit-log-page.ts';
import { invitationPage, sendInvitation } from './invitation/invitation-page.ts';
import { keysPage, keyDocument, sendKey, sendRevocation } from './keys/keys-page.ts';
import { metricsText } from './metrics/metrics-text.ts';
import { sendSignIn, sendSignOut, signInPage } from './sign-in/sign-in-page.ts';
import { answersFile } from './classes/answers-file.ts';
import { classPage, sendDelete, sendEnd } from './classes/class-page.ts';
import { classesPage, sendClass } from './classes/classes-page.ts';
import { traineeExercisePage } from './classes/trainee-exercise-page.ts';
import { coursePage } from './training/course-page.ts';
import { debriefPage, traineeDebriefPage } from './training/debrief-page.ts';
import { deskExercisePage, deskPage, sendDeskAnswer, sendFresh } from './training/desk-page.ts';
import { sendOpenPart } from './training/open-part.ts';
import { practicePage, sendPractice } from './training/practice.ts';
import { sheetPage } from './training/sheet-page.ts';
import { sendEnter, sendLeave, trainingPage } from './training/training-page.ts';
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
import { biasDocument } from './bias/bias-document.ts';
import { biasPage } from './bias/bias-page.ts';
import { channelsCsv } from './channels/channels-file.ts';
import { indicatorsFile } from './unit/indicators-file.ts';
import { itemsCsv } from './items/items-file.ts';
import { rankingFile } from './overview/ranking-file.ts';
import { refusalsFile } from './refusals/refusals-file.ts';
import { cancelRun } from './runs/cancel-run.ts';
import { editScenario } from './scenario/edit-scenario.ts';
import { startRun } from './scenario/start-run.ts';
import { lessonPage } from './lessons/lesson-page.ts';
import { lessonsPage } from './lessons/lessons-page.ts';
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
import { detectorPage } from './detectors/detector-page.ts';
import { detectorsDocument } from './detectors/detectors-document.ts';
import { detectorsPage } from './detectors/detectors-page.ts';
import { flagEffectPage } from './detectors/flag-effect-page.ts';
import { editionsDocument, editionsFile } from './editions/editions-files.ts';
import { editionsPage } from './editions/editions-page.ts';
import { ladderDocument } from './ladder/ladder-document.ts';
import { ladderPage } from './ladder/ladder-page.ts';
import { laboratoryPage } from './laboratory/laboratory-page.ts';
import { twoWorldsDocument } from './laboratory/two-worlds-document.ts';
import { twoWorldsPage } from './laboratory/two-worlds-page.ts';
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
import { siteApplyPage } from './site/site-apply-page.ts';
import { siteAssistantPage } from './site/site-assistant-page.ts';
import { siteFormFile } from './site/site-form-file.ts';
import { siteFormPage } from './site/site-form-page.ts';
import { siteGuidePage } from './site/site-guide-page.ts';
import { siteHomePage } from './site/site-home-page.ts';
import { siteProgressPage } from './site/site-progress-page.ts';
import { siteSearchPage } from './site/site-search-page.ts';
import { sitesPage } from './site/sites-page.ts';
import { tasksFile } from './tasks/tasks-file.ts';
import { tasksPage } from './tasks/tasks-page.ts';
import { targetsPage } from './targets/targets-page.ts';
import { regionPage } from './regions/region-page.ts';
import { regionsPage } from './regions/regions-page.ts';
import { unitPage } from './unit/unit-page.ts';
import { unitsPage } from './units/units-page.ts';
import { validationPage } from './validation/validation-page.ts';
import { evaluatorsDocument } from './evaluators/evaluators-document.ts';
import { evaluatorsPage } from './evaluators/evaluators-page.ts';
import { weightingDocument, weightingFile } from './weighting/weighting-files.ts';
import { weightingPage } from './weighting/weighting-page.ts';

export interface Route {
  readonly path: string;
  readonly right: Right;
  readonly answer: Answer;
}

/** Every address of the site that is read, but its assets. Tagged is what the data, the method and the program alone decide. */
export const routes: readonly Route[] = [
  { path: '/', right: 'read', answer: tagged(page(overviewPage)) },
  { path: '/units', right: 'read', answer: tagged(page(unitsPage)) },
  { path: '/units/:code', right: 'read', answer: tagged(page(unitPage)) },
  { path: '/units/:code/departments', right: 'read', answer: tagged(page(departmentsPage)) },
  { path: '/units/:code/tasks', right: 'read', answer: tagged(page(tasksPage)) },
  { path: '/units/:code/indicators/:id', right: 'read', answer: tagged(page(indicatorPage)) },
  { path: '/regions', right: 'read', answer: tagged(page(regionsPage)) },
  { path: '/regions/:region', right: 'read', answer: tagged(page(regionPage)) },
  { path: '/explain', right: 'read', answer: tagged(page(explainPage)) },
  { path: '/report', right: 'read', answer: shownReport },
  { path: '/report/:period', right: 'read', answer: tagged(reportPage) },
  { path: '/compare', right: 'read', answer: tagged(page(compareUnitsPage)) },
  { path: '/changes', right: 'read', answer: tagged(page(changesPage)) },
  { path: '/items', right: 'read', answer: tagged(page(itemsPage)) },
  { path: '/channels', right: 'read', answer: tagged(page(channelsPage)) },
  { path: '/search', right: 'read', answer: tagged(page(searchPage)) },
  { path: '/method', right: 'read', answer: tagged(page(methodPage)) },
  { path: '/method/own', right: 'read', answer: page(ownMethodPage) },
  { path: '/choices', right: 'read', answer: page(choicesPage) },
  { path: '/choices/uncertainty', right: 'read', answer: tagged(page(uncertaintyPage)) },
  { path: '/weighting', right: 'read', answer: tagged(page(weightingPage)) },
  { path: '/validation', right: 'read', answer: tagged(page(validationPage)) },
  { path: '/targets', right: 'read', answer: tagged(page(targetsPage)) },
  { path: '/editions', right: 'read', answer: page(editionsPage) },
  { path: '/editions/formula', right: 'read', answer: page(formulaPage) },
  { path: '/evaluators', right: 'read', answer: tagged(page(evaluatorsPage)) },
  { path: '/laboratory', right: 'read', answer: page(laboratoryPage) },
  { path: '/laboratory/bias', right: 'read', answer: tagged(page(biasPage)) },
  { path: '/laboratory/two-worlds', right: 'read', answer: tagged(page(twoWorldsPage)) },
  { path: '/laboratory/detectors', right: 'read', answer: page(detectorsPage) },
  { path: '/laboratory/detectors/effect', right: 'read', answer: page(flagEffectPage) },
  { path: '/laboratory/detectors/:id', right: 'read', answer: page(detectorPage) },
  { path: '/laboratory/ladder', right: 'read', answer: tagged(page(ladderPage)) },
  { path: '/runs', right: 'read', answer: page(runsPage) },
  { path: '/runs/:id/quality', right: 'read', answer: page(qualityPage) },
  { path: '/runs/compare', right: 'read', answer: page(comparePage) },
  { path: '/runs/jobs/:id', right: 'read', answer: page(jobPage) },
  { path: '/runs/jobs/:id/events', right: 'read', answer: jobEvents },
  { path: '/scenario', right: 'read', answer: page(scenarioPage) },
  { path: '/refusals', right: 'read', answer: page(refusalsPage) },
  { path: '/refusals/:id', right: 'read', answer: page(refusalPage) },
  { path: '/lessons', right: 'read', answer: tagged(page(lessonsPage)) },
  { path: '/lessons/:id', right: 'read', answer: tagged(page(lessonPage)) },
  { path: '/sites', right: 'read', answer: tagged(page(sitesPage)) },
  { path: '/sites/:unit', right: 'read', answer: tagged(page(siteHomePage)) },
  { path: '/sites/:unit/search', right: 'read', answer: tagged(page(siteSearchPage)) },
  { path: '/sites/:unit/assistant', right: 'read', answer: tagged(page(siteAssistantPage)) },
  { path: '/sites/:unit/progress', right: 'read', answer: tagged(page(siteProgressPage)) },
  { path: '/sites/:unit/items/:task/guide', right: 'read', answer: tagged(page(siteGuidePage)) },
  { path: '/sites/:unit/items/:task/forms/:form.txt', right: 'read', answer: tagged(siteFormFile) },
  { path: '/sites/:unit/items/:task/forms/:form', right: 'read', answer: tagged(page(siteFormPage)) },
  { path: '/sites/:unit/items/:task/apply', right: 'read', answer: tagged(page(siteApplyPage)) },
  { path: '/training', right: 'open', answer: trainingPage },
  { path: '/training/practice/:kind', right: 'read', answer: practicePage },
  { path: '/training/sheet/:kind', right: 'read', answer: sheetPage },
  { path: '/training/desk', right: 'open', answer: deskPage },
  { path: '/training/desk/:place', right: 'open', answer: deskExercisePage },
  { path: '/training/courses/:id', right: 'open', answer: coursePage },
  { path: '/training/debrief', right: 'open', answer: debriefPage },
  { path: '/training/classes', right: 'classes', answer: page(classesPage) },
  { path: '/training/classes/:code', right: 'classes', answer: page(classPage) },
  {
    path: '/training/classes/:code/answers.:format',
    right: 'classes',
    answer: recordedRead('class.export', answersFile),
  },
  { path: '/training/classes/:code/trainees/:number', right: 'classes', answer: page(traineeDebriefPage) },
  {
    path: '/training/classes/:code/trainees/:number/:place',
    right: 'classes',
    answer: page(traineeExercisePage),
  },
  { path: '/sign-in', right: 'open', answer: page(signInPage) },
  { path: '/invitation', right: 'open', answer: page(invitationPage) },
  { path: '/account', right: 'own', answer: page(ownAccountPage) },
  { path: '/account/data.json', right: 'own', answer: recordedRead('account.export', ownData) },
  { path: '/accounts', right: 'accounts', answer: page(accountsPage) },
  { path: '/accounts/:id', right: 'accounts', answer: page(accountPage) },
  { path: '/accounts/:id/data.json', right: 'accounts', answer: recordedRead('account.export', accountData) },
  { path: '/keys', right: 'keys', answer: page(keysPage) },
  { path: '/audit-log', right: 'audit-log', answer: page(auditLogPage) },
  { path: '/metrics', right: 'metrics', answer: metricsText },
  {
    path: '/files/audit-log.:format',
    right: 'audit-log',
    answer: recordedRead('audit-log.export', auditLogFile),
  },
  { path: '/files/ranking.csv', right: 'read', answer: tagged(file(rankingFile)) },
  { path: '/files/indicators.csv', right: 'read', answer: tagged(file(indicatorsFile)) },
  { path: '/files/compare.csv', right: 'read', answer: tagged(file(compareUnitsFile)) },
  { path: '/files/departments.csv', right: 'read', answer: tagged(file(departmentsCsv)) },
  { path: '/files/tasks.csv', right: 'read', answer: tagged(file(tasksFile)) },
  { path: '/files/changes.csv', right: 'read', answer: tagged(file(changesFile)) },
  { path: '/files/weighting.csv', right: 'read', answer: tagged(file(weightingFile)) },
  { path: '/files/items.csv', right: 'read', answer: tagged(file(itemsCsv)) },
  { path: '/files/channels.csv', right: 'read', answer: tagged(file(channelsCsv)) },
  { path: '/files/editions.csv', right: 'read', answer: tagged(file(editionsFile)) },
  { path: '/files/refusals.csv', right: 'read', answer: file(refusalsFile) },
  { path: '/files/choices.csv', right: 'read', answer: tagged(file(choicesFile)) },
  { path: '/files/uncertainty.csv', right: 'read', answer: tagged(file(uncertaintyFile)) },
  { path: '/files/report.:format', right: 'read', answer: tagged(reportFile) },
  { path: '/api/key.json', right: 'key', answer: keyDocument },
  { path: '/api/results.json', right: 'read', answer: tagged(resultsDocument) },
  { path: '/api/method.json', right: 'read', answer: tagged(methodDocument) },
  { path: '/api/method/own.json', right: 'read', answer: tagged(ownResultsDocument) },
  { path: '/api/choices.json', right: 'read', answer: tagged(choicesDocument) },
  { path: '/api/choices/uncertainty.json', right: 'read', answer: tagged(uncertaintyDocument) },
  { path: '/api/compare.json', right: 'read', answer: tagged(compareUnitsDocument) },
  { path: '/api/changes.json', right: 'read', answer: tagged(changesDocument) },
  { path: '/api/evaluators.json', right: 'read', answer: tagged(evaluatorsDocument) },
  { path: '/api/weighting.json', right: 'read', answer: tagged(weightingDocument) },
  { path: '/api/editions.json', right: 'read', answer: tagged(editionsDocument) },
  { path: '/api/laboratory/bias.json', right: 'read', answer: tagged(biasDocument) },
  { path: '/api/laboratory/two-worlds.json', right: 'read', answer: tagged(twoWorldsDocument) },
  { path: '/api/laboratory/detectors.json', right: 'read', answer: detectorsDocument },
  { path: '/api/laboratory/ladder.json', right: 'read', answer: tagged(ladderDocument) },
  { path: '/api/scenario.json', right: 'read', answer: scenarioDocument },
  { path: '/healthz', right: 'open', answer: health },
];

/** Addresses that take a form (POST): only from pages of our own (csrf.ts), and recorded where something is written. */
export const formRoutes: readonly FormRoute[] = [
  { path: '/choices', right: 'read', action: undefined, answer: applyChoices },
  { path: '/scenario', right: 'read', action: undefined, answer: editScenario },
  { path: '/method/own', right: 'methods', action: 'method.keep', answer: keepMethod },
  { path: '/runs/jobs', right: 'runs', action: 'run.start', answer: startRun },
  { path: '/runs/jobs/:id/cancel', right: 'runs', action: 'run.cancel', answer: cancelRun },
  { path: '/training/enter', right: 'open', action: undefined, answer: sendEnter },
  { path: '/training/leave', right: 'open', action: undefined, answer: sendLeave },
  { path: '/training/practice/:kind', right: 'read', action: undefined, answer: sendPractice },
  { path: '/training/desk/:place', right: 'open', action: undefined, answer: sendDeskAnswer },
  { path: '/training/desk/:place/fresh', right: 'open', action: undefined, answer: sendFresh },
  { path: '/training/desk/:place/open', right: 'open', action: undefined, answer: sendOpenPart },
  { path: '/training/classes', right: 'classes', action: 'class.open', answer: sendClass },
  { path: '/training/classes/:code/end', right: 'classes', action: 'class.end', answer: sendEnd },
  { path: '/training/classes/:code/delete', right: 'classes', action: 'class.delete', answer: sendDelete },
  { path: '/sign-in', right: 'open', action: 'sign-in', answer: sendSignIn },
  { path: '/sign-out', right: 'open', action: 'sign-out', answer: sendSignOut },
  { path: '/invitation', right: 'open', action: 'invitation.accept', answer: sendInvitation },
  { path: '/account/password', right: 'own', action: 'password.change', answer: sendPassword },
  { path: '/account/sessions', right: 'own', action: 'sessions.end', answer: endSessions },
  { path: '/account/delete', right: 'own', action: 'account.delete', answer: deleteOwnAccount },
  { path: '/accounts', right: 'accounts', action: 'account.make', answer: sendAccount },
  { path: '/accounts/:id/link', right: 'accounts', action: 'account.invite', answer: sendLink },
  { path: '/accounts/:id/role', right: 'accounts', action: 'account.role', answer: sendRole },
  { path: '/accounts/:id/close', right: 'accounts', action: 'account.close', answer: sendClose },
  { path: '/accounts/:id/open', right: 'accounts', action: 'account.open', answer: sendOpen },
  { path: '/accounts/:id/delete', right: 'accounts', action: 'account.delete', answer: deleteAccountOf },
  { path: '/keys', right: 'keys', action: 'key.make', answer: sendKey },
  { path: '/keys/:id/revoke', right: 'keys', action: 'key.revoke', answer: sendRevocation },
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
