import type { Scenario } from '../../model/scenario/scenario.ts';
import type { Span } from '../../simulate/span.ts';
import type { Tables } from '../../simulate/world/tables.ts';

/**
 * What a scenario expects of its records is worked out from its tables by the rules of docs/scenario.md and never by
 * drawing: each chance is conditional on what is stored of the step before it, so that one deviation fails one line.
 */
export interface AuditModel {
  readonly scenario: Scenario;
  readonly tables: Tables;
  readonly span: Span;
}
