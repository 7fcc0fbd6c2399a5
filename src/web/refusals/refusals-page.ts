import { maskRecord } from '../../export/mask-record.ts';
import { refusalReasons, refusalText, type RefusalReason } from '../../model/refusal.ts';
import { cellBar } from '../../charts/bar-list.ts';
import { printCount, printShare, shareOf } from '../../wording/print-number.ts';
import { listRefusals, refusalCounts, retentionOf } from '../../store/read/refusals.ts';
import type { Page } from '../page.ts';
import { readOptionalChoice, readWhole } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';
import { beginningOf, kindText, placeText } from './refused-record.ts';
import { refusalsTexts } from './refusals-texts.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { translator } from '../../wording/translator.ts';

export interface RefusalsModel {
  readonly summary: string;
  readonly reasons: readonly {
    readonly code: RefusalReason;
    readonly name: string;
    readonly rule: string;
    readonly href: string;
    readonly current: boolean;
    readonly n: string;
    readonly share: string;
    readonly bar: string;
  }[];
  readonly filtered: string | undefined;
  readonly allHref: string;
  readonly recordsNote: string;
  readonly records: readonly {
    readonly id: string;
    readonly run: string;
    readonly reason: string;
    readonly code: RefusalReason;
    readonly kind: string;
    readonly field: string;
    readonly place: string;
    readonly times: string;
    /** Its beginning. */
    readonly raw: string;
    /** Of how many characters; empty where it is whole. */
    readonly cut: string;
    readonly href: string;
  }[];
  readonly first: string | undefined;
  readonly next: string | undefined;
  readonly shown: string;
  readonly file: string;
}

const PAGE_ROWS = 50;
/** Characters of a record, and of the names in it, that the list shows: fifty of them stay a light page. */
const SHOWN_RAW = 700;
const SHOWN_NAME = 80;
const words = { ...siteTexts, ...refusalsTexts };

export function refusalsPage(context: RequestContext): Page<RefusalsModel> {
  const { language, site } = context;
  const t = translator(words, language);
  const reason = readOptionalChoice(context.query, 'reason', refusalReasons);
  const after = readWhole(context.query, 'after', 0, 0, Number.MAX_SAFE_INTEGER);
  const counts = new Map(refusalCounts(site.store).map((row) => [row.reason, row.n]));
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const retention = retentionOf(site.store);
  const rows = listRefusals(site.store, { reason, after, limit: PAGE_ROWS + 1 });
  const shown = rows.slice(0, PAGE_ROWS);
  const last = shown.at(-1);
  const nameOf = (one: RefusalReason): string => refusalText[one].name[language];
  return {
    view: 'refusals',
    title: t('title'),
    words,
    periodFree: true,
    model: {
      summary: t('reasonsNote', {
        n: printCount(total),
        kept: printCount(retention.kept),
        repeated: printCount(retention.repeated),
        notKept: printCount(retention.notKept),
      }),
      reasons: refusalReasons.map((code) => {
        const n = counts.get(code) ?? 0;
        return {
          code,
          name: nameOf(code),
          rule: refusalText[code].rule[language],
          href: context.link('/refusals', { reason: code }),
          current: code === reason,
          n: printCount(n),
          share: printShare(shareOf(n, total), '—'),
          bar: cellBar({ from: 0, to: 1, ticks: [] }, shareOf(n, total)),
        };
      }),
      filtered: reason && t('filtered', { name: nameOf(reason) }),
      allHref: context.link('/refusals'),
      recordsNote: t('recordsNote', { n: PAGE_ROWS }),
      records: shown.map((row) => {
        const raw = Array.from(maskRecord(row.raw));
        return {
          id: String(row.id),
          run: String(row.run),
          reason: nameOf(row.reason),
          code: row.reason,
          kind: kindText(row, t),
          field: beginningOf(row.field, SHOWN_NAME),
          place: placeText(beginningOf(row.source, SHOWN_NAME), row.line, t),
          times: printCount(row.times),
          raw: raw.slice(0, SHOWN_RAW).join(''),
          cut: raw.length > SHOWN_RAW ? t('cut', { n: printCount(raw.length) }) : '',
          href: context.link(`/refusals/${String(row.id)}`),
        };
      }),
      first: after > 0 ? context.here({ after: undefined }) : undefined,
      next: rows.length > PAGE_ROWS && last ? context.here({ after: last.id }) : undefined,
      shown: after > 0 ? t('from', { id: after }) : '',
      file: context.link('/files/refusals.csv', { reason }),
    },
  };
}
