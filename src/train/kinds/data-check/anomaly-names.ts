import type { Bilingual } from '../../../model/language.ts';

/** Anomalies of ratings (异常类型), numbered as in the catalogue of defects; A16 has two forms that are told apart. */
export const anomalyIds = [
  ...([
    'A1',
    'A2',
    'A3',
    'A4',
    'A5',
    'A6',
    'A7',
    'A8',
    'A9',
    'A10',
    'A11',
    'A12',
    'A13',
    'A14',
    'A15',
  ] as const),
  ...(['A16-no-call', 'A16-staff', 'A17'] as const),
] as const;
export type AnomalyId = (typeof anomalyIds)[number];

/** Names, and definitions with the limits that hold in these exercises; anomaly-rules.ts computes them. */
export const anomalies: Readonly<Record<AnomalyId, { readonly name: Bilingual; readonly rule: Bilingual }>> =
  {
    A1: {
      name: { zh: 'A1 工作人员代评', en: 'A1 rated by staff' },
      rule: {
        zh: '至少 5 条：同一台设备，5 级（非常满意），标签完全相同（至少一个），评价距办理不足 5 秒',
        en: 'at least 5 records: one device, level 5, the very same tags (one at least), rated less than 5 seconds after the service',
      },
    },
    A2: {
      name: { zh: 'A2 成批默认评价', en: 'A2 automatic ratings in a batch' },
      rule: {
        zh: '至少 4 条默认评价，没有标签，评价时间相同到秒',
        en: 'at least 4 automatic ratings without tags, of the very same second',
      },
    },
    A3: {
      name: { zh: 'A3 脚本刷好评', en: 'A3 scripted good ratings' },
      rule: {
        zh: '同一台设备在 22:00—6:00 至少连续 5 条，标签都是 510、517，间隔相等到秒',
        en: 'at least 5 in a row from one device between 22:00 and 6:00, all with the tags 510, 517, equally spaced to the second',
      },
    },
    A4: {
      name: { zh: 'A4 单位之间互评', en: 'A4 offices rating one another' },
      rule: {
        zh: '至少 3 条的评价人号码是表中其他单位工作人员的号码（显示的各位都相同）',
        en: 'at least 3 ratings from numbers of the staff of another office in the list (all digits shown agree)',
      },
    },
    A5: {
      name: { zh: 'A5 号码占位', en: 'A5 placeholder numbers' },
      rule: {
        zh: '至少 3 条的评价人号码填了 0 或全是 0；空着不算',
        en: 'at least 3 ratings whose number is 0 or all 0; an empty one does not count',
      },
    },
    A6: {
      name: { zh: 'A6 主键重复', en: 'A6 duplicate key' },
      rule: {
        zh: '两条的办件号相同，第几次评价也相同；同一办件的第 1 次和第 2 次（追评）不算',
        en: 'two ratings of the same case and the same number; the 1st and 2nd (supplementary) rating of a case are none',
      },
    },
    A7: {
      name: { zh: 'A7 评价无对应办件', en: 'A7 rating without a case' },
      rule: {
        zh: '至少 1 条的办件在本月和上月办件库中都没有',
        en: 'at least 1 rating whose case is neither among those of the month nor of the month before',
      },
    },
    A8: {
      name: { zh: 'A8 时间颠倒', en: 'A8 times the wrong way round' },
      rule: {
        zh: '至少 1 条：评价早于办理，或办结早于受理，或回访早于整改完成；评价早于办结不算',
        en: 'at least 1 record rated before it was served, or finished before it was accepted, or called back before it was rectified; rated before it was finished is none',
      },
    },
    A9: {
      name: { zh: 'A9 代码错误', en: 'A9 wrong code' },
      rule: {
        zh: '至少 1 条：标签代码首位与等级不同，或渠道代码不在 1—7 中',
        en: 'at least 1 record with a tag whose first digit is not its level, or a channel that is none of 1–7',
      },
    },
    A10: {
      name: { zh: 'A10 缺少必填项', en: 'A10 required field missing' },
      rule: {
        zh: '至少 1 条 1 分或 2 分的评价既没有标签也没有文字；3 分及以上可以都没有',
        en: 'at least 1 rating of level 1 or 2 with neither tags nor words; from level 3 up it may lack both',
      },
    },
    A11: {
      name: { zh: 'A11 恶意差评', en: 'A11 malicious bad ratings' },
      rule: {
        zh: '同一号码在 30 分钟内对至少 3 个不同事项评 1 级（非常不满意），至少 3 条，都没有文字',
        en: 'one number gives level 1 to at least 3 different items within 30 minutes, at least 3 times, without any words',
      },
    },
    A12: {
      name: { zh: 'A12 误评', en: 'A12 rated by mistake' },
      rule: {
        zh: '至少 1 条 1 分的评价，文字通篇是表扬',
        en: 'at least 1 rating of level 1 whose words are praise from beginning to end',
      },
    },
    A13: {
      name: { zh: 'A13 压下差评', en: 'A13 bad ratings kept back' },
      rule: {
        zh: '1、2 分的评价至少 2 条，全部上报失败，3 分及以上的全部上报成功',
        en: 'at least 2 ratings of levels 1, 2, none of which was taken, while all from level 3 up were',
      },
    },
    A14: {
      name: { zh: 'A14 选择性邀评', en: 'A14 only some are asked to rate' },
      rule: {
        zh: '没有评价的办件至少 3 件，而且全部超期（办结晚于承诺到期）',
        en: 'at least 3 cases without a rating, all of them overdue (finished after the promised time)',
      },
    },
    A15: {
      name: { zh: 'A15 成批补传', en: 'A15 sent late in a batch' },
      rule: {
        zh: '至少 4 条在评价 5 天以后才上传，上传时间都在 10 分钟之内',
        en: 'at least 4 ratings sent more than 5 days after they were given, all within 10 minutes',
      },
    },
    'A16-no-call': {
      name: { zh: 'A16 未回访即结案', en: 'A16 closed without a call-back' },
      rule: {
        zh: '至少 1 件已经整改完成却没有回访；整改中的不算',
        en: 'at least 1 order rectified without a call-back; one still being rectified is none',
      },
    },
    'A16-staff': {
      name: { zh: 'A16 回访工作人员号码', en: 'A16 call-back to a number of the staff' },
      rule: {
        zh: '至少 1 件的回访号码是本单位工作人员的号码（显示的各位都相同）；评价人另留的号码不算',
        en: 'at least 1 call-back to a number of the office’s own staff (all digits shown agree); another number that the rater left is none',
      },
    },
    A17: {
      name: { zh: 'A17 非工作时间大厅评价', en: 'A17 hall ratings out of hours' },
      rule: {
        zh: '工作时间以外至少 2 条来自大厅设备（渠道 4、5）。工作时间为工作日 9:00—17:00；周六开放的单位另加周六 9:00—12:00',
        en: 'at least 2 ratings from hall devices (channels 4, 5) out of hours. Hours are 9:00–17:00 on working days, and 9:00–12:00 on Saturdays where an office opens on Saturdays',
      },
    },
  };
