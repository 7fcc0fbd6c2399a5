import { translate, type Language } from '../../model/language.ts';
import type { Reference } from '../../model/reference.ts';
import type { ScenarioFinding } from '../../model/scenario/check-scenario.ts';
import type { PartNames } from './field-texts.ts';
import { fieldTexts, groupTexts, memberTexts } from './scenario-field-texts.ts';
import { scenarioTexts } from './scenario-texts.ts';
import { nameIn, translator, type Translate } from '../../wording/translator.ts';
import { defaultOf, scenarioGroups, unitsAsNamed, type ScenarioEdit } from './scenario-edit.ts';
import type { FieldPart, ScenarioField } from './scenario-fields.ts';

/** The form of a scenario as its view shows it. */

export interface FormChoice {
  readonly value: string;
  readonly name: string;
  readonly selected: boolean;
}

export interface FormInput {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly control: 'line' | 'lines' | 'select';
  /** Keyboard that a telephone shows for the input. */
  readonly keys: 'text' | 'decimal';
  readonly choices: readonly FormChoice[];
  readonly invalid: boolean;
}

export interface FormField {
  readonly id: string;
  readonly path: string;
  readonly label: string;
  readonly help: string;
  /** Range and default of the field, in words. */
  readonly rule: string;
  /** Value in the shipped scenario; empty where the field still has it. */
  readonly before: string;
  readonly faults: readonly string[];
  /** Ids of the elements that explain the field (aria-describedby). */
  readonly describedBy: string;
  readonly shape: 'one' | 'many' | 'units';
  readonly inputs: readonly FormInput[];
}

export interface FormGroup {
  readonly id: string;
  readonly name: string;
  readonly help: string;
  readonly fields: readonly FormField[];
  readonly changes: number;
}

export interface FormFault {
  readonly href: string;
  readonly label: string;
  readonly text: string;
}

export interface ScenarioForm {
  readonly groups: readonly FormGroup[];
  readonly faults: readonly FormFault[];
}

/** Lists that the schema leaves to the reference data. */
export type OpenChoices = Readonly<
  Record<string, readonly { readonly value: string; readonly name: string }[]>
>;

const idOf = (path: string): string => `f-${path.replaceAll('.', '-')}`;

const belongsTo = ({ path }: ScenarioField, finding: ScenarioFinding): boolean =>
  finding.path === path || finding.path.startsWith(`${path}.`);

/** True where a finding speaks of this very input, of something in it, or of the whole field. */
const strikes = (finding: ScenarioFinding, part: FieldPart): boolean =>
  part.path === finding.path ||
  part.path.startsWith(`${finding.path}.`) ||
  finding.path.startsWith(`${part.path}.`);

/** The regime is chosen where the form starts: it is no field to write in. */
const shownFields = (fields: readonly ScenarioField[]): ScenarioField[] =>
  fields.filter(({ path }) => path !== 'regime');

export function scenarioForm(
  edit: ScenarioEdit,
  language: Language,
  reference: Reference,
  open: OpenChoices,
): ScenarioForm {
  const t = translator(scenarioTexts, language);
  const named = unitsAsNamed(reference, edit.values);
  const groups = scenarioGroups.map(({ path, fields }): FormGroup => {
    const words = groupTexts[path];
    const shown = shownFields(fields).map((field) => formField(field, edit, language, named, open, t));
    return {
      id: `g-${path === '' ? 'basics' : path}`,
      name: words === undefined ? path : translate(words.label, language),
      help: words === undefined ? '' : translate(words.help, language),
      fields: shown,
      changes: shown.filter(({ before }) => before !== '').length,
    };
  });
  return { groups, faults: edit.findings.map((finding) => formFault(finding, language, t)) };
}

function formFault(finding: ScenarioFinding, language: Language, t: Translate): FormFault {
  const text = translate(finding.text, language);
  if (finding.path === 'seed') return { href: '#f-seed', label: t('seed'), text };
  const field = scenarioGroups
    .flatMap(({ fields }) => fields)
    .find((one) => belongsTo(one, finding) || one.path.startsWith(`${finding.path}.`));
  if (field === undefined) return { href: '#fields', label: finding.path || t('whole'), text };
  const part = field.parts.find((one) => strikes(finding, one)) ?? field.parts[0];
  return { href: `#${idOf(part?.path ?? field.path)}`, label: labelOf(field, language), text };
}

const labelOf = ({ path }: ScenarioField, language: Language): string => {
  const words = fieldTexts[path];
  return words === undefined ? path : translate(words.label, language);
};

