import { courseSettings, openClass } from '../../src/jobs/train/classes.ts';
import { enterClass } from '../../src/jobs/train/trainees.ts';
import type { MadeExercise } from '../../src/model/training/exercise.ts';
import { giveExercise } from '../../src/store/write/training/exercises.ts';
import type { Deps } from '../../src/web/deps.ts';

const text = (zh: string, en: string) => ({ zh, en });

/** A small exercise made by hand, with every sort of block and field. */
export const handMade: MadeExercise = {
  exercise: {
    title: text('好评率', 'Good-rating rate'),
    shown: [
      { kind: 'heading', text: text('材料', 'Records') },
      { kind: 'text', text: text('共 200 条评价。', 'There are 200 ratings.') },
      { kind: 'list', items: [text('一', 'one'), text('二', 'two')] },
      { kind: 'quote', by: text('评价人', 'The rater'), text: text('很快', 'Quick') },
      {
        kind: 'table',
        caption: text('评价', 'Ratings'),
        columns: [{ name: text('等级', 'Level') }, { name: text('条数', 'Number'), isNumber: true }],
        rows: [[text('非常满意', 'Very satisfied'), text('190', '190')]],
      },
      {
        kind: 'bars',
        caption: text('好评率', 'Good-rating rate'),
        from: 80,
        to: 100,
        rows: [{ name: text('云州', 'Yunzhou'), value: 95, printed: '95.0%', low: 91, high: 97.3 }],
      },
    ],
    fields: [
      { id: 'rate', kind: 'number', label: text('好评率', 'Rate'), unit: text('%', '%'), decimals: 1 },
      {
        id: 'denominator',
        kind: 'choice',
        label: text('分母', 'Denominator'),
        hint: text('选一个', 'Choose one'),
        options: [
          { id: 'rated', text: text('评价', 'ratings') },
          { id: 'served', text: text('服务', 'services') },
        ],
      },
      {
        id: 'rows',
        kind: 'several',
        label: text('依据', 'Rows'),
        options: [
          { id: 'first', text: text('第一行', 'the first') },
          { id: 'second', text: text('第二行', 'the second') },
        ],
      },
    ],
  },
  key: {
    fields: {
      rate: { kind: 'number', value: 95, within: 0.05, cost: 2 },
      denominator: { kind: 'choice', costs: { rated: 0, served: 1 } },
      rows: { kind: 'several', right: ['first'], missed: 1, wrong: 0.5 },
    },
    solution: [{ kind: 'text', text: text('190 ÷ 200 = 95.0%。', '190 ÷ 200 = 95.0%.') }],
  },
};

/** A class with one trainee who has the exercise made by hand; gives its code and the cookie of the trainee. */
export function aClass({ access, now }: Deps, name = 'class-1'): { code: string; cookie: string } {
  const settings = {
    name,
    kinds: ['figures'],
    each: 2,
    difficulty: 1,
    attempts: 2,
    isShared: true,
  } as const;
  const { code } = openClass(access, 1, settings, now());
  const { trainee, token } = enterClass(access, { code, name: 'kestrel', returnCode: '' }, now());
  giveExercise(access, {
    trainee: trainee.id,
    place: 1,
    variant: 1,
    kind: 'figures',
    seed: 2 ** 52 + 1,
    version: 1,
    keyVersion: 1,
    ...handMade,
    givenAt: now(),
  });
  return { code, cookie: `trainee=${token}` };
}

/** A class that follows the shipped course, with one trainee in it; gives its code, the cookie of the trainee and who that is. */
export function aCourse({ access, now, courses }: Deps, name = 'class-2') {
  const [course] = courses;
  if (course === undefined) throw new Error('there must be a course');
  const opened = openClass(access, 1, courseSettings(name, course), now());
  const { trainee, token } = enterClass(access, { code: opened.code, name: 'plover', returnCode: '' }, now());
  return { code: opened.code, cookie: `trainee=${token}`, seat: { trainee, class: opened }, course };
}
