import { assumedScores } from '../../jobs/measure/assumed-scores.ts';
import { unpublishedNotice } from '../../jobs/measure/unpublished-notice.ts';
import type { Period } from '../../model/time/period.ts';
import { readOptionalChoice } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';

/** Whether scores and ranks of units are shown at once, or their levels alone with the scores one click further. */
export interface ShownScores {
  readonly withScores: boolean;
  /** Empty where scores of units were published. */
  readonly notice: string;
  /** The same page with scores where it has none, and back. */
  readonly otherView: string;
}

/** How the scores of units in some periods are shown in the part of a page with this id: with `ranks=1` in the address at once. */
export function shownScores(context: RequestContext, periods: readonly Period[], part: string): ShownScores {
  const { language, query, site } = context;
  const areAsked = readOptionalChoice(query, 'ranks', ['1']) !== undefined;
  const withScores = areAsked || periods.every((period) => assumedScores(site, period) === undefined);
  return {
    withScores,
    notice: unpublishedNotice(site, periods, language, withScores ? 'scores' : 'levels'),
    otherView: `${context.here({ ranks: withScores ? undefined : '1', sort: undefined, order: undefined })}#${part}`,
  };
}
