import type { Measurement } from '../../model/measurement.ts';
import type { ReportFacts } from '../report-facts.ts';

/** Label of the year before the reported one. */
export const labelBefore = ({ period }: Pick<ReportFacts, 'period'>): string =>
  String(Number(period.label.slice(0, 4)) - 1);

/** Results of the year before the reported one; undefined where it has none. */
export const yearBefore = (facts: Pick<ReportFacts, 'period' | 'years'>): Measurement | undefined =>
  facts.years.find(({ period }) => period === labelBefore(facts));
