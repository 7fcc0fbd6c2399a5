import type { Request } from 'express';
import { Mistake } from '../../model/errors.ts';
import { formOf } from '../form-body.ts';

/** Texts of the form that deletes an account, be it one's own or another. */
export const deletionTexts = {
  remove: { zh: '删除账号', en: 'Delete the account' },
  removeText: {
    zh: '账号、登录和链接立即删除，不能恢复。审计日志保留编号，不再能查到是谁。',
    en: 'The account, its sessions and its links are gone at once and for good. The audit log keeps the number, and nothing says any more whose it was.',
  },
  removeSure: { zh: '我确定要删除', en: 'I am sure' },
  removeNotSure: {
    zh: '删除账号前请勾选“我确定要删除”',
    en: 'tick “I am sure” before you delete the account',
  },
} as const;

/** Throws a Mistake where the box of the form is not ticked: a deletion cannot be taken back. */
export function mustBeSure(request: Request): void {
  if (formOf(request).get('sure') !== 'yes') throw new Mistake(deletionTexts.removeNotSure);
}
