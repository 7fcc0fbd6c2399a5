import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formulas } from '../../src/measure/formulas/formulas.ts';
import { bases, basisShares, indicatorsOf } from '../../src/model/method.ts';
import { dimensionIds, profilesFile } from '../../src/model/reference.ts';
import { readEditions } from '../../src/store/reference.ts';

const root = resolve(import.meta.dirname, '../..');
const editions = readEditions();
const everyMethod = editions.flatMap(({ province, city }) => [province, city]);
const everyIndicator = everyMethod.flatMap(indicatorsOf);

it('editions stand newest first and those on request last, each in a folder of its number', () => {
  expect(editions.map(({ edition, province, city }) => [edition, province.version, city.version])).toEqual([
    ['2022-2', '2', '2'],
    ['2022-1', '1', '1'],
    ['2022-2-evaluators', '2-evaluators', '2-evaluators'],
    ['2022-2-both', '2-both', '2-both'],
  ]);
});

describe.each(everyMethod)('the method $id, version $version', (method) => {
  it('has the five dimensions in the report’s order with the derived weights', () => {
    expect(method).toMatchObject({
      id: `${method.kind}-2022`,
      availability: method.version === '1' ? 0.66 : 0.5,
    });
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

  it('has at least three indicators in each other dimension', () => {
    for (const { groups } of method.dimensions.slice(1))
      expect(groups.flatMap((group) => group.indicators).length).toBeGreaterThanOrEqual(3);
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

describe.each([editions[0]!.province, editions[0]!.city])('the newest method $id', (method) => {
  it('rests on ratings and their handling more than on anything else, and by at least 40%', () => {
    const shares = { ...basisShares(method) };
    const sum = Object.values(shares).reduce((total, share) => total + share, 0);
    expect(sum).toBeCloseTo(1, 9);
    const { ratings, handling, ...others } = shares;
    expect(ratings + handling).toBeGreaterThanOrEqual(0.4);
    expect(Math.max(...Object.values(others))).toBeLessThan(ratings + handling);
  });

  it('has at least two groups in every dimension, and ratings in every dimension', () => {
    for (const { groups } of method.dimensions) {
      expect(groups.length).toBeGreaterThanOrEqual(2);
      expect(groups.some(({ indicators }) => indicators.some(({ basis }) => basis === 'ratings'))).toBe(true);
    }
    expect(method.dimensions[4]!.groups.map(({ name }) => name)).toEqual([
      '基本信息',
      '申请材料',
      '办理流程',
      '表格样表',
      '收费信息',
    ]);
  });

  it('gives no overall score to a unit without ratings', () => {
    const needed = method.dimensions[0]!;
    const withoutRatings = needed.groups
      .filter(({ indicators }) => {
        const register = indicators.filter(({ basis }) => basis === 'register' || basis === 'services');
        return register.reduce((sum, { weight }) => sum + weight, 0) >= method.availability;
      })
      .reduce((sum, { weight }) => sum + weight, 0);
    expect(withoutRatings).toBeLessThan(method.availability);
  });

  it('names what is left out, 特色服务, 综合点评 and 监督查评 among it', () => {
    const names = method.leftOut.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['特色服务', '综合点评', '监督查评']));
    for (const { reason, reasonEn } of method.leftOut) expect([reason, reasonEn]).not.toContain('');
  });

  it('gives the loop of bad ratings five indicators', () => {
    const handling = indicatorsOf(method).filter(({ basis }) => basis === 'handling');
    expect(handling.map(({ name }) => name).sort()).toEqual(
      ['差评回复率', '差评按期整改率', '按时回访核实率', '整改后回访满意率', '实名差评回访率'].sort(),
    );
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

  it('prints the share of each basis in the newest edition', () => {
    const { province, city } = editions[0]!;
    const [ofProvinces, ofCities] = [basisShares(province), basisShares(city)];
    const names = {
      ratings: 'ratings',
      handling: 'handling of bad ratings',
      participation: 'taking part in rating',
      services: 'services and cases',
      register: 'register of items',
    };
    for (const basis of bases.filter((one) => one !== 'evaluators'))
      expect(page).toContain(
        `| ${names[basis]} | ${ofProvinces[basis].toFixed(3)} | ${ofCities[basis].toFixed(3)} |`,
      );
    const both = [ofProvinces, ofCities].map(({ ratings, handling }) => (ratings + handling).toFixed(3));
    expect(page).toContain(`Ratings and their handling, ${both.join(' and ')} together`);
  });

  it('prints the goalposts of both methods', () => {
    for (const { id, goalposts } of everyIndicator) {
      const lines = page.split('\n').filter((text) => text.startsWith(`| \`${id}\` |`));
      expect(lines.join('\n'), id).toContain(`${goalposts[0]} → ${goalposts[1]}`);
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
