import type { RunFigures } from '../../jobs/runs/compare-runs.ts';
import { settingDifferences } from '../../model/scenario/setting-differences.ts';
import { knownRuns, type KnownRun } from '../runs/known-runs.ts';
import { isFinished } from '../../model/run.ts';
import { refusalReasons, refusalText } from '../../model/refusal.ts';
import { printDay } from '../../model/time/time.ts';
import { partBar } from '../../charts/part-bar.ts';
import { printCount, printFixed, printShare, shareOf } from '../../wording/print-number.ts';
import type { Page } from '../page.ts';
import { unrankedTexts } from '../../wording/unranked-units.ts';
import { comparedResults, type ComparedResults } from './compared-results.ts';
import { comparedShare, comparedText, comparedValue, type ComparedRow } from './compared-rows.ts';
import { runChoice, runName, type RunChoice } from '../runs/run-choice.ts';
import { badParameter } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';
import { compareTexts } from './compare-texts.ts';
import { fieldTexts } from '../scenario/scenario-field-texts.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { nameIn, translator, type Translate } from '../../wording/translator.ts';
import { simulatedCaption } from '../shared/simulated.ts';

export interface ComparedRuns {
  readonly names: { readonly a: string; readonly b: string };
  readonly same: boolean;
  readonly settings: readonly {
    readonly path: string;
    readonly label: string;
    readonly a: string;
    readonly b: string;
  }[];
  readonly settingsNote: string;
  readonly counts: readonly ComparedRow[];
  readonly notes: readonly string[];
  readonly levelCharts: readonly { readonly name: string; readonly svg: string }[];
  readonly levels: readonly ComparedRow[];
  readonly channels: readonly ComparedRow[];
  readonly results: ComparedResults;
}

export interface CompareModel {
  readonly choice: RunChoice;
  readonly enough: boolean;
  readonly comparison: ComparedRuns | undefined;
  readonly editorHref: string;
}

const words = { ...siteTexts, ...compareTexts, ...unrankedTexts };

/** Two runs side by side; without a choice the form to choose them. */
export async function comparePage(context: RequestContext): Promise<Page<CompareModel>> {
  const { language, query, site } = context;
  const t = translator(words, language);
  const { runs } = knownRuns(site.store, site.runStarter.folder);
  const [a, b] = [chosenRun(runs, query, 'a'), chosenRun(runs, query, 'b')];
  return {
    view: 'compare',
    title: t('title'),
    words,
    periodFree: true,
    model: {
      choice: runChoice(runs, query, '/runs/compare', language),
      enough: runs.length > 1,
      comparison: a === undefined || b === undefined ? undefined : await compared(context, t, a, b),
      editorHref: context.link('/scenario'),
    },
  };
}

function chosenRun(runs: readonly KnownRun[], query: URLSearchParams, side: 'a' | 'b'): KnownRun | undefined {
  const id = query.get(side);
  if (id === null || id === '') return undefined;
  const known = runs.find((one) => one.id === id);
  if (known !== undefined) return known;
  throw badParameter(side, id, {
    zh: '须为运行记录页所列的运行',
    en: 'it must be one of the runs that the page of runs lists',
  });
}

