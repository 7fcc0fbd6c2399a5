import { z } from 'zod';
import { scenarioSchema } from '../../model/scenario/scenario.ts';

/**
 * The fields of a scenario, read off its schema: a field added there stands in the form by itself. What has no simple
 * input of its own is written as JSON.
 */

export type InputKind = 'text' | 'date' | 'number' | 'choice' | 'switch' | 'units' | 'json';

/** One input. A field of several values (one a month, one a level …) has one input for each. */
export interface FieldPart {
  /** Path of its value in the scenario, as `answering.byLevel.3`. */
  readonly path: string;
  /** What it is called within its field; "" where it is the field. */
  readonly key: string;
  readonly kind: InputKind;
  readonly choices: readonly string[];
}

export interface ScenarioField {
  readonly path: string;
  readonly parts: readonly FieldPart[];
  /** True where a list stands behind it, false where an object does. */
  readonly list: boolean;
  readonly required: boolean;
  /** Bounds that the schema states for its numbers; an open bound does not belong to the range. */
  readonly range: FieldRange;
}

interface FieldRange {
  readonly from?: number;
  readonly to?: number;
  readonly openFrom?: true;
  readonly openTo?: true;
  readonly whole?: true;
}

/** Fields of one group of the schema; "" holds those of the scenario itself. */
export interface FieldGroup {
  readonly path: string;
  readonly fields: readonly ScenarioField[];
}

/** What is read of a schema in JSON; all else stays unread. */
interface Node {
  readonly type?: string | undefined;
  readonly format?: string | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly default?: unknown;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly exclusiveMinimum?: number | undefined;
  readonly exclusiveMaximum?: number | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly items?: Node | undefined;
  readonly properties?: Readonly<Record<string, Node>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly propertyNames?: { readonly enum?: readonly string[] | undefined } | undefined;
  readonly additionalProperties?: unknown;
}

const node: z.ZodType<Node> = z.object({
  type: z.string().optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  default: z.unknown().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  exclusiveMaximum: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  /** False after the last member of a list of fixed length. */
  get items() {
    return z.union([node, z.literal(false).transform(() => undefined)]).optional();
  },
  get properties() {
    return z.record(z.string(), node).optional();
  },
  required: z.array(z.string()).optional(),
  propertyNames: z.object({ enum: z.array(z.string()).optional() }).optional(),
  additionalProperties: z.unknown().optional(),
});

/** All fields, group by group in the order of the schema. Unbounded whole numbers are a detail of JSON, not a bound. */
export function fieldGroups(schema: z.ZodType = scenarioSchema): FieldGroup[] {
  const top = node.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  const groups = new Map<string, ScenarioField[]>([['', []]]);
  for (const [name, member] of Object.entries(top.properties ?? {})) {
    const group = member.properties !== undefined && member.default !== undefined ? name : '';
    const held = groups.get(group) ?? [];
    held.push(...fieldsOf(member, name, top.required?.includes(name) ?? false));
    groups.set(group, held);
  }
  return [...groups].map(([path, fields]) => ({ path, fields }));
}

const isCode = (name: string): boolean => /^\d+$/.test(name);

function fieldsOf(of: Node, path: string, required: boolean): ScenarioField[] {
  const members = Object.entries(of.properties ?? {});
  if (members.length > 0 && !members.every(([name]) => isCode(name))) {
    return members.flatMap(([name, member]) =>
      fieldsOf(member, `${path}.${name}`, required && (of.required?.includes(name) ?? false)),
    );
  }
  const leaf = firstLeaf(of);
  return [
    {
      path,
      parts: partsOf(of, path),
      list: of.type === 'array',
      required: required && of.default === undefined,
      range: leaf === undefined ? {} : rangeOf(leaf),
    },
  ];
}

function partsOf(of: Node, path: string): FieldPart[] {
  const members = Object.entries(of.properties ?? {});
  if (members.length > 0) return members.map(([name, member]) => part(member, `${path}.${name}`, name));
  const codes = of.propertyNames?.enum;
  const value = node.safeParse(of.additionalProperties);
  if (of.type === 'object' && codes !== undefined && value.success) {
    return codes.flatMap((code) => {
      const below = Object.entries(value.data.properties ?? {});
      if (below.length === 0) return [part(value.data, `${path}.${code}`, code)];
      return below.map(([name, member]) => part(member, `${path}.${code}.${name}`, `${code}.${name}`));
    });
  }
  if (of.type === 'array' && of.items !== undefined && of.minItems === of.maxItems && isNumber(of.items)) {
    const { items } = of;
    return Array.from({ length: of.minItems ?? 0 }, (_, i) => part(items, `${path}.${String(i)}`, String(i)));
  }
  return [path === 'units' ? { path, key: '', kind: 'units', choices: [] } : part(of, path, '')];
}

const isNumber = ({ type }: Node): boolean => type === 'number' || type === 'integer';

function part(of: Node, path: string, key: string): FieldPart {
  const choices = of.enum?.map(String) ?? [];
  return { path, key, kind: choices.length > 0 ? 'choice' : kindOf(of), choices };
}

function kindOf(of: Node): InputKind {
  if (isNumber(of)) return 'number';
  if (of.type === 'boolean') return 'switch';
  if (of.type === 'string') return of.format === 'date' ? 'date' : 'text';
  return 'json';
}

/** The number whose bounds speak for all inputs of a field. */
function firstLeaf(of: Node): Node | undefined {
  if (isNumber(of)) return of;
  const below = [...Object.values(of.properties ?? {}), ...(of.items === undefined ? [] : [of.items])];
  const value = node.safeParse(of.additionalProperties);
  if (value.success && value.data.properties === undefined) below.push(value.data);
  return below.find(isNumber);
}

function rangeOf(of: Node): FieldRange {
  const from = of.minimum ?? of.exclusiveMinimum;
  const to = of.maximum ?? of.exclusiveMaximum;
  return {
    ...(from !== undefined && from > Number.MIN_SAFE_INTEGER ? { from } : {}),
    ...(to !== undefined && to < Number.MAX_SAFE_INTEGER ? { to } : {}),
    ...(of.exclusiveMinimum === undefined ? {} : { openFrom: true }),
    ...(of.exclusiveMaximum === undefined ? {} : { openTo: true }),
    ...(of.type === 'integer' ? { whole: true } : {}),
  };
}
