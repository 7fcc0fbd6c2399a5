import { notFound } from '../../model/errors.ts';
import { maskRecord } from '../../export/mask-record.ts';
import { refusalText } from '../../model/refusal.ts';
import { readRefusal } from '../../store/read/refusals.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { translator } from '../../wording/translator.ts';
import { printCount } from '../../wording/print-number.ts';
import { kindText, placeText } from './refused-record.ts';
import { refusalsTexts } from './refusals-texts.ts';

export interface RefusalModel {
  readonly facts: readonly { readonly name: string; readonly value: string; readonly foreign: boolean }[];
  readonly rule: string;
  readonly raw: string;
  readonly listHref: string;
}

const words = { ...siteTexts, ...refusalsTexts };

/** One refused record, whole. */
export function refusalPage(context: RequestContext): Page<RefusalModel> {
  const { language, site } = context;
  const t = translator(words, language);
  const text = context.param('id');
  const row = /^[1-9]\d{0,14}$/.test(text) ? readRefusal(site.store, Number(text)) : undefined;
  if (row === undefined) throw notFound(`没有编号为“${text}”的记录`, `there is no refused record “${text}”`);
  const { name, rule } = refusalText[row.reason];
  return {
    view: 'refusal',
    title: t('oneTitle', { id: row.id }),
    words,
    periodFree: true,
    model: {
      facts: [
        { name: t('reason'), value: name[language], foreign: false },
        { name: t('kind'), value: kindText(row, t), foreign: false },
        { name: t('field'), value: row.field, foreign: true },
        { name: t('run'), value: String(row.run), foreign: false },
        { name: t('times'), value: printCount(row.times), foreign: false },
        { name: t('bytes'), value: row.bytes === null ? '' : printCount(row.bytes), foreign: false },
        { name: t('source'), value: placeText(row.source, row.line, t), foreign: true },
      ],
      rule: rule[language],
      raw: maskRecord(row.raw),
      listHref: context.link('/refusals'),
    },
  };
}
