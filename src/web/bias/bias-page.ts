import { regimeIn, biasTables, type BiasTables } from './bias-tables.ts';
import type { Answered } from '../../jobs/answers/questions.ts';
import {
  AS_FELT,
  biasFieldsWithout,
  biasPreset,
  type BiasChoice,
} from '../../jobs/laboratory/bias-scenario.ts';
import { defects } from '../../model/defect.ts';
import { isFictionalCode } from '../../model/names/unit-codes.ts';
import { printCount, printPercent } from '../../wording/print-number.ts';
import { nameIn, translator, type Translate } from '../../wording/translator.ts';
import { laboratoryLinks, laboratoryWords } from '../laboratory/laboratory-head.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { commandText } from '../shared/command-text.ts';
import {
  biasScenarioAddress,
  concealmentField,
  offeredCases,
  offeredDefects,
  rateField,
  readBiasChoice,
  readDefect,
} from './bias-choice.ts';
import { biasLessonTexts } from './bias-lesson-texts.ts';
import { biasTexts } from './bias-texts.ts';
import { lessonViews, type LessonView } from './lesson-view.ts';

interface Option {
  readonly value: string;
  readonly name: string;
  readonly selected: boolean;
}

interface DefectField {
  readonly id: string;
  readonly name: string;
  readonly of: string;
  readonly selected: boolean;
  readonly rate: { readonly field: string; readonly label: string; readonly value: number };
  /** Undefined where it has one level only. */
  readonly concealment:
    { readonly field: string; readonly label: string; readonly options: readonly Option[] } | undefined;
}

interface Commands {
  readonly name: string;
  readonly file: string;
  readonly editor: string;
  readonly lines: readonly string[];
}

export interface BiasModel {
  readonly laboratory: ReturnType<typeof laboratoryLinks>;
  readonly gapHref: string;
  readonly form: {
    readonly action: string;
    readonly kept: ReturnType<RequestContext['kept']>;
    readonly regimes: readonly Option[];
    readonly defects: readonly DefectField[];
    readonly cases: readonly Option[];
    readonly seed: number;
  };
  readonly what: string;
  readonly json: string;
  readonly lessons: readonly LessonView[];
  readonly tables: BiasTables;
  readonly commands: readonly Commands[];
}

const words = { ...laboratoryWords, ...biasTexts, ...biasLessonTexts };

/** The same people under several regimes, beside the truth of their ratings; read by nothing else. */
export async function biasPage(context: RequestContext): Promise<Page<BiasModel>> {
  const { language, query, results, site, path } = context;
  const t = translator(words, language);
  const choice = readBiasChoice(query, site.reference);
  const found = await results.ask('regimeBias', choice);
  const asked = query.toString();
  return {
    view: 'bias',
    title: t('title'),
    words,
    periodFree: true,
    model: {
      laboratory: laboratoryLinks(context),
      gapHref: context.link('/laboratory'),
      form: {
        action: path,
        kept: context.kept(),
        regimes: site.reference.regimes.map((regime) => ({
          value: regime.id,
          name: nameIn(language, regime),
          selected: choice.regimes.includes(regime.id),
        })),
        defects: offeredDefects.map((offered) => defectField(context, offered, choice, t)),
        cases: offeredCases.map((value) => ({
          value,
          name: printCount(Number(value)),
          selected: Number(value) === choice.casesPerYear,
        })),
        seed: choice.seed,
      },
      what: whatIsShown(context, choice, found, t),
      json: `/api/laboratory/bias.json${asked === '' ? '' : `?${asked}`}`,
      lessons: lessonViews(context, found),
      tables: biasTables(context, found),
      commands: commandsOf(context, choice, found, t),
    },
  };
}

const defectName = (id: (typeof offeredDefects)[number]['id'], { language }: RequestContext): string =>
  `${id} ${defects[id].name[language]}`;

function defectField(
  context: RequestContext,
  offered: (typeof offeredDefects)[number],
  choice: BiasChoice,
  t: Translate,
): DefectField {
  const { id } = offered;
  const { percent, concealment } = readDefect(context.query, offered);
  const name = defectName(id, context);
  const of = defects[id].of[context.language];
  return {
    id,
    name,
    of: t('of', { of }),
    selected: choice.defects.some((one) => one.id === id),
    rate: { field: rateField(id), label: t('rateOf', { name, of }), value: percent },
    concealment:
      defects[id].concealmentLevels === 1
        ? undefined
        : {
            field: concealmentField(id),
            label: t('concealmentOf', { name }),
            options: ['1', '2', '3'].map((value) => ({
              value,
              name: value,
              selected: Number(value) === concealment,
            })),
          },
  };
}

function whatIsShown(
  context: RequestContext,
  { seed, defects: chosen }: BiasChoice,
  { fields, month, truth }: Answered['regimeBias'],
  t: Translate,
): string {
  const facts = { n: fields.units.length, month, seed, services: printCount(truth.services) };
  return t(fields.units.every(isFictionalCode) ? 'fictional' : 'coded', {
    ...facts,
    defects: namesOf(context, chosen, t),
  });
}

const namesOf = (context: RequestContext, chosen: BiasChoice['defects'], t: Translate): string =>
  offeredDefects
    .flatMap(({ id }) => {
      const one = chosen.find((defect) => defect.id === id);
      return one === undefined ? [] : [`${defectName(id, context)} ${printPercent(one.percent / 100)}`];
    })
    .join(t('and'));

/** The commands that make the same worlds, the truth first. */
function commandsOf(
  context: RequestContext,
  choice: BiasChoice,
  { fields, month, regimes }: Answered['regimeBias'],
  t: Translate,
): Commands[] {
  const { link } = context;
  const commands = (name: string, regime: string, without: boolean): Commands => {
    const address = biasScenarioAddress(without ? biasFieldsWithout(fields) : fields, choice.seed);
    const db = `data/bias-${without ? 'truth' : regime}.db`;
    return {
      name,
      file: link('/api/scenario.json', address),
      editor: link('/scenario', { ...address, regime }),
      lines: [
        commandText('simulate', { scenario: `${biasPreset.name}.json`, regime, seed: choice.seed, db }),
        commandText('measure', { period: month, db }),
        commandText('decompose', { db }),
      ],
    };
  };
  return [
    ...(fields.defects.length > 0 || !regimes.some(({ regime }) => regime === AS_FELT)
      ? [commands(t('withoutDefects'), AS_FELT, true)]
      : []),
    ...regimes.map(({ regime }) => commands(regimeIn(context, regime), regime, false)),
  ];
}
