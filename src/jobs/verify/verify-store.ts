import { Tally, tallyContext } from '../../rollup/tally.ts';
import { addDigest, newDigest, parseDigest, printDigest } from '../../model/record/digest.ts';
import type { Bilingual } from '../../model/language.ts';
import { RecordHash } from '../../model/record/row-hash.ts';
import type { Store } from '../../store/open.ts';
import { contentOf } from '../../store/read/content.ts';
import { integrityFaults } from '../../store/read/integrity.ts';
import { readRegister } from '../../store/read/register.ts';
import { rollupDifferences, rollupTotals } from '../../store/read/rollups.ts';
import { countRows, eachRating, eachService, textsWithoutRating } from '../../store/read/rows.ts';
import { listRuns, runWithoutRows } from '../../store/read/runs.ts';
import { wordsOf } from '../collect/intake-rectifications.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { SideName } from '../../store/read/side-digests.ts';
import { recountRectifications } from './verify-rectifications.ts';
import { verifySides } from './verify-sides.ts';

export interface VerifyCheck {
  readonly name:
    | 'integrity'
    | 'rows'
    | 'services'
    | 'ratings'
    | 'rectifications'
    | 'digest'
    | 'orphans'
    | 'rollups'
    | SideName;
  readonly ok: boolean;
  readonly detail: Bilingual;
}

export interface VerifyReport {
  readonly ok: boolean;
  /** Digest of all accepted rows, computed anew from the rows. */
  readonly digest: string;
  /** Digests of the register, the refused records kept and the settings of runs, computed anew. */
  readonly sideDigests: Readonly<Record<SideName, string>>;
  readonly services: number;
  readonly ratings: number;
  readonly rectifications: number;
  readonly checks: readonly VerifyCheck[];
  /** Checks that this database does not allow, and why. */
  readonly leftOut: readonly Omit<VerifyCheck, 'ok'>[];
}

type RecordReport = Omit<VerifyReport, 'ok' | 'sideDigests'>;

type NoteCheck = (name: VerifyCheck['name'], ok: boolean, zh: string, en: string) => void;

/**
 * Runs the integrity check of the engine, then reads every row again and compares counts, digest and rollups with those
 * stored. Where the runs kept no rows, the stored counts are compared with one another.
 */
export function verifyStore(
  store: Store,
  knowledge: Pick<Knowledge, 'reference' | 'calendar'>,
): VerifyReport {
  const checks: VerifyCheck[] = [];
  const check: NoteCheck = (name, ok, zh, en) => {
    checks.push({ name, ok, detail: { zh, en } });
  };
  const faults = integrityFaults(store);
  check(
    'integrity',
    faults.length === 0,
    faults.join('；') || '数据库文件完好',
    faults.join('; ') || 'the file is sound',
  );

  const sides = verifySides(store);
  const withSides = (report: RecordReport): VerifyReport => {
    const all = [...report.checks, ...sides.checks];
    return { ...report, ok: all.every(({ ok }) => ok), sideDigests: sides.digests, checks: all };
  };
  if (runWithoutRows(store)) return withSides(verifyCounts(store, checks, check));
  const register = readRegister(store);
  const words = wordsOf(store, register);
  const tally = new Tally(tallyContext(register, knowledge.calendar));
  const digest = newDigest();
  const hash = new RecordHash(words);
  let services = 0;
  for (const row of eachService(store)) {
    hash.service(row).addTo(digest);
    tally.addService(row);
    services++;
  }
  let ratings = 0;
  let orphans = 0;
  for (const row of eachRating(store)) {
    hash.rating(row).addTo(digest);
    if (row.task === null) orphans++;
    else tally.addRating(row.key, row.task, row.packed, row.assessedAt);
    ratings++;
  }
  orphans += textsWithoutRating(store);
  const recount = recountRectifications(store, register, words, knowledge, digest);
  const { rectifications } = recount;
  orphans += recount.orphans;
  const kept = contentOf(store);
  const counted = printDigest(digest);
  check(
    'services',
    services === kept.services,
    `${String(services)} 条，登记 ${String(kept.services)}`,
    `${String(services)} rows, ${String(kept.services)} kept`,
  );
  check(
    'ratings',
    ratings === kept.ratings,
    `${String(ratings)} 条，登记 ${String(kept.ratings)}`,
    `${String(ratings)} rows, ${String(kept.ratings)} kept`,
  );
  check(
    'rectifications',
    rectifications === kept.rectifications,
    `${String(rectifications)} 条，登记 ${String(kept.rectifications)}`,
    `${String(rectifications)} rows, ${String(kept.rectifications)} kept`,
  );
  check(
    'digest',
    counted === kept.digest,
    `重算 ${counted}，登记 ${kept.digest}`,
    `${counted} recomputed, ${kept.digest} kept`,
  );
  check(
    'orphans',
    orphans === 0,
    `${String(orphans)} 条评价没有服务记录、文字没有评价或整改没有差评`,
    `${String(orphans)} ratings without their service, texts without their rating, or rectifications without a bad one`,
  );
  const differences = rollupDifferences(store, tally);
  if (recount.differences > 0) differences.push(`rectification_rollup (${String(recount.differences)})`);
  check(
    'rollups',
    differences.length === 0,
    differences.length === 0 ? '汇总与明细一致' : `不一致：${differences.join('；')}`,
    differences.length === 0 ? 'rollups equal a recount' : `differ: ${differences.join('; ')}`,
  );
  const found = { digest: counted, services, ratings, rectifications, checks };
  return withSides({ ...found, leftOut: [] });
}

