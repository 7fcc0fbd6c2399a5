import { checkAuditLog, uncheckedLog, type CheckedLog } from '../../jobs/access/audit-log.ts';
import type { AuditEntry } from '../../model/access/audit-entry.ts';
import { THIS_MACHINE } from '../../model/access/network.ts';
import { translate } from '../../model/language.ts';
import { printSecond } from '../../model/time/time.ts';
import { printCount } from '../../wording/print-number.ts';
import { translator, type Translate } from '../../wording/translator.ts';
import { findAccount } from '../../store/read/access/accounts.ts';
import { countAuditEntries, newestAuditEntries } from '../../store/read/access/audit-log.ts';
import type { Store } from '../../store/open.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { readWhole } from '../request-query.ts';
import { auditActionNames, auditLogTexts, auditResultNames } from './audit-log-texts.ts';

export interface AuditLogModel {
  readonly state: string;
  readonly broken: boolean;
  readonly head: string;
  readonly files: readonly { readonly name: string; readonly href: string }[];
  readonly entries: readonly {
    readonly id: string;
    readonly at: string;
    readonly actor: string;
    readonly action: string;
    readonly subject: string;
    readonly origin: string;
    readonly result: string;
  }[];
  readonly first: string | undefined;
  readonly next: string | undefined;
}

const PAGE_ROWS = 50;

/** How far each log was checked by this process: what was found whole is not read again. */
const checked = new WeakMap<Store, CheckedLog>();

/** The audit log, the newest entry first (审计日志). */
export function auditLogPage(context: RequestContext): Page<AuditLogModel> {
  const { language, site } = context;
  const t = translator(auditLogTexts, language);
  const state = checkAuditLog(site.access, checked.get(site.access) ?? uncheckedLog);
  checked.set(site.access, state);
  const skip = readWhole(context.query, 'skip', 0, 0, Number.MAX_SAFE_INTEGER);
  const entries = newestAuditEntries(site.access, PAGE_ROWS, skip);
  return {
    view: 'audit-log',
    title: t('title'),
    words: auditLogTexts,
    periodFree: true,
    secret: true,
    model: {
      state:
        state.broken === undefined
          ? t('whole', { n: printCount(state.id) })
          : t('broken', { id: state.broken }),
      broken: state.broken !== undefined,
      head: state.broken === undefined && state.id > 0 ? t('head', { hash: state.hash }) : '',
      files: [
        { name: t('downloadCsv'), href: context.link('/files/audit-log.csv') },
        { name: t('downloadNdjson'), href: context.link('/files/audit-log.ndjson') },
      ],
      entries: entries.map((entry: AuditEntry) => ({
        id: String(entry.id),
        at: printSecond(entry.at),
        actor: nameOf(site.access, entry.actor, t),
        action: translate(auditActionNames[entry.action], language),
        subject: nameOf(site.access, entry.subject, t),
        origin: entry.origin === THIS_MACHINE ? t('loopback') : entry.origin,
        result: translate(auditResultNames[entry.result], language),
      })),
      first: skip > 0 ? context.here({ skip: undefined }) : undefined,
      next:
        skip + entries.length < countAuditEntries(site.access)
          ? context.here({ skip: skip + PAGE_ROWS })
          : undefined,
    },
  };
}

/** An actor or subject as readers know it: an account by the name that it has now. */
function nameOf(access: Store, thing: string, t: Translate): string {
  if (thing === 'visitor') return t('visitor');
  if (thing === 'this machine') return t('thisMachine');
  if (thing === 'command line') return t('commandLine');
  const [kind, id = ''] = thing.split(' ');
  if (kind === 'account') {
    const account = findAccount(access, Number(id));
    return account ? t('account', { id, name: account.name }) : t('deletedAccount', { id });
  }
  return kind === 'key' || kind === 'run' ? t(kind, { id }) : thing;
}
