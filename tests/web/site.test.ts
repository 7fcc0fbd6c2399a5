import type { HTMLElement } from 'node-html-parser';
import request from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { ONLINE_DEPTH } from '../../src/model/items/item-kinds.ts';
import { guideGroups } from '../../src/model/register.ts';
import { applicationSteps, obstaclesOfStep } from '../../src/model/site/application-steps.ts';
import { askingWays } from '../../src/model/site/asking-ways.ts';
import { guideFaults, guideVersions } from '../../src/model/site/guide-faults.ts';
import { downloadKinds, downloadOf } from '../../src/portal/downloads.ts';
import { guideOf } from '../../src/portal/guide/guide.ts';
import { askingsOf } from '../../src/portal/search/askings.ts';
import { searchIndexOf } from '../../src/portal/search/search-index.ts';
import { searchPlacesOf } from '../../src/portal/search/search-truth.ts';
import type { SiteItem, SiteUnit } from '../../src/portal/site-unit.ts';
import type { Store } from '../../src/store/open.ts';
import { knownRegister } from '../../src/store/read/known-register.ts';
import { createApp } from '../../src/web/app.ts';
import { reference, simulate, tiny, unitAt, useScratch } from '../builders.ts';
import { depsOf, FILLING, parsePage, wordsOf } from './fixture.ts';
import { rightElementsRead } from './read-guide-page.ts';
import { itemsOfEveryKind, lastDay, onlineItems, simulatePoorSites, siteIn } from './poor-sites.ts';

const scratch = useScratch();
const worlds = [
  { seed: 3, names: 'fictional', units: ['990100', '990000'] },
  { seed: 11, names: 'coded', units: ['330000', '330100'] },
] as const;
const stores = new Map<number, Store>();
beforeAll(async () => {
  for (const world of worlds) {
    const store = scratch.store();
    await simulatePoorSites(store, scratch.truth(store), world);
    stores.set(world.seed, store);
  }
}, FILLING);

/** A unit of a world, its site, and a server of its own: one takes so many requests a minute. */
function served(seed: number, place: 0 | 1 = 0) {
  const { units } = worlds.find((world) => world.seed === seed)!;
  const store = stores.get(seed)!;
  const { code } = reference.places.coded.units[unitAt(units[place])]!;
  const site = siteIn(store, code);
  const app = createApp(depsOf(store));
  const base = `/sites/${code}`;
  const get = (path: string) => request(app).get(path.startsWith('/') ? path : `${base}/${path}`);
  const page = async (path: string): Promise<HTMLElement> => {
    const { status, text } = await get(path);
    expect(status, path).toBe(200);
    return parsePage(text);
  };
  return { store, code, site, base, get, page };
}

const inItem = ({ taskCode }: SiteItem, rest: string): string => `items/${taskCode}/${rest}`;
const query = (values: Readonly<Record<string, string>>): string => new URLSearchParams(values).toString();

/** Seeds, units of their worlds, and the languages in which these are read. */
const places = [
  [3, 0, 'zh'],
  [3, 1, 'en'],
  [11, 0, 'zh'],
  [11, 1, 'zh'],
] as const;

