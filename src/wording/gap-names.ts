import type { Bilingual } from '../model/language.ts';

/** Names of the parts of the gap between the published and the felt mean score, and of their groups. */
export const gapPartNames = {
  nonResponse: { zh: '未评价（谁会评价）', en: 'Non-response (who answers)' },
  suppressed: { zh: '表单不接受差评', en: 'Bad ratings that the form does not take' },
  lost: { zh: '上传时丢失的差评', en: 'Bad ratings lost on upload' },
  withheld: { zh: '压制差评、选择性邀评', en: 'Ratings withheld (suppression, selective entry)' },
  unrecorded: { zh: '未入库或没有等级', en: 'Not stored, or without a level' },
  lifted: { zh: '碍于情面而抬高', en: 'Lifted by the person' },
  preselected: { zh: '预选五星未改', en: 'Pre-selected stars left as they were' },
  pressed: { zh: '受工作人员影响而改', en: 'Changed under pressure of the clerk' },
  misclick: { zh: '误评', en: 'Mis-clicks' },
  changed: { zh: '记录中的等级被改', en: 'Level changed in the record' },
  additional: { zh: '追加评价', en: 'Additional ratings' },
  automatic: { zh: '默认评价', en: 'Automatic ratings' },
  staff: { zh: '工作人员代评', en: 'Staff rating in the person’s place' },
  script: { zh: '脚本刷好评', en: 'Scripted praise' },
  ring: { zh: '工作人员互评', en: 'Ring of staff' },
  malicious: { zh: '恶意差评', en: 'Malicious bad ratings' },
  other: { zh: '真值之外的记录', en: 'Records that the truth does not know' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const gapGroupNames = {
  nonResponse: { zh: '未评价', en: 'Non-response' },
  suppression: { zh: '压制与丢失', en: 'Suppression and loss' },
  lifting: { zh: '等级被抬高或改动', en: 'Lifting and changes' },
  automatic: { zh: '默认与追加', en: 'Automatic, additional' },
  manipulation: { zh: '刷评等', en: 'Manipulation' },
} as const satisfies Readonly<Record<string, Bilingual>>;
