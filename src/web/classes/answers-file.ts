import { csvChunks, type CsvCell } from '../../export/csv.ts';
import { answersXlsx } from '../../export/answers-xlsx.ts';
import { knownClass } from '../../jobs/train/classes.ts';
import { classResult } from '../../jobs/train/class-results.ts';
import { difficultyAt } from '../../jobs/train/course-exercises.ts';
import { stageAt } from '../../jobs/train/course-steps.ts';
import { notFound } from '../../model/errors.ts';
import { printSecond } from '../../model/time/time.ts';
import type { TrainingClass } from '../../model/training/training-class.ts';
import type { Store } from '../../store/open.ts';
import type { Answer } from '../page.ts';
import { readRequestContext } from '../request-context.ts';
import { noticeOf } from '../shared/file.ts';

const heading = [
  ...['trainee', 'number', 'place', 'stage', 'kind', 'difficulty', 'variant', 'seed', 'attempt'],
  ...['answered_at', 'seconds'],
  ...[
    'right',
    'cost',
    'worst_cost',
    'records_opened',
    'opening_cost',
    'confidence',
    'key_version',
    'answers',
  ],
];

const formats = ['csv', 'xlsx'];

/** Every answer of a class, a line each. */
function answerRows(access: Store, of: TrainingClass): CsvCell[][] {
  return classResult(access, of).trainees.flatMap(({ trainee, places }) =>
    places.flatMap(({ place, exercise, answers }) =>
      answers.map((one): CsvCell[] => [
        ...[trainee.name, trainee.number, place, stageAt(of, place), exercise?.kind ?? ''],
        ...[difficultyAt({ trainee, class: of }, place), one.variant, String(exercise?.seed ?? '')],
        ...[one.attempt, printSecond(one.answeredAt), one.answeredAt - (exercise?.givenAt ?? one.answeredAt)],
        ...[
          one.mark.right ? 1 : 0,
          one.mark.cost,
          one.mark.most,
          one.mark.drills.opened,
          one.mark.drills.cost,
        ],
        ...[one.confidence, one.keyVersion],
        JSON.stringify(one.answers),
      ]),
    ),
  );
}

/** The answers of a class as a file. */
export const answersFile: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  const of = knownClass(site.access, context.param('code'));
  const format = context.param('format');
  if (!formats.includes(format)) {
    const shown = format.slice(0, 20);
    throw notFound(
      `没有“${shown}”这种格式，可用 ${formats.join(', ')}`,
      `there is no format “${shown}”; there are ${formats.join(', ')}`,
    );
  }
  const rows = answerRows(site.access, of);
  const notice = noticeOf(context);
  const facts = [`class ${of.code}`];
  response.attachment(`answers-${of.code}.${format}`).set('Cache-Control', 'no-store');
  if (format === 'csv') response.send([...csvChunks({ notice, facts }, heading, rows)].join(''));
  else response.send(Buffer.from(await answersXlsx(`answers-${of.code}`, notice, heading, rows)));
};
