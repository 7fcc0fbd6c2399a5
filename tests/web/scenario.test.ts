import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  checkScenario,
  parseScenario,
  underRegime,
  withRegime,
} from '../../src/model/scenario/check-scenario.ts';
import { scenarioSchema } from '../../src/model/scenario/scenario.ts';
import { readScenario } from '../../src/store/reference.ts';
import { scenarioNames } from '../../src/store/shipped.ts';
import { fieldGroups } from '../../src/web/scenario/scenario-fields.ts';
import { fieldTexts, groupTexts, memberTexts } from '../../src/web/scenario/scenario-field-texts.ts';
import { reference, useScratch } from '../builders.ts';
import { cellsOf, endOf, hostile, parsePage, useSite, wordsOf } from './fixture.ts';
import { visitorOf } from './sent-form.ts';

const site = useSite(useScratch(), { empty: true });
const FORM = '.scenario-form';

describe('the words of a scenario', () => {
  const groups = fieldGroups();
  const fields = groups.flatMap((group) => group.fields);

  it('name and explain every field and group of the schema, and no others', () => {
    const paths = fields.map(({ path }) => path);
    expect(paths.length).toBeGreaterThan(50);
    expect(paths.filter((path) => fieldTexts[path] === undefined)).toEqual([]);
    expect(Object.keys(fieldTexts).filter((path) => !paths.includes(path))).toEqual([]);
    expect(groups.map(({ path }) => path).filter((path) => groupTexts[path] === undefined)).toEqual([]);
    for (const { label, help } of [...Object.values(fieldTexts), ...Object.values(groupTexts)]) {
      for (const text of [label.zh, label.en, help.zh, help.en]) expect(text).not.toBe('');
      expect(label.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(label.en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('name every value of a field of several, and every choice', () => {
    for (const { path, parts } of fields) {
      if (parts.length > 1) expect(fieldTexts[path]?.parts, path).toBeDefined();
      const members = parts.flatMap(({ key }) => key.split('.').slice(1));
      for (const name of [...members, ...parts.flatMap(({ choices }) => choices)]) {
        expect(memberTexts[name], `${path}: ${name}`).toBeDefined();
      }
    }
  });

  it('are asked for whatever the schema gets', () => {
    const schema = scenarioSchema.safeExtend({
      made: z
        .strictObject({ share: z.number().min(0).max(0.5).default(0), on: z.boolean().default(false) })
        .prefault({}),
      others: z.array(z.strictObject({ unit: z.string() })).default([]),
    });
    const added = fieldGroups(schema).flatMap((group) =>
      group.fields
        .filter(({ path }) => fieldTexts[path] === undefined)
        .map((field) => ({ group: group.path, ...field })),
    );
    expect(added.map(({ group, path, parts }) => [group, path, parts[0]?.kind])).toEqual([
      ['', 'others', 'json'],
      ['made', 'made.share', 'number'],
      ['made', 'made.on', 'switch'],
    ]);
    expect(added[1]?.range).toEqual({ from: 0, to: 0.5 });
  });
});

describe('the scenario editor', () => {
  const regimes = [undefined, ...reference.regimes.map(({ id }) => id)];

  it.each(scenarioNames())('gives %s back as it was, under every regime', async (preset) => {
    for (const regime of regimes) {
      const visitor = visitorOf(site().app);
      const query = `preset=${preset}${regime === undefined ? '' : `&regime=${regime}`}`;
      const known = reference.regimes.find(({ id }) => id === regime);
      const shipped = readScenario(preset);
      if (known !== undefined && !checkScenario(withRegime(shipped, known)).scenario) {
        const { status, text } = await visitor.get(`/scenario?${query}&lang=en`);
        expect(status).toBe(400);
        expect(wordsOf(parsePage(text).querySelector('.callout.fault'))).toContain('applies to a real name');
        continue;
      }
      const fields = await visitor.fieldsOf(`/scenario?${query}`, FORM);
      fields.set('do', 'download');
      const sent = await visitor.send('/scenario', fields);
      expect(sent.status).toBe(303);
      expect(sent.headers['location']).toBe(`/api/scenario.json?${query}`);
      const file = await visitor.get(sent.headers['location']!);
      expect(file.headers['content-disposition']).toBe(`attachment; filename="${preset}.json"`);
      const expected = known === undefined ? shipped : underRegime(shipped, known);
      expect(JSON.stringify(parseScenario(JSON.parse(file.text), 'download'))).toBe(JSON.stringify(expected));
    }
  });

  it('leads to an address with the changes alone, which says the same', async () => {
    const visitor = visitorOf(site().app);
    const fields = await visitor.fieldsOf('/scenario?preset=tiny&lang=en', FORM);
    const changes: Record<string, string> = {
      name: 'slow-winter',
      'handling.medianShare': '0.8',
      'demand.month.1': '1.25',
      'answering.byLevel.3': '0.9',
      'channels.hall.6': '',
      'channels.hall.7': '0.08',
      'answering.asked': 'unhappy',
      'answering.tagWeights': '{"108": 17}',
    };
    for (const [name, value] of Object.entries(changes)) fields.set(name, value);
    fields.delete('units');
    fields.append('units', '981100');
    fields.append('units', '981900');
    const sent = await visitor.send('/scenario?lang=en', fields);
    expect(sent.status).toBe(303);
    const address = new URL(sent.headers['location']!, 'http://x');
    const carried = { lang: 'en', preset: 'tiny', units: '981100, 981900', ...changes };
    expect(Object.fromEntries(address.searchParams)).toEqual(carried);

    const page = await site().page(address.pathname + address.search);
    expect(page.querySelector('[name="handling.medianShare"]')?.getAttribute('value')).toBe('0.8');
    expect(wordsOf(page.querySelector('.use'))).toContain('differ from the built-in scenario: 9');
    const about = page.querySelector('#f-handling-medianShare-help');
    expect(wordsOf(about)).toContain('was 0.5');
    const scenario = parseScenario(
      JSON.parse((await site().get(`/api/scenario.json${address.search}`)).text),
      'download',
    );
    expect(scenario.units).toEqual(['981100', '981900']);
    expect(scenario.demand.month[1]).toBe(1.25);
    expect(scenario.answering.byLevel).toMatchObject({ 2: 0.85, 3: 0.9 });
    expect(scenario.channels.hall).toEqual({ 3: 0.22, 4: 0.66, 5: 0.04, 7: 0.08 });
    expect(scenario.answering.tagWeights).toEqual({ 108: 17 });
  });

  it('shows the units under the names that are chosen, and keeps those that are marked', async () => {
    const marked = async (query: string): Promise<(string | undefined)[]> =>
      (await site().page(`/scenario?${query}`))
        .querySelectorAll('[name="units"][checked]')
        .map((unit) => unit.getAttribute('value'));
    expect(await marked('preset=guangdong-2023-07')).toEqual(['440000', '440100', '440300']);
    const coded = await marked('preset=guangdong-2023-07&names=coded');
    expect(coded).toEqual(['981900', '981901', '981902']);
    const answer = await site().get('/api/scenario.json?preset=national-series&names=coded');
    const scenario = parseScenario(JSON.parse(answer.text), 'download');
    expect(Object.keys(scenario.quality.years['2019']?.units ?? {}).sort()).toEqual(
      reference.places.coded.units.flatMap(({ code, fictional }) => (fictional ? [] : [code])).sort(),
    );
  });

  it('refuses real names of a scenario without targets, beside the field', async () => {
    const { status, text } = await site().get('/scenario?preset=tiny&names=real&lang=en');
    expect(status).toBe(400);
    expect(wordsOf(parsePage(text).querySelector('.callout.fault'))).toContain(
      '"real": real names are for scenarios calibrated to published figures only',
    );
  });

  it.each([
    [
      'preset=tiny&names=real&targets=moon',
      '"moon": must be shipped targets (guangdong-2023-07, national-series) where names is real',
    ],
    [
      'preset=guangdong-2023-07&units=440000&units=330000',
      '330000: must be units that the targets guangdong-2023-07 speak of (440000, 440100, 440300) where names is real',
    ],
  ])('refuses real names of which nothing was published (%s), beside the field', async (query, rule) => {
    const { status, text } = await site().get(`/scenario?${query}&lang=en`);
    expect(status).toBe(400);
    expect(wordsOf(parsePage(text).querySelector('.callout.fault'))).toContain(rule);
  });

  it('takes no unit marked for all of them', async () => {
    const visitor = visitorOf(site().app);
    const fields = await visitor.fieldsOf('/scenario?preset=tiny', FORM);
    fields.delete('units');
    const { headers } = await visitor.send('/scenario', fields);
    expect(headers['location']).toBe('/scenario?preset=tiny&units=all');
    const page = await site().page(headers['location']!);
    expect(page.querySelectorAll('[name="units"][checked]')).toHaveLength(0);
  });

  const wrong: [field: string, value: string, rule: RegExp][] = [
    ['answering.online', '2', /2：不得大于 1/],
    ['answering.online', 'many', /"many"：/],
    ['casesPerYear', '', /\(absent\)/],
    ['from', '2025-13-01', /须为 2000 年起的日期/],
    ['to', '2025-02-01', /不得早于 from/],
    ['experience.cuts.1', '-9', /须递增/],
    ['demand.month.1', '', /2 月/],
    ['channels.online.1', '0.9', /权重之和须为 1，现为 1\.34/],
    ['answering.tagWeights', '{', /"\{"/],
    ['defects', '[{"id":"A1","rate":0.1}]', /虚构单位/],
    ['defects', '[{"id":"A1","rate":0.1,"rate":0.9}]', /中字段 rate 重复/],
    ['defects', '[{"id":"A99","rate":0.1}]', /A99/],
    ['units', '999999', /999999：不是参评单位/],
    ['name', 'No Spaces', /须为 1 至 40 个小写字母/],
    ['seed', '-1', /0 到 4294967295/],
  ];
  it.each(wrong)('says beside %s = “%s” what is wrong with it', async (field, value, rule) => {
    const response = await site().get(`/scenario?${new URLSearchParams({ [field]: value }).toString()}`);
    expect(response.status).toBe(400);
    const page = parsePage(response.text);
    const [link, ...others] = page.querySelectorAll('.callout.fault a');
    expect(others).toEqual([]);
    const target = page.querySelector(link!.getAttribute('href')!);
    expect(target).not.toBeNull();
    const beside = target!.getAttribute('aria-describedby')?.split(' ') ?? [];
    const said = beside.map((id) => wordsOf(page.querySelector(`[id="${id}"].field-fault`))).join('');
    expect(said).toMatch(rule);
    if (field !== 'units') expect(target!.getAttribute('aria-invalid')).toBe('true');
    expect((await site().get(`/api/scenario.json?${field}=${encodeURIComponent(value)}`)).status).toBe(400);
  });

  it('applies a preset and a regime that were chosen without loading them, and keeps the changes', async () => {
    const visitor = visitorOf(site().app);
    const fields = await visitor.fieldsOf('/scenario?preset=tiny&lang=en', FORM);
    fields.set('preset', 'case-life');
    fields.set('regime', 'prompted');
    fields.set('handling.supplement', '0.2');
    for (const [wish, show] of [
      ['check', {}],
      ['preview', { show: 'preview' }],
    ] as const) {
      fields.set('do', wish);
      const { headers } = await visitor.send('/scenario?lang=en', fields);
      const carried = new URL(headers['location']!, 'http://x').searchParams;
      // Of all the values that stood in the fields only the one that was changed is a change.
      expect(Object.fromEntries(carried)).toEqual({
        lang: 'en',
        preset: 'case-life',
        regime: 'prompted',
        'handling.supplement': '0.2',
        ...show,
      });
    }
    fields.set('do', 'load');
    const { headers } = await visitor.send('/scenario?lang=en', fields);
    expect(headers['location']).toBe('/scenario?lang=en&preset=case-life&regime=prompted');
    fields.delete('do');
    fields.set('preset', 'tiny');
    fields.set('name', 'chosen');
    fields.set('to', '2025-03-04');
    fields.set('casesPerYear', '500');
    const started = await visitor.send('/runs/jobs', fields);
    expect(started.status).toBe(303);
    const job = site().runStarter.find(started.headers['location']!.split('/').at(-1)!);
    expect(job).toMatchObject({
      name: 'chosen+prompted-7',
      scenario: { regime: 'prompted', answering: { preselected: 0.85 } },
    });
    await endOf(site().runStarter, job.id);
  });

  it('knows its presets and regimes', async () => {
    expect((await site().get('/scenario?preset=nothing')).status).toBe(400);
    expect((await site().get('/scenario?regime=nothing')).status).toBe(400);
    expect((await site().get('/scenario?show=all')).status).toBe(400);
  });

  it('takes the former id of a regime for today’s', async () => {
    const former = await site().get('/api/scenario.json?preset=tiny&regime=published');
    const today = await site().get('/api/scenario.json?preset=tiny&regime=prompted');
    expect(former.status).toBe(200);
    expect(former.text).toBe(today.text);
    expect(former.text).toContain('"regime": "prompted"');
  });

  it('shows what an address says as text', async () => {
    const { text, status } = await site().get(
      `/scenario?${new URLSearchParams({ name: hostile }).toString()}`,
    );
    expect(status).toBe(400);
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('&lt;script&gt;alert');
  });

  it('says that a state too long for an address has no link, and still works', async () => {
    const visitor = visitorOf(site().app);
    const fields = await visitor.fieldsOf('/scenario', FORM);
    for (const name of [...fields.keys()]) {
      if (name.startsWith('demand.') && name !== 'demand.officeHours') fields.set(name, '0.123456789012345');
    }
    const shown = await visitor.send('/scenario', fields);
    expect(shown.status).toBe(200);
    const page = parsePage(shown.text);
    expect(wordsOf(page.querySelector('.use'))).toContain('无法生成链接');
    expect(page.querySelector('[name="demand.hallHours.3"]')?.getAttribute('value')).toBe(
      '0.123456789012345',
    );
    fields.set('do', 'download');
    const file = await visitor.send('/scenario', fields);
    expect(JSON.parse(file.text).demand.hallHours[3]).toBe(0.123456789012345);
  });
});

describe('a preview', () => {
  it('shows what a run would publish, all counts agreeing', async () => {
    const page = await site().page('/scenario?preset=tiny&show=preview');
    const [services, ratings] = page
      .querySelectorAll('#preview .facts dd')
      .map((cell) => Number(cell.text.replace(',', '')));
    expect(services).toBeGreaterThan(1000);
    const sum = (selector: string, column: number): number =>
      cellsOf(page, selector).reduce((total, cells) => total + Number(cells[column]!.replace(',', '')), 0);
    expect(sum('#preview .levels', 3)).toBe(ratings);
    expect(sum('#preview .channels', 2)).toBe(ratings);
    const [months, weekdays] = page.querySelectorAll('#preview .stack .small-table').slice(-2);
    const column = (table: typeof months, n: number): number =>
      table!
        .querySelectorAll('tbody tr')
        .reduce((total, row) => total + Number(row.querySelectorAll('td')[n]!.text.replace(',', '')), 0);
    expect(column(months, 0)).toBe(services);
    expect(column(months, 1)).toBe(ratings);
    expect(column(weekdays, 0)).toBe(services);
    // It holds no more records than the whole run: that is what the run is expected to have.
    expect(wordsOf(page.querySelector('#preview'))).toContain((services! + ratings!).toLocaleString('en'));
    expect(site().store.db.prepare('SELECT count(*) FROM service').pluck().get()).toBe(0);
  });

  it('is small however large the scenario is, and changes with it', { timeout: 60_000 }, async () => {
    const factsAt = async (query: string): Promise<number[]> => {
      const page = await site().page(`/scenario?preset=case-life&show=preview&${query}`);
      return page
        .querySelectorAll('#preview .facts dd')
        .map((cell) => Number(cell.text.replace(/[,%]/g, '')));
    };
    const [services = 0, ratings = 0] = await factsAt('casesPerYear=90000000');
    expect(services + ratings).toBeGreaterThan(20_000);
    expect(services + ratings).toBeLessThan(40_000);
    const [, , perService = 1] = await factsAt('regime=unforced');
    expect(perService).toBeLessThan(ratings / services / 2);
  });

  it('says why a scenario cannot be simulated', async () => {
    const response = await site().get('/scenario?show=preview&from=2031-03-01&to=2031-03-31&lang=en');
    expect(response.status).toBe(400);
    expect(wordsOf(parsePage(response.text).querySelector('.callout.fault'))).toContain(
      'no holiday notice for 2031',
    );
  });
});

describe('a form', () => {
  it('is refused when it does not come from a page of ours', async () => {
    const before = site().runStarter.list().length;
    const visitor = visitorOf(site().app);
    const fields = await visitor.fieldsOf('/scenario', FORM);
    expect((await visitor.send('/scenario', fields)).status).toBe(303);
    const forged = new URLSearchParams(fields);
    const token = fields.get('token')!;
    forged.set('token', (token.startsWith('0') ? '1' : '0') + token.slice(1));
    const without = new URLSearchParams(fields);
    without.delete('token');
    for (const path of ['/scenario', '/runs/jobs', '/runs/jobs/1/cancel']) {
      for (const refused of [
        await visitor.send(path, forged),
        await visitor.send(path, without),
        // The token alone, without the cookie of the browser it was given to.
        await visitorOf(site().app).send(path, fields),
        await visitor.send(path, fields, { 'Sec-Fetch-Site': 'cross-site' }),
        await visitor.send(path, fields, { Origin: 'https://elsewhere.example' }),
      ]) {
        expect(refused.status, path).toBe(403);
        expect(wordsOf(parsePage(refused.text).querySelector('.message'))).toContain('不是从本站页面提交的');
      }
    }
    expect(site().runStarter.list()).toHaveLength(before);
  });

  it('has its token in a cookie that no script and no other site can send', async () => {
    const { headers } = await visitorOf(site().app).get('/scenario');
    const cookies = headers['set-cookie'] as unknown as string[];
    expect(cookies.find((one) => one.startsWith('form='))).toMatch(/HttpOnly.*SameSite=Strict/i);
  });

  it('of a made-up kind does no harm', async () => {
    const agent = visitorOf(site().app);
    for (const [path, body] of [
      ['/scenario', '{"a":1}'],
      ['/scenario', `token=${'a'.repeat(300_000)}`],
      ['/nothing', 'a=1'],
    ] as const) {
      const { status } = await agent.send(path, new URLSearchParams(body));
      expect([403, 404, 413]).toContain(status);
    }
    const strange = await site().get('/scenario');
    expect(strange.status).toBe(200);
  });

  it('page survives a cookie that somebody else wrote', async () => {
    const { default: request } = await import('supertest');
    for (const cookie of ['form=j:{"a":1}', 'form=x', 'form=.', 'form=%E0%A4%A']) {
      expect((await request(site().app).get('/scenario').set('Cookie', cookie)).status).toBe(200);
    }
  });
});
