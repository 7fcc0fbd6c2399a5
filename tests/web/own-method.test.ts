import { describe, expect, it } from 'vitest';
import { useScratch } from '../builders.ts';
import { cellsOf, parsePage, useSite, wordsOf } from './fixture.ts';
import { visitorOf } from './sent-form.ts';
import { anAccount, signedIn } from './signed-in.ts';

const site = useSite(useScratch());
const trainer = () => signedIn(site().deps, anAccount(site().deps, 'trainer'));

describe('the page of own methods', () => {
  it('shows the results of the shipped method, sent back, beside themselves', async () => {
    const visitor = visitorOf(site().app, trainer());
    const file = await visitor.get('/api/method.json');
    expect(file.headers['content-disposition']).toContain('province-2022');
    const fields = await visitor.fieldsOf('/method/own?lang=en', 'form.choices-form');
    fields.set('text', file.text);
    const sent = await visitor.send('/method/own?lang=en', fields);
    expect(sent.status).toBe(303);
    const address = String(sent.headers['location']);
    const page = parsePage((await visitor.get(address)).text);
    const rows = cellsOf(page, '#own-ranks');
    expect(rows.length).toBeGreaterThan(20);
    for (const [, shipped, own, shippedScore, score] of rows)
      expect([own, score]).toEqual([shipped, shippedScore]);
    const digest = new URLSearchParams(address.split('?')[1]).get('own')!;
    const { body } = await site().get(`/api/method/own.json?own=${digest}`);
    expect(body.own).toEqual(JSON.parse(file.text));
    expect(body.units.every(({ kind }: { kind: string }) => kind === 'province')).toBe(true);
    expect((await visitor.send('/method/own', fields)).headers['location']).toContain(digest);
    const [rank, score] = ['rank', 'overall'].map((figure) =>
      page
        .querySelector(`#own-ranks a.figure[href*="figure=${figure}"][href*="own=${digest}"]`)!
        .getAttribute('href')!,
    );
    expect(wordsOf(await site().page(rank!))).toContain('by a method of your own');
    const explained = await site().page(score!);
    const [indicator] = explained
      .querySelectorAll('a')
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => /figure=effectiveness/.test(href));
    expect(indicator).toContain(`own=${digest}`);
    expect(wordsOf(explained)).toContain('by a method of your own');
  });

  it('ranks by other weights, and says what is wrong with the text that stays on the screen', async () => {
    const visitor = visitorOf(site().app, trainer());
    const fields = await visitor.fieldsOf('/method/own?lang=en', 'form.choices-form');
    const method = JSON.parse((await visitor.get('/api/method.json?kind=city')).text);
    method.dimensions[0].weight = 0.65;
    const send = (text: string) => {
      fields.set('text', text);
      return visitor.send('/method/own?lang=en', fields);
    };
    const wrong = await send(JSON.stringify(method));
    expect(wrong.status).toBe(400);
    const page = parsePage(wrong.text);
    expect(wordsOf(page.querySelector('[role=alert]'))).toContain('= 1.4: they must sum to 1');
    expect(page.querySelector('textarea')!.text).toContain('0.65');
    method.dimensions[2].weight = 0.05;
    method.dimensions[3].weight = 0.025;
    method.dimensions[4].weight = 0.025;
    const right = await send(JSON.stringify(method));
    const rows = cellsOf(
      parsePage((await visitor.get(String(right.headers['location']))).text),
      '#own-ranks',
    );
    expect(rows.some(([, shipped, own]) => shipped !== own)).toBe(true);
    const own = new URLSearchParams(String(right.headers['location']).split('?')[1]).get('own')!;
    const explained = await site().page(`/explain?unit=981101&figure=rectificationRate&lang=en&own=${own}`);
    expect(wordsOf(explained)).toContain('Effectiveness of services65%65%');
    expect(cellsOf(explained, '#sample table').length).toBeGreaterThan(0);
    for (const link of explained.querySelectorAll('main a').map((a) => a.getAttribute('href') ?? ''))
      if (link.startsWith('/explain')) expect(link).toContain(`own=${own}`);
    expect(explained.querySelectorAll('main a[href*="/indicators/"]')).toEqual([]);
    expect((await send('')).status).toBe(400);
    expect((await send('x'.repeat(100_001))).status).toBe(400);
    expect((await send('x'.repeat(300_000))).status).toBe(413);
    fields.set('text', '');
    fields.delete('token');
    expect((await visitor.send('/method/own', fields)).status).toBe(403);
  });

  it('knows no method that nobody brought', async () => {
    expect((await site().get('/method/own?own=abc')).status).toBe(404);
    expect((await site().get('/api/method/own.json?own=abc')).status).toBe(404);
    expect((await site().get('/explain?unit=981101&figure=overall&own=abc')).status).toBe(404);
  });
});
