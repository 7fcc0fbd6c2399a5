import type { Language } from '../model/language.ts';
import { worldVersion } from '../model/world-version.ts';
import type { Store } from '../store/open.ts';
import { runOfOtherWorld, runWithoutRows, unfinishedRun } from '../store/read/runs.ts';
import { periodChoices, type PeriodChoices } from '../model/time/period-choice.ts';
import { signInLink } from './access/sign-in-link.ts';
import { isForProjector } from './screens.ts';
import type { Changes, KeptField, RequestContext } from './request-context.ts';
import { shownSections, type ShownSection } from './sections.ts';
import { commandText, fileFromHere } from './shared/command-text.ts';
import { simulated } from './shared/simulated.ts';
import { siteTexts } from './shared/site-texts.ts';
import { translator, type Translate } from '../wording/translator.ts';

/** What every page shows around its own content. */
export interface Layout {
  readonly language: Language;
  readonly htmlLang: string;
  readonly say: Translate;
  /** A title over simulated figures. */
  readonly simulated: (title: string) => string;
  readonly style: string;
  readonly script: string;
  readonly icon: string;
  readonly home: string;
  readonly sections: readonly ShownSection[];
  readonly languages: readonly {
    readonly code: string;
    readonly name: string;
    readonly href: string;
    readonly current: boolean;
  }[];
  /** Where one signs in, or one's own account; undefined around a page that says what went wrong. */
  readonly account: { readonly href: string; readonly name: string; readonly label: string } | undefined;
  readonly search: {
    readonly q: string;
    readonly kept: readonly KeptField[];
  };
  /** True of a page for a projector; the link leads to the other style. */
  readonly projector: boolean;
  readonly styleLink: { readonly href: string; readonly name: string } | undefined;
  readonly period: PeriodForm | undefined;
  /** What the reader must know of the data before any figure. */
  readonly cautions: readonly string[];
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

interface PeriodForm {
  readonly action: string;
  readonly current: string;
  /** Whether it is one of the choices, which are the periods with data. */
  readonly known: boolean;
  readonly choices: PeriodChoices;
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly free: boolean;
  /** The command that fills an empty database; undefined where it is not. */
  readonly fillCommand: string | undefined;
}

/** The parts of the layout that need no data: also around a page that says what went wrong. */
export function bareLayout(
  language: Language,
  assets: { readonly style: string; readonly script: string; readonly icon: string },
  path: string,
  link: (path: string) => string,
  here: (changes: Changes) => string,
): Layout {
  const say = translator(siteTexts, language);
  return {
    language,
    htmlLang: language === 'zh' ? 'zh-CN' : 'en',
    say,
    simulated: (title) => simulated(title, language),
    ...assets,
    home: link('/'),
    sections: shownSections(path, say, link),
    languages: [
      { code: 'zh-CN', name: '中文', href: here({ lang: 'zh' }), current: language === 'zh' },
      { code: 'en', name: 'English', href: here({ lang: 'en' }), current: language === 'en' },
    ],
    account: undefined,
    search: { q: '', kept: [] },
    projector: false,
    styleLink: undefined,
    period: undefined,
    cautions: [],
    facts: [],
  };
}

/** The whole layout. `free`: the page says the same for every period; `action`: where another one is chosen. */
export function layoutOf(context: RequestContext, free: boolean, action = context.path): Layout {
  const { results, site, query, period } = context;
  const frame = bareLayout(context.language, site.assets, context.path, context.link, context.here);
  const account = accountLink(context, frame.say);
  // Whoever may not read is not told which data there are.
  if (!context.may('read')) return { ...frame, account };
  const choices = periodChoices(results.months);
  const projector = isForProjector(query);
  const known = [...choices.years.map(({ label }) => label), ...choices.quarters, ...choices.months];
  return {
    ...frame,
    sections: shownSections(context.path, frame.say, context.link, context.may('accounts')),
    account,
    search: {
      q: context.path === '/search' ? (query.get('q') ?? '').trim() : '',
      kept: context.kept(),
    },
    projector,
    styleLink: {
      href: context.here({ style: projector ? undefined : 'projector' }),
      name: frame.say(projector ? 'fromProjector' : 'toProjector'),
    },
    period: {
      action,
      current: period.label,
      known: known.includes(period.label),
      choices,
      kept: [...query]
        .filter(([name]) => name !== 'period' && name !== 'page')
        .map(([name, value]) => ({ name, value })),
      free,
      fillCommand:
        results.months.length > 0
          ? undefined
          : commandText('simulate', { scenario: 'tiny', db: fileFromHere(site.store.file) }),
    },
    cautions: cautionsOf(site.store, frame.say),
    facts: [
      { name: frame.say('footData'), value: results.content.digest },
      { name: frame.say('footMethod'), value: site.methods.province.version },
      { name: frame.say('footVersion'), value: site.version },
    ],
  };
}

/** Where one signs in, or who is signed in. */
function accountLink(context: RequestContext, say: Translate): Layout['account'] {
  const { reader } = context;
  return reader.kind === 'account'
    ? { href: context.link('/account'), name: reader.name, label: say('myAccount', { name: reader.name }) }
    : { href: signInLink(context), name: say('signIn'), label: say('signIn') };
}

function cautionsOf(store: Store, say: Translate): string[] {
  const part = unfinishedRun(store);
  const without = runWithoutRows(store);
  const older = runOfOtherWorld(store, worldVersion);
  return [
    ...(part ? [say('unfinished', { run: part.id, done: part.partsDone, all: part.parts })] : []),
    ...(without ? [say('rowsNotKept', { run: without.id })] : []),
    ...(older ? [say('otherWorld', { run: older.id, version: older.worldVersion, now: worldVersion })] : []),
  ];
}
