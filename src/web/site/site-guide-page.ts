import { guideGroups, type GuideGroup } from '../../model/register.ts';
import { guideVersions, type GuideVersion } from '../../model/site/guide-faults.ts';
import { downloadKinds } from '../../portal/downloads.ts';
import { guideOf, type Guide, type GuideElement } from '../../portal/guide/guide.ts';
import { translator, type Translate } from '../../wording/translator.ts';
import type { Page } from '../page.ts';
import type { RequestContext } from '../request-context.ts';
import { readChoice } from '../request-query.ts';
import { itemAsked, type ItemAsked } from './asked-site.ts';
import { itemPath, serviceHead, serviceWords, type ServiceHead } from './service-head.ts';
import { siteGuideTexts } from './site-guide-texts.ts';

/** What a version says of an element, and where its form is, where it is one. */
interface ShownElement {
  readonly text: string;
  readonly form: string | undefined;
}

export interface SiteGuideModel {
  readonly head: ServiceHead;
  readonly name: string;
  readonly office: string;
  readonly version: string;
  readonly versions: readonly { readonly name: string; readonly href: string; readonly current: boolean }[];
  readonly conditions: readonly string[];
  readonly apply: string;
  /** Columns beside one another; empty where one version is shown alone. */
  readonly columns: readonly string[];
  readonly groups: readonly {
    readonly id: GuideGroup;
    readonly name: string;
    /** One text a column; of a version alone there is one, and what it lacks is not among the rows. */
    readonly rows: readonly { readonly name: string; readonly shown: readonly ShownElement[] }[];
  }[];
}

const words = { ...serviceWords, ...siteGuideTexts };
const shownVersions = [...guideVersions, 'all'] as const;

/** The guide of an item in one version, or in all three beside one another. */
export function siteGuidePage(context: RequestContext): Page<SiteGuideModel> {
  const { language, query } = context;
  const t = translator(words, language);
  const asked = itemAsked(context);
  const guide = guideOf(asked.site, asked.item);
  const version = readChoice(query, 'version', shownVersions, 'web');
  const name = guide.title[language];
  return {
    view: 'site-guide',
    title: t('title', { name }),
    words,
    model: {
      head: serviceHead(context, asked.site),
      name,
      office: guide.office[language],
      version: version === 'all' ? t('all') : t('versionShown', { version: t(version) }),
      versions: shownVersions.map((one) => ({
        name: t(one),
        href: context.here({ version: one === 'web' ? undefined : one }),
        current: one === version,
      })),
      conditions: guide.conditions.map((one) => one[language]),
      apply: context.link(itemPath(asked.site, asked.item, 'apply')),
      columns: version === 'all' ? guideVersions.map((one) => t(one)) : [],
      groups: groupsOf(context, asked, guide, version === 'all' ? guideVersions : [version], t),
    },
  };
}

function groupsOf(
  context: RequestContext,
  asked: ItemAsked,
  { elements }: Guide,
  versions: readonly GuideVersion[],
  t: Translate,
): SiteGuideModel['groups'] {
  const isAlone = versions.length === 1;
  const shownIn = (element: GuideElement, version: GuideVersion): ShownElement => ({
    text: element.shown[version]?.[context.language] ?? t('unlisted'),
    form: element.shown[version] === null ? undefined : formLink(context, asked, element, version),
  });
  return guideGroups
    .map((id) => ({
      id,
      name: t(id),
      rows: elements
        .filter(
          ({ group, shown }) =>
            group === id && !(isAlone && versions.some((version) => shown[version] === null)),
        )
        .map((element) => ({
          name: element.name[context.language],
          shown: versions.map((version) => shownIn(element, version)),
        })),
    }))
    .filter(({ rows }) => rows.length > 0);
}

/** Where the form is that an element speaks of. */
function formLink(
  context: RequestContext,
  { site, item }: ItemAsked,
  { id }: GuideElement,
  version: GuideVersion,
): string | undefined {
  const kind = downloadKinds.find((one) => one === id);
  return kind && context.link(itemPath(site, item, `forms/${kind}`), { version });
}
