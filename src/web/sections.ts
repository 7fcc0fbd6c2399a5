import type { Translate } from '../wording/translator.ts';

/** A page of a section: its address, and its name among the texts of the site. */
interface ListedPage {
  readonly path: string;
  readonly name: string;
}

interface Section {
  readonly name: string;
  readonly pages: readonly ListedPage[];
}

/** The four sections of the site, for somebody who is here for the first time; a section begins with its first page. */
const siteSections: readonly Section[] = [
  {
    name: 'resultsSection',
    pages: [
      { path: '/', name: 'overview' },
      { path: '/units', name: 'units' },
      { path: '/regions', name: 'regions' },
      { path: '/compare', name: 'compare' },
      { path: '/changes', name: 'changes' },
      { path: '/items', name: 'items' },
      { path: '/channels', name: 'channels' },
      { path: '/report', name: 'report' },
    ],
  },
  {
    name: 'methodSection',
    pages: [
      { path: '/method', name: 'method' },
      { path: '/explain', name: 'explain' },
      { path: '/choices', name: 'choices' },
      { path: '/validation', name: 'validation' },
      { path: '/weighting', name: 'weighting' },
      { path: '/editions', name: 'editions' },
      { path: '/evaluators', name: 'evaluators' },
      { path: '/laboratory', name: 'laboratory' },
      { path: '/targets', name: 'targets' },
    ],
  },
  {
    name: 'dataSection',
    pages: [
      { path: '/scenario', name: 'scenario' },
      { path: '/runs', name: 'runs' },
      { path: '/refusals', name: 'refusals' },
    ],
  },
  {
    name: 'trainingSection',
    pages: [
      { path: '/training', name: 'training' },
      { path: '/lessons', name: 'lessons' },
      { path: '/sites', name: 'sites' },
    ],
  },
];

/** What administrators have besides. */
const administration: Section = {
  name: 'administrationSection',
  pages: [
    { path: '/accounts', name: 'accounts' },
    { path: '/keys', name: 'keys' },
    { path: '/audit-log', name: 'auditLog' },
    { path: '/metrics', name: 'metrics' },
  ],
};

/** Every page of the sections. */
export const listedPages = siteSections.flatMap(({ pages }) => pages);

export interface ShownPage {
  readonly href: string;
  readonly name: string;
  /** aria-current: the page itself, or one above it. */
  readonly current: 'page' | 'true' | undefined;
}

export interface ShownSection {
  readonly href: string;
  readonly name: string;
  readonly current: boolean;
  readonly pages: readonly ShownPage[];
}

/** The sections as they stand around the page of an address. */
export function shownSections(
  path: string,
  say: Translate,
  link: (path: string) => string,
  administers = false,
): ShownSection[] {
  const top = `/${path.split('/')[1] ?? ''}`;
  return [...siteSections, ...(administers ? [administration] : [])].map(({ name, pages }) => {
    const shown = pages.map((page): ShownPage => ({
      href: link(page.path),
      name: say(page.name),
      current: page.path === path ? 'page' : page.path === top ? 'true' : undefined,
    }));
    return {
      href: shown[0]?.href ?? '',
      name: say(name),
      current: shown.some(({ current }) => current !== undefined),
      pages: shown,
    };
  });
}