describe('the guides of a site, read from their pages', () => {
  it.each(places)(
    'have as many right elements in each group as the register says (seed %i, unit %i, %s)',
    { timeout: 120_000 },
    async (seed, place, lang) => {
      const { store, code, site, page } = served(seed, place);
      const unitIndex = reference.places.coded.units.findIndex((unit) => unit.code === code);
      const register = knownRegister(store, lastDay);
      const { items } = site;
      const [read, stated] = [new Map<string, number>(), new Map<string, number>()];
      const add = (counts: Map<string, number>, group: string, n: number): void =>
        void counts.set(group, (counts.get(group) ?? 0) + n);
      for (const item of items) {
        const task = register.taskByCode.get(item.taskCode)!;
        expect(task.unitIndex).toBe(unitIndex);
        const right = await rightElementsRead(guideOf(site, item).elements, lang, (versionAndLanguage) =>
          page(`${inItem(item, 'guide')}?${versionAndLanguage}`),
        );
        for (const group of guideGroups) {
          add(read, group, right[group]);
          add(stated, group, task.guide[group][0]);
        }
      }
      expect(Object.fromEntries(read)).toEqual(Object.fromEntries(stated));
      const all = items.length * 25;
      const sum = [...read.values()].reduce((one, other) => one + other);
      expect(sum).toBeLessThan(all);
    },
  );

  it('show nothing of an element that a version lacks, and say so beside the others', async () => {
    const { site, page } = served(3);
    let lacking = 0;
    for (const item of site.items.slice(0, 60)) {
      const { elements } = guideOf(site, item);
      const missing = elements.filter(({ shown }) => Object.values(shown).includes(null));
      if (missing.length === 0) continue;
      const all = await page(`${inItem(item, 'guide')}?version=all`);
      expect(all.querySelectorAll('tbody tr')).toHaveLength(elements.length);
      for (const version of guideVersions) {
        const alone = await page(`${inItem(item, 'guide')}?version=${version}`);
        const names = alone.querySelectorAll('tbody th').map(wordsOf);
        expect(names).toEqual(
          elements.filter(({ shown }) => shown[version] !== null).map(({ name }) => name.zh),
        );
        expect(wordsOf(alone.querySelector('main'))).not.toContain('未列出');
        const column = guideVersions.indexOf(version);
        for (const { name, shown } of missing) {
          const row = all
            .querySelectorAll('tbody tr')
            .find((one) => wordsOf(one.querySelector('th')) === name.zh);
          const text = wordsOf(row?.querySelectorAll('td')[column] ?? null);
          expect(text === '未列出').toBe(shown[version] === null);
          lacking++;
        }
      }
    }
    expect(lacking).toBeGreaterThan(0);
  });

  it('lead to their forms, as pages and as text files, where they offer them', async () => {
    let [offered, missing] = [0, 0];
    for (const [seed, place] of places) {
      const { site, get, page } = served(seed, place);
      const forms = site.items.flatMap((item) =>
        downloadKinds.flatMap((kind) =>
          guideVersions.map((version) => ({
            item,
            kind,
            version,
            form: downloadOf(site, item, kind, version),
          })),
        ),
      );
      const chosen = [...forms.slice(0, 12), ...forms.filter(({ form }) => form === null).slice(0, 6)];
      for (const { item, kind, version, form } of chosen) {
        const shown = await page(`${inItem(item, `forms/${kind}`)}?version=${version}`);
        const file = await get(`${inItem(item, `forms/${kind}.txt`)}?version=${version}`);
        const guide = await page(`${inItem(item, 'guide')}?version=${version}`);
        const links = guide.querySelectorAll('main a').map((link) => link.getAttribute('href') ?? '');
        expect(links.some((href) => href.includes(`forms/${kind}?`))).toBe(form !== null);
        if (form === null) {
          expect(wordsOf(shown.querySelector('main'))).toContain('没有可下载的表格');
          expect(file.status).toBe(404);
          missing++;
          continue;
        }
        offered++;
        expect(wordsOf(shown.querySelector('h1'))).toBe(form.title.zh);
        expect(shown.querySelectorAll('.service-form tbody th').map(wordsOf)).toEqual(
          form.fields.map(({ label }) => label.zh),
        );
        expect(file.headers['content-disposition']).toMatch(/^attachment; filename="simulated-[\w-]+\.txt"$/);
        expect(file.headers['content-type']).toContain('text/plain');
        expect(file.text).toMatch(/^\uFEFF模拟数据/);
        for (const { label, value } of form.fields)
          expect(file.text).toContain(`${label.zh}：${value.zh === '' ? '____' : value.zh}`);
      }
    }
    expect(offered > 0 && missing > 0).toBe(true);
  });
});

