import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { useScratch } from '../builders.ts';
import { tablesOfHtml, rowsOfCsv, tablesOfWord, tablesOfWorkbook } from '../export/report/read-forms.ts';
import { createApp } from '../../src/web/app.ts';
import type { Answerer } from '../../src/jobs/answers/questions.ts';
import { depsOf, useSite } from './fixture.ts';

const site = useSite(useScratch());
const empty = useSite(useScratch(), { empty: true });

const bytesOf = async (path: string): Promise<Uint8Array> => {
  const { body } = await request(site().app).get(path).responseType('blob');
  return new Uint8Array(body as Buffer);
};

describe('the page of a report', { timeout: 60_000 }, () => {
  it('is led to from /report, for the period shown', async () => {
    const response = await site().get('/report?lang=en&period=2025-Q1');
    expect(response.status).toBe(302);
    expect(response.headers['location']).toBe('/report/2025-Q1?lang=en');
    expect((await site().get('/report')).headers['location']).toMatch(/^\/report\/2025/);
  });

  it.each(['zh', 'en'])('links its contents to chapters, tables and figures (%s)', async (lang) => {
    const { text, status } = await site().get(`/report/2025?lang=${lang}`);
    expect(status).toBe(200);
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
    expect(targets).toContain('table-2-1');
    for (const id of targets) expect(text, id).toContain(` id="${id}"`);
    expect(text).toMatch(lang === 'zh' ? /不得作为评估结果引用/ : /Not to be quoted/);
  });

  it('chooses another period at the address that leads there', async () => {
    const { text } = await site().get('/report/2025?lang=en');
    expect(text).toContain('<form class="period" method="get" action="/report">');
  });

  it('says where a period has no data, and what is wrong with one that is none', async () => {
    expect((await site().get('/report/2019?lang=en')).text).toContain('There are no data for 2019');
    expect((await empty().get('/report/2025?lang=en')).status).toBe(200);
    const file = await site().get('/files/report.html?period=2019&lang=en');
    expect(file.status).toBe(404);
    expect(file.text).toContain('there are no data for 2019');
    const wrong = await site().get('/report/twenty?lang=en');
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('twenty');
  });

  it('gives the same numbers as files', async () => {
    const onPage = tablesOfHtml((await site().get('/report/2025?lang=zh')).text);
    const asked = 'period=2025&lang=zh';
    const inFile = tablesOfHtml((await site().get(`/files/report.html?${asked}`)).text);
    // Files hold every lost point of every unit besides: the page says what would gain each of them most.
    const ofUnits = ['tasks-province', 'tasks-city'];
    expect([...inFile].filter(([id]) => !ofUnits.includes(id))).toEqual([...onPage]);
    expect([...inFile.keys()]).toEqual(expect.arrayContaining(ofUnits));
    const csv = await site().get(`/files/report.csv?${asked}&id=table-2-1`);
    expect(csv.headers['content-type']).toMatch(/^text\/csv/);
    expect(csv.headers['content-disposition']).toMatch(
      /attachment; filename=".*filename\*=UTF-8''%E6%A8%A1%E6%8B%9F/,
    );
    expect(rowsOfCsv(csv.text)).toHaveLength(onPage.get('table-2-1')!.length);
  });

  it('gives the same numbers to Word and to a workbook', async () => {
    const asked = 'period=2025-03&lang=zh';
    const inFile = tablesOfHtml((await site().get(`/files/report.html?${asked}`)).text);
    const docx = await bytesOf(`/files/report.docx?${asked}`);
    expect(tablesOfWord(docx).map(({ rows }) => rows)).toEqual([...inFile.values()]);
    const sheets = await tablesOfWorkbook(await bytesOf(`/files/report.xlsx?${asked}`));
    expect(sheets.size).toBe(inFile.size + 1);
  });

  it('is the bulletin of a month or a quarter', async () => {
    const { text, status } = await site().get('/report/2025-03?lang=zh');
    expect(status).toBe(200);
    expect(text).toContain('政务服务“好差评”情况模拟通报（2025年3月，教学样例）');
    const onPage = tablesOfHtml(text);
    expect([...onPage.keys()]).toEqual(expect.arrayContaining(['levels', 'channels', 'loop', 'departments']));
    const inFile = tablesOfHtml((await site().get('/files/report.html?period=2025-03&lang=zh')).text);
    expect([...inFile]).toEqual([...onPage]);
    expect((await site().get('/report/2025-Q1?lang=en')).text).toContain('quarter 1 of 2025');
  });

  it('comes to who waits for it, though the reader who asked first has left', async () => {
    const deps = depsOf(site().store);
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const answerer: Answerer = async (name, asked) => {
      await held;
      return deps.answerer(name, asked);
    };
    const server = createServer(createApp({ ...deps, answerer })).listen(0, '127.0.0.1');
    try {
      await once(server, 'listening');
      const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/report/2025?method=2022-1`;
      const leaves = new AbortController();
      const first = fetch(address, { signal: leaves.signal }).catch(() => 'left');
      const [, response] = (await once(server, 'request')) as [unknown, NodeJS.EventEmitter];
      const gone = once(response, 'close');
      const second = fetch(address);
      await once(server, 'request');
      leaves.abort();
      await gone;
      goOn();
      expect(await first).toBe('left');
      expect((await second).status).toBe(200);
    } finally {
      server.close();
    }
  });

  it('answers 404 for a form or a table that there is not', async () => {
    for (const address of ['/files/report.doc', '/files/report.csv?id=table-9-9', '/files/report.csv']) {
      expect((await site().get(address)).status, address).toBe(404);
    }
  });
});