async function compared(
  context: RequestContext,
  t: Translate,
  one: KnownRun,
  other: KnownRun,
): Promise<ComparedRuns> {
  const { language, site, results } = context;
  const a = await results.figures(one.database, one.run);
  const b = await results.figures(other.database, other.run);
  const names = { a: runName(one, language), b: runName(other, language) };
  const simulated = a.settings.size > 0 && b.settings.size > 0;
  const settings = simulated ? settingDifferences(a.settings, b.settings) : [];
  const levelName = (level: number): string => {
    const known = site.reference.levels.find((entry) => entry.level === level);
    return known === undefined ? String(level) : nameIn(language, known);
  };
  const channelName = (code: number): string => {
    const known = site.reference.channels.find((entry) => entry.code === code);
    return known === undefined ? String(code) : nameIn(language, known);
  };
  return {
    names,
    same: one.id === other.id,
    settings: settings.map(({ path, a: was, b: is }) => ({
      path,
      label: labelOf(path, language),
      a: was ?? t('absent'),
      b: is ?? t('absent'),
    })),
    settingsNote: simulated ? (settings.length === 0 ? t('settingsSame') : '') : t('settingsNone'),
    counts: countRows(t, language, a, b),
    notes: [
      ...[one, other].flatMap(({ database, run }) =>
        isFinished(run)
          ? []
          : [t('unfinishedRun', { name: database || t('served'), done: run.partsDone, all: run.parts })],
      ),
      ...(a.shared ? [t('shared', { name: one.database || t('served') })] : []),
      ...(b.shared && other.database !== one.database
        ? [t('shared', { name: other.database || t('served') })]
        : []),
    ],
    levelCharts: [
      { key: 'a', name: `${t('first')} · ${names.a}`, figures: a },
      { key: 'b', name: `${t('second')} · ${names.b}`, figures: b },
    ].map(({ key, name, figures }) => ({
      name,
      svg: partBar(
        simulatedCaption(language, {
          id: `levels-${key}`,
          title: `${t('levels')} · ${name}`,
          desc: t('levelsDesc', { name }),
        }),
        figures.levels.map(({ level, n, value }) => ({
          name: levelName(level),
          n,
          printed: `${printCount(n)} (${printShare(value, t('missing'))})`,
          className: `level-${String(level)}`,
        })),
        t('enlarged'),
      ),
    })),
    levels: a.levels.flatMap((share, i) => {
      const same = b.levels[i];
      return same === undefined ? [] : [comparedShare(t, levelName(share.level), share, same)];
    }),
    channels: a.channels.flatMap((share, i) => {
      const same = b.channels[i];
      return same === undefined ? [] : [comparedShare(t, channelName(share.channel), share, same)];
    }),
    results: comparedResults(a, b, language),
  };
}

/** A value of a several-valued field is called by the field and its place. */
function labelOf(path: string, language: RequestContext['language']): string {
  const field = Object.entries(fieldTexts).find(([known]) => path === known || path.startsWith(`${known}.`));
  if (field === undefined) return '';
  const [known, { label }] = field;
  return path === known ? label[language] : `${label[language]} · ${path.slice(known.length + 1)}`;
}

function countRows(
  t: Translate,
  language: RequestContext['language'],
  a: RunFigures,
  b: RunFigures,
): ComparedRow[] {
  const refused = refusalReasons.filter(
    (reason) => a.refused[reason] !== undefined || b.refused[reason] !== undefined,
  );
  const daysOf = ({ run: { firstDay, lastDay } }: RunFigures): string =>
    firstDay === null || lastDay === null ? '—' : `${printDay(firstDay)} – ${printDay(lastDay)}`;
  const monthsOf = ({ months: { first, last } }: RunFigures): string =>
    first === last ? first : `${first} – ${last}`;
  return [
    comparedText(t, t('seed'), String(a.run.seed ?? '—'), String(b.run.seed ?? '—')),
    comparedText(t, t('span'), daysOf(a), daysOf(b)),
    comparedText(t, t('months'), monthsOf(a), monthsOf(b)),
    comparedText(t, t('version'), a.run.programVersion, b.run.programVersion),
    comparedValue(t, t('services'), a.services, b.services, printCount),
    comparedValue(t, t('ratings'), a.ratings, b.ratings, printCount),
    comparedValue(
      t,
      t('perService'),
      shareOf(a.ratings, a.services),
      shareOf(b.ratings, b.services),
      (value) => printFixed(value, 3),
    ),
    comparedValue(t, t('rectifications'), a.run.rectifications, b.run.rectifications, printCount),
    comparedShare(t, t('rated'), a.rated, b.rated),
    comparedShare(t, t('defaulted'), a.defaulted, b.defaulted),
    comparedValue(t, t('refused'), a.run.refused, b.run.refused, printCount),
    ...refused.map((reason) =>
      comparedValue(
        t,
        t('refusedFor', { reason: refusalText[reason].name[language] }),
        a.refused[reason] ?? 0,
        b.refused[reason] ?? 0,
        printCount,
      ),
    ),
    comparedText(t, t('digest'), a.run.digest, b.run.digest),
  ];
}
