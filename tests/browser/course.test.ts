import { describe, expect, it } from 'vitest';
import { enterCourse, goOn, smallCourse } from '../web/in-course.ts';
import { anAccount, signedIn } from '../web/signed-in.ts';
import { useFreshSite } from './fresh-site.ts';
import { inWindow } from './look-at-pages.ts';
import { executablePath } from './site-in-chromium.ts';

const { depsOf, browserOf, originOf, look, cookiesIn } = useFreshSite();

describe.skipIf(executablePath === undefined)('a course', () => {
  it(
    'is followed on a telephone, from the pre-test to the debrief, and watched by the trainer',
    { timeout: 120_000 },
    async () => {
      const course = smallCourse(depsOf());
      const { seat, cookie } = enterCourse(depsOf(), course, 'plover');
      const { code } = seat.class;
      const now = depsOf().now();
      await inWindow(browserOf(), { width: 390, javaScriptEnabled: false }, async (telephone) => {
        await telephone.context().addCookies(cookiesIn(cookie));
        await telephone.goto(`${originOf()}/training/desk?lang=zh`);
        await telephone.click('#next-step');
        expect(await telephone.innerText('.page-head')).toContain('训前测试');
      });
      await inWindow(browserOf(), { width: 390 }, async (telephone) => {
        await telephone.context().addCookies(cookiesIn(cookie));
        await look(telephone, '/training/desk');
        await goOn(depsOf(), seat, course, 'practice', now);
        await look(telephone, '/training/desk');
        await goOn(depsOf(), seat, course, 'gate', now);
        await look(telephone, '/training/desk');
        await goOn(depsOf(), seat, course, 'nothing', now);
        await look(telephone, '/training/desk');
        await look(telephone, '/training/debrief');
        await look(telephone, `/training/courses/${course.id}`);
      });
      const trainer = signedIn(depsOf(), anAccount(depsOf(), 'trainer'))['cookie']!;
      await inWindow(browserOf(), { width: 1280 }, async (desk) => {
        await desk.context().addCookies(cookiesIn(trainer));
        await look(desk, `/training/classes/${code}`);
        expect(await desk.innerText('table.course-progress')).toContain('通过 2 / 2');
        await look(desk, `/training/classes/${code}/trainees/1`);
        await look(desk, `/training/courses/${course.id}`);
      });
    },
  );
});