/** Place of an item among the hits on the first pages of a search; 0 where it is on none of them. */
async function placeOnPages(
  { page, base }: ReturnType<typeof served>,
  item: SiteItem,
  q: string,
): Promise<number> {
  let path: string | undefined = `search?${query({ q })}`;
  for (let pages = 0; path !== undefined && pages < 3; pages++) {
    const shown: HTMLElement = await page(path);
    for (const hit of shown.querySelectorAll('.service-hits li'))
      if (hit.querySelector('a')?.getAttribute('href')?.includes(item.taskCode) === true)
        return Number(/\d+/.exec(wordsOf(hit.querySelector('.service-place')))![0]);
    const next: string | undefined = shown.querySelector('.pager a[rel="next"]')?.getAttribute('href');
    path = next?.replaceAll('&amp;', '&');
    expect(path ?? base).toContain(base);
  }
  return 0;
}

describe('the search of a site', () => {
  it.each([3, 11])(
    'shows an item at the place of the truth, however it is asked for (seed %i)',
    async (seed) => {
      const one = served(seed);
      const index = searchIndexOf(one.site);
      const found = new Set<number>();
      for (const item of one.site.items.slice(0, 30))
        for (const way of askingWays) {
          const asking = askingsOf(one.site, item)[way].zh;
          const asked = index.askedFor(asking);
          if (asked?.item !== item || asked.way !== way) continue;
          const place = await placeOnPages(one, item, asking);
          expect(place, asking).toBe(searchPlacesOf(one.site, item)[way]);
          found.add(place);
        }
      expect(found.has(1) && found.has(0) && [...found].some((place) => place > 10)).toBe(true);
    },
  );

  it('says that a query was cut, is empty, or found nothing', async () => {
    const { page } = served(3);
    const said = async (q: string): Promise<string> =>
      wordsOf((await page(`search?${query({ q })}`)).querySelector('main > .callout'));
    expect(await said('办'.repeat(101))).toContain('仅按前 100 个字符查询');
    expect(await said('   ')).toContain('请输入');
    expect(await said('qqqqzzzz')).toContain('没有找到相关事项');
  });

  it('has the assistant answer, with the item that it names', async () => {
    const { site, page } = served(3);
    const answers = new Set<string>();
    for (const one of site.items.slice(0, 20)) {
      const shown = await page(`assistant?${query({ q: askingsOf(site, one).need.zh })}`);
      const link = shown.querySelector('.service-answer a')?.getAttribute('href');
      answers.add(link === undefined ? 'none' : link.includes(one.taskCode) ? 'right' : 'other');
    }
    expect(answers.has('right')).toBe(true);
    const empty = await page('assistant');
    expect(empty.querySelector('.service-answer')).toBeNull();
  });
});

/** The fields that a form sends along by itself, and those given. */
const sentBy = (page: HTMLElement, given: Readonly<Record<string, string>>): string =>
  query({
    ...Object.fromEntries(
      page
        .querySelectorAll('.service-entries input[type="hidden"]')
        .map((field) => [field.getAttribute('name')!, field.getAttribute('value')!]),
    ),
    ...given,
  });

const stepOn = (page: HTMLElement): string => wordsOf(page.querySelector('.service-steps [aria-current]'));

