import type { Bilingual } from './language.ts';
import type { Batch, RawLines } from './record/batch.ts';
import type { RefusalReason } from './refusal.ts';

/**
 * Defects and manipulations (缺陷与操纵) a scenario can inject, by the numbers of the catalogue of anomalies: what is
 * wrong, what a rate is a share of, and how it shows. Thresholds and shapes are ours.
 */

export interface Defect {
  readonly name: Bilingual;
  /** What a rate is a share of. */
  readonly of: Bilingual;
  /** How it shows in the records. */
  readonly sign: Bilingual;
  /** A misdeed of somebody: simulated in fictional units only. */
  readonly misdeed: boolean;
  /** How many concealment levels it has, from naive (1) to well concealed (3). */
  readonly concealmentLevels: 1 | 3;
}

const defect = (
  misdeed: boolean,
  concealmentLevels: 1 | 3,
  name: readonly [zh: string, en: string],
  of: readonly [zh: string, en: string],
  sign: readonly [zh: string, en: string],
): Defect => ({
  misdeed,
  concealmentLevels,
  name: { zh: name[0], en: name[1] },
  of: { zh: of[0], en: of[1] },
  sign: { zh: sign[0], en: sign[1] },
});

const hallServices = ['现场服务', 'services in a hall'] as const;
const unratedServices = ['未评价的服务', 'services left unrated'] as const;
const allRatings = ['评价', 'ratings'] as const;
const allRecords = ['服务记录和评价', 'service records and ratings'] as const;

export const defects = {
  A1: defect(true, 3, ['工作人员代评', 'Staff rate in the person’s place'], hallServices, [
    '评价紧随服务（1–4 秒）、同一终端、标签固定、全为非常满意；隐蔽程度高时，时间与标签与正常评价无异',
    'seconds after the service, one device, constant tags, all level 5; well concealed: times and tags as usual',
  ]),
  A2: defect(true, 1, ['批量默认好评', 'Automatic ratings passed off as real'], unratedServices, [
    '同一时刻成批写入、无标签、无电话，却未标记为默认评价',
    'one time stamp a batch, no tags, no telephone, not marked as automatic',
  ]),
  A3: defect(true, 3, ['脚本刷好评', 'Scripted praise'], unratedServices, [
    '夜间等间隔、同一账号、标签固定；隐蔽程度高时，分散在多个账号和白天',
    'at night, evenly spaced, one account, constant tags; well concealed: many accounts, by day',
  ]),
  A4: defect(true, 3, ['工作人员互评', 'Ring of staff who rate one another'], unratedServices, [
    '少数电话号码评价了许多他人的服务；隐蔽程度高时，号码更多',
    'few telephones rate many other people’s services; well concealed: more telephones',
  ]),
  A5: defect(false, 1, ['身份占位符', 'Placeholders for persons'], allRecords, [
    '证件号为 0 或校验码错误，电话为 0',
    'certificate 0 or with a wrong check character, telephone 0',
  ]),
  A6: defect(false, 1, ['重复主键', 'Duplicate key'], allRecords, [
    '同一主键出现两次，内容相同或不同',
    'one key twice, with the same or with other content',
  ]),
  A7: defect(false, 1, ['孤立评价', 'Orphan rating'], allRatings, [
    '没有对应的服务记录',
    'there is no such service record',
  ]),
  A8: defect(false, 1, ['时间倒置', 'Times out of order'], allRecords, [
    '先评价后服务、先办结后受理、时间在未来',
    'rated before served, finished before accepted, in the future',
  ]),
  A9: defect(false, 1, ['代码错误', 'Wrong codes'], allRecords, [
    '代码不在代码表、标签停用或与满意度等级不符、等级代码颠倒',
    'codes outside their lists, retired tags, tags of another level, reversed levels',
  ]),
  A10: defect(false, 1, ['条件必填缺失', 'Conditional field missing'], allRecords, [
    '缺受理或办结时间、差评无理由',
    'no time of acceptance or completion, bad rating without a reason',
  ]),
  A11: defect(
    true,
    3,
    ['恶意差评', 'Malicious bad ratings'],
    ['服务', 'services'],
    [
      '一人短时间内对多个事项评非常不满意、无文字；隐蔽程度高时，分用账号、理由与正常差评无异',
      'one person rates many items level 1 in an hour, without text; well concealed: separate accounts, usual reasons',
    ],
  ),
  A12: defect(
    false,
    1,
    ['误评', 'Mis-clicks'],
    ['本人作出的非常满意评价', 'own ratings of level 5'],
    ['评非常不满意，却附表扬文字', 'level 1 with a text of praise'],
  ),
  A13: defect(
    true,
    1,
    ['压制差评', 'Suppressed bad ratings'],
    ['差评', 'bad ratings'],
    ['大量评价中没有差评', 'no bad rating among very many'],
  ),
  A14: defect(
    true,
    1,
    ['选择性邀评', 'Selective entry'],
    ['超期办件的评价', 'ratings of overdue cases'],
    ['超期办件几乎没有评价', 'overdue cases have hardly any rating'],
  ),
  A15: defect(false, 1, ['延迟上传', 'Late upload'], allRatings, [
    '评价时间早、上传集中在月末',
    'rated long before, uploaded at the end of the month',
  ]),
  A16: defect(
    true,
    1,
    ['未回访即结案', 'Closed without a call-back'],
    ['已整改的差评工单', 'rectified work orders'],
    ['没有回访，或回访电话是工作人员的', 'no call-back, or the number called is a clerk’s'],
  ),
  A17: defect(
    true,
    1,
    ['闭厅时段评价', 'Ratings while the hall is closed'],
    ['线下大厅终端的评价', 'ratings on devices of a service hall'],
    ['平板或自助终端在夜间评价', 'a pad or kiosk rates at night'],
  ),
} as const satisfies Record<string, Defect>;

