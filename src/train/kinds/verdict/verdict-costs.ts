import type { Bilingual } from '../../../model/language.ts';
import type { ExerciseBlock } from '../../../model/training/exercise.ts';
import { findingNames, findings, type EvidenceFinding } from './evidence.ts';

/** costs[right][answered]: what a wrong finding costs. */
export const findingCosts: Readonly<Record<EvidenceFinding, Readonly<Record<EvidenceFinding, number>>>> = {
  upheld: { upheld: 0, mistaken: 4, unfounded: 6, unproven: 0.5 },
  mistaken: { upheld: 1, mistaken: 0, unfounded: 6, unproven: 0.5 },
  unfounded: { upheld: 2, mistaken: 2, unfounded: 0, unproven: 0.5 },
  unproven: { upheld: 2, mistaken: 3, unfounded: 6, unproven: 0 },
};

/** For each record that the rules admit and that was not named, and for each that they do not admit and that was. */
export const EVIDENCE_COST = 0.25;

const reasons: readonly Bilingual[] = [
  {
    zh: '属实的被判误评，记 4：真问题被放过，评价人白说了。',
    en: 'Upheld taken for mistaken, 4: a real problem goes unheard.',
  },
  {
    zh: '没有两个独立来源相反就判不实，一律记 6：等于说评价人说谎；属实的被判不实两条都占，取重的 6。',
    en: '“Untrue” without two independent sources against the claim, 6 throughout: it calls the rater a liar. Where the claim was true, both this and the dismissal apply, and the heavier counts.',
  },
  {
    zh: '误评的被判属实，记 1：单位多做一次整改，申诉可以改正。',
    en: 'A slip upheld, 1: the office rectifies once too often; an appeal puts it right.',
  },
  {
    zh: '不实的被判属实，记 2：已有两份证据仍让单位受过；被判误评，记 2：恶意差评不再追查。',
    en: 'Untrue and upheld, 2: the office is blamed against two proofs. Untrue and taken for mistaken, 2: a malicious rating is looked into no further.',
  },
  {
    zh: '证据不足的被判属实，记 2：没有查清就定了责；被判误评，记 3：没有本人的话就不采纳。',
    en: 'Unproven and upheld, 2: blame before the facts. Unproven and taken for mistaken, 3: set aside without the rater’s own word.',
  },
  {
    zh: '能定的不定，再去回访，记 0.5：多打一次电话，晚几天处理。',
    en: 'Calling back where the file suffices, 0.5: one call too many and some days lost.',
  },
];

const rules: readonly Bilingual[] = [
  {
    zh: '规则 1　只采用针对本件所诉事实的证据：办件、窗口、时间对得上，内容直接证明或否定所诉。',
    en: 'Rule 1. Admit only evidence on what is claimed in this case: case, window and time agree, and it proves or contradicts the claim directly.',
  },
  {
    zh: '规则 2　被评单位的说法不作为证据：情况说明、工作人员陈述、手工台账、单位自己的回访登记、单位人员在系统里填写的备注、别的机构转述单位说法的证明，都是单位说法。',
    en: 'Rule 2. The word of the rated office is no evidence: statements, accounts of clerks, handwritten ledgers, its own call-back forms, remarks its staff type into a system, and letters of others that repeat it.',
  },
  {
    zh: '规则 3　评价人重述所诉（文字、电话、工单）是主张，不是证据；评价人在别处怎样评价，只是线索。',
    en: 'Rule 3. What the rater repeats (in writing, on the phone, as a ticket) is the claim and no evidence of it; how the rater rates elsewhere is a clue only.',
  },
  {
    zh: '规则 4　独立来源：系统自动形成的原始记录，或被评单位以外的机构自己形成的记录。同一系统的几份记录（包括导出的清单、转写）算一个来源。',
    en: 'Rule 4. Independent sources: records that a system makes by itself, or that a body other than the rated office makes of its own. Several records of one system (lists and transcripts drawn from it too) are one source.',
  },
  {
    zh: '规则 5　误评：评价人本人的话（文字通篇表扬，反话不算；或评价中心回访录音中本人说点错了），或评价平台日志显示提交后不超过 10 分钟、单位联系之前，本人申请更正为四星或五星。有其一即判误评。',
    en: 'Rule 5. Mistaken: the rater’s own words (praise from beginning to end, not irony; or, in the recorded call-back of the rating centre, that it was a slip), or the log of the rating platform shows that within 10 minutes, before any contact by the office, the rater asked to correct it to four or five stars. One of these suffices.',
  },
  {
    zh: '规则 6　属实：不是误评，至少一个独立来源证明所诉，没有独立来源与所诉相反。',
    en: 'Rule 6. Upheld: not mistaken, at least one independent source proves the claim, none contradicts it.',
  },
  {
    zh: '规则 7　不实：不是误评，没有独立来源证明所诉，至少两个独立来源与所诉相反。',
    en: 'Rule 7. Untrue: not mistaken, no independent source proves the claim, at least two contradict it.',
  },
  {
    zh: '规则 8　其余都是证据不足，先回访核实：独立来源互相矛盾、只有一个来源相反、只有单位说法。',
    en: 'Rule 8. All else is not enough, call back first: independent sources that conflict, a single one against, or the office alone.',
  },
  {
    zh: '规则 9　办理时限按工作日计算：受理次日为第 1 天，办结当日计入，不超过承诺天数即未超期。',
    en: 'Rule 9. Time limits are counted in working days: the day after acceptance is day 1, the day of completion counts, and up to the promised number is in time.',
  },
];

export const verdictRulesAndCosts: readonly ExerciseBlock[] = [
  { kind: 'heading', text: { zh: '判定规则', en: 'Rules' } },
  { kind: 'list', items: rules },
  {
    kind: 'table',
    caption: { zh: '研判结论的代价', en: 'Cost of a finding' },
    columns: [
      { name: { zh: '应判', en: 'Right' } },
      ...findings.map((finding) => ({ name: answered(finding), isNumber: true })),
    ],
    rows: findings.map((right) => [
      findingNames[right],
      ...findings.map((answer) => number(findingCosts[right][answer])),
    ]),
  },
  { kind: 'list', items: reasons },
  {
    kind: 'text',
    text: {
      zh: `证据一栏：应当采用而没有选的，每份 ${String(EVIDENCE_COST)}；不应采用而选了的，每份 ${String(EVIDENCE_COST)}。`,
      en: `Evidence: ${String(EVIDENCE_COST)} for each record that should have been named and was not, ${String(EVIDENCE_COST)} for each that was named and should not.`,
    },
  },
];

function answered(finding: EvidenceFinding): Bilingual {
  const { zh, en } = findingNames[finding];
  return { zh: `判为${zh}`, en: `Answered: ${en}` };
}

function number(cost: number): Bilingual {
  return { zh: String(cost), en: String(cost) };
}