describe('an application', () => {
  it('does not go on before a step is done, and says what is missing', async () => {
    const { site, page, get } = served(3);
    const found = onlineItems(site).find(
      ({ application }) =>
        application.steps.upload.asked.length > 0 &&
        !application.steps.form.loginAgain &&
        application.steps.booking.slots.some(({ free }) => free === 0),
    )!;
    const { booking } = found.application.steps;
    const full = booking.slots.find(({ free }) => free === 0)!;
    const open = booking.slots.find(({ free }) => free > 0)!;
    const path = inItem(found.item, 'apply');
    const at = async (values: Readonly<Record<string, string>>): Promise<[string, string]> => {
      const shown = await page(`${path}?${query(values)}`);
      return [stepOn(shown), wordsOf(shown.querySelector('.callout.fault'))];
    };
    const slot = `${String(open.day)}-${open.session}`;
    const none = ['预约', '请选择一个有余号的时段。'];
    expect(await at({})).toEqual(['预约', '']);
    expect(await at({ step: 'guide' })).toEqual(none);
    expect(await at({ step: 'guide', slot: `${String(full.day)}-${full.session}` })).toEqual(none);
    expect(await at({ step: 'feedback', slot })).toEqual(['阅读指南', '请先勾选“我已阅读并知悉”。']);
    expect(await at({ step: 'upload', slot, read: '1' })).toEqual(['填表', '请填写所有栏目。']);
    const filled = { slot, read: '1', filled: '1' };
    expect(await at({ ...filled, step: 'feedback', way: 'mine' })).toEqual([
      '上传材料',
      '请为每项材料选择提交方式。',
    ]);
    for (const wrong of ['slot=9-morning', 'step=end', 'read=2', 'p1=x', `f-address=${'x'.repeat(41)}`])
      expect((await get(`${path}?${wrong}&lang=en`)).status, wrong).toBe(400);
  });

  it('keeps what was filled in where the site does, in the address alone', async () => {
    const { site, page } = served(3);
    const met = new Set<boolean>();
    for (const { item, application } of itemsOfEveryKind(site)) {
      const { form, booking } = application.steps;
      const asked = form.fields.filter(({ prefilled }) => !prefilled);
      if (form.loginAgain || asked.length === 0) continue;
      const open = booking.slots.find(({ free }) => free > 0)!;
      const path = inItem(item, 'apply');
      const slot = `${String(open.day)}-${open.session}`;
      const entries = Object.fromEntries(asked.map(({ id }) => [`f-${id}`, `示例 ${id}`]));
      const shown = await page(`${path}?${query({ step: 'form', slot, read: '1' })}`);
      const saved = await page(`${path}?${sentBy(shown, { ...entries, step: 'save' })}`);
      const draft = saved.querySelector('.callout a')?.getAttribute('href');
      expect(draft === undefined).toBe(!form.keepsDraft);
      const after = await page(`${path}?${sentBy(shown, { ...entries, step: 'upload' })}`);
      expect(stepOn(after)).toBe('上传材料');
      const back = after.querySelectorAll('.service-steps a').at(-1)!.getAttribute('href')!;
      for (const link of [back, ...(draft === undefined ? [] : [draft])]) {
        const again = await page(link.replaceAll('&amp;', '&'));
        const values = again
          .querySelectorAll('.service-entries input[type="text"]')
          .map((field) => field.getAttribute('value'));
        expect(values).toEqual(asked.map(({ id }) => (form.keepsDraft ? `示例 ${id}` : '')));
      }
      met.add(form.keepsDraft);
    }
    expect(met).toEqual(new Set([true, false]));
  });

  it('has room in its address for the longest entries, and in its fields for the examples', async () => {
    const { site, page, get } = served(3);
    const mostFields = onlineItems(site)
      .map((one) => ({
        ...one,
        fields: one.application.steps.form.fields.filter(({ prefilled }) => !prefilled),
      }))
      .sort((a, b) => b.fields.length - a.fields.length);
    const { item, application, fields } = mostFields.find((one) => one.application.steps.form.keepsDraft)!;
    const open = application.steps.booking.slots.find(({ free }) => free > 0)!;
    const before = { slot: `${String(open.day)}-${open.session}`, read: '1', login: '1' };
    const path = inItem(item, 'apply');
    const form = await page(`${path}?${query({ ...before, step: 'form' })}`);
    const longest = Number(
      form.querySelector('.service-entries input[type="text"]')!.getAttribute('maxlength'),
    );
    const entries = Object.fromEntries(fields.map(({ id }) => [`f-${id}`, '政'.repeat(longest)]));
    const papers = Object.fromEntries(
      application.steps.upload.asked.map((_, i) => [`p${String(i + 1)}`, 'promise']),
    );
    const whole = {
      lang: 'zh',
      period: '2025-03',
      ...before,
      filled: '1',
      way: 'files',
      ...papers,
      ...entries,
    };
    expect((await get(`${path}?${query({ ...whole, step: 'feedback' })}`)).status).toBe(200);
    const tooLong = mostFields.flatMap((one) =>
      one.fields.filter(({ sample }) => sample.zh.length > longest || sample.en.length > 40),
    );
    expect(tooLong).toEqual([]);
  });

  it('sends people to the hall where an item is not online', async () => {
    let halls = 0;
    for (const seed of [3, 11] as const) {
      const { site, page } = served(seed);
      for (const item of site.items.filter(({ depth }) => depth < ONLINE_DEPTH).slice(0, 5)) {
        const shown = await page(inItem(item, 'apply'));
        expect(wordsOf(shown.querySelector('main'))).toContain('本事项暂不支持网上申报，请到');
        expect(shown.querySelector('.service-entries')).toBeNull();
        halls++;
      }
    }
    expect(halls).toBeGreaterThan(0);
  });

  it('asks for nothing that a login would keep: what is typed there has no name', async () => {
    const { site, page } = served(3);
    const { item, application } = onlineItems(site).find((one) => one.application.steps.form.loginAgain)!;
    const open = application.steps.booking.slots.find(({ free }) => free > 0)!;
    const slot = `${String(open.day)}-${open.session}`;
    const login = await page(`${inItem(item, 'apply')}?${query({ step: 'form', slot, read: '1' })}`);
    const fields = login.querySelectorAll('.service-entries input[type="text"]');
    expect(fields.map((field) => field.getAttribute('name'))).toEqual([undefined, undefined]);
    expect(fields.every((field) => field.getAttribute('value') !== '')).toBe(true);
    expect(login.querySelectorAll('input[type="password"]')).toEqual([]);
  });

  it('has a case number that leads to the progress of the case', async () => {
    const { site, page } = served(3);
    const { application } = onlineItems(site).find(
      (one) => one.application.steps.feedback.caseNumber !== null,
    )!;
    const number = application.steps.feedback.caseNumber!;
    const found = await page(`progress?${query({ number })}`);
    expect(wordsOf(found.querySelector('#case-heading'))).toBe(application.title.zh);
    for (const unknown of ['MN-9999-000001', 'x', 'MN-0001-1'])
      expect(
        wordsOf((await page(`progress?${query({ number: unknown })}`)).querySelector('.callout')),
      ).toContain('没有查到编号');
  });
});

