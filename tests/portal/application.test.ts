import { describe, expect, it } from 'vitest';
import { ONLINE_DEPTH } from '../../src/model/items/item-kinds.ts';
import { applicationOf, type OnlineApplication } from '../../src/portal/application/application.ts';
import { siteCaseProgress } from '../../src/portal/application/progress.ts';
import { applicationSteps, obstaclesOfStep, type Obstacle } from '../../src/model/site/application-steps.ts';
import { downloadKinds, downloadOf } from '../../src/portal/downloads.ts';
import { guideOf, type Guide } from '../../src/portal/guide/guide.ts';
import { guideVersions } from '../../src/model/site/guide-faults.ts';
import type { SiteItem, SiteUnit } from '../../src/portal/site-unit.ts';
import { obstacleTruthOf } from '../../src/portal/site-truth.ts';
import { reference } from '../builders.ts';
import { madeSite } from './made-site.ts';

const sites = Array.from({ length: 20 }, (_, i) => madeSite(i + 1));
const first = sites[0]!;

/** Sites on which a step is as often free of obstacles as not. */
const poor = sites.map((site): SiteUnit => ({ ...site, application: 0.5 }));

const online = (site: SiteUnit): { item: SiteItem; application: OnlineApplication }[] =>
  site.items.flatMap((item) => {
    const application = applicationOf(site, item);
    return application.online ? [{ item, application }] : [];
  });

/** What somebody finds who goes through the five steps and knows the rules. */
function found({ steps }: OnlineApplication, { papers, conditions }: Guide): Obstacle[] {
  const { booking, guide, form, upload, feedback } = steps;
  const listed = papers.map(({ name }) => name.zh);
  const seen: [Obstacle, boolean][] = [
    ['no-slot', booking.slots.filter(({ day }) => day === 1).every(({ free }) => free === 0)],
    ['natural-days', guide.limit.zh.includes('自然日')],
    ['extra-condition', guide.conditions.some(({ zh }) => !conditions.some((right) => right.zh === zh))],
    ['no-draft', !form.keepsDraft],
    ['login-again', form.loginAgain],
    ['asked-again', form.fields.some(({ inAccount, prefilled }) => inAccount && !prefilled)],
    ['unlisted-paper', upload.asked.some(({ name }) => !listed.includes(name.zh))],
    ['dead-button', upload.deadButton],
    ['no-number', feedback.caseNumber === null],
    ['no-date', feedback.decision === null],
  ];
  return seen.filter(([, is]) => is).map(([obstacle]) => obstacle);
}

/** Every application of these sites, with its guide. */
const all = poor.flatMap((site) =>
  online(site).map((made) => ({ site, ...made, guide: guideOf(site, made.item) })),
);

