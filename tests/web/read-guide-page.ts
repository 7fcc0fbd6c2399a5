import type { HTMLElement } from 'node-html-parser';
import { guideGroups, type GuideGroup } from '../../src/model/register.ts';
import { guideVersions } from '../../src/model/site/guide-faults.ts';
import type { GuideElement } from '../../src/portal/guide/guide.ts';
import { wordsOf } from './fixture.ts';

/** Texts by their names that a guide shows in a group. */
const shownIn = (page: HTMLElement, group: GuideGroup): Map<string, string> =>
  new Map(
    page
      .querySelectorAll(`section[aria-labelledby="${group}-heading"] tbody tr`)
      .map((row) => [
        wordsOf(row.querySelector('th')),
        wordsOf(row.querySelector('td')).replace(/ ?(打开表格|Open the form)$/, ''),
      ]),
  );

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** How many elements of each group the pages of the three versions all show as the rules say them. */
export async function rightElementsRead(
  elements: readonly Pick<GuideElement, 'group' | 'name' | 'right'>[],
  lang: 'zh' | 'en',
  page: (query: string) => Promise<HTMLElement>,
): Promise<Record<GuideGroup, number>> {
  const pages: HTMLElement[] = [];
  for (const version of guideVersions)
    pages.push(await page(new URLSearchParams({ version, lang }).toString()));
  const read = { basics: 0, materials: 0, process: 0, forms: 0, fees: 0 };
  for (const group of guideGroups) {
    const shown = pages.map((one) => shownIn(one, group));
    read[group] = elements.filter(
      (element) =>
        element.group === group &&
        shown.every((texts) => texts.get(plain(element.name[lang])) === plain(element.right[lang])),
    ).length;
  }
  return read;
}
