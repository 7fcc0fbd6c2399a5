import type { Recount } from '../../audit/integrity/judge-records.ts';
import { NO_PERSON } from '../../model/record/batch.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { assessmentContent } from '../../model/evaluation/assessment.ts';
import { addDigest, newDigest, printDigest } from '../../model/record/digest.ts';
import { digestOfTexts } from '../../model/record/text-digest.ts';
import { RecordHash } from '../../model/record/row-hash.ts';
import { AssessmentTally } from '../../rollup/assessment-tally.ts';
import { RectificationTally } from '../../rollup/rectification-tally.ts';
import { Tally } from '../../rollup/tally.ts';
import { tallyContext } from '../../rollup/task-columns.ts';
import type { Store } from '../../store/open.ts';
import { assessmentDifferences, eachAssessment } from '../../store/read/assessments.ts';
import {
  badRatings,
  eachRectification,
  namedDifferences,
  rectificationDifferences,
} from '../../store/read/rectifications.ts';
import { groupDifferences } from '../../store/read/group-cells.ts';
import { readRegister } from '../../store/read/register.ts';
import { rollupDifferences } from '../../store/read/rollups.ts';
import { eachRating, eachService, textsWithoutRating } from '../../store/read/rows.ts';
import { keyWords } from '../../store/read/key-words.ts';

/** Reads every record again: its part of the digest, and the cells it counts in. */
export function recountRecords(
  store: Store,
  { reference, calendar }: Pick<Knowledge, 'reference' | 'calendar'>,
): Recount {
  const register = readRegister(store);
  const hash = new RecordHash(keyWords(store, register));
  const digest = newDigest();
  const tally = new Tally(tallyContext(register, calendar));
  const rectified = new RectificationTally(register, reference, calendar);
  const badRating = badRatings(store);
  const counts = { services: 0, ratings: 0, rectifications: 0 };
  let orphans = textsWithoutRating(store);
  const cases = tally.supplementedCases();
  for (const row of eachService(store)) {
    hash.service(row).addTo(digest);
    tally.addService(row);
    cases.add(row.key, row.task, row.packed, row.serviceAt, row.person);
    counts.services++;
  }
  for (const row of eachRating(store)) {
    hash.rating(row).addTo(digest);
    if (row.task === null) orphans++;
    else {
      const { key, task, packed, assessedAt, serviceAt, person } = row;
      tally.addRating(key, task, packed, assessedAt, serviceAt ?? -1, person ?? NO_PERSON);
    }
    counts.ratings++;
  }
  for (const row of eachRectification(store)) {
    hash.rectification(row).addTo(digest);
    const rating = badRating(row.key);
    if (rating === undefined) orphans++;
    else rectified.add(row, rating);
    counts.rectifications++;
  }
  const differences = rollupDifferences(store, tally);
  const cells = rectificationDifferences(store, rectified.cells());
  if (cells > 0) differences.push(`rectification_rollup (${String(cells)})`);
  const named = namedDifferences(store, rectified.namedCells());
  if (named > 0) differences.push(`named_rectification_rollup (${String(named)})`);
  tally.groups.merge(rectified.groups.columns());
  const assessed = new AssessmentTally();
  for (const { unit, assessment } of eachAssessment(store)) {
    addDigest(digest, digestOfTexts([assessmentContent(assessment)]));
    assessed.add(unit, assessment);
  }
  const assessments = assessmentDifferences(store, assessed.cells());
  if (assessments > 0) differences.push(`assessment_rollup (${String(assessments)})`);
  const groups = groupDifferences(store, tally.groups.cells());
  if (groups > 0) differences.push(`group_rollup (${String(groups)})`);
  return { ...counts, digest: printDigest(digest), orphans, differences };
}
