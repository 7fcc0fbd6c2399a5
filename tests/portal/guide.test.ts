import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countRegister } from '../../src/measure/register-counts.ts';
import { guideGroups, type GuideGroup } from '../../src/model/register.ts';
import { downloadOf } from '../../src/portal/downloads.ts';
import { guideOf, type GuideElement } from '../../src/portal/guide/guide.ts';
import { guideVersions, type GuideFault } from '../../src/model/site/guide-faults.ts';
import { papersOfItem } from '../../src/portal/rules/papers-of-item.ts';
import type { SiteItem, SiteUnit } from '../../src/portal/site-unit.ts';
import { guideFaultsOf } from '../../src/portal/site-truth.ts';
import { guideElements } from '../../src/simulate/world/register-plan.ts';
import { madeSite } from './made-site.ts';

const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);
const sites = SEEDS.map((seed) => madeSite(seed));
const first = sites[0]!;
/** Every item of every site with its guide. */
const all = sites.flatMap((site) => site.items.map((item) => ({ site, item, guide: guideOf(site, item) })));
const ofFirst = all.slice(0, first.items.length);

const vagueWords = {
  zh: /有关|视情况/,
  en: /\bconcerned\b|circumstances/,
};

/** What an evaluator makes of an element who sees the three versions and knows what is right. */
function classify(element: Pick<GuideElement, 'right' | 'shown'>, language: 'zh' | 'en'): GuideFault | null {
  const right = element.right[language];
  const seen = guideVersions.map((version) => element.shown[version]?.[language]);
  const [web] = seen;
  if (seen.every((text) => text === web)) {
    if (web === undefined) return 'missing';
    if (web === right) return null;
    return vagueWords[language].test(web) ? 'vague' : 'wrong';
  }
  return seen.includes(right) ? 'inconsistent' : 'wrong';
}

const faultsIn = (elements: readonly GuideElement[], group: GuideGroup): number =>
  elements.filter((element) => element.group === group && element.fault !== null).length;

const itemWith = (guide: SiteItem['guide']): SiteItem => ({ ...first.items[0]!, guide });

