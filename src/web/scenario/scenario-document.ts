import type { Response } from 'express';
import type { Scenario } from '../../model/scenario/scenario.ts';
import type { Answer } from '../page.ts';
import { editFromAddress, mustBeValid } from './scenario-edit.ts';
import { queryOf } from '../request-language.ts';

/** The scenario of an editor's address, as the file that `simulate --scenario` takes. */
export const scenarioDocument: Answer = (site) => (request, response) => {
  const { scenario } = mustBeValid(editFromAddress(site, queryOf(request)));
  scenarioFile(response, scenario);
};

export function scenarioFile(response: Response, scenario: Scenario): void {
  response.set('Content-Type', 'application/json; charset=utf-8');
  response.set('Content-Disposition', `attachment; filename="${scenario.name}.json"`);
  response.set('Cache-Control', 'private, no-cache');
  response.send(`${JSON.stringify(scenario, null, 2)}\n`);
}
