import type { Bilingual } from '../../model/language.ts';
import { referenceNamed, unitCodeIn, withUnitCodes } from '../../model/names/named-reference.ts';
import { regimeOfId, type Reference } from '../../model/reference.ts';
import { checkScenario, withRegime, type ScenarioFinding } from '../../model/scenario/check-scenario.ts';
import { unpublishedPlaces } from '../../model/scenario/published-places.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { readScenario } from '../../store/reference.ts';
import { scenarioNames } from '../../store/shipped.ts';
import type { Deps } from '../deps.ts';
import type { RequestContext } from '../request-context.ts';
import { badParameter, readOptionalChoice, readChoice } from '../request-query.ts';
import { fieldGroups, type FieldPart, type ScenarioField } from './scenario-fields.ts';
import { inOrder, printPart, readPart, sameInput, unreadableParts } from './scenario-inputs.ts';

/**
 * A scenario being edited: a shipped one, under a regime or not, and what was changed of it. The address carries the
 * same, so every state has a link.
 */
export interface ScenarioEdit {
  readonly preset: string;
  readonly regime: string | undefined;
  /** As written; a number only when nothing was found wrong with it. */
  readonly seed: string;
  /** What stands in each input, by the path of its part. */
  readonly values: ReadonlyMap<string, string>;
  /** What the preset says in each. */
  readonly before: ReadonlyMap<string, string>;
  /** Paths of the parts that differ from the preset. */
  readonly changed: ReadonlySet<string>;
  /** Undefined where something is wrong. */
  readonly scenario: Scenario | undefined;
  readonly findings: readonly ScenarioFinding[];
}

const DEFAULT_SEED = '7';
const LARGEST_SEED = 4_294_967_295;

/** What an edit is checked against. */
type Known = Pick<Deps, 'reference' | 'published' | 'national'>;

export const scenarioGroups = fieldGroups();
const scenarioFields: readonly ScenarioField[] = scenarioGroups.flatMap(({ fields }) => fields);

/** Reads an edit from an address: what it does not carry is as in the preset. */
export function editFromAddress(known: Known, query: URLSearchParams): ScenarioEdit {
  return readEdit(known, query, ({ path }) => (query.has(path) ? query.getAll(path).join(', ') : undefined));
}

/**
 * Reads an edit from a form, which carries every input; no unit marked stands for all of them. Preset or regime may have
 * been chosen anew since its fields were filled: what was not changed by then follows the choice, what was stays.
 */
export function editFromForm(known: Known, form: URLSearchParams): ScenarioEdit {
  const { reference } = known;
  const { preset, regime } = startingPoint(reference, form);
  const filledFrom = baseOf(
    reference,
    readChoice(form, 'filledPreset', scenarioNames(), preset),
    form.has('filledRegime') ? readRegime(reference, form, 'filledRegime') : regime,
  );
  return readEdit(known, form, (part) => {
    const { path } = part;
    const said = form.has(path) ? form.getAll(path).join(', ') : path === 'units' ? 'all' : undefined;
    if (said === undefined) return undefined;
    return sameInput(part, said, printPart(part, at(filledFrom, path))) ? undefined : said;
  });
}

/** The id of the regime that a field names by today's id or a former one. */
function readRegime({ regimes }: Reference, query: URLSearchParams, field: string): string | undefined {
  const known = regimes.flatMap(({ id, formerIds }) => [id, ...formerIds]);
  const given = readOptionalChoice(query, field, known);
  return given === undefined ? undefined : regimeOfId(regimes, given)?.id;
}

/** The shipped scenario and the regime that an address or a form names. */
const startingPoint = (reference: Reference, query: URLSearchParams) => ({
  preset: readChoice(query, 'preset', scenarioNames(), 'tiny'),
  regime: readRegime(reference, query, 'regime'),
});

function readEdit(
  { reference, published, national }: Known,
  query: URLSearchParams,
  given: (part: FieldPart) => string | undefined,
): ScenarioEdit {
  const { preset, regime } = startingPoint(reference, query);
  const base = baseOf(reference, preset, regime);
  const parts = scenarioFields.flatMap((field) => field.parts);
  const before = new Map(parts.map((part) => [part.path, printPart(part, at(base, part.path))]));
  const said = new Map(
    parts.map((part) => {
      const was = before.get(part.path) ?? '';
      return [part.path, part.path === 'regime' ? was : (given(part)?.trim() ?? was)];
    }),
  );
  // Units that were marked under other names are the same units under these.
  const named = unitsAsNamed(reference, said);
  const values = new Map(
    parts.map(({ path, kind }) => {
      const text = said.get(path) ?? '';
      return [path, kind === 'units' ? inOrder(text, (code) => unitCodeIn(named, code)) : text];
    }),
  );
  const changed = new Set(parts.flatMap(({ path }) => (values.get(path) === before.get(path) ? [] : [path])));
  const checked = checkScenario(scenarioValue(values, changed, base));
  const scenario = checked.scenario && withUnitCodes(checked.scenario, named);
  const seed = query.get('seed')?.trim() ?? DEFAULT_SEED;
  const unreadable = unreadableParts(parts, values);
  const wrong: ScenarioFinding[] = [
    ...unreadable,
    ...checked.findings.filter(({ path }) => !unreadable.some((part) => part.path === path)),
    ...(seedOf(seed) === undefined ? [{ path: 'seed', text: seedRule(seed) }] : []),
    ...(scenario === undefined
      ? []
      : [
          ...unknownUnits(named, scenario),
          ...unpublishedPlaces(scenario, [...published, ...national], reference),
        ]),
  ];
  return {
    preset,
    regime,
    seed,
    values,
    before,
    changed,
    scenario: wrong.length === 0 ? scenario : undefined,
    findings: wrong,
  };
}

