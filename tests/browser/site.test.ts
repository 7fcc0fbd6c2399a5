import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { obstaclesOfStep, type Obstacle } from '../../src/model/site/application-steps.ts';
import { guideOf } from '../../src/portal/guide/guide.ts';
import type { Store } from '../../src/store/open.ts';
import type { Scratch } from '../builders.ts';
import { itemsOfEveryKind, simulatePoorSites, siteIn } from '../web/poor-sites.ts';
import { inWindow, lookAt } from './look-at-pages.ts';
import { executablePath, useSiteInChromium } from './site-in-chromium.ts';

const UNIT = '990200';
let store: Store | undefined;
const site = useSiteInChromium(async (scratch: Scratch) => {
  store = scratch.store();
  await simulatePoorSites(store, scratch.truth(store), { seed: 4, names: 'fictional', units: [UNIT] });
  return store;
});

const next = (page: Page): Promise<void> => page.click('.service-entries button >> nth=0');
const texts = (page: Page, selector: string): Promise<string[]> =>
  page.$$eval(selector, (found) => found.map(({ textContent }) => textContent.trim()));

/** Goes through an application as somebody who does what the pages say, and tells what stood in the way. */
async function walk(page: Page, address: string, conditions: number): Promise<Obstacle[]> {
  const met: Obstacle[] = [];
  const meet = (obstacle: Obstacle, isMet: boolean): void => {
    if (isMet) met.push(obstacle);
  };
  await page.goto(`${address}?lang=zh`);

  const full = await texts(page, '.service-slots label:has(input:disabled)');
  meet('no-slot', full.filter((label) => label.startsWith('第1个工作日')).length === 2);
  await page.click('.service-slots input:enabled >> nth=0');
  await next(page);

  const [conditionList, paperList] = [
    await texts(page, '.rules >> nth=0 >> li'),
    await texts(page, '.rules >> nth=1 >> li'),
  ];
  meet('natural-days', (await page.innerText('.service-entries h3 + p')).includes('自然日'));
  meet('extra-condition', conditionList.length > conditions);
  await page.check('.service-tick input');
  await next(page);

  const isLogin = (await page.$('#account-name')) !== null;
  meet('login-again', isLogin);
  if (isLogin) await next(page);
  meet('asked-again', (await page.$('#f-name, #f-certificate, #f-mobile')) !== null);
  await page.click('button[value="save"]');
  const isKept = (await page.$('.service-entries .callout a')) !== null;
  meet('no-draft', !isKept);
  expect((await page.innerText('.service-entries .callout')).includes('不可用')).toBe(!isKept);
  if ((await page.$('button[value="sample"]')) !== null) await page.click('button[value="sample"]');
  await next(page);

  const asked = await texts(page, '.service-entries tbody th');
  const unlisted = asked.filter((paper) => !paperList.includes(paper));
  meet('unlisted-paper', unlisted.length > 0);
  await next(page);
  const isDead = (await page.innerText('h1')).includes('该页面不存在');
  meet('dead-button', isDead);
  if (isDead) {
    await page.click('.service-step a.button');
    await page.click('.service-entries .buttons a');
  }
  for (const [i, paper] of asked.entries())
    await page.selectOption(`#p${String(i + 1)}`, unlisted.includes(paper) ? 'promise' : 'file');
  await next(page);

  const told = await texts(page, '.service-result dt');
  expect(await page.innerText('#step-heading')).toContain('提交成功');
  expect(told).toContain('咨询电话');
  meet('no-number', !told.includes('办件编号'));
  meet('no-date', !told.includes('办结时限'));
  await page.click('.service-result + p a');
  if (!told.includes('办件编号')) await page.click('[aria-labelledby="mine-heading"] a');
  expect(await page.innerText('#case-heading')).not.toBe('');
  return met;
}