const orphansLeftOut: VerifyReport['leftOut'][number] = {
  name: 'orphans',
  detail: {
    zh: '没有保留记录，无法查找没有服务记录的评价、没有评价的文字和没有差评的整改',
    en: 'rows were not kept: there are no ratings without their service, texts without their rating, or rectifications without a bad one to look for',
  },
};

/** Without rows the digest cannot be computed anew: the stored counts must at least add up. */
function verifyCounts(store: Store, checks: VerifyCheck[], check: NoteCheck): RecordReport {
  const rows = countRows(store);
  check(
    'rows',
    rows === 0,
    rows === 0
      ? '运行没有保留记录（--no-keep）：数据校验码和汇总无法从记录重算，只核对各处登记数是否一致'
      : `运行没有保留记录，库中却有 ${String(rows)} 条记录`,
    rows === 0
      ? 'rows were not kept (--no-keep): digest and rollups cannot be recomputed, only compared with one another'
      : `rows were not kept, and yet there are ${String(rows)} of them`,
  );
  const kept = contentOf(store);
  const runs = listRuns(store);
  const totals = rollupTotals(store);
  for (const kind of ['services', 'ratings', 'rectifications'] as const) {
    const ofRuns = runs.reduce((sum, run) => sum + run[kind], 0);
    check(
      kind,
      ofRuns === kept[kind] && totals[kind] === kept[kind],
      `登记 ${String(kept[kind])}，各次运行合计 ${String(ofRuns)}，汇总合计 ${String(totals[kind])}`,
      `${String(kept[kind])} kept, ${String(ofRuns)} in all runs, ${String(totals[kind])} in the rollups`,
    );
  }
  const digest = newDigest();
  for (const run of runs) addDigest(digest, parseDigest(run.digest));
  const ofRuns = printDigest(digest);
  check(
    'digest',
    ofRuns === kept.digest,
    `各次运行合计 ${ofRuns}，登记 ${kept.digest}`,
    `${ofRuns} of all runs, ${kept.digest} kept`,
  );
  check(
    'rollups',
    totals.firstRatings === totals.taskRatings,
    `首次评价：按机构 ${String(totals.firstRatings)}，按事项 ${String(totals.taskRatings)}`,
    `first ratings: ${String(totals.firstRatings)} by office, ${String(totals.taskRatings)} by item`,
  );
  return { ...kept, checks, leftOut: [orphansLeftOut] };
}
