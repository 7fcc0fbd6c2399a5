import { beforeEach, describe, expect, it } from 'vitest';
import { elementEntries } from '../../src/model/site/guide-elements.ts';
import type { RefusalReason } from '../../src/model/refusal.ts';
import { eachAssessment, storedPlans } from '../../src/store/read/assessments.ts';
import { contentOf } from '../../src/store/read/content.ts';
import { listRefusals } from '../../src/store/read/refusals.ts';
import type { Store } from '../../src/store/open.ts';
import {
  codedRegisterLines,
  collectSources,
  instant,
  permit,
  register,
  registerLines,
  sourceOf,
  text,
  useScratch,
  type Fields,
} from '../builders.ts';

const scratch = useScratch();

const elements = (given: Fields = {}): Fields => ({
  ...Object.fromEntries(elementEntries.map(({ id }) => [id, 'right'])),
  ...given,
});

/** A check of a guide in which all is right. */
const aGuide = (given: Fields = {}): Fields => ({
  kind: 'assessment',
  plan: 'spring',
  evaluator: 'E01',
  taskCode: permit,
  subject: 'guide',
  day: '2025-03-10',
  round: 1,
  elements: elements(),
  ...given,
});
const places = { standard: 1, common: 2, typing: 0, need: 12 };
const aSearch = (given: Fields = {}): Fields => {
  const { elements: _, ...head } = aGuide({ subject: 'search' });
  return { ...head, places, ...given };
};
const obstacles = { booking: [], guide: [], form: ['login-again', 'no-draft'], upload: [], feedback: [] };
const anApplication = (given: Fields = {}): Fields => {
  const { elements: _, ...head } = aGuide({ subject: 'application' });
  return { ...head, obstacles, ...given };
};

const collect = (store: Store, lines: readonly (Fields | string)[], registered = codedRegisterLines) =>
  collectSources(
    store,
    sourceOf('register.ndjson', text(registered)),
    sourceOf('assessments.ndjson', text(lines)),
  );

describe('a file of assessments', () => {
  let store: Store;
  beforeEach(() => {
    store = scratch.store();
  });

  it('is stored as it came, and counted', async () => {
    const lines = [aGuide(), aSearch(), anApplication()];
    const report = await collect(store, lines);
    expect(report).toMatchObject({ accepted: 0, assessments: 3, duplicate: 0, conflicting: 0, refused: {} });
    expect([...eachAssessment(store)].map(({ assessment }) => assessment)).toEqual(lines);
    expect(storedPlans(store)).toEqual([
      { plan: 'spring', assessments: 3, evaluators: 1, firstDay: 9200, lastDay: 9200 },
    ]);
    expect(contentOf(store)).toMatchObject({ services: 0, ratings: 0, digest: report.digest });
    expect(report.digest).not.toBe('0'.repeat(32));
  });

  it('gives the same digest in any order, and says that what comes again is there already', async () => {
    const { digest } = await collect(store, [aGuide(), aSearch()]);
    const other = scratch.store();
    expect((await collect(other, [aSearch(), aGuide()])).digest).toBe(digest);
    const again = await collect(store, [aGuide()]);
    expect(again).toMatchObject({ assessments: 0, duplicate: 1, digest });
  });

  it('takes a second round by another evaluator after the first', async () => {
    const report = await collect(store, [aGuide(), aGuide({ round: 2, evaluator: 'E02' })]);
    expect(report).toMatchObject({ assessments: 2, refused: {} });
  });

  it('leaves the good lines in when others are refused', async () => {
    const report = await collect(store, [aGuide({ evaluator: 'Zhang' }), 'no JSON', aSearch()]);
    expect(report).toMatchObject({ assessments: 1, refused: { 'code-list': 1, malformed: 1 } });
  });
});

