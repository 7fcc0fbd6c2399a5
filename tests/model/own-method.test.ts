import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseOwnMethod } from '../../src/model/choices/own-method.ts';
import { Mistake } from '../../src/model/errors.ts';

const file = resolve(import.meta.dirname, '../../db/reference/methods/2022-2/province.json');
const shipped = readFileSync(file, 'utf8');
const formulas = {
  known: [...shipped.matchAll(/"formula": "(\w+)"/g)].map(([, id = '']) => id),
  sampled: ['itemReach', 'officeReach'],
};

/** What is said of the shipped method with one field changed; undefined takes it away. */
function saidOf(path: string, value: unknown): Mistake['text'] {
  const method: unknown = JSON.parse(shipped);
  const steps = path.split('.');
  const last = steps.pop()!;
  const place = steps.reduce((at: unknown, step) => Reflect.get(Object(at), step), method);
  if (value === undefined) Reflect.deleteProperty(Object(place), last);
  else Reflect.set(Object(place), last, value);
  try {
    parseOwnMethod(JSON.stringify(method), 'mine.json', formulas);
  } catch (error) {
    if (error instanceof Mistake) {
      expect([error.status, error.exitCode]).toEqual([400, 2]);
      return error.text;
    }
    throw error;
  }
  throw new Error(`${path} was taken`);
}

const first = 'dimensions.0.groups.0.indicators.0';

describe('a method of one’s own', () => {
  it('is taken as it is shipped, also with a byte order mark', () => {
    expect(parseOwnMethod(`\uFEFF${shipped}`, 'mine.json', formulas)).toEqual(JSON.parse(shipped));
  });

  it.each([
    [`${first}.goalposts`, undefined, `${first}.goalposts = (absent): must be a list`],
    [`${first}.goalposts`, [0.5, 0.5], `${first}.goalposts = [0.5,0.5]: the two ends must differ`],
    [`${first}.goalposts`, [null, 1], `${first}.goalposts.0 = null: must be a number`],
    [`${first}.formula`, 'best', `${first}.formula = "best": there is no such formula; there are `],
    [`${first}.weight`, -0.1, `${first}.weight = -0.1: must be above 0`],
    [
      'dimensions.0.weight',
      0.3,
      'dimensions.*.weight = 0.3 + 0.25 + 0.2 + 0.15 + 0.15 = 1.05: they must sum to 1',
    ],
    [
      `${first}.id`,
      'effectiveness',
      `${first}.id = "effectiveness": a part cannot stand below itself (a cycle)`,
    ],
    [
      'dimensions.1.id',
      'effectiveness',
      'dimensions.1.id = "effectiveness": dimensions.0 has this id, and each may be used once',
    ],
    ['dimensions.0.groups', [], 'dimensions.0.groups = []: must have at least 1 items'],
    ['bands.high', 95, 'bands = 90, 95, 65: veryHigh, high and medium must fall from one to the next'],
    [
      `${first}.goalposts`,
      [-1e308, 1e308],
      `${first}.goalposts = [-1e+308,1e+308]: the two ends are too far`,
    ],
    [`${first}.id`, '__proto__', `${first}.id = "__proto__": must be 1 to 40 letters`],
    ['dimensions.0.groups.0.id', '', 'dimensions.0.groups.0.id = "": must be 1 to 40 letters'],
    ['id', 'a\u001b[31m', 'id = "a\\u001b[31m": must have no control characters'],
    ['name', 'a\u202eb', 'name = "a\\u202eb": must have no control characters'],
    ['version', '', 'version = "": must have at least 1 characters'],
    ['nameEn', 'x'.repeat(201), `nameEn = "${'x'.repeat(56)}…: must have at most 200 characters`],
    [
      `${first}.ratingsPerItem`,
      0.1,
      `${first}.ratingsPerItem = 0.1: rectificationRate is not read from samples`,
    ],
    ['kind', 'village', 'kind = "village": must be one of province, city'],
  ])('is refused where %s is %j', (path, value, message) => {
    const { en, zh } = saidOf(path, value);
    expect(en).toContain(`the method mine.json is not valid: `);
    expect(en).toContain(message);
    expect(zh).toContain(message.slice(0, message.indexOf(' = ')));
    expect(zh).toMatch(/^方法 mine\.json 有误：/);
  });

  it('is refused with the first twenty of many faults, and how many more there are', () => {
    const { en, zh } = saidOf('dimensions.0.groups', Array(500).fill({}));
    expect(en.split('; ')).toHaveLength(21);
    expect(en).toMatch(/; and \d{4} more$/);
    expect(zh).toMatch(/；另有 \d{4} 处$/);
  });

  it('is refused where it is no JSON, as with NaN, or has a field twice', () => {
    const parse = (text: string) => () => parseOwnMethod(text, 'mine.json', formulas);
    expect(parse(shipped.replace('"weight": 0.25', '"weight": NaN'))).toThrow(
      /the method mine\.json is not JSON/,
    );
    expect(parse(shipped.replace('"weight": 0.25', '"weight": 0.25, "weight": 0.25'))).toThrow(
      /has the field .*weight twice/,
    );
    expect(parse(shipped.replace('"weight": 0.25', '"weight": 1e999'))).toThrow(
      /weight = Infinity: must be a number/,
    );
    expect(parse('[]')).toThrow(/must be an object/);
  });
});
