import type { AuditAction, AuditResult } from '../../model/access/audit-entry.ts';
import type { Bilingual } from '../../model/language.ts';

export const auditActionNames: Readonly<Record<AuditAction, Bilingual>> = {
  'sign-in': { zh: '登录', en: 'sign in' },
  'sign-out': { zh: '退出登录', en: 'sign out' },
  'invitation.accept': { zh: '用链接设置密码', en: 'set a password by a link' },
  'password.change': { zh: '修改密码', en: 'change the password' },
  'sessions.end': { zh: '在所有设备上退出', en: 'sign out everywhere' },
  'account.make': { zh: '建立账号', en: 'make an account' },
  'account.invite': { zh: '生成链接', en: 'make a link' },
  'account.role': { zh: '更改角色', en: 'change a role' },
  'account.close': { zh: '停用账号', en: 'close an account' },
  'account.open': { zh: '恢复账号', en: 'open an account again' },
  'account.delete': { zh: '删除账号', en: 'delete an account' },
  'account.export': { zh: '导出个人数据', en: 'export what is kept of a person' },
  'audit-log.export': { zh: '导出审计日志', en: 'export the audit log' },
  'key.make': { zh: '建立密钥', en: 'make a key' },
  'key.revoke': { zh: '吊销密钥', en: 'revoke a key' },
  'run.start': { zh: '开始运行', en: 'start a run' },
  'run.cancel': { zh: '停止运行', en: 'stop a run' },
  'method.keep': { zh: '保存自带方法', en: 'keep a method' },
  'class.open': { zh: '开班', en: 'open a class' },
  'class.end': { zh: '结束班级', en: 'end a class' },
  'class.delete': { zh: '删除班级', en: 'delete a class' },
  'class.export': { zh: '导出班级作答', en: 'export the answers of a class' },
};

export const auditResultNames: Readonly<Record<AuditResult, Bilingual>> = {
  done: { zh: '完成', en: 'done' },
  refused: { zh: '被拒绝', en: 'refused' },
  failed: { zh: '出错', en: 'failed' },
};

/** Texts of the page of the audit log. */
export const auditLogTexts = {
  title: { zh: '审计日志', en: 'Audit log' },
  lead: {
    zh: '谁在何时从哪里做了什么、结果如何。只能追加；每条的散列值包含上一条的，改动或删去任何一条都会被发现。不含密码、密钥和姓名；地址只记网段。',
    en: 'Who did what, when, from where, and with what result. Entries are only added; the hash of each covers the one before it, so that a change or a gap is found. No password, key or name stands in it, and of addresses only the network.',
  },
  whole: { zh: '已检查 {n} 条，前后相接。', en: '{n} entries checked: each follows from the one before it.' },
  broken: {
    zh: '第 {id} 条与前一条不相接：日志被改动过，此后的内容不可信。',
    en: 'Entry {id} does not follow from the one before it: the log was changed, and what comes after it cannot be trusted.',
  },
  head: {
    zh: '最后一条的散列值 {hash}。另行保存这个值，就能发现末尾被截去。',
    en: 'The hash of the last entry is {hash}. Whoever keeps a copy of it will see if the end is cut off.',
  },
  entries: { zh: '记录', en: 'Entries' },
  entriesNote: { zh: '新的在前', en: 'The newest first' },
  none: { zh: '还没有记录。', en: 'There is no entry yet.' },
  id: { zh: '序号', en: 'No.' },
  at: { zh: '时间（北京）', en: 'Time (Beijing)' },
  actor: { zh: '谁', en: 'Who' },
  action: { zh: '做了什么', en: 'What' },
  subject: { zh: '对象', en: 'To what' },
  origin: { zh: '来自', en: 'From' },
  result: { zh: '结果', en: 'Result' },
  visitor: { zh: '访客', en: 'visitor' },
  thisMachine: { zh: '本机使用者', en: 'somebody at this machine' },
  commandLine: { zh: '命令行', en: 'command line' },
  account: { zh: '账号 {id}（{name}）', en: 'account {id} ({name})' },
  deletedAccount: { zh: '账号 {id}（已删除）', en: 'account {id} (deleted)' },
  key: { zh: '密钥 {id}', en: 'key {id}' },
  run: { zh: '运行 {id}', en: 'run {id}' },
  loopback: { zh: '本机', en: 'this machine' },
  downloadCsv: { zh: '下载 CSV', en: 'Download CSV' },
  downloadNdjson: { zh: '下载 NDJSON', en: 'Download NDJSON' },
} as const;
