import { printClock, printMinute } from '../../day-count.ts';
import {
  besides,
  notTheClaim,
  proof,
  servedFact,
  textOrNone,
  type Complaint,
  type ComplaintTemplate,
} from '../complaint.ts';
import { HOUR, MINUTE, momentBefore, officeMoment, type Scene } from '../scene.ts';

/** 网上办不了: whether the online service failed when it was used. */
export const onlineTemplate: ComplaintTemplate = {
  name: { zh: '网上办理系统故障', en: 'Failure of the online service' },
  suits: ({ isOnline }) => isOnline,
  tell,
};

function tell(scene: Scene): Complaint {
  const { draws, difficulty, tail, servedAt } = scene;
  const [from, to] = [
    servedAt - draws.whole('failing since', 12, 40) * MINUTE,
    servedAt + draws.whole('failing until', 30, 75) * MINUTE,
  ];
  const [second, third] = [servedAt + 6 * MINUTE, servedAt + draws.whole('third try', 11, 19) * MINUTE];
  const failed = String(draws.whole('failed', 61, 96));
  const available = `99.${String(draws.whole('available', 91, 99))}`;
  // The same failure at another hour: farther away where it is plain, shortly after where it is hard.
  const apart = { 1: 26 * HOUR, 2: 5 * HOUR, 3: 2 * HOUR }[difficulty];
  const elsewhere = momentBefore(scene, servedAt, 'another account');
  const sentAt = servedAt + MINUTE;
  return {
    tag: {
      code: '211',
      name: { zh: '承诺网办但无法在线办理', en: 'Promised online, but could not be done online' },
    },
    text: textOrNone(scene, [
      { zh: '说能网上办，点提交就报错', en: 'It was said to be online, but submitting gave an error' },
      { zh: '系统老报错，网上根本办不成', en: 'Errors again and again, it cannot be done online at all' },
      { zh: '网上填到最后一步提交不了', en: 'Filled in to the last step, then it could not be submitted' },
    ]),
    claim: {
      zh: `办理时（${printMinute(servedAt)}）网上申报提交不了`,
      en: `the online application could not be submitted when it was tried (${printMinute(servedAt)})`,
    },
    denial: { zh: '网上申报系统运行正常', en: 'the online service worked normally' },
    ratedAt: servedAt + draws.whole('rated after', 40, 400) * MINUTE,
    facts: [servedFact(scene)],
    notes: [],
    supports: [
      proof('supports', 'monitor', to, {
        text: {
          zh: `申报提交接口：${printMinute(from)} 至 ${printClock(to)} 错误率 ${failed}%，已告警`,
          en: `Submitting: from ${printMinute(from)} to ${printClock(to)} ${failed}% failed, alarm raised`,
        },
        again: {
          zh: `申报提交接口告警清单：${printMinute(from)} 至 ${printClock(to)}，1 次`,
          en: `List of alarms of submitting: ${printMinute(from)} to ${printClock(to)}, 1`,
        },
        because: {
          zh: `办理时间 ${printClock(servedAt)} 落在故障时段内，证明所诉`,
          en: `the time of the case, ${printClock(servedAt)}, lies within the failure: it proves the claim`,
        },
      }),
      proof('supports', 'platform', third, {
        text: {
          zh: `本件申请账号 ${printMinute(servedAt)}、${printClock(second)}、${printClock(third)} 三次提交均返回“系统繁忙”，当日未生成网上申报`,
          en: `The account of this case submitted at ${printMinute(servedAt)}, ${printClock(second)} and ${printClock(third)}, each answered “system busy”; no online application that day`,
        },
        again: {
          zh: '本件申请账号当日提交失败 3 次、成功 0 次',
          en: 'The account of this case: 3 failed, 0 successful submissions that day',
        },
        because: { zh: '三次提交都失败，证明所诉', en: 'all three attempts failed: it proves the claim' },
      }),
    ],
    against: [
      proof('against', 'monitor', servedAt + HOUR, {
        text: {
          zh: `申报提交接口：${printMinute(servedAt - HOUR)} 至 ${printClock(servedAt + HOUR)} 可用率 ${available}%，没有告警`,
          en: `Submitting: from ${printMinute(servedAt - HOUR)} to ${printClock(servedAt + HOUR)} ${available}% available, no alarm`,
        },
        again: {
          zh: `申报提交接口告警清单：${printMinute(servedAt - HOUR)} 至 ${printClock(servedAt + HOUR)}，0 次`,
          en: `List of alarms of submitting: ${printMinute(servedAt - HOUR)} to ${printClock(servedAt + HOUR)}, 0`,
        },
        because: {
          zh: '办理时间前后接口正常，与所诉相反',
          en: 'the service worked around the time of the case, contrary to the claim',
        },
      }),
      proof('against', 'platform', servedAt, {
        text: {
          zh: `本件申请账号 ${printMinute(servedAt)} 提交 1 次即成功，生成办件 ${tail}`,
          en: `The account of this case submitted 1 time, at ${printMinute(servedAt)}, with success: case ${tail}`,
        },
        again: {
          zh: '本件申请账号当日提交失败 0 次、成功 1 次',
          en: 'The account of this case: 0 failed, 1 successful submission that day',
        },
        because: { zh: '一次提交成功，与所诉相反', en: 'the one attempt succeeded, contrary to the claim' },
      }),
      proof('against', 'sms', sentAt, {
        text: {
          zh: `办件 ${tail}：${printMinute(sentAt)} 自动发送“网上申报提交成功”`,
          en: `Case ${tail}: at ${printMinute(sentAt)} sent automatically “your online application has been submitted”`,
        },
        again: {
          zh: `办件 ${tail}：提交成功通知 1 条（${printClock(sentAt)}）`,
          en: `Case ${tail}: 1 message of successful submission (${printClock(sentAt)})`,
        },
        because: {
          zh: '提交成功后自动触发的短信，与所诉相反',
          en: 'the message is sent on success only, contrary to the claim',
        },
      }),
    ],
    misplaced: [
      besides(
        'monitor',
        to + apart,
        {
          zh: `申报提交接口：${printMinute(from + apart)} 至 ${printMinute(to + apart)} 错误率 ${failed}%，已告警`,
          en: `Submitting: from ${printMinute(from + apart)} to ${printMinute(to + apart)} ${failed}% failed, alarm raised`,
        },
        {
          zh: `办理时间 ${printMinute(servedAt)} 不在这一时段内，不针对本件`,
          en: `the time of the case, ${printMinute(servedAt)}, does not lie within it`,
        },
      ),
      besides(
        'platform',
        elsewhere,
        {
          zh: `另一账号 ${printMinute(elsewhere)} 提交 1 次即成功`,
          en: `Another account submitted 1 time, at ${printMinute(elsewhere)}, with success`,
        },
        {
          zh: '别的账号在别的时间的记录，不针对本件',
          en: 'another account at another time: not this case',
        },
      ),
    ],
    always: [],
    beside: [
      besides(
        'guide',
        officeMoment(scene, servedAt, -50, 'guide'),
        {
          zh: '该事项办理形式：网上办理，网上办理深度代码为 5',
          en: 'Form of the item: online, depth of online service code 5',
        },
        {
          zh: '只说明承诺可以网办，没有说明当时能不能办',
          en: 'it says that online is promised, not whether it worked',
        },
      ),
      besides(
        'monitor',
        officeMoment(scene, servedAt, 3, 'monthly figures'),
        {
          zh: '门户首页当月平均打开时间 0.8 秒',
          en: 'Average loading time of the portal’s first page in the month: 0.8 seconds',
        },
        notTheClaim,
      ),
    ],
    workings: [],
  };
}
