import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { pictures, textDigest } from './recorded-facts.ts';

const root = resolve(import.meta.dirname, '../..');
const width = 1280;
const height = 1130;

/** Photographs the pages of a database as a browser shows them, into docs/images; the digests of their texts. */
export async function takePictures(database: string): Promise<Record<string, string>> {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    existsSync,
  );
  if (executablePath === undefined) throw new Error('pictures need Chromium: apt-get install chromium');
  const server = spawn(
    process.execPath,
    ['--import', 'tsx', 'src/cli/main.ts', 'serve', '--port', '0', '--db', database],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, LOG_LEVEL: 'error' } },
  );
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const site = await addressIn(server.stdout);
    const digests: Record<string, string> = {};
    for (const { file, path } of pictures) {
      const page = await browser.newPage({ viewport: { width, height } });
      await page.goto(`${site}${path}`);
      await page.screenshot({ path: join(root, 'docs/images', file) });
      await page.close();
      digests[file] = textDigest(await (await fetch(`${site}${path}`)).text());
    }
    return digests;
  } finally {
    await browser.close();
    server.kill();
  }
}

async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error('the server ended before it gave its address');
}
