import type { Language } from '../../model/language.ts';
import type { Drill, Exercise } from '../../model/training/exercise.ts';
import { translator } from '../../wording/translator.ts';
import { drillTexts } from './drill-texts.ts';
import { shownBlocks, type ShownBlock } from './exercise-view.ts';
import { printCost } from './print-cost.ts';

/** Which drills of an exercise a page shows, and how it lets the others be opened. */
export interface DrillsShown {
  readonly opened: readonly string[];
  /** With the worked solution the records of all are shown. */
  readonly showsAll: boolean;
  /** What opens one: a form with the token of the page, or an address for each; undefined where none is opened any more. */
  readonly by:
    | { readonly action: string; readonly token: string }
    | { readonly hrefOf: (id: string) => string }
    | undefined;
}

interface ShownDrill {
  readonly id: string;
  readonly label: string;
  readonly blocks: readonly ShownBlock[];
}

/** The drills (查明细) as a view prints them: of a closed one the page holds its name and price, and nothing more. */
export interface DrillsModel {
  readonly lead: string;
  readonly opened: readonly ShownDrill[];
  /** The others, beside the solution. */
  readonly others: readonly ShownDrill[];
  readonly closed: readonly { readonly id: string; readonly text: string; readonly href: string }[];
  readonly form: { readonly action: string; readonly token: string } | undefined;
}

/** Undefined for an exercise that has nothing to open. */
export function drillsModel(
  { drills = [] }: Exercise,
  language: Language,
  { opened, showsAll, by }: DrillsShown,
): DrillsModel | undefined {
  if (drills.length === 0) return undefined;
  const t = translator(drillTexts, language);
  const isOpened = ({ id }: Drill): boolean => opened.includes(id);
  const shown = (drill: Drill): ShownDrill => ({
    id: drill.id,
    label: drill.label[language],
    blocks: shownBlocks(drill.shown, language, `drill-${drill.id}`),
  });
  const closed = drills.filter((drill) => !isOpened(drill));
  const names = closed.map(({ label }) => label[language]).join(language === 'zh' ? '、' : ', ');
  const isLeft = by === undefined && !showsAll && closed.length > 0;
  return {
    lead: by !== undefined ? t('drillsLead') : isLeft ? t('drillsClosed', { names }) : '',
    opened: drills.filter(isOpened).map(shown),
    others: showsAll ? closed.map(shown) : [],
    closed:
      by === undefined
        ? []
        : closed.map(({ id, label, cost }) => ({
            id,
            text: t('openDrill', { name: label[language], cost: printCost(cost) }),
            href: 'hrefOf' in by ? by.hrefOf(id) : '',
          })),
    form: by !== undefined && 'action' in by ? by : undefined,
  };
}