describe('an assessment is refused', () => {
  const { fee: _, ...withoutOne } = { ...elements(), fee: 0 };
  const lacking = Object.fromEntries(Object.entries(withoutOne).filter(([id]) => id !== 'limit'));
  const cases: [what: string, reason: RefusalReason, field: string, line: Fields | string][] = [
    ['that is cut off', 'malformed', '', '{"kind":"assessment","plan":'],
    ['with a field that there is not', 'malformed', 'remark', aGuide({ remark: 'x' })],
    [
      'with a field twice',
      'ambiguous',
      'plan',
      JSON.stringify(aGuide()).replace('"plan"', '"plan":"a","plan"'),
    ],
    ['without a day', 'required', 'day', aGuide({ day: undefined })],
    ['without an element', 'required', 'elements.limit', aGuide({ elements: lacking })],
    ['with a name for an evaluator', 'code-list', 'evaluator', aGuide({ evaluator: '张三' })],
    [
      'with a finding that there is not',
      'code-list',
      'elements.type',
      aGuide({ elements: elements({ type: 'bad' }) }),
    ],
    [
      'with an element that there is not',
      'malformed',
      'elements.colour',
      aGuide({ elements: elements({ colour: 'right' }) }),
    ],
    [
      'with a place beyond two pages',
      'code-list',
      'places.need',
      aSearch({ places: { ...places, need: 21 } }),
    ],
    ['with half a place', 'code-list', 'places.need', aSearch({ places: { ...places, need: 1.5 } })],
    [
      'with an obstacle of another step',
      'code-list',
      'obstacles.form.0',
      anApplication({ obstacles: { ...obstacles, form: ['no-slot'] } }),
    ],
    [
      'with an obstacle twice',
      'code-list',
      'obstacles.form',
      anApplication({ obstacles: { ...obstacles, form: ['no-draft', 'no-draft'] } }),
    ],
    ['with a third round', 'code-list', 'round', aGuide({ round: 3 })],
    ['of a subject that there is not', 'code-list', 'subject', aGuide({ subject: 'weather' })],
    ['of a day that there is not', 'code-list', 'day', aGuide({ day: '2025-02-30' })],
    [
      'of an item that is not in the register',
      'unknown-item',
      'taskCode',
      aGuide({ taskCode: `${permit.slice(0, -1)}9` }),
    ],
    ['of a day in the future', 'future', 'day', aGuide({ day: '2025-06-02' })],
    [
      'of a second round without a first',
      'double-assessment',
      'round',
      aSearch({ round: 2, taskCode: instant }),
    ],
    ['of a second round by the same evaluator', 'double-assessment', 'evaluator', aGuide({ round: 2 })],
    [
      'of a second round before the first',
      'time-order',
      'day',
      aGuide({ round: 2, evaluator: 'E02', day: '2025-03-09' }),
    ],
    ['with other findings on what is assessed already', 'conflict', 'taskCode', aGuide({ evaluator: 'E05' })],
  ];

  it.each(cases)('%s: %s, %s', async (_what, reason, field, line) => {
    const store = scratch.store();
    await collect(store, [aGuide()]);
    const before = contentOf(store).digest;
    // The first line says what the file is.
    const report = await collect(store, [aGuide(), line]);
    expect(report.assessments).toBe(0);
    expect({
      ...report.refused,
      ...(report.conflicting > 0 ? { conflict: report.conflicting } : {}),
    }).toEqual({ [reason]: 1 });
    expect(listRefusals(store, { limit: 10 })).toMatchObject([
      {
        reason,
        kind: 'assessment',
        field,
        source: 'assessments.ndjson',
        line: 2,
        raw: typeof line === 'string' ? line : JSON.stringify(line),
      },
    ]);
    expect(contentOf(store).digest).toBe(before);
  });

  it('of a real place', async () => {
    const store = scratch.store();
    const report = await collect(store, [aGuide()], registerLines);
    expect(report).toMatchObject({ assessments: 0, refused: { 'not-on-site': 1 } });
  });

  it('of an item that is not published, and of an application for one that is not online', async () => {
    const changed = [...register.offices, ...register.items].map((line) =>
      JSON.stringify(
        line.kind !== 'item'
          ? line
          : line.taskCode === permit
            ? { ...line, published: false }
            : { ...line, depth: 1 },
      ),
    );
    const coded = codedRegisterLines.map((line, i) => {
      const given = JSON.parse(changed[i]!) as Fields;
      return JSON.stringify({
        ...(JSON.parse(line) as Fields),
        ...('published' in given ? { published: given.published, depth: given.depth } : {}),
      });
    });
    const report = await collect(scratch.store(), [aGuide(), anApplication({ taskCode: instant })], coded);
    expect(report).toMatchObject({ assessments: 0, refused: { 'not-on-site': 2 } });
  });
});
