import { translate } from '../../model/language.ts';
import type { RealismCheck } from '../../model/realism/realism-check.ts';
import { printCount } from '../../wording/print-number.ts';
import {
  confidenceNames,
  printRealismRange,
  printRealismValue,
  realismNames,
  realismVerdicts,
} from '../../wording/realism-names.ts';
import type { RequestContext } from '../request-context.ts';

/** A statistic of realism as a row of the table. */
export interface RealismRow {
  /** Its place on the page, for links. */
  readonly id: string;
  readonly name: string;
  readonly verdict: string;
  readonly verdictClass: string;
  readonly value: string;
  readonly range: string;
  readonly n: string;
  /** Its number in the list of sources. */
  readonly source: string;
  readonly confidence: string;
  readonly assumption: boolean;
}

export interface RealismModel {
  /** Address of this part of the page. */
  readonly href: string;
  readonly counts: Readonly<Record<RealismCheck['verdict'], number>>;
  readonly rows: readonly RealismRow[];
  /** What the ranges rest on. */
  readonly sources: readonly string[];
}

export function realismModel(
  checks: readonly RealismCheck[],
  { language, here }: RequestContext,
): RealismModel {
  const count = (verdict: RealismCheck['verdict']): number =>
    checks.filter((check) => check.verdict === verdict).length;
  const sourceOf = ({ source, sourceEn }: RealismCheck): string => (language === 'zh' ? source : sourceEn);
  const sources = [...new Set(checks.map(sourceOf))];
  return {
    href: `${here({})}#realism`,
    counts: { inside: count('inside'), outside: count('outside'), few: count('few') },
    rows: checks.map((check) => ({
      id: `realism-${check.id}`,
      name: translate(realismNames[check.id], language),
      verdict: translate(realismVerdicts[check.verdict], language),
      verdictClass: check.verdict === 'few' ? 'quiet' : `verdict-${check.verdict}`,
      value: printRealismValue(check, language),
      range: printRealismRange(check, language),
      n: printCount(check.n),
      source: String(sources.indexOf(sourceOf(check)) + 1),
      confidence: translate(confidenceNames[check.confidence], language),
      assumption: check.assumption,
    })),
    sources,
  };
}
