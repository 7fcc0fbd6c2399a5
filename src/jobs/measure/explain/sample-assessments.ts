import {
  assessmentLineOf,
  pointsOfAssessment,
  type AssessmentPart,
} from '../../../model/evaluation/assessment.ts';
import type { Block } from '../../../model/math/random.ts';
import type { Period } from '../../../model/time/period.ts';
import { firstDayOfMonth, parseDay } from '../../../model/time/time.ts';
import type { Store } from '../../../store/open.ts';
import { eachAssessment } from '../../../store/read/assessments.ts';
import type { SampledRecord } from './counted-alone.ts';

/** The assessments of some units in a period that count in a part, in a keyed order: each adds its share of the points. */
export function sampledAssessments(
  store: Store,
  period: Period,
  units: readonly number[],
  part: AssessmentPart,
  word: (n: number) => Readonly<Block>,
): SampledRecord[] {
  const [from, end] = [firstDayOfMonth(period.first), firstDayOfMonth(period.last + 1)];
  return [...eachAssessment(store)]
    .filter(({ unit, assessment }) => {
      const day = parseDay(assessment.day);
      return units.includes(unit) && day >= from && day < end;
    })
    .flatMap(({ assessment }, i) =>
      pointsOfAssessment(assessment)
        .filter((one) => one.part === part)
        .map(({ points, most }) => ({
          at: word(i).a,
          record: { text: assessmentLineOf(assessment), numerator: points / most, denominator: 1 },
        })),
    )
    .sort((a, b) => a.at - b.at)
    .map(({ record }) => record);
}
