import type { Answered } from '../../jobs/answers/questions.ts';
import { printFixed } from '../../wording/print-number.ts';
import type { RequestContext } from '../request-context.ts';
import { translator } from '../../wording/translator.ts';
import { indicatorTexts } from './indicator-texts.ts';

/** Examples of what an indicator counts. */
export interface ShownSample {
  readonly heading: string;
  readonly rows: readonly {
    readonly text: string;
    readonly numerator: string;
    readonly denominator: string;
  }[];
}

const printPart = (value: number): string => printFixed(value, Number.isInteger(value) ? 0 : 1);

export function shownSample(
  { language }: RequestContext,
  { of, records }: NonNullable<Answered['recordSample']>,
): ShownSample {
  const t = translator(indicatorTexts, language);
  return {
    heading: t(`${of}Sample`),
    rows: records.map(({ text, numerator, denominator }) => ({
      text,
      numerator: printPart(numerator),
      denominator: printPart(denominator),
    })),
  };
}