function formField(
  field: ScenarioField,
  edit: ScenarioEdit,
  language: Language,
  reference: Reference,
  open: OpenChoices,
  t: Translate,
): FormField {
  const words = fieldTexts[field.path];
  const findings = edit.findings.filter((finding) => belongsTo(field, finding));
  const id = idOf(field.path);
  const before = beforeOf(field, edit, t);
  return {
    id,
    path: field.path,
    label: labelOf(field, language),
    help: words === undefined ? '' : translate(words.help, language),
    rule: ruleOf(field, t),
    before,
    faults: findings.map((finding) => {
      const part = field.parts.find((one) => one.key !== '' && one.path === finding.path);
      const where = part === undefined ? '' : `${partName(part, words?.parts, language, reference, t)} `;
      return where + translate(finding.text, language);
    }),
    describedBy: [`${id}-help`, ...(findings.length > 0 ? [`${id}-fault`] : [])].join(' '),
    shape: field.parts[0]?.kind === 'units' ? 'units' : field.parts.length > 1 ? 'many' : 'one',
    inputs: field.parts.map((part) => {
      const value = edit.values.get(part.path) ?? '';
      const choices = choicesOf(field, part, value, language, reference, open, t);
      return {
        id: idOf(part.path),
        name: part.path,
        label: partName(part, words?.parts, language, reference, t),
        value,
        control: choices.length > 0 ? 'select' : part.kind === 'json' ? 'lines' : 'line',
        keys: part.kind === 'number' && (field.range.from ?? -1) >= 0 ? 'decimal' : 'text',
        choices,
        invalid: findings.some((finding) => strikes(finding, part)),
      };
    }),
  };
}

/** What changed, said in full for one value and in number for several. */
function beforeOf(field: ScenarioField, edit: ScenarioEdit, t: Translate): string {
  const changed = field.parts.filter(({ path }) => edit.changed.has(path));
  if (changed.length === 0) return '';
  return changed
    .slice(0, 6)
    .map(({ path, key }) => {
      const was = t('before', { value: edit.before.get(path) || t('nothing') });
      return key === '' ? was : `${key} ${was}`;
    })
    .join(t('between'));
}

function ruleOf(field: ScenarioField, t: Translate): string {
  const { from, to, openFrom, openTo, whole } = field.range;
  const range =
    from === undefined
      ? ''
      : to === undefined || to >= 1e9
        ? t(openFrom ? 'rangeAbove' : 'rangeFrom', { from })
        : t(openFrom ? (openTo ? 'rangeWithin' : 'rangeUpTo') : 'rangeBoth', { from, to });
  const value = defaultOf(field);
  const byDefault =
    field.required || value === undefined || (field.parts.length > 1 && field.parts.length !== 5)
      ? ''
      : t('byDefault', { value: typeof value === 'string' ? value : JSON.stringify(value) });
  return [whole ? t('rangeWhole') : '', range, field.required ? t('required') : byDefault]
    .filter((text) => text !== '')
    .join(' · ');
}

function choicesOf(
  field: ScenarioField,
  part: FieldPart,
  value: string,
  language: Language,
  reference: Reference,
  open: OpenChoices,
  t: Translate,
): FormChoice[] {
  if (part.kind === 'units') {
    const chosen = value.split(', ');
    return reference.units.map((unit) => ({
      value: unit.code,
      name: nameIn(language, unit),
      selected: chosen.includes(unit.code),
    }));
  }
  const known =
    part.kind === 'choice'
      ? part.choices.map((choice) => ({ value: choice, name: memberName(choice, language) }))
      : part.kind === 'switch'
        ? [
            { value: 'true', name: t('yes') },
            { value: 'false', name: t('no') },
          ]
        : (open[field.path] ?? []);
  if (known.length === 0) return [];
  const optional = defaultOf(field) === undefined ? [{ value: '', name: t('none') }] : [];
  // What an address says stays visible, known or not: the fault beside it says the rest.
  const strange =
    value === '' || known.some((choice) => choice.value === value) ? [] : [{ value, name: value }];
  return [...optional, ...known, ...strange].map((choice) => ({
    ...choice,
    selected: choice.value === value,
  }));
}

const memberName = (name: string, language: Language): string => {
  const words = memberTexts[name];
  return words === undefined ? name : translate(words, language);
};

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const weekdayName = (t: Translate, day: number): string => t(weekdays[day] ?? 'mon');

function partName(
  { key }: FieldPart,
  names: PartNames | undefined,
  language: Language,
  reference: Reference,
  t: Translate,
): string {
  const [code = '', member] = key.split('.');
  const n = Number(code);
  const name = ((): string => {
    switch (names) {
      case 'weekdays':
        return weekdayName(t, n);
      case 'months':
        return t('monthNo', { n: n + 1 });
      case 'hours':
        return t('hour', { n });
      case 'cuts':
        return t('cut', { from: n + 1, to: n + 2 });
      case 'levels': {
        const level = reference.levels.find((one) => one.level === n);
        return level === undefined ? code : `${code} ${nameIn(language, level)}`;
      }
      case 'channels': {
        const channel = reference.channels.find((one) => one.code === n);
        return channel === undefined ? code : nameIn(language, channel);
      }
      case 'userTypes': {
        const type = reference.userTypes.find((one) => one.code === code);
        return type === undefined ? code : nameIn(language, type);
      }
      case 'ages':
        return t(code === '18' ? 'age18' : code === '35' ? 'age35' : 'age60');
      case undefined:
        return code;
    }
  })();
  return member === undefined ? name : `${name} · ${memberName(member, language)}`;
}