describe.skipIf(executablePath === undefined)('a simulated service site in Chromium', () => {
  it.each([
    { width: 1280, javaScriptEnabled: true },
    { width: 390, javaScriptEnabled: false },
  ])(
    'lets every obstacle be met and passed, to the progress of the case ($width wide, JavaScript $javaScriptEnabled)',
    { timeout: 240_000 },
    async (options) => {
      const served = siteIn(store!, UNIT);
      const met = new Set<Obstacle>();
      await inWindow(site().browser, options, async (page) => {
        for (const { item, application } of itemsOfEveryKind(served)) {
          const address = `${site().origin}/sites/${UNIT}/items/${item.taskCode}/apply`;
          const found = await walk(page, address, guideOf(served, item).conditions.length);
          const truth = application.obstacles.map(({ obstacle }) => obstacle);
          expect(found.sort(), item.name).toEqual(truth.sort());
          found.forEach((obstacle) => met.add(obstacle));
        }
      });
      expect([...met].sort()).toEqual(Object.values(obstaclesOfStep).flat().sort());
    },
  );

  it(
    'is searched from its home, and leads from a hit to the guide and its form',
    { timeout: 60_000 },
    async () => {
      await inWindow(site().browser, { width: 390, javaScriptEnabled: false }, async (page) => {
        await page.goto(`${site().origin}/sites?lang=zh`);
        await page.click('main tbody a');
        const item = siteIn(store!, UNIT).items[0]!;
        await page.fill('#service-q', item.name);
        await page.click('.service-search button');
        await page.click('.service-hits a >> nth=0');
        expect(await page.innerText('h1')).toContain('办事指南');
        await page.click('.switch a:has-text("三版对照")');
        expect(await texts(page, '.service-guide >> nth=0 >> thead th')).toEqual([
          '要素',
          '电脑端',
          '移动端',
          '大厅',
        ]);
      });
    },
  );

  it.each([
    { lang: 'zh', colorScheme: 'light', width: 390 },
    { lang: 'en', colorScheme: 'dark', width: 390 },
    { lang: 'en', colorScheme: 'light', width: 1280 },
  ] as const)(
    'keeps WCAG 2.2 AA and good practice, and nothing of it is wider than the window ($lang, $colorScheme, $width wide)',
    { timeout: 240_000 },
    async (manner) => {
      const served = siteIn(store!, UNIT);
      const [first] = itemsOfEveryKind(served);
      const login = itemsOfEveryKind(served).find(({ application }) => application.steps.form.loginAgain)!;
      const dead = itemsOfEveryKind(served).find(({ application }) => application.steps.upload.deadButton)!;
      const hall = served.items.find(({ depth }) => depth < 2);
      const to = (code: string, rest: string): string => `/sites/${UNIT}/items/${code}/${rest}`;
      const openSlot = ({ application }: typeof login): string => {
        const { day, session } = application.steps.booking.slots.find(({ free }) => free > 0)!;
        return `${String(day)}-${session}`;
      };
      const apply = (one: typeof login, rest: string): string =>
        to(one.item.taskCode, `apply?slot=${openSlot(one)}&read=1&${rest}`);
      const papers = first!.application.steps.upload.asked.map((_, i) => `&p${String(i + 1)}=file`).join('');
      await lookAt(site(), manner, [
        '/sites',
        `/sites/${UNIT}`,
        `/sites/${UNIT}?for=person`,
        `/sites/${UNIT}/search?q=%E7%99%BB%E8%AE%B0`,
        `/sites/${UNIT}/assistant?q=%E7%99%BB%E8%AE%B0`,
        `/sites/${UNIT}/progress?number=${first!.application.steps.feedback.caseNumber ?? 'MN-0000-000000'}`,
        `/sites/${UNIT}/progress?item=${first!.item.taskCode}`,
        to(first!.item.taskCode, 'guide'),
        to(first!.item.taskCode, 'guide?version=all'),
        to(first!.item.taskCode, 'forms/sample'),
        to(first!.item.taskCode, 'apply'),
        to(first!.item.taskCode, 'apply?step=guide'),
        apply(first!, 'step=guide'),
        apply(first!, 'login=1&step=save'),
        apply(first!, 'login=1&step=upload'),
        apply(first!, 'login=1&filled=1&step=upload'),
        apply(first!, 'login=1&filled=1&step=mine'),
        apply(first!, `login=1&filled=1&way=mine${papers}&step=feedback`),
        apply(login, 'step=form'),
        apply(dead, 'login=1&filled=1&step=files'),
        ...(hall === undefined ? [] : [to(hall.taskCode, 'apply')]),
      ]);
    },
  );
});
