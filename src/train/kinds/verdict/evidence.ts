import type { Bilingual } from '../../../model/language.ts';

/** What an evaluator finds a bad rating to be (研判结论). */
export const findings = ['upheld', 'mistaken', 'unfounded', 'unproven'] as const;
export type EvidenceFinding = (typeof findings)[number];

export const findingNames: Readonly<Record<EvidenceFinding, Bilingual>> = {
  upheld: { zh: '属实', en: 'Upheld' },
  mistaken: { zh: '误评', en: 'Mistaken' },
  unfounded: { zh: '不实', en: 'Untrue' },
  unproven: { zh: '证据不足，先回访核实', en: 'Not enough evidence: call back first' },
};

/**
 * Who or what made a record. Two records are independent of one another when they have different sources; those of the last six are the word
 * of the rated office, whoever hands it in.
 */
export const sourceNames = {
  rater: { zh: '评价人的文字', en: 'Words of the rater' },
  platform: { zh: '一体化平台办件日志', en: 'Case log of the integrated platform' },
  queue: { zh: '大厅取号叫号系统', en: 'Queue system of the hall' },
  video: { zh: '大厅公共区域视频', en: 'Video of the public area of the hall' },
  recording: { zh: '窗口双录系统', en: 'Sound and picture recorder of the windows' },
  patrol: { zh: '大厅管理方巡查记录', en: 'Patrol notes of the hall management' },
  sms: { zh: '短信网关发送记录', en: 'Log of the text message gateway' },
  post: { zh: '邮政寄递轨迹', en: 'Postal tracking' },
  payment: { zh: '统一收缴平台流水', en: 'Ledger of the payment platform' },
  documents: { zh: '电子材料库入库记录', en: 'Log of the electronic document store' },
  monitor: { zh: '平台运维监测', en: 'Operations monitor of the platform' },
  booking: { zh: '预约系统记录', en: 'Log of the appointment system' },
  rating: { zh: '评价平台日志', en: 'Log of the rating platform' },
  callback: { zh: '评价中心回访录音', en: 'Call-back recorded by the rating centre' },
  hotline: { zh: '12345热线工单', en: 'Ticket of the 12345 hotline' },
  guide: { zh: '办事指南版本库', en: 'Archive of service guides' },
  statement: { zh: '被评单位情况说明', en: 'Statement of the rated office' },
  clerk: { zh: '当事工作人员陈述', en: 'Account of the clerk' },
  ledger: { zh: '窗口手工台账', en: 'Handwritten ledger of the window' },
  remark: { zh: '一体化平台办件备注栏', en: 'Remark field of the integrated platform' },
  letter: { zh: '大厅管理方证明', en: 'Letter of the hall management' },
  'office-call': { zh: '被评单位回访登记表', en: 'Call-back form of the rated office' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type EvidenceSourceId = keyof typeof sourceNames;

/** What a piece of evidence does by the rules: only the first three kinds are admitted. */
export type Bearing = 'supports' | 'against' | 'mistake' | 'none';

export interface Evidence {
  readonly source: EvidenceSourceId;
  /** True of a list that was drawn from the records of the source: it says the same once more. */
  readonly isExtract?: true;
  /** Second at which the record was made. */
  readonly at: number;
  readonly text: Bilingual;
  readonly bearing: Bearing;
  /** Why it is admitted, or is not: for the worked solution. */
  readonly because: Bilingual;
}

/** What the admitted evidence comes to. */
export interface WeighedEvidence {
  /** Sources of records that prove what is claimed, and of those that contradict it. */
  readonly supporting: readonly EvidenceSourceId[];
  readonly contrary: readonly EvidenceSourceId[];
  /** True where the rater said or showed that another level was meant. */
  readonly isMistake: boolean;
  readonly finding: EvidenceFinding;
}

/** Proofs of different sources that “untrue” takes. */
const PROOFS_OF_UNTRUTH = 2;

/** Applies the printed rules: the rater's own word first, then the independent sources on either side. */
export function weighEvidence(file: readonly Evidence[]): WeighedEvidence {
  const sources = (bearing: Bearing): EvidenceSourceId[] => [
    ...new Set(file.filter((piece) => piece.bearing === bearing).map(({ source }) => source)),
  ];
  const [supporting, contrary] = [sources('supports'), sources('against')];
  const isMistake = file.some(({ bearing }) => bearing === 'mistake');
  const finding = isMistake
    ? 'mistaken'
    : supporting.length > 0 && contrary.length === 0
      ? 'upheld'
      : supporting.length === 0 && contrary.length >= PROOFS_OF_UNTRUTH
        ? 'unfounded'
        : 'unproven';
  return { supporting, contrary, isMistake, finding };
}
