import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/model/scenario/check-scenario.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { readNationalTargets, readMonthTargets, readScenario } from '../../src/store/reference.ts';
import { mistakeOf, reference, tiny, tinyUnits, unitAt, useScratch } from '../builders.ts';

const scratch = useScratch();
const codedTiny = tinyUnits.map((code) => reference.places.coded.units[unitAt(code)]!.code);

describe('the reference data', () => {
  it('have 32 provincial units and 32 key cities, each in a region and a province that are there', () => {
    const real = reference.units.filter(({ fictional }) => !fictional);
    const of = (kind: string): string[] => real.flatMap((unit) => (unit.kind === kind ? [unit.code] : []));
    expect([of('province').length, of('city').length]).toEqual([32, 32]);
    expect(new Set(reference.units.map(({ code }) => code)).size).toBe(reference.units.length);
    const regions = reference.regions.map(({ id }) => id);
    for (const { region, province, kind } of real) {
      expect(regions).toContain(region);
      if (kind === 'city') expect(of('province')).toContain(province);
      else expect(province).toBeNull();
    }
  });

  it('have eight tags a level, three of them core, whose first digit is the level', () => {
    for (const level of [1, 2, 3, 4, 5]) {
      const tags = reference.tags.filter((tag) => tag.level === level);
      expect([tags.length, tags.filter(({ core }) => core).length]).toEqual([8, 3]);
      expect(tags.every(({ code }) => code.startsWith(String(level)))).toBe(true);
    }
    expect(new Set(reference.tags.map(({ code }) => code)).size).toBe(40);
    expect(reference.tags.filter(({ code }) => reference.retiredTags.has(code))).toEqual([]);
  });

  it('have items of departments, types and limits that go together', () => {
    const departments = new Set(reference.departments.map(({ key }) => key));
    const types = new Set(reference.itemTypes.map(({ code }) => code));
    expect(new Set(reference.items.map(({ code }) => code)).size).toBe(reference.items.length);
    for (const item of reference.items) {
      expect([departments.has(item.department), types.has(item.type)]).toEqual([true, true]);
      expect(item.promisedDays).toBeLessThanOrEqual(item.statutoryDays);
      expect(item.handling === 'instant').toBe(item.promisedDays === 0);
    }
  });

  it('have channels 1 to 7 and levels 1 to 5, of which 1 and 2 are bad', () => {
    expect(reference.channels.map(({ code }) => code)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const bad = reference.levels.filter(({ bad: isBad }) => isBad).map(({ level }) => level);
    expect([...bad].sort()).toEqual([1, 2]);
  });

  it('have targets whose counts add up', () => {
    for (const { bands } of readNationalTargets()) {
      for (const counts of Object.values(bands)) {
        const all = Object.values(counts ?? {});
        const sum = all.reduce((total, n) => total + n, 0);
        if (all.length === 4) expect(sum).toBe(32);
        else expect(sum).toBeLessThan(32);
      }
    }
    for (const published of readMonthTargets()) {
      expect(parsePeriod(published.period).label).toBe(published.period);
      expect(reference.units.some(({ code }) => code === published.unit)).toBe(true);
      expect(published.ratings / published.cases).toBeCloseTo(published.ratingsPerCase, 2);
    }
  });
});

describe('a scenario', () => {
  it('that is shipped is read by its name', () => {
    expect(readScenario('tiny')).toEqual(
      parseScenario({ ...tiny(), units: codedTiny, title: readScenario('tiny').title }, 'tiny'),
    );
    expect(codedTiny).toEqual(['981100', '982400', '981101', '982401']);
  });

  it('is read from a file', () => {
    const file = scratch.path('mine.json');
    writeFileSync(file, JSON.stringify(tiny({ name: 'mine' })));
    expect(readScenario(file).name).toBe('mine');
  });

  it('may begin with a byte order mark', () => {
    const file = scratch.path('marked.json');
    writeFileSync(file, `\uFEFF${JSON.stringify(tiny())}`);
    expect(readScenario(file)).toEqual(tiny());
  });

  it('that cannot be read, such as a folder, is not said to be no JSON', async () => {
    const folder = scratch.path('folder');
    mkdirSync(folder);
    const { text } = await mistakeOf(() => readScenario(folder));
    expect(text.en).toMatch(/^cannot read the scenario file .*folder: EISDIR/);
    expect(text.zh).toMatch(/^无法读取场景文件 .*folder：EISDIR/);
  });

  it('that is not JSON is refused with its file', async () => {
    const file = scratch.path('broken.json');
    writeFileSync(file, '{"name": ');
    const { text } = await mistakeOf(() => readScenario(file));
    expect(text.en).toContain(`scenario file ${file} is not JSON`);
  });
});
