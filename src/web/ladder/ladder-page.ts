import { defects } from '../../model/defect.ts';
import { leadsNotice } from '../../wording/leads-notice.ts';
import { printCount } from '../../wording/print-number.ts';
import { translator } from '../../wording/translator.ts';
import type { FiguresTable } from '../laboratory/figures-table.ts';
import { laboratoryLinks, laboratoryWords } from '../laboratory/laboratory-head.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { ladderAnomalies, ladderCases, ladderRates, readLadderChoice } from './ladder-choice.ts';
import { ladderPictures } from './ladder-chart.ts';
import { ladderSentence } from './ladder-sentence.ts';
import { ladderTables } from './ladder-tables.ts';
import { ladderTexts } from './ladder-texts.ts';

interface LadderField {
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly name: string; readonly selected: boolean }[];
}

export interface LadderModel {
  readonly laboratory: ReturnType<typeof laboratoryLinks>;
  readonly notice: string;
  readonly form: {
    readonly action: string;
    readonly kept: ReturnType<RequestContext['kept']>;
    readonly fields: readonly LadderField[];
    readonly seed: number;
  };
  readonly world: string;
  readonly sentence: string;
  readonly pictures: ReturnType<typeof ladderPictures>;
  readonly tables: readonly FiguresTable[];
  readonly json: string;
}

const words = { ...laboratoryWords, ...ladderTexts };

/** The detectors of an anomaly against the same misdeed, better and better concealed: simulated when it is asked for. */
export async function ladderPage(context: RequestContext): Promise<Page<LadderModel>> {
  const { language, query, results, path } = context;
  const t = translator(words, language);
  const choice = readLadderChoice(query);
  const { steps, manipulatedMonth } = await results.ask('concealmentLadder', choice);
  const name = (id: (typeof ladderAnomalies)[number]): string => `${id} ${defects[id].name[language]}`;
  const field = (
    id: string,
    values: readonly string[],
    chosen: string,
    nameOf: (value: string) => string,
  ): LadderField => ({
    id,
    label: t(id),
    options: values.map((value) => ({ value, name: nameOf(value), selected: value === chosen })),
  });
  const anomalies = ladderAnomalies.map((id) => ({
    value: id,
    name: name(id),
    selected: id === choice.anomaly,
  }));
  const asked = query.toString();
  const [first] = steps;
  return {
    view: 'ladder',
    title: t('title'),
    words,
    periodFree: true,
    model: {
      laboratory: laboratoryLinks(context),
      notice: leadsNotice[language],
      form: {
        action: path,
        kept: context.kept(),
        fields: [
          { id: 'anomaly', label: t('anomaly'), options: anomalies },
          field('rate', ladderRates, String(Math.round(100 * choice.rate)), String),
          field('cases', ladderCases, String(choice.casesPerYear), (value) => printCount(Number(value))),
        ],
        seed: choice.seed,
      },
      world: t('world', {
        anomaly: anomalies.find(({ selected }) => selected)?.name ?? choice.anomaly,
        seed: choice.seed,
        services: printCount(first?.services ?? 0),
        ratings: printCount(first?.ratings ?? 0),
        months: printCount(first?.officeMonths ?? 0),
      }),
      sentence: ladderSentence(steps, language),
      pictures: ladderPictures(context, steps),
      tables: ladderTables(context, steps, manipulatedMonth),
      json: `/api/laboratory/ladder.json${asked === '' ? '' : `?${asked}`}`,
    },
  };
}