describe('an application', () => {
  it('is there for items of enough depth, and sends people to the hall for the others', () => {
    let hall = 0;
    for (const site of sites.slice(0, 5))
      for (const item of site.items) {
        const application = applicationOf(site, item);
        expect(application.online).toBe(item.depth >= ONLINE_DEPTH);
        if (application.online) continue;
        hall++;
        const place = guideOf(site, item).elements.find(({ id }) => id === 'place')!.right;
        expect(application.hall.zh).toContain(place.zh);
        expect(application.hall.en).toContain(place.en);
      }
    expect(hall).toBeGreaterThan(0);
  });

  it('shows its obstacles, and no other, and all of them can be passed', () => {
    const met = new Set<Obstacle>();
    for (const { item, application, guide } of all) {
      const truth = application.obstacles.map(({ obstacle }) => obstacle);
      truth.forEach((obstacle) => met.add(obstacle));
      const isPassed = application.steps.booking.slots.some(({ free }) => free > 0);
      const isTold = application.obstacles.every(({ seen, right, pass }) =>
        [seen, right, pass].every(({ zh, en }) => zh !== '' && en !== ''),
      );
      if (found(application, guide).sort().join() !== [...truth].sort().join() || !isPassed || !isTold)
        expect.fail(`${item.name}: ${JSON.stringify(application)}`);
    }
    expect(met.size).toBe(10);
  });

  it('asks for a paper that no version of the guide lists either, where it asks for one too many', () => {
    let extra = 0;
    for (const {
      application,
      guide: { papers, elements },
    } of all) {
      const listed = elements.find(({ id }) => id === 'papers')!;
      for (const { name } of application.steps.upload.asked) {
        if (papers.some((paper) => paper.name.zh === name.zh)) continue;
        extra++;
        for (const version of guideVersions) expect(listed.shown[version]?.zh ?? '').not.toContain(name.zh);
      }
    }
    expect(extra).toBeGreaterThan(100);
  });

  it('has at each step as many obstacles as its chance says: mostly one', () => {
    for (const [at, step] of applicationSteps.entries()) {
      const counts = all.map(
        ({ application }) => application.obstacles.filter((one) => one.step === step).length,
      );
      const n = counts.length;
      const share = (of: (count: number) => boolean): number => counts.filter(of).length / n;
      expect(Math.abs(share((count) => count === 0) - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / n));
      const isSingle = obstaclesOfStep[step].length === 1;
      const two = share((count) => count === 2);
      if (isSingle) expect(two).toBe(0);
      // Of instant items no natural days can be shown, and so no second obstacle at the guide.
      else if (at !== 1) expect(Math.abs(two - 0.125)).toBeLessThan(5 * Math.sqrt(0.11 / n));
      expect(share((count) => count > 2)).toBe(0);
    }
  });

  it('never is free of obstacles where nothing is, and always where all is', () => {
    for (const { application } of online({ ...first, application: 1 }))
      expect(application.obstacles).toEqual([]);
    for (const { application } of online({ ...first, application: 0 }))
      expect(new Set(application.obstacles.map(({ step }) => step)).size).toBe(5);
  });

  it('is the same whenever it is read, whatever other items the site has, and another one of another seed', () => {
    const [site] = poor;
    const { item, application } = online(site!)[3]!;
    expect(applicationOf({ ...site!, items: [item] }, item)).toEqual(application);
    expect(applicationOf({ ...site!, seed: 99 }, item)).not.toEqual(application);
  });

  it('keeps its obstacles when the guide is corrected', () => {
    const [site] = poor;
    for (const { item, application } of online(site!).slice(0, 60)) {
      const guide = { ...item.guide, basics: [12, 12], materials: [4, 4] } as SiteItem['guide'];
      const corrected = applicationOf(site!, { ...item, guide }) as OnlineApplication;
      expect(corrected.obstacles.map(({ obstacle }) => obstacle)).toEqual(
        application.obstacles.map(({ obstacle }) => obstacle),
      );
    }
  });

  it('asks nobody for a code or a licence who founds an organisation, and knows by the list who may apply', () => {
    const founding = first.items.find(({ name }) => name === '企业设立登记')!;
    expect(founding.listed?.applicants).toEqual(['2', '5']);
    const text = JSON.stringify([applicationOf(first, founding), guideOf(first, founding)]);
    expect(text).not.toMatch(/营业执照|统一社会信用代码/);
    expect(first.items.every(({ listed, name }) => listed?.name === name)).toBe(true);
  });

  it('lists its obstacles as the truth of the site', () => {
    const truth = [...obstacleTruthOf(poor[0]!)];
    expect(truth).toHaveLength(
      online(poor[0]!).reduce((sum, { application }) => sum + application.obstacles.length, 0),
    );
    expect(new Set(truth.map(({ taskCode }) => taskCode)).size).toBeGreaterThan(100);
  });

  it('is made quickly with its guide', () => {
    const items = first.items.slice(0, 300);
    items.forEach((item) => applicationOf(first, item));
    const start = performance.now();
    items.forEach((item) => [guideOf(first, item), applicationOf(first, item)]);
    expect((performance.now() - start) / items.length).toBeLessThan(3);
  });
});

describe('the progress of a case', () => {
  it('follows the steps of the item and keeps its promise', () => {
    let closed = 0;
    for (const { item, application } of online({ ...first, application: 1 })) {
      const number = application.steps.feedback.caseNumber!;
      const progress = siteCaseProgress(first, item, number)!;
      expect(siteCaseProgress(first, item, number)).toEqual(progress);
      expect(progress.events.length).toBeGreaterThanOrEqual(2);
      const days = progress.events.map(({ day }) => day);
      expect([...days].sort((a, b) => a - b)).toEqual(days);
      // Accepted on the day after at the latest, from which the limit runs.
      expect(days.at(-1)!).toBeLessThanOrEqual(item.promisedDays + 1);
      if (progress.next === null) closed++;
    }
    expect(closed).toBeGreaterThan(10);
  });

  it('is not known of a number that is none of the cases of the item', () => {
    const item = first.items[0]!;
    for (const number of ['', 'MN-0001', 'MN-0000-00001', 'MN-0001-000001', '0000-000001', 'MN-0000-0000011'])
      expect(siteCaseProgress(first, { ...item, slot: 0 }, number)).toBeUndefined();
    expect(siteCaseProgress(first, { ...item, slot: 0 }, 'MN-0000-000001')).toBeDefined();
  });
});

describe('all that a site shows', () => {
  it('names no real place', () => {
    const coded = madeSite(3, '981100');
    const { units, regions } = reference.places.real;
    const names = [
      ...units.filter(({ fictional }) => !fictional).flatMap(({ name, nameEn }) => [name, nameEn]),
      ...regions.flatMap(({ name, nameEn }) => [name, nameEn]),
    ].filter((name) => !name.includes('虚构') && !name.includes('ictional'));
    expect(names.length).toBeGreaterThan(130);
    for (const site of [first, coded])
      for (const item of site.items) {
        const text = JSON.stringify([
          guideOf(site, item),
          applicationOf({ ...site, application: 0.5 }, item),
          siteCaseProgress(site, item, `MN-${String(item.slot).padStart(4, '0')}-000123`),
          downloadKinds.flatMap((kind) =>
            guideVersions.map((version) => downloadOf(site, item, kind, version)),
          ),
        ]);
        const named = names.find((name) => text.includes(name));
        if (named !== undefined) expect.fail(`${item.name}: ${named}`);
      }
  });
});