describe('a guide', () => {
  it('has the elements that the register counts, each once', () => {
    const { elements } = guideOf(first, first.items[0]!);
    expect(new Set(elements.map(({ id }) => id)).size).toBe(25);
    for (const group of guideGroups)
      expect(elements.filter((element) => element.group === group)).toHaveLength(guideElements[group]);
  });

  it('has as many faulty elements in each group as the register says', () => {
    const counted = new Map<string, number>();
    for (const { site, item, guide } of all)
      for (const group of guideGroups) {
        const [right, elements] = item.guide[group];
        const faulty = faultsIn(guide.elements, group);
        if (faulty !== elements - right) expect.fail(`${item.name} ${group}: ${String(faulty)}`);
        const key = `${String(site.seed)} ${group}`;
        counted.set(key, (counted.get(key) ?? 0) + faulty);
      }
    // And so it is for units, as the counts of the register have them.
    for (const { seed, items, index } of sites) {
      const counts = countRegister({ tasks: items }, index + 1)[index]!;
      for (const group of guideGroups)
        expect(counted.get(`${String(seed)} ${group}`)).toBe(
          counts[`${group}Elements`] - counts[`${group}Right`],
        );
    }
  });

  it('shows every fault, in both languages, and no other', () => {
    const met = new Set<string>();
    for (const { item, guide } of all)
      for (const element of guide.elements) {
        met.add(`${element.id} ${String(element.fault)}`);
        for (const language of ['zh', 'en'] as const)
          if (
            classify(element, language) !== element.fault ||
            vagueWords[language].test(element.right[language])
          )
            expect.fail(`${item.name}: ${language} ${JSON.stringify(element)}`);
      }
    // Four elements are numbers or names of a short list: nothing vague can be said of them.
    expect(met.size).toBe(25 * 5 - 4);
  });

  it('is the same whenever it is read, and whatever other items the site has', () => {
    for (const item of first.items.slice(0, 40)) {
      const alone: SiteUnit = { ...first, items: [item] };
      expect(guideOf(alone, item)).toEqual(guideOf(first, item));
    }
  });

  it('is of another seed otherwise faulty', () => {
    const faults = (site: SiteUnit): string =>
      JSON.stringify(
        guideOf(site, itemWith({ ...first.items[0]!.guide, basics: [6, 12] })).elements.map(
          ({ fault }) => fault,
        ),
      );
    expect(faults(first)).not.toBe(faults({ ...first, seed: first.seed + 100 }));
  });

  it('keeps its faults when one more comes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(first.items.length - 1), (right, at) => {
        const item = first.items[at]!;
        const of = (count: number) =>
          guideOf(first, { ...item, guide: { ...item.guide, basics: [count, 12] } }).elements;
        const more = of(right - 1);
        of(right).forEach((element, i) => {
          if (element.fault !== null || element.group !== 'basics') expect(more[i]).toEqual(element);
        });
      }),
    );
  });

  it('stands for a register that counts another number of elements', () => {
    const pairs = fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.nat(60))
      .map(([all, right]): [number, number] => [Math.min(all, right), all]);
    fc.assert(
      fc.property(fc.constantFrom(...guideGroups), pairs, (group, [right, all]) => {
        const { elements } = guideOf(first, itemWith({ ...first.items[0]!.guide, [group]: [right, all] }));
        const size = guideElements[group];
        const shown = elements.filter((element) => element.group === group).length;
        const faulty = faultsIn(elements, group);
        expect(shown).toBe(Math.min(size, all));
        if (all <= size) expect(faulty).toBe(all - right);
        else {
          expect(Math.abs(faulty / size - (all - right) / all)).toBeLessThan(1 / size);
          expect(faulty === 0).toBe(right === all);
          expect(faulty === size).toBe(right === 0);
        }
      }),
    );
  });

  it('is made of any line that a register may hold', () => {
    const texts = fc.string({ maxLength: 40 });
    fc.assert(
      fc.property(
        texts,
        texts,
        fc.record({
          taskType: texts,
          handling: fc.constantFrom('instant' as const, 'promise' as const),
          statutoryDays: fc.nat(200),
          promisedDays: fc.nat(200),
          visits: fc.nat(5),
          depth: fc.integer({ min: 1, max: 7 }),
        }),
        (taskCode, name, line) => {
          const { listed: _, ...item } = itemWith({
            basics: [0, 12],
            materials: [0, 4],
            process: [0, 3],
            forms: [0, 3],
            fees: [0, 3],
          });
          // A name that has the words of vague wording in it is no fault of the guide.
          fc.pre(!vagueWords.zh.test(name));
          for (const element of guideOf(first, { ...item, ...line, taskCode, name, nameEn: '' }).elements)
            expect(classify(element, 'zh')).toBe(element.fault);
        },
      ),
    );
  });

  it('counts limits, papers that nobody may ask for, and fees as severe', () => {
    const added = new Set<string>();
    for (const { guide } of all)
      for (const { id, fault, severity, shown } of guide.elements) {
        const usual = ['limit', 'papers', 'agency', 'charged', 'standard'].includes(id)
          ? 3
          : ['place', 'hours', 'telephone', 'supervision'].includes(id)
            ? 2
            : 1;
        if (severity === usual) continue;
        expect([severity, fault === 'wrong' || fault === 'inconsistent']).toEqual([3, true]);
        added.add(`${id}: ${guideVersions.map((version) => shown[version]?.zh ?? '').join()}`);
      }
    // A condition that is added makes any element severe: an inspection on site, a seal.
    expect([...added].every((text) => /^(steps|notes): .*(现场核查|公章)/.test(text))).toBe(true);
    expect(added.size).toBeGreaterThan(10);
  });

  it('says days that add up to what the office promises, and takes its papers from one list', () => {
    for (const {
      item,
      guide: { elements, papers },
    } of ofFirst) {
      const right = (id: string): string => elements.find((element) => element.id === id)!.right.zh;
      const days = [...right('detail').matchAll(/（(\d+)个工作日）/g)].reduce(
        (sum, [, n]) => sum + Number(n),
        0,
      );
      expect(days).toBe(item.promisedDays);
      expect(papers).toEqual(papersOfItem(first, item));
      for (const { name, copies } of papers) {
        expect(right('papers')).toContain(name.zh);
        expect(right('copies')).toContain(`${name.zh}：${String(copies)}份`);
      }
      expect(papers.length).toBeLessThanOrEqual(8);
    }
  });

  it('gives items of one office one address and one telephone, which nobody has', () => {
    const contacts = new Map<string, Set<string>>();
    for (const {
      item,
      guide: { elements },
    } of ofFirst) {
      const contact = ['place', 'hours', 'telephone', 'supervision'].map(
        (id) => elements.find((element) => element.id === id)!.right.zh,
      );
      expect(contact[2]).toMatch(/^000-8\d{7}$/);
      expect(contact[3]).toMatch(/^000-6\d{7}$/);
      const of = contacts.get(item.office) ?? new Set();
      contacts.set(item.office, of.add(contact.join()));
    }
    expect(contacts.size).toBeGreaterThan(10);
    expect([...contacts.values()].every(({ size }) => size === 1)).toBe(true);
    expect(new Set([...contacts.values()].flatMap((of) => [...of])).size).toBe(contacts.size);
  });

  it('is made quickly', () => {
    const items = first.items.slice(0, 300);
    items.forEach((item) => guideOf(first, item));
    const start = performance.now();
    items.forEach((item) => guideOf(first, item));
    expect(performance.now() - start).toBeLessThan(600);
  });
});

describe('the truth of guides', () => {
  it('lists every fault with what would be right', () => {
    const truth = [...guideFaultsOf(first)];
    const expected = first.items.reduce(
      (sum, { guide }) =>
        sum + guideGroups.reduce((all, group) => all + guide[group][1] - guide[group][0], 0),
      0,
    );
    expect(truth).toHaveLength(expected);
  });
});

describe('a form to download', () => {
  it('is what its element says', () => {
    const met = new Set<string>();
    for (const { site, item, guide } of all)
      for (const kind of ['blank', 'sample'] as const) {
        const { fault, right, shown } = guide.elements.find(({ id }) => id === kind)!;
        // All that are faulty, and of the others enough.
        if (fault === null && site !== first) continue;
        const own = `《${item.name}`;
        for (const version of guideVersions) {
          const form = downloadOf(site, item, kind, version);
          const text = shown[version]?.zh;
          met.add(`${kind} ${String(fault)}`);
          if (text === undefined) expect(form).toBeNull();
          else if (text === right.zh) {
            expect(form?.title.zh.startsWith(own)).toBe(true);
            expect(form?.fields.every(({ value }) => (value.zh === '') === (kind === 'blank'))).toBe(true);
            expect(right.zh).toContain(form?.fields.map(({ label }) => label.zh).join('、'));
          } else if (fault === 'vague') expect(form?.fields).toEqual([]);
          else {
            expect(form?.title.zh.startsWith(own)).toBe(false);
            expect(text).toContain(form?.fields.map(({ label }) => label.zh).join('、'));
          }
        }
      }
    expect(met.size).toBe(10);
  });
});