/** A page of each make of a site, and those of applications with every kind of obstacle. */
function pagesOf(site: SiteUnit): string[] {
  const guides = site.items
    .slice(0, 15)
    .flatMap((item) => [
      inItem(item, 'guide'),
      `${inItem(item, 'guide')}?version=all`,
      inItem(item, 'forms/blank'),
    ]);
  const applications = itemsOfEveryKind(site).flatMap(({ item, application }) => {
    const { booking, upload } = application.steps;
    const open = booking.slots.find(({ free }) => free > 0)!;
    const done = {
      slot: `${String(open.day)}-${open.session}`,
      read: '1',
      login: '1',
      filled: '1',
      way: 'mine',
      ...Object.fromEntries(upload.asked.map((_, i) => [`p${String(i + 1)}`, 'file'])),
    };
    return [
      ...[...applicationSteps, 'save', 'mine'].map(
        (step) => `${inItem(item, 'apply')}?${query({ ...done, step })}`,
      ),
      `${inItem(item, 'apply')}?${query({ slot: done.slot, read: '1', step: 'form' })}`,
    ];
  });
  return [
    'search?q=%E7%99%BB%E8%AE%B0',
    'assistant?q=%E7%99%BB%E8%AE%B0',
    'progress',
    ...guides,
    ...applications,
  ];
}

const realNames = reference.places.real.units
  .filter(({ fictional }) => !fictional)
  .flatMap(({ name, fullName }) => [name, fullName]);

