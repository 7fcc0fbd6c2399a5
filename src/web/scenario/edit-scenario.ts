import type { Request, Response } from 'express';
import { formOf } from '../form-body.ts';
import { showPage, type Answer } from '../page.ts';
import { editorPage } from './scenario-page.ts';
import { scenarioFile } from './scenario-document.ts';
import { editAddress, editFromForm, mustBeValid, type ScenarioEdit } from './scenario-edit.ts';
import { readChoice } from '../request-query.ts';
import { LONGEST_ADDRESS } from '../security.ts';
import { readRequestContext, type Site, type RequestContext } from '../request-context.ts';

/** Takes the editor's form and leads to the address that says the same, so that every state has a link. */
export const editScenario: Answer = (site) => async (request, response) => {
  const form = formOf(request);
  const edit = editFromForm(site, form);
  const wish = readChoice(form, 'do', ['check', 'load', 'preview', 'download'], 'check');
  const context = readRequestContext(site, request);
  if (wish === 'load') {
    response.redirect(303, editAddress(context, { ...edit, changed: new Set() }));
    return;
  }
  const valid = edit.scenario !== undefined;
  const address =
    wish === 'download' && valid
      ? editAddress(context, edit, '/api/scenario.json')
      : editAddress(context, edit, '/scenario', wish === 'preview' ? { show: 'preview' } : {});
  if (address.length <= LONGEST_ADDRESS) {
    response.redirect(303, wish === 'preview' && valid ? `${address}#preview` : address);
    return;
  }
  if (wish === 'download' && valid) {
    scenarioFile(response, mustBeValid(edit).scenario);
    return;
  }
  const preview = wish === 'preview' && valid ? await previewOf(context, edit) : {};
  showEditor(site, request, response, edit, preview);
};

async function previewOf(context: RequestContext, edit: ScenarioEdit) {
  const { scenario, seed } = mustBeValid(edit);
  return { preview: await context.preview(scenario, seed) };
}

/** Shows the editor in answer to a form: its links lead to the editor's own address. */
export function showEditor(
  site: Site,
  request: Request,
  response: Response,
  edit: ScenarioEdit,
  given: Parameters<typeof editorPage>[2],
): void {
  const asked = readRequestContext(site, request);
  const query = new URLSearchParams(editAddress(asked, edit).split('?')[1] ?? '');
  const context = readRequestContext(site, request, { path: '/scenario', query });
  showPage(context, response, editorPage(context, edit, given));
}
