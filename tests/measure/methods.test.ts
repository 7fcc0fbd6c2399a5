import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formulas } from '../../src/measure/formulas.ts';
import type { Indicator, Method } from '../../src/model/method.ts';
import { dimensionIds, profilesFile } from '../../src/model/reference.ts';
import { readMethods } from '../../src/store/reference.ts';

const root = resolve(import.meta.dirname, '../..');
const methods = readMethods();
const indicatorsOf = ({ dimensions }: Method): Indicator[] =>
  dimensions.flatMap(({ groups }) => groups.flatMap(({ indicators }) => indicators));
const everyIndicator = [...indicatorsOf(methods.province), ...indicatorsOf(methods.city)];

describe.each(['province', 'city'] as const)('the method of a %s', (kind) => {
  const method = methods[kind];

  it('has the five dimensions in the report’s order with the derived weights', () => {
    expect(method).toMatchObject({ id: `${kind}-2022`, version: '1', kind, availability: 0.66 });
    expect(method.dimensions.map(({ id }) => id)).toEqual(dimensionIds);
    expect(method.dimensions.map(({ weight }) => weight)).toEqual([0.25, 0.25, 0.2, 0.15, 0.15]);
  });

  it('has the four groups of 服务成效度 and at least 16 indicators in them', () => {
    const groups = method.dimensions[0]!.groups;
    expect(groups.map(({ name }) => name)).toEqual([
      '“好差评”管理体系',
      '服务满意度',
      '用户体验度',
      '服务便利化和特色创新',
    ]);
    expect(groups.flatMap(({ indicators }) => indicators).length).toBeGreaterThanOrEqual(16);
  });

  it('has at least three indicators in each other dimension, all from the register', () => {
    for (const { groups } of method.dimensions.slice(1)) {
      const indicators = groups.flatMap((group) => group.indicators);
      expect(indicators.length).toBeGreaterThanOrEqual(3);
      expect(indicators.every(({ basis, minimum }) => basis === 'register' && minimum === 10)).toBe(true);
    }
  });

  it('uses an id once', () => {
    const ids = method.dimensions.flatMap(({ id, groups }) => [
      id,
      ...groups.flatMap((group) => [group.id, ...group.indicators.map((indicator) => indicator.id)]),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names formulas that exist and goalposts that differ', () => {
    for (const { id, formula, goalposts } of indicatorsOf(method)) {
      expect(formulas.has(formula), `${id}: ${formula}`).toBe(true);
      expect(goalposts[0]).not.toBe(goalposts[1]);
    }
  });

  it('says why in both languages wherever the choice is ours', () => {
    const choices = [
      method.bands,
      ...method.dimensions,
      ...method.dimensions.flatMap(({ groups }) => groups),
      ...indicatorsOf(method),
    ];
    for (const { assumption, reason, reasonEn, source, sourceEn } of choices) {
      expect(source).toMatch(/[\u4e00-\u9fff]/);
      expect(sourceEn).toMatch(/^[^\u4e00-\u9fff]+$/);
      if (assumption) expect([reason === '', reasonEn === '']).toEqual([false, false]);
    }
    expect(method.dimensions.every(({ assumption }) => assumption)).toBe(true);
  });
});

describe('the formulas', () => {
  it('stand under their own id, and each is used by a method', () => {
    for (const [id, formula] of formulas) expect(formula.id).toBe(id);
    expect(
      [...formulas.keys()].filter((id) => !everyIndicator.some(({ formula }) => formula === id)),
    ).toEqual([]);
  });
});

describe('docs/method.md', () => {
  const page = existsSync(`${root}/docs/method.md`) ? readFileSync(`${root}/docs/method.md`, 'utf8') : '';

  it('names every indicator and formula with its Chinese name', () => {
    const absent = everyIndicator.filter(({ id, formula, name }) =>
      [`\`${id}\``, `\`${formula}\``, name].some((word) => !page.includes(word)),
    );
    expect(absent.map(({ id }) => id)).toEqual([]);
  });

  it('prints the goalposts of both methods', () => {
    for (const { id, goalposts } of everyIndicator) {
      const line = page.split('\n').find((text) => text.startsWith(`| \`${id}\` |`));
      expect(line, id).toContain(`${goalposts[0]} → ${goalposts[1]}`);
    }
  });
});

describe('the rule profiles', () => {
  it('are those of the file, the first being neutral', () => {
    const { profiles } = profilesFile.parse(
      JSON.parse(readFileSync(`${root}/db/reference/profiles.json`, 'utf8')),
    );
    expect(profiles.map(({ id, levelledChannels }) => [id, levelledChannels.length])).toEqual([
      ['standard', 7],
      ['guangdong-2019', 4],
      ['zhejiang-2019', 7],
      ['shandong-2020', 7],
      ['shandong-dezhou-2020', 7],
      ['shanghai-2019', 7],
      ['sichuan-meishan', 7],
      ['hunan-linwu', 7],
      ['anhui-bozhou', 7],
      ['gansu-honggu-2020', 7],
      ['jiangsu', 7],
    ]);
  });
});
