import { addDigest, newDigest, parseDigest, printDigest } from '../../model/record/digest.ts';
import type { RollupTotals } from '../../model/cells.ts';
import type { Content } from '../../model/record/content.ts';
import type { Run } from '../../model/run.ts';
import type { IntegrityCheck, RecordFindings } from './integrity-report.ts';

/** All records of a database, read and counted again. */
export interface Recount extends Content {
  /** Ratings without their service, texts without their rating, rectifications without a bad rating. */
  readonly orphans: number;
  /** Tables of counts that differ from the recount, each with the number of its cells that do. */
  readonly differences: readonly string[];
}

/** Compares what was counted again with what the database and its runs say they hold. */
export function judgeRecount(recount: Recount, stored: Content, runs: readonly Run[]): RecordFindings {
  const { services, ratings, rectifications, digest, orphans, differences } = recount;
  const counts = (['services', 'ratings', 'rectifications'] as const).map((kind) => {
    const [found, said, ofRuns] = [recount[kind], stored[kind], sumOf(runs, kind)].map(String);
    return check(
      kind,
      found === said && found === ofRuns,
      `${String(found)} 条，登记 ${String(said)}，各次运行合计 ${String(ofRuns)}`,
      `${String(found)} rows, ${String(said)} kept, ${String(ofRuns)} in all runs`,
    );
  });
  const ofRuns = digestOfAll(runs);
  const checks = [
    ...counts,
    check(
      'digest',
      digest === stored.digest && digest === ofRuns,
      `重算 ${digest}，登记 ${stored.digest}，各次运行合计 ${ofRuns}`,
      `${digest} recomputed, ${stored.digest} kept, ${ofRuns} of all runs`,
    ),
    check(
      'orphans',
      orphans === 0,
      `${String(orphans)} 条评价没有服务记录、文字没有评价或整改没有差评`,
      `${String(orphans)} ratings without their service, texts without their rating, or rectifications without a bad one`,
    ),
    differences.length === 0
      ? check('rollups', true, '汇总与明细一致', 'rollups equal a recount')
      : check('rollups', false, `不一致：${differences.join('；')}`, `differ: ${differences.join('; ')}`),
  ];
  return { digest, services, ratings, rectifications, checks, leftOut: [] };
}

/** What a database says of its records in several places. */
export interface StoredCounts {
  readonly content: Content;
  readonly runs: readonly Run[];
  readonly rollups: RollupTotals;
  /** Rows that are there although none were kept. */
  readonly rows: number;
}

/** Without rows the digest cannot be computed anew: the stored counts must at least add up. */
export function judgeStoredCounts({ content, runs, rollups, rows }: StoredCounts): RecordFindings {
  const counts = (['services', 'ratings', 'rectifications'] as const).map((kind) => {
    const ofRuns = sumOf(runs, kind);
    return check(
      kind,
      ofRuns === content[kind] && rollups[kind] === content[kind],
      `登记 ${String(content[kind])}，各次运行合计 ${String(ofRuns)}，汇总合计 ${String(rollups[kind])}`,
      `${String(content[kind])} kept, ${String(ofRuns)} in all runs, ${String(rollups[kind])} in the rollups`,
    );
  });
  const ofRuns = digestOfAll(runs);
  const { firstRatings, taskRatings } = rollups;
  const checks = [
    rows === 0
      ? check(
          'rows',
          true,
          '运行没有保留记录（--no-keep）：数据校验码和汇总无法从记录重算，只核对各处登记数是否一致',
          'rows were not kept (--no-keep): digest and rollups cannot be recomputed, only compared with one another',
        )
      : check(
          'rows',
          false,
          `运行没有保留记录，库中却有 ${String(rows)} 条记录`,
          `rows were not kept, and yet there are ${String(rows)} of them`,
        ),
    ...counts,
    check(
      'digest',
      ofRuns === content.digest,
      `各次运行合计 ${ofRuns}，登记 ${content.digest}`,
      `${ofRuns} of all runs, ${content.digest} kept`,
    ),
    check(
      'rollups',
      firstRatings === taskRatings,
      `首次评价：按机构 ${String(firstRatings)}，按事项 ${String(taskRatings)}`,
      `first ratings: ${String(firstRatings)} by office, ${String(taskRatings)} by item`,
    ),
  ];
  return { ...content, checks, leftOut: [orphansLeftOut] };
}

const orphansLeftOut: RecordFindings['leftOut'][number] = {
  name: 'orphans',
  detail: {
    zh: '没有保留记录，无法查找没有服务记录的评价、没有评价的文字和没有差评的整改',
    en: 'rows were not kept: there are no ratings without their service, texts without their rating, or rectifications without a bad one to look for',
  },
};

const sumOf = (runs: readonly Run[], kind: 'services' | 'ratings' | 'rectifications'): number =>
  runs.reduce((sum, run) => sum + run[kind], 0);

/** The sum of the digests of all runs; of one that is none, what stands there. */
function digestOfAll(runs: readonly Run[]): string {
  const sum = newDigest();
  for (const { digest } of runs) {
    if (!/^[\da-f]{32}$/.test(digest)) return digest;
    addDigest(sum, parseDigest(digest));
  }
  return printDigest(sum);
}

const check = (name: IntegrityCheck['name'], ok: boolean, zh: string, en: string): IntegrityCheck => ({
  name,
  ok,
  detail: { zh, en },
});
