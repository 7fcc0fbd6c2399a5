import { leadsNotice } from '../../wording/leads-notice.ts';
import { printCount, printPercent } from '../../wording/print-number.ts';
import { translator } from '../../wording/translator.ts';
import type { FiguresTable } from '../laboratory/figures-table.ts';
import { laboratoryLinks, laboratoryWords } from '../laboratory/laboratory-head.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { detectorsTexts } from './detectors-texts.ts';
import { rocView, type RocView } from './roc-view.ts';
import { leadUnitTable, scorecardRows, scoreTables, type ScorecardRow } from './score-tables.ts';

export interface DetectorsModel {
  readonly laboratory: ReturnType<typeof laboratoryLinks>;
  readonly notice: string;
  /** What a reader has to know of this detection; none where nothing is out of the ordinary. */
  readonly remarks: readonly string[];
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly budget: string;
  readonly scorecardNote: string;
  readonly scorecard: readonly ScorecardRow[];
  readonly tables: readonly FiguresTable[];
  readonly roc: RocView | undefined;
  readonly form: { readonly action: string; readonly kept: ReturnType<RequestContext['kept']> };
  readonly units: FiguresTable | undefined;
  readonly json: string;
  readonly effectHref: string;
}

const words = { ...laboratoryWords, ...detectorsTexts };

/** What detectors flag, and how right they are: scored against the truth where there is one, and read by nothing else. */
export async function detectorsPage(context: RequestContext): Promise<Page<DetectorsModel>> {
  const { language, results } = context;
  const t = translator(words, language);
  const figures = await results.ask('detection', null);
  const { assumed, onlyFictional, detectors } = figures;
  const isScored = detectors.some(({ scores }) => scores !== null);
  return {
    view: 'detectors',
    title: t('title'),
    words,
    periodFree: true,
    model: {
      laboratory: laboratoryLinks(context),
      notice: leadsNotice[language],
      remarks: [...(onlyFictional ? [t('onlyFictional')] : []), ...(isScored ? [] : [t('noScores')])],
      facts: (['services', 'ratings', 'rectifications', 'refused', 'officeMonths', 'flagged'] as const).map(
        (name) => ({ name: t(name), value: printCount(figures[name]) }),
      ),
      budget: t('budget', { share: printPercent(assumed.falseLeads) }),
      scorecardNote: t('scorecardNote', { verified: assumed.verifiedCost, missed: assumed.missedCost }),
      scorecard: scorecardRows(context, figures),
      tables: scoreTables(context, figures),
      roc: rocView(context, figures),
      form: { action: context.path, kept: context.kept() },
      units: leadUnitTable(context, figures),
      json: context.link('/api/laboratory/detectors.json'),
      effectHref: context.link('/laboratory/detectors/effect'),
    },
  };
}
