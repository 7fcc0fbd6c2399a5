import { describedKinds, practiceExercise, PRACTICE_SEEDS } from '../../jobs/train/practice.ts';
import { translator } from '../../wording/translator.ts';
import { showPage, type Answer, type Page } from '../page.ts';
import { readRequestContext, type RequestContext } from '../request-context.ts';
import { readChoice, readWhole } from '../request-query.ts';
import { askedWorlds } from './asked-worlds.ts';
import { drillTexts } from './drill-texts.ts';
import { shownBlocks, shownFields, type ShownBlock, type ShownField } from './exercise-view.ts';
import { practiceAddress, type PracticeAddress } from './practice.ts';
import { printCost } from './print-cost.ts';
import { sheetTexts } from './sheet-texts.ts';
import type { MadeExercise } from '../../model/training/exercise.ts';

const MOST_EXERCISES = 20;

export interface SheetModel {
  readonly lead: string;
  readonly isKey: boolean;
  readonly exercises: readonly {
    readonly heading: string;
    readonly title: string;
    readonly shown: readonly ShownBlock[];
    readonly fields: readonly ShownField[];
    /** On a page of their own: paper cannot be opened piece by piece. */
    readonly drills: {
      readonly heading: string;
      readonly rows: readonly {
        readonly label: string;
        readonly price: string;
        readonly blocks: readonly ShownBlock[];
      }[];
    };
    readonly solution: readonly ShownBlock[];
  }[];
  readonly other: { readonly href: string; readonly name: string };
  readonly back: string;
}

/** Exercises of practice in a row, to print; their key is a page of its own with the same address. */
export const sheetPage: Answer = (site) => async (request, response) => {
  const context = readRequestContext(site, request);
  const first = practiceAddress(context);
  const n = readWhole(context.query, 'n', 5, 1, MOST_EXERCISES);
  const isKey = readChoice(context.query, 'key', ['0', '1'], '0') === '1';
  const worlds = askedWorlds(site, request);
  const made: { readonly seed: number; readonly made: MadeExercise }[] = [];
  for (let i = 0; i < n; i++) {
    const seed = (first.seed + i) % PRACTICE_SEEDS;
    made.push({ seed, made: await practiceExercise({ ...first, seed }, worlds, site.calendar) });
  }
  showPage(context, response, showSheet(context, first, made, isKey));
};

function showSheet(
  context: RequestContext,
  { kind, seed, difficulty }: PracticeAddress,
  made: readonly { readonly seed: number; readonly made: MadeExercise }[],
  isKey: boolean,
): Page<SheetModel> {
  const { language, here, link } = context;
  const words = { ...sheetTexts, ...drillTexts };
  const t = translator(words, language);
  const name = describedKinds.find(({ id }) => id === kind)?.name[language] ?? kind;
  return {
    view: 'sheet',
    title: t(isKey ? 'keyTitle' : 'title', { kind: name }),
    words,
    periodFree: true,
    secret: true,
    model: {
      lead: t('lead', { level: t(`difficulty${difficulty}`), seed, n: made.length }),
      isKey,
      exercises: made.map((one, i) => ({
        heading: t('number', { n: i + 1, seed: one.seed }),
        title: one.made.exercise.title[language],
        shown: shownBlocks(one.made.exercise.shown, language, `shown-${String(i + 1)}`),
        fields: shownFields(one.made.exercise, language),
        drills: {
          heading: t('drillsOnPaper', { n: i + 1 }),
          rows: (isKey ? [] : (one.made.exercise.drills ?? [])).map(({ id, label, cost, shown }) => ({
            label: label[language],
            price: t('drillPrice', { cost: printCost(cost) }),
            blocks: shownBlocks(shown, language, `drill-${String(i + 1)}-${id}`),
          })),
        },
        solution: isKey ? shownBlocks(one.made.key.solution, language, `solution-${String(i + 1)}`) : [],
      })),
      other: { href: here({ key: isKey ? undefined : '1' }), name: t(isKey ? 'toSheet' : 'toKey') },
      back: link('/training'),
    },
  };
}
