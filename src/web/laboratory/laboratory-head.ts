import { translator } from '../../wording/translator.ts';
import type { RequestContext } from '../request-context.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { laboratoryHeadTexts } from './laboratory-head-texts.ts';

/** The pages of the laboratory, in the order of their links. */
const pages = [
  { path: '/laboratory', name: 'gapLink' },
  { path: '/laboratory/bias', name: 'biasLink' },
  { path: '/laboratory/two-worlds', name: 'twoWorldsLink' },
  { path: '/laboratory/detectors', name: 'detectorsLink' },
  { path: '/laboratory/ladder', name: 'ladderLink' },
] as const;

/** Texts of a page of the laboratory besides its own. */
export const laboratoryWords = { ...siteTexts, ...laboratoryHeadTexts };

/** The links from each page of the laboratory to the others. */
export function laboratoryLinks(
  context: RequestContext,
): readonly { readonly href: string; readonly name: string; readonly current: boolean }[] {
  const t = translator(laboratoryWords, context.language);
  return pages.map(({ path, name }) => ({
    href: context.link(path),
    name: t(name),
    current: path === context.path,
  }));
}
