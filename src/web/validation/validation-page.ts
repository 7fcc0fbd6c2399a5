import { passes } from '../../model/validation/validation.ts';
import { readValidation } from '../../store/reference.ts';
import { printCount } from '../../wording/print-number.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { translator } from '../../wording/translator.ts';
import { validationTexts } from './validation-texts.ts';

export interface ValidationModel {
  readonly methodHref: string;
  readonly rows: readonly {
    readonly id: string;
    readonly what: string;
    readonly source: string;
    readonly licence: string;
    readonly compared: string;
    readonly tolerance: string;
    readonly largest: string;
    readonly date: string;
    readonly passes: boolean;
    readonly verdict: string;
  }[];
}

const words = { ...siteTexts, ...validationTexts };

/** A small number in the way of software: 3.6e−11. */
const printSmall = (value: number): string =>
  value === 0
    ? '0'
    : value >= 0.001
      ? String(Number(value.toPrecision(2)))
      : value.toExponential(1).replace('-', '−');

/** Our arithmetic beside outside results (与外部结果的核对). */
export function validationPage(context: RequestContext): Page<ValidationModel> {
  const { language } = context;
  const t = translator(words, language);
  return {
    view: 'validation',
    title: t('title'),
    words,
    periodFree: true,
    model: {
      methodHref: context.link('/method'),
      rows: readValidation().map((check) => ({
        id: check.id,
        what: check.what[language],
        source: check.source,
        licence: check.licence[language],
        compared: printCount(check.compared),
        tolerance: check.tolerance === 0 ? t('exact') : printSmall(check.tolerance),
        largest: check.largest === null ? t('none') : printSmall(check.largest),
        date: check.date,
        passes: passes(check),
        verdict: t(passes(check) ? 'passes' : 'fails'),
      })),
    },
  };
}
