import { Tally, tallyContext } from '../measure/tally.ts';
import { newDigest, printDigest, RowHash, taskWordsOf, type KeyWords } from '../model/digest.ts';
import type { Bilingual } from '../model/language.ts';
import { hashRating, hashService } from '../model/row-hash.ts';
import { foreignCases } from '../store/foreign-cases.ts';
import type { Store } from '../store/open.ts';
import { contentOf } from '../store/read/content.ts';
import { integrityFaults } from '../store/read/integrity.ts';
import { readRegister } from '../store/read/register.ts';
import { rollupDifferences } from '../store/read/rollups.ts';
import { eachRating, eachService, textsWithoutRating } from '../store/read/rows.ts';
import type { Knowledge } from './knowledge.ts';

export interface VerifyCheck {
  readonly name: 'integrity' | 'services' | 'ratings' | 'digest' | 'orphans' | 'rollups';
  readonly ok: boolean;
  readonly detail: Bilingual;
}

export interface VerifyReport {
  readonly ok: boolean;
  /** Digest of all accepted rows, computed anew from the rows. */
  readonly digest: string;
  readonly services: number;
  readonly ratings: number;
  readonly checks: readonly VerifyCheck[];
}

/** Reads every row again: the engine's own integrity check, then counts, digest and rollups against what is kept. */
export function verifyStore(store: Store, { calendar }: Pick<Knowledge, 'calendar'>): VerifyReport {
  const checks: VerifyCheck[] = [];
  const check = (name: VerifyCheck['name'], ok: boolean, zh: string, en: string): void => {
    checks.push({ name, ok, detail: { zh, en } });
  };
  const faults = integrityFaults(store);
  check(
    'integrity',
    faults.length === 0,
    faults.join('；') || '数据库文件完好',
    faults.join('; ') || 'the file is sound',
  );

  const register = readRegister(store);
  const foreign = foreignCases(store);
  const words: KeyWords = {
    taskWords: taskWordsOf(register.tasks.map(({ taskCode }) => taskCode)),
    taskAt: register.taskAt,
    foreignCase: (key) => foreign.numberOf(key),
  };
  const tally = new Tally(tallyContext(register, calendar));
  const digest = newDigest();
  const hash = new RowHash();
  let services = 0;
  for (const { key, task, mark, acceptedAt, finishedAt, serviceAt, person } of eachService(store)) {
    hashService(hash, words, key, task, mark, acceptedAt, finishedAt, serviceAt, person);
    hash.addTo(digest);
    tally.addService(key, task, mark, acceptedAt, finishedAt, serviceAt);
    services++;
  }
  let ratings = 0;
  let orphans = 0;
  for (const row of eachRating(store)) {
    const { key, task, mark, assessedAt, device, rater, uploadedAt, text } = row;
    hashRating(hash, words, key, mark, assessedAt, device, rater, uploadedAt, text ?? undefined);
    hash.addTo(digest);
    if (task === null) orphans++;
    else tally.addRating(key, task, mark, assessedAt);
    ratings++;
  }
  orphans += textsWithoutRating(store);
  const kept = contentOf(store);
  const counted = printDigest(digest);
  check(
    'services',
    services === kept.services,
    `${String(services)} 条，账面 ${String(kept.services)}`,
    `${String(services)} rows, ${String(kept.services)} kept`,
  );
  check(
    'ratings',
    ratings === kept.ratings,
    `${String(ratings)} 条，账面 ${String(kept.ratings)}`,
    `${String(ratings)} rows, ${String(kept.ratings)} kept`,
  );
  check(
    'digest',
    counted === kept.digest,
    `重算 ${counted}，账面 ${kept.digest}`,
    `${counted} recomputed, ${kept.digest} kept`,
  );
  check(
    'orphans',
    orphans === 0,
    `${String(orphans)} 条评价没有服务记录或文字没有评价`,
    `${String(orphans)} ratings without their service, or texts without their rating`,
  );
  const differences = rollupDifferences(store, tally);
  check(
    'rollups',
    differences.length === 0,
    differences.length === 0 ? '汇总与明细一致' : `不一致：${differences.join('；')}`,
    differences.length === 0 ? 'rollups equal a recount' : `differ: ${differences.join('; ')}`,
  );
  return { ok: checks.every(({ ok }) => ok), digest: counted, services, ratings, checks };
}
