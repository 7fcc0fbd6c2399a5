import type { DefectId } from '../../model/defect.ts';
import type { DetectorRule, Suspicion } from '../../model/detection/suspicion.ts';
import type { RefusalReason } from '../../model/refusal.ts';
import type { Detector } from '../detector.ts';
import type { RefusedLine } from '../unit-records.ts';

/** A5–A10: what collection refused, by its reasons. The checks found the fault; the rule says which anomaly it is a sign of. */

type Refusals = Pick<DetectorRule, 'id' | 'name' | 'statistic' | 'explanation'> & {
  readonly anomaly: DefectId;
  readonly is: (record: RefusedLine) => boolean;
};

const withReason =
  (...reasons: readonly RefusalReason[]) =>
  ({ reason }: RefusedLine): boolean =>
    reasons.some((one) => one === reason);

const byReason = ({ is, ...rule }: Refusals): Detector => ({
  rule: {
    ...rule,
    flags: 'refusal',
    threshold: { zh: '每一条', en: 'every one' },
    minimum: 1,
  },
  watch: () => ({
    see: () => undefined,
    found: (refused) => {
      const units = new Map<number, number[]>();
      for (const record of refused)
        if (is(record)) units.set(record.unit, [...(units.get(record.unit) ?? []), record.id]);
      const candidates = [...units].map(([unit, keys]): Suspicion => ({
        ...{ detector: rule.id, unit, office: null, month: null, p: null },
        ...{ observed: keys.length, expected: 0, of: keys.length, keys },
      }));
      return { candidates, tests: new Map() };
    },
  }),
});

export const wrongCertificates = byReason({
  id: 'wrong-certificates',
  anomaly: 'A5',
  name: { zh: '证件号占位', en: 'Placeholder for a certificate' },
  statistic: {
    zh: '因证件号的校验码不对而校验未通过的记录',
    en: 'records refused because the check character of a certificate is wrong',
  },
  explanation: {
    zh: '程序在没有证件号时填入 0 或随意的号码。',
    en: 'A program enters 0 or any number where it has no certificate.',
  },
  is: withReason('checksum'),
});

export const repeatedKeys = byReason({
  id: 'repeated-keys',
  anomaly: 'A6',
  name: { zh: '主键冲突', en: 'Conflicting keys' },
  statistic: {
    zh: '因主键已存在而内容不同而校验未通过的记录；内容相同的重复记录只计数，不逐条列出',
    en: 'records refused because their key exists with other content; repetitions with the same content are counted, not listed',
  },
  explanation: {
    zh: '重复上传或编号规则不唯一。',
    en: 'Uploaded twice, or numbered by a rule that is not unique.',
  },
  is: withReason('conflict'),
});

export const orphanRatings = byReason({
  id: 'orphan-ratings',
  anomaly: 'A7',
  name: { zh: '孤立评价', en: 'Orphan ratings' },
  statistic: {
    zh: '因没有对应服务记录而校验未通过的评价；服务记录自身校验未通过的除外',
    en: 'ratings refused because their service record is missing, but for those whose service record was refused itself',
  },
  explanation: {
    zh: '服务记录漏传，或评价编号写错。',
    en: 'The service record was never sent, or the number in the rating is wrong.',
  },
  is: (record) => record.reason === 'orphan' && !record.serviceRefused,
});

export const timesOutOfOrder = byReason({
  id: 'times-out-of-order',
  anomaly: 'A8',
  name: { zh: '时间倒置', en: 'Times out of order' },
  statistic: {
    zh: '因时间先后不对或在未来而校验未通过的记录',
    en: 'records refused because their times are out of order or in the future',
  },
  explanation: {
    zh: '系统时钟不准，或时间事后补填。',
    en: 'A clock is wrong, or times were filled in afterwards.',
  },
  is: withReason('time-order', 'future'),
});

export const wrongCodes = byReason({
  id: 'wrong-codes',
  anomaly: 'A9',
  name: { zh: '代码错误', en: 'Wrong codes' },
  statistic: {
    zh: '因代码不在代码表、事项未知或标签与等级不符而校验未通过的记录',
    en: 'records refused for codes outside their lists, unknown items, or tags of another level',
  },
  explanation: {
    zh: '代码表过期，或两套系统的代码未对照。',
    en: 'A code list is out of date, or the codes of two systems were never matched.',
  },
  is: withReason('code-list', 'unknown-item', 'tag-fit'),
});

export const missingFields = byReason({
  id: 'missing-fields',
  anomaly: 'A10',
  name: { zh: '条件必填缺失', en: 'Conditional fields missing' },
  statistic: {
    zh: '因必填字段缺失或差评无理由而校验未通过的记录',
    en: 'records refused because a mandatory field is missing, or a bad rating has no reason',
  },
  explanation: {
    zh: '接口按办件状态要求的字段没有填。',
    en: 'A field is missing that the interface asks for in this state of the case.',
  },
  is: withReason('required', 'bad-without-reason'),
});
