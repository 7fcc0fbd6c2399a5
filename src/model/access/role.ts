import type { Bilingual } from '../language.ts';

/** What an account may be (角色). Visitors have no account; senders are machines and have a key (api-key.ts). */
export const roles = ['trainee', 'trainer', 'handler', 'reviewer', 'administrator'] as const;
export type Role = (typeof roles)[number];

export const roleNames: Readonly<Record<Role, Bilingual>> = {
  trainee: { zh: '学员', en: 'trainee' },
  trainer: { zh: '教员', en: 'trainer' },
  handler: { zh: '经办人', en: 'handler of an office' },
  reviewer: { zh: '复核人', en: 'reviewer' },
  administrator: { zh: '管理员', en: 'administrator' },
};

export const roleDuties: Readonly<Record<Role, Bilingual>> = {
  trainee: { zh: '查看结果；参加实训', en: 'reads results; takes part in the training' },
  trainer: {
    zh: '查看结果；开班和看作答；开始和停止运行，保存自带方法',
    en: 'reads results; opens classes and sees their answers; starts and stops runs, and keeps methods of one’s own',
  },
  handler: { zh: '查看结果；办理本单位的差评', en: 'reads results; handles the bad ratings of an office' },
  reviewer: { zh: '查看结果；复核差评整改', en: 'reads results; reviews rectifications' },
  administrator: {
    zh: '教员可做的全部；管理账号和密钥，查看审计日志和运行指标',
    en: 'all that a trainer does; manages accounts and keys, and reads the audit log and the metrics',
  },
};
