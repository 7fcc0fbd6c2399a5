import type { RunJob } from '../../jobs/runs/start-run.ts';
import { roughRecords } from '../../jobs/simulate/preview-run.ts';
import { Mistake } from '../../model/errors.ts';
import { printCount } from '../../wording/print-number.ts';
import { noteSubject } from '../access/sent-form.ts';
import { formOf } from '../form-body.ts';
import type { Answer } from '../page.ts';
import { editFromForm, mustBeValid } from './scenario-edit.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { readRequestContext, type RequestContext } from '../request-context.ts';
import { scenarioTexts } from './scenario-texts.ts';
import { fill } from '../../wording/translator.ts';
import { showEditor } from './edit-scenario.ts';

/** Times that a run may have as many records as its parameters alone let expect. */
const ROUGHNESS = 2;

/** Starts the run of an edited scenario and leads to the page of its progress. */
export const startRun: Answer = (site) => async (request, response) => {
  const edit = editFromForm(site, formOf(request));
  if (edit.scenario === undefined) {
    showEditor(site, request, response, edit, {});
    return;
  }
  const { scenario, seed } = mustBeValid(edit);
  let job: RunJob;
  try {
    await mustNotBeTooLarge(readRequestContext(site, request), scenario, seed);
    job = site.runStarter.start(scenario, seed);
  } catch (error) {
    // What is filled in stays on the screen, whatever keeps it from starting.
    if (!(error instanceof Mistake)) throw error;
    showEditor(site, request, response, edit, { problem: error });
    return;
  }
  noteSubject(request, `run ${job.id}`);
  response.redirect(303, readRequestContext(site, request).link(`/runs/jobs/${job.id}`));
};

/**
 * A run far below the limit starts at once; near it or beyond a sample tells how many records there will be, near enough
 * for a limit, and does not wait behind other samples.
 */
async function mustNotBeTooLarge(context: RequestContext, scenario: Scenario, seed: number): Promise<void> {
  const { site } = context;
  const { limit } = site.runStarter;
  if (roughRecords(scenario, site) * ROUGHNESS <= limit) return;
  const { expectedRecords } = await context.preview(scenario, seed, true);
  if (expectedRecords <= limit) return;
  const counts = { expected: printCount(expectedRecords), limit: printCount(limit) };
  throw new Mistake({
    zh: fill(scenarioTexts.tooMany.zh, counts),
    en: fill(scenarioTexts.tooMany.en, counts),
  });
}