export type DefectId = keyof typeof defects;

const isDefectId = (text: string): text is DefectId => text in defects;

/** The numbers of the catalogue, in order. */
export const defectIds: readonly DefectId[] = Object.keys(defects).filter(isDefectId);

/** Position of a defect in the catalogue, from 1. */
export const defectNumber = (id: DefectId): number => defectIds.indexOf(id) + 1;

/** What a record would have been, and what became of it: a line of the truth ledger. */
export interface LedgerEntry {
  readonly record: 'service' | 'rating' | 'rectification';
  /** Service key, or rating key. */
  readonly key: number;
  readonly id: DefectId;
  readonly rung: number;
  /** Field of the national interface that was changed; '' where the whole record was added or taken away. */
  readonly field: string;
  /** What the field would have said; '' where it, or the record, would not have been there. */
  readonly was: string;
  /** What collection makes of it: a refusal reason, `duplicate`, `accepted`, or `absent` where no record remains. */
  readonly outcome: string;
  /** The line as it is sent, where its key may not find it. */
  readonly sent?: string;
}

/** Fields of the national interface that a corrupted record says otherwise than the honest one. */
export type Overrides = Readonly<Record<string, string>>;

/** How a record is corrupted (A5–A10): what it says instead, and what collection must make of it. */
export interface Corruption {
  readonly field: string;
  readonly overrides: Overrides;
  readonly outcome: RefusalReason | 'duplicate' | 'accepted';
  /** True where the honest record stays and a second one comes after it. */
  readonly copy?: true;
}

/** A record to be corrupted: what it says stays in its row until it is printed and read again with the overrides. */
export interface CorruptedRecord {
  readonly record: 'service' | 'rating';
  readonly row: number;
  readonly id: DefectId;
  readonly concealment: number;
  readonly corruption: Corruption;
}

/** What became of a batch whose records were corrupted: the lines that were sent, and an entry for each. */
export interface CorruptedLines {
  readonly rawLines: RawLines;
  readonly ledger: readonly LedgerEntry[];
}

/** Writes corrupted records into the rows of a batch as their senders sent them. */
export type CorruptLines = (batch: Batch, corrupted: readonly CorruptedRecord[]) => CorruptedLines;

/** How often a defect of the scenario could have been injected, and was. */
export interface DefectTotal {
  eligible: number;
  injected: number;
}
