import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { cannot } from '../../model/errors.ts';

/** Names of the program in the folders that a shell looks in. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];

/** Where it stands on systems whose shells do not look for it. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** It speaks to nobody: what it draws is given to it. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium of this machine; undefined where there is none. `searched` is the list of folders of a shell. */
export function findChromium(searched = process.env['PATH'] ?? ''): string | undefined {
  const beside = searched
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...beside, ...PLACES].find((file) => existsSync(file));
}

/** Lends the Chromium of this machine, and ends it. Throws a Mistake where there is none, or nothing to speak to it with. */
export async function withChromium<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw cannot(
      '本机没有 Chromium：安装 chromium（或 Chrome、Edge）后才能生成 PDF 和 PNG',
      'this machine has no Chromium: install chromium (or Chrome, or Edge) to write PDF and PNG',
    );
  }
  const { chromium } = await import('playwright-core').catch((): never => {
    throw cannot(
      '没有可选依赖 playwright-core：运行 npm install playwright-core 后才能生成 PDF 和 PNG',
      'the optional dependency playwright-core is missing: run npm install playwright-core to write PDF and PNG',
    );
  });
  const browser = await chromium.launch({
    executablePath,
    args: FLAGS,
    // The superuser of a container has no sandbox to give.
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