describe('the pages of a site', () => {
  it.each([3, 11])(
    'tell nothing of the truth but what they show, and name no real place (seed %i)',
    async (seed) => {
      const { site, base, get } = served(seed);
      const ids = [...guideFaults, ...Object.values(obstaclesOfStep).flat()].filter((id) => id !== 'missing');
      const attributes = new Set<string>();
      for (const path of [base, ...pagesOf(site)]) {
        const { status, text } = await get(path);
        expect(status, path).toBe(200);
        expect(text.includes('<!--'), path).toBe(false);
        const main = parsePage(text).querySelector('main')!;
        for (const element of main.querySelectorAll('*'))
          for (const [name, value] of Object.entries(element.attributes)) {
            attributes.add(name);
            for (const id of ids) expect(value.includes(id), `${path}: ${name}="${value}"`).toBe(false);
          }
        const words = wordsOf(main);
        expect(realNames.filter((name) => words.includes(name))).toEqual([]);
        expect(words).toContain('模拟政务服务网·教学样例');
      }
      expect([...attributes].filter((name) => name.startsWith('data-'))).toEqual([]);
    },
  );

  it('look the same around an element, right or not', async () => {
    const { site, page } = served(3);
    for (const item of site.items.slice(0, 30)) {
      const rows = (await page(inItem(item, 'guide'))).querySelectorAll('.service-guide tbody tr');
      const frames = rows.map((row) =>
        row
          .toString()
          .replace(/<a class="nowrap".*<\/a>/, '')
          .replace(/>[^<]*</g, '><'),
      );
      expect(new Set(frames)).toEqual(new Set(['<tr><th scope="row"></th><td></td></tr>']));
    }
  });

  it('are not there for units and items that are not, and say why', async () => {
    const { get, base, code } = served(11);
    const said = async (path: string): Promise<string> => {
      const { status, text } = await get(`${path}${path.includes('?') ? '&' : '?'}lang=zh`);
      expect(status, path).toBe(404);
      return wordsOf(parsePage(text).querySelector('.message'));
    };
    expect(await said('/sites/000000')).toContain('没有代码为“000000”的单位');
    expect(await said('/sites/330000')).toContain('“330000”是真实地方的代码');
    expect(await said('/sites/981200')).toContain('没有模拟政务服务网');
    for (const rest of ['guide', 'apply', 'forms/blank', 'forms/blank.txt'])
      expect(await said(`${base}/items/none/${rest}`)).toContain('没有发布编码为“none”的事项');
    const { site } = served(11);
    expect(await said(`${base}/${inItem(site.items[0]!, 'forms/other')}`)).toContain('没有这种表格');
    expect(code.startsWith('98')).toBe(true);
    const unpublished = knownRegister(stores.get(11)!, lastDay).tasks.find(
      ({ published, unitIndex }) => !published && reference.places.coded.units[unitIndex]!.code === code,
    );
    if (unpublished !== undefined)
      expect(await said(`${base}/items/${unpublished.taskCode}/guide`)).toContain('没有发布');
  });

  it('stand in a list of the units that have them', async () => {
    const { page } = served(11);
    const list = await page('/sites');
    expect(list.querySelectorAll('main tbody a').map((link) => link.getAttribute('href'))).toEqual([
      `/sites/${served(11).code}`,
      `/sites/${served(11, 1).code}`,
    ]);
    const real = scratch.store();
    const scenario = tiny({ units: ['330000'], names: 'real', targets: 'national-series' });
    await simulate(real, scratch.truth(real), { scenario });
    const { text } = await request(createApp(depsOf(real))).get('/sites');
    expect(wordsOf(parsePage(text).querySelector('main'))).toContain('当前数据库没有模拟政务服务网');
    const refused = await request(createApp(depsOf(real))).get('/sites/330000?lang=en');
    expect(refused.status).toBe(404);
    expect(refused.text).toContain('is the code of a real place');
  });
});
