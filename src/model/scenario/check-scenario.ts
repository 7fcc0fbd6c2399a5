import type { z } from 'zod';
import { escaped } from '../characters.ts';
import { wrongUse, type Mistake } from '../errors.ts';
import { faultOf, fieldAtFault } from '../field-rule.ts';
import type { Bilingual } from '../language.ts';
import type { Regime } from '../reference.ts';
import { scenarioSchema, type Scenario } from './scenario.ts';

/** What is wrong with one field of a scenario, in both languages. */
export interface ScenarioFinding {
  /** Path of the field; "" for the scenario as a whole. */
  readonly path: string;
  /** Its value and its rule, without its name. */
  readonly text: Bilingual;
}

/** A scenario, or every wrong field of what was to be one. */
export type CheckedScenario =
  | { readonly scenario: Scenario; readonly findings: readonly [] }
  | { readonly scenario: undefined; readonly findings: readonly ScenarioFinding[] };

/** Reads a scenario and says of every wrong field what is wrong with it. */
export function checkScenario(value: unknown): CheckedScenario {
  const result = scenarioSchema.safeParse(value);
  if (result.success) return { scenario: result.data, findings: [] };
  return { scenario: undefined, findings: result.error.issues.flatMap((issue) => findingsOf(issue, value)) };
}

/** Parses a scenario; a Mistake names every wrong field with its rule. */
export function parseScenario(value: unknown, where: string): Scenario {
  const { scenario, findings } = checkScenario(value);
  if (scenario) return scenario;
  throw invalidScenario(where, findings);
}

/** Names every wrong field of a scenario with its rule. */
export function invalidScenario(where: string, findings: readonly ScenarioFinding[]): Mistake {
  const said = findings.map(({ path, text }): Bilingual =>
    text === unknownField
      ? { zh: `没有字段 ${path}`, en: `there is no field ${path}` }
      : { zh: `${path || '(top)'} = ${text.zh}`, en: `${path || '(top)'} = ${text.en}` },
  );
  return wrongUse(
    `场景 ${where} 有误：${said.map(({ zh }) => zh).join('；')}`,
    `scenario ${where} is not valid: ${said.map(({ en }) => en).join('; ')}`,
  );
}

/** The scenario with what a regime changes in it, not checked yet. */
export const withRegime = (scenario: Scenario, { id, answering }: Regime): object => ({
  ...scenario,
  regime: id,
  answering: { ...scenario.answering, ...answering },
});

/** The scenario under a regime: the same people and services, other ratings. */
export const underRegime = (scenario: Scenario, regime: Regime): Scenario =>
  parseScenario(withRegime(scenario, regime), `${scenario.name} + ${regime.id}`);

const unknownField: Bilingual = { zh: '没有这个字段', en: 'there is no such field' };

function findingsOf(issue: z.core.$ZodIssue, value: unknown): ScenarioFinding[] {
  const path = fieldAtFault(issue);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(escaped).map((key) => ({
      path: path === '' ? key : `${path}.${key}`,
      text: unknownField,
    }));
  }
  return [{ path, text: faultOf(issue, value) }];
}
