import type { Bilingual } from '../../../model/language.ts';
import { addWorkingDays } from '../../../model/time/calendar.ts';
import { DAY_SECONDS } from '../../../model/time/time.ts';
import type { CaseFile } from '../../exercise-world.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import { daySecond } from '../day-count.ts';
import type { OrderDates } from './draw-dates.ts';
import { problems, type ProblemId } from './problems.ts';
import { isBroken, isNearMiss, type RecheckPlan } from './recheck-plan.ts';
import type { LaterRating } from './work-order.ts';

const MINUTE = 60;

/** In what a later rating misses being the same problem again; `same` misses in nothing. */
type LaterKind = 'same' | 'before' | 'other-item' | 'other-office' | 'other-problem' | 'not-upheld' | 'good';

/** Others than the recurrence, by difficulty: the more, and the nearer to it. */
const others: Readonly<Record<MakeRequest['difficulty'], readonly LaterKind[]>> = {
  1: ['good', 'good', 'other-problem'],
  2: ['good', 'other-problem', 'other-item', 'not-upheld'],
  3: ['good', 'other-problem', 'other-item', 'other-office', 'not-upheld', 'before'],
};

/** Ratings of the days after completion, in the order of the services; the recurrence is one of them where there is one. */
export function drawLaterRatings(
  request: MakeRequest,
  plan: RecheckPlan,
  {
    file,
    problem,
    dates,
  }: { readonly file: CaseFile; readonly problem: ProblemId; readonly dates: OrderDates },
): LaterRating[] {
  const { difficulty } = request;
  const isTheme = isNearMiss(plan, 'recurrence');
  const kinds: LaterKind[] = [
    ...others[difficulty],
    ...(isBroken(plan, 'recurrence') ? ['same' as const] : []),
    ...(isTheme && difficulty < 3 ? ['before' as const] : []),
  ];
  // The list is as long where the problem came again as where it did not.
  while (kinds.length < others[difficulty].length + 1) kinds.push('good');
  return kinds
    .map((kind, i) => drawRating(request, { file, problem, dates, kind, i }))
    .sort((a, b) => a.servedAt - b.servedAt);
}

interface RatingRequest {
  readonly file: CaseFile;
  readonly problem: ProblemId;
  readonly dates: OrderDates;
  readonly kind: LaterKind;
  readonly i: number;
}

function drawRating(request: MakeRequest, { file, problem, dates, kind, i }: RatingRequest): LaterRating {
  const { draws, world } = request;
  const name = (what: string): string => `${what} ${String(i)}`;
  const servedAt = servedOn(request, dates, kind, i);
  const ratedAt =
    Math.max(servedAt, kind === 'before' ? dates.completedAt : 0) +
    draws.whole(name('rated'), 12, 160) * MINUTE;
  const files = [...world.badRatings, ...world.goodRatings];
  const otherItem = otherOf(request, files, file, 'item', i);
  const otherOffice = otherOf(request, files, file, 'office', i);
  const shownProblem =
    kind === 'other-problem' ? draws.one(name('problem'), problems[problem].apart) : problem;
  const isGood = kind === 'good';
  return {
    office: kind === 'other-office' ? otherOffice : file.office,
    item: kind === 'other-item' ? otherItem : file.item,
    isSameOffice: kind !== 'other-office',
    isSameItem: kind !== 'other-item',
    servedAt,
    ratedAt,
    level: isGood ? draws.whole(name('level'), 4, 5) : Number(problems[shownProblem].tag.code.slice(0, 1)),
    problem: isGood ? null : shownProblem,
    isUpheld: isGood ? null : kind !== 'not-upheld',
  };
}

/** When the later case was served: after completion, and shortly after it where a recurrence is to be hard to see. */
function servedOn(
  { calendar, draws, difficulty }: MakeRequest,
  { completedAt }: OrderDates,
  kind: LaterKind,
  i: number,
): number {
  const name = `served ${String(i)}`;
  const clock = draws.whole(name, 9 * 60 + 10, 16 * 60 + 20) * MINUTE;
  const on = (days: number): number =>
    addWorkingDays(calendar, daySecond(completedAt), days) * DAY_SECONDS + clock;
  if (kind === 'before') return completedAt - draws.whole(name, 15, 90) * MINUTE;
  if (kind === 'same' && difficulty === 3)
    return draws.share('on the very day') < 0.5 ? completedAt + draws.whole(name, 12, 80) * MINUTE : on(1);
  return on(draws.whole(`days ${name}`, 2, 14));
}

/** Another item or office than that of the case: of the same department where the world has one. */
function otherOf(
  { draws }: MakeRequest,
  files: readonly CaseFile[],
  own: CaseFile,
  what: 'item' | 'office',
  i: number,
): Bilingual {
  const different = files.filter((file) => file[what].zh !== own[what].zh);
  const alike = different.filter(({ department }) => department === own.department);
  return draws.one(`another ${what} ${String(i)}`, alike.length > 0 ? alike : different)[what];
}
