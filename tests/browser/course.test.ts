import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Deps } from '../../src/web/deps.ts';
import { startServer, type RunningServer } from '../../src/web/server.ts';
import { useScratch } from '../builders.ts';
import { depsOf } from '../web/fixture.ts';
import { enterCourse, goOn, smallCourse } from '../web/in-course.ts';
import { anAccount, signedIn } from '../web/signed-in.ts';
import { axeFaults, inWindow, overflow } from './look-at-pages.ts';
import { browserFlags, executablePath } from './site-in-chromium.ts';

const scratch = useScratch();
let deps: Deps;
let server: RunningServer | undefined;
let browser: Browser;
beforeAll(async () => {
  if (executablePath !== undefined) browser = await chromium.launch({ executablePath, args: browserFlags });
});
afterAll(() => browser?.close());
beforeEach(async () => {
  deps = depsOf(scratch.store());
  server = await startServer(deps, 0);
});
afterEach(() => server?.close());

const originOf = (): string => `http://127.0.0.1:${String(server!.port)}`;

/** The page keeps WCAG 2.2 AA and fits the window, in both languages. */
async function look(page: Page, path: string): Promise<void> {
  for (const lang of ['en', 'zh']) {
    await page.goto(`${originOf()}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
    expect(await axeFaults(page), path).toEqual([]);
    expect(await overflow(page), path).toBe(0);
  }
}

/** Cookies of a header, as a browser keeps them. */
const cookiesIn = (header: string) =>
  header.split('; ').map((one) => {
    const [name = '', value = ''] = one.split('=', 2);
    return { name, value, url: originOf() };
  });

describe.skipIf(executablePath === undefined)('a course', () => {
  it(
    'is followed on a telephone, from the pre-test to the debrief, and watched by the trainer',
    { timeout: 120_000 },
    async () => {
      const course = smallCourse(deps);
      const { seat, cookie } = enterCourse(deps, course, 'plover');
      const { code } = seat.class;
      const now = deps.now();
      await inWindow(browser, { width: 390, javaScriptEnabled: false }, async (telephone) => {
        await telephone.context().addCookies(cookiesIn(cookie));
        await telephone.goto(`${originOf()}/training/desk?lang=zh`);
        await telephone.click('#next-step');
        expect(await telephone.innerText('.page-head')).toContain('训前测试');
      });
      await inWindow(browser, { width: 390 }, async (telephone) => {
        await telephone.context().addCookies(cookiesIn(cookie));
        await look(telephone, '/training/desk');
        await goOn(deps, seat, course, 'practice', now);
        await look(telephone, '/training/desk');
        await goOn(deps, seat, course, 'gate', now);
        await look(telephone, '/training/desk');
        await goOn(deps, seat, course, 'nothing', now);
        await look(telephone, '/training/desk');
        await look(telephone, '/training/debrief');
        await look(telephone, `/training/courses/${course.id}`);
      });
      const trainer = signedIn(deps, anAccount(deps, 'trainer'))['cookie']!;
      await inWindow(browser, { width: 1280 }, async (desk) => {
        await desk.context().addCookies(cookiesIn(trainer));
        await look(desk, `/training/classes/${code}`);
        expect(await desk.innerText('table.course-progress')).toContain('通过 2 / 2');
        await look(desk, `/training/classes/${code}/trainees/1`);
        await look(desk, `/training/courses/${course.id}`);
      });
    },
  );
});
