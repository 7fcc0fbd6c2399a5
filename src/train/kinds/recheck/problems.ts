import type { Bilingual } from '../../../model/language.ts';

/** What a bad rating was given for, and what helps against it. */
interface Problem {
  readonly tag: { readonly code: string; readonly name: Bilingual };
  readonly text: Bilingual;
  /** Measures that change things for all later cases. */
  readonly general: readonly Bilingual[];
  /** What was done for this applicant alone. */
  readonly single: readonly Bilingual[];
  /** Problems so far apart that a measure against the one does nothing for the other. */
  readonly apart: readonly ProblemId[];
}

export const problemIds = ['overdue', 'papers', 'windows', 'attitude', 'online', 'list', 'queue'] as const;
export type ProblemId = (typeof problemIds)[number];

export const problems: Readonly<Record<ProblemId, Problem>> = {
  overdue: {
    tag: { code: '209', name: { zh: '未在承诺时间内办结', en: 'Not done within the promised time' } },
    text: {
      zh: '超过承诺的日子才办下来，没人说明原因',
      en: 'It took longer than promised and nobody said why',
    },
    general: [
      {
        zh: '审批环节由 4 个并为 2 个，系统在到期前 2 个工作日自动提醒经办人，已上线',
        en: '4 steps of examination made 2; the system warns the clerk 2 working days before the limit; in use',
      },
      {
        zh: '建立超期预警台账，临期件每日由科室负责人清零，已执行',
        en: 'Cases near their limit are listed and cleared every day by the head of section; in force',
      },
      {
        zh: '把现场核查改为与受理同日派单，平均缩短 3 个工作日，已写入流程',
        en: 'Site visits are ordered on the day of acceptance, 3 working days saved on average; written into the procedure',
      },
    ],
    single: [
      {
        zh: '已将该申请人的办件加急办结，并电话致歉',
        en: 'The case of this applicant was finished with priority and an apology made by phone',
      },
      {
        zh: '向该申请人当面说明了超期原因，送达办理结果',
        en: 'The reason for the delay was explained to this applicant in person and the result handed over',
      },
    ],
    apart: ['attitude', 'list', 'queue'],
  },
  papers: {
    tag: {
      code: '109',
      name: { zh: '需提供办事指南之外的申报材料', en: 'Papers asked for beyond the guide' },
    },
    text: { zh: '指南里没有的证明非要交', en: 'They insisted on a certificate that the guide does not name' },
    general: [
      {
        zh: '全面清理窗口自设材料，取消指南外证明 3 项，受理系统改为只能按指南清单收件',
        en: 'Papers invented by windows were cleared out, 3 certificates dropped; the system now takes only what the guide lists',
      },
      {
        zh: '该证明改为由窗口通过数据共享核验，不再向申请人要，已在全部窗口执行',
        en: 'The window now checks this by shared data and asks no applicant for it; in force at all windows',
      },
      {
        zh: '建立“指南外要件”一票否决抽查，每周抽查收件清单，首次抽查已完成',
        en: 'Lists of papers taken are sampled every week, and any paper beyond the guide fails the window; the first sample is done',
      },
    ],
    single: [
      {
        zh: '已把多收的证明退还该申请人，并为其办结',
        en: 'The certificate was given back to this applicant and the case finished',
      },
      {
        zh: '联系该申请人说明情况，免交该证明后当日受理',
        en: 'This applicant was rung, excused from the certificate and accepted the same day',
      },
    ],
    apart: ['attitude', 'queue', 'online'],
  },
  windows: {
    tag: { code: '113', name: { zh: '多头跑窗口和部门', en: 'Sent from window to window' } },
    text: { zh: '两个窗口互相推，来回跑', en: 'Two windows passed me to and fro' },
    general: [
      {
        zh: '该事项改由综合窗口一窗受理，内部流转由后台完成，导览图已更新',
        en: 'The item is taken at one general window, passing on is done behind it; the plan of the hall is updated',
      },
      {
        zh: '实行首问负责：首个窗口负责联系到底，不得让办事人自行找窗口，已纳入考核',
        en: 'The window asked first sees the matter through and sends nobody away; part of the appraisal now',
      },
      {
        zh: '叫号系统按事项直接分配窗口，停用“转窗口”人工操作，已上线',
        en: 'The queue system assigns the window by item, passing on by hand is switched off; in use',
      },
    ],
    single: [
      {
        zh: '由专人带该申请人到窗口办结，并当面致歉',
        en: 'Somebody took this applicant to the window, the case was finished and an apology made',
      },
      {
        zh: '为该申请人开通绿色通道，一次办完',
        en: 'This applicant was served by a fast lane, all at once',
      },
    ],
    apart: ['online', 'papers', 'list'],
  },
  attitude: {
    tag: { code: '214', name: { zh: '服务态度生硬', en: 'Curt service' } },
    text: { zh: '问一句答半句，态度生硬', en: 'Half an answer to each question, curt' },
    general: [
      {
        zh: '全体窗口人员完成服务用语和情绪管理培训并逐人考核，不合格的 2 人调离窗口',
        en: 'All window staff were trained in wording and composure and tested one by one; 2 who failed left the window',
      },
      {
        zh: '窗口双录每周抽查服务态度，结果与绩效挂钩，已开始',
        en: 'Recordings of the windows are sampled for manners every week and count for pay; begun',
      },
      {
        zh: '制定窗口文明用语和服务忌语清单，上墙公示并纳入考核',
        en: 'A list of words to use and to avoid hangs at the windows and counts in the appraisal',
      },
    ],
    single: [
      {
        zh: '当事工作人员向该申请人当面道歉，取得谅解',
        en: 'The clerk apologised to this applicant in person and was forgiven',
      },
      {
        zh: '窗口负责人登门看望该申请人，表达歉意',
        en: 'The head of the window called on this applicant to apologise',
      },
    ],
    apart: ['overdue', 'online', 'papers', 'list'],
  },
  online: {
    tag: {
      code: '211',
      name: { zh: '承诺网办但无法在线办理', en: 'Promised online, but could not be done online' },
    },
    text: {
      zh: '网上提交一直报错，最后还是跑窗口',
      en: 'Submitting failed again and again; I had to go to the window',
    },
    general: [
      {
        zh: '修复申报提交接口超时缺陷并扩容，压测通过，已发布',
        en: 'The timeout of submitting was mended and capacity raised; load tests passed; released',
      },
      {
        zh: '申报接口接入实时监测，错误率超过 1% 自动告警并切换备用链路，已启用',
        en: 'Submitting is watched all the time; above 1% of errors an alarm is raised and a second line takes over; in use',
      },
      {
        zh: '表单改为分步暂存，提交失败可续传，已在电脑端和移动端上线',
        en: 'The form is saved step by step and a failed submission can be resumed; in use on the web and on mobile',
      },
    ],
    single: [
      {
        zh: '由后台为该申请人补录网上申报，告知办理进度',
        en: 'The application of this applicant was entered behind the scenes and the progress told',
      },
      {
        zh: '远程指导该申请人重新提交成功',
        en: 'This applicant was guided by phone and submitted again with success',
      },
    ],
    apart: ['attitude', 'windows', 'queue'],
  },
  list: {
    tag: { code: '208', name: { zh: '没有提供材料清单', en: 'No list of the papers' } },
    text: {
      zh: '要带什么材料没人给清单，一趟说一样',
      en: 'Nobody gave a list of papers; each visit they named one more',
    },
    general: [
      {
        zh: '编印该事项一次性告知单，窗口咨询时随单发放，网上同步可下载',
        en: 'A leaflet names all papers of the item; it is given with every inquiry and can be downloaded',
      },
      {
        zh: '办事指南补全材料清单和份数、原件要求，已重新发布',
        en: 'The guide now lists all papers with copies and originals; published again',
      },
      {
        zh: '咨询台启用材料清单打印功能，按情形自动生成清单，已使用',
        en: 'The desk prints a list of papers by situation; in use',
      },
    ],
    single: [
      {
        zh: '把所需材料用短信逐项发给该申请人',
        en: 'The papers needed were sent to this applicant by text message, one by one',
      },
      {
        zh: '帮助该申请人核对材料并当场受理',
        en: 'This applicant’s papers were checked and the case accepted on the spot',
      },
    ],
    apart: ['attitude', 'queue', 'overdue'],
  },
  queue: {
    tag: {
      code: '212',
      name: {
        zh: '在线预约办理后到实体大厅重复取号排队',
        en: 'Booked online, still had to queue in the hall',
      },
    },
    text: {
      zh: '预约了还要重新取号排队',
      en: 'I had an appointment and had to take a ticket and queue again',
    },
    general: [
      {
        zh: '预约系统与叫号系统打通，到场扫码即进入优先队列，已上线',
        en: 'Appointments and the queue system are joined: scanning on arrival puts people first; in use',
      },
      {
        zh: '设立预约专窗 2 个，预约人不再取号，标识已更新',
        en: '2 windows for appointments were set up, no ticket needed, signs updated',
      },
      {
        zh: '修改叫号规则：预约时段内的号优先，现场号顺延，全部窗口执行',
        en: 'Calling rules changed: appointments go first within their slot; in force at all windows',
      },
    ],
    single: [
      {
        zh: '为该申请人重新预约并安排专人接待',
        en: 'This applicant was given a new appointment and received in person',
      },
      {
        zh: '向该申请人致歉，并优先为其办结',
        en: 'An apology was made to this applicant and the case finished first',
      },
    ],
    apart: ['papers', 'list', 'attitude'],
  },
};