/** The reference data with the units as the inputs name them. */
export const unitsAsNamed = (reference: Reference, values: ReadonlyMap<string, string>): Reference =>
  referenceNamed(reference, values.get('names') === 'real' ? 'real' : 'coded');

/** What the edit starts from. A regime may not fit a scenario: that is found like anything else that is wrong. */
function baseOf(reference: Reference, preset: string, regime: string | undefined): object {
  const shipped = readScenario(preset);
  const known = reference.regimes.find(({ id }) => id === regime);
  return known === undefined ? shipped : withRegime(shipped, known);
}

/** The seed as a number, undefined where it is none. */
function seedOf(text: string): number | undefined {
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return seed <= LARGEST_SEED ? seed : undefined;
}

const seedRule = (seed: string): Bilingual => ({
  zh: `${JSON.stringify(seed)}：须为 0 到 ${String(LARGEST_SEED)} 的整数`,
  en: `${JSON.stringify(seed)}: must be a whole number from 0 to ${String(LARGEST_SEED)}`,
});

/** The schema knows the form of a code, the reference list knows the units. */
function unknownUnits(reference: Reference, { units }: Scenario): ScenarioFinding[] {
  if (units === 'all') return [];
  const unknown = units.filter((code) => !reference.units.some((unit) => unit.code === code)).join(', ');
  if (unknown === '') return [];
  return [
    {
      path: 'units',
      text: { zh: `${unknown}：不是参评单位`, en: `${unknown}: not an assessed unit` },
    },
  ];
}

/** An object under construction. */
type Tree = Map<string, Branch>;
type Branch = { readonly below: Tree } | { readonly value: unknown };

/** The scenario that the inputs say, as a file would; empty inputs are left out, what was not changed stays as it is. */
function scenarioValue(
  values: ReadonlyMap<string, string>,
  changed: ReadonlySet<string>,
  base: object,
): unknown {
  const top: Tree = new Map();
  for (const field of scenarioFields) {
    if (!field.parts.some(({ path }) => changed.has(path))) {
      const kept = at(base, field.path);
      if (kept !== undefined) put(top, field.path, kept);
      continue;
    }
    const given = field.parts.map((part) => ({
      part,
      value: readPart(part, values.get(part.path) ?? ''),
    }));
    if (given.every(({ value }) => value === undefined)) continue;
    if (field.list && field.parts.length > 1) {
      put(
        top,
        field.path,
        given.map(({ value }) => value),
      );
    } else {
      for (const { part, value } of given) if (value !== undefined) put(top, part.path, value);
    }
  }
  return plain(top);
}

function put(tree: Tree, path: string, value: unknown): void {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    tree.set(first, { value });
    return;
  }
  const held = tree.get(first);
  const below: Tree = held !== undefined && 'below' in held ? held.below : new Map<string, Branch>();
  tree.set(first, { below });
  put(below, rest.join('.'), value);
}

const plain = (tree: Tree): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    [...tree].map(([name, branch]) => [name, 'below' in branch ? plain(branch.below) : branch.value]),
  );

function at(value: unknown, path: string): unknown {
  let current = value;
  for (const step of path.split('.')) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Reflect.get(current, step);
  }
  return current;
}

/** Default of a field where a scenario file leaves it out; undefined where it has none. */
export function defaultOf({ path }: ScenarioField): unknown {
  return at(leastScenario, path);
}

/** What every scenario must state, stated somehow: all else in it is a default. */
const least: unknown = {
  name: 'x',
  title: { zh: '', en: '' },
  from: '2025-01-01',
  to: '2025-01-01',
  casesPerYear: 1,
};
const leastScenario = checkScenario(least).scenario;

/** The address of an edit: preset, regime, seed and what was changed, and language and period as they stand. */
export function editAddress(
  { link }: Pick<RequestContext, 'link'>,
  edit: ScenarioEdit,
  path = '/scenario',
  show: Readonly<Record<string, string>> = {},
): string {
  const own = new URLSearchParams({ preset: edit.preset, ...show });
  if (edit.regime !== undefined) own.set('regime', edit.regime);
  if (edit.seed !== DEFAULT_SEED) own.set('seed', edit.seed);
  for (const name of edit.changed) own.set(name, edit.values.get(name) ?? '');
  const start = link(path);
  return `${start}${start.includes('?') ? '&' : '?'}${own.toString()}`;
}

/** The scenario of an edit that is to be used: a mistake where something is wrong with it. */
export function mustBeValid(edit: ScenarioEdit): { readonly scenario: Scenario; readonly seed: number } {
  const seed = seedOf(edit.seed);
  if (edit.scenario === undefined || seed === undefined) {
    const { path, text } = edit.findings[0] ?? { path: 'scenario', text: { zh: '', en: '' } };
    throw badParameter(path, edit.values.get(path) ?? '', text);
  }
  return { scenario: edit.scenario, seed };
}
