import { guideGroups, type GuideGroup } from '../../../model/register.ts';
import { elementsOfGroup } from '../../../model/site/guide-elements.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import { guideOf, type GuideElement } from '../../../portal/guide/guide.ts';
import { rulesOfItem, type ItemRules } from '../../../portal/rules/rules-of-item.ts';
import type { SiteItem, SiteUnit } from '../../../portal/site-unit.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import { drawnItem, drawnSeed } from '../drawn-site.ts';

/** A page of a service site that is checked: its rules, and the elements that are asked about. */
export interface CheckedPage {
  readonly site: SiteUnit;
  readonly item: SiteItem;
  readonly rules: ItemRules;
  readonly elements: readonly GuideElement[];
}

/** Of four pages one is in order (没有差错). */
const CLEAN = 0.25;

/** Faults as a share of the elements that are asked about, at least one: many where it is plain, few where it is hard. */
const faultShares: Readonly<Record<Difficulty, { readonly low: number; readonly high: number }>> = {
  1: { low: 0.3, high: 0.5 },
  2: { low: 0.2, high: 0.34 },
  3: { low: 0.04, high: 0.17 },
};

/** Pages that are drawn to find one whose faults are plain enough, or hidden well enough. */
const pagesDrawn: Readonly<Record<Difficulty, number>> = { 1: 3, 2: 1, 3: 8 };

/**
 * Draws the page. Its item is one of the world; the counts of right elements in its line of the register and the seed of its site are
 * the exercise’s own, so that the portal itself draws as many faults as are wanted: of a few such pages the one is taken whose faults
 * fit the difficulty best.
 */
export function drawPage(request: MakeRequest, groups: readonly GuideGroup[]): CheckedPage {
  const { draws, difficulty } = request;
  const { site, item } = drawnItem(request, () => true);
  const faulty = faultyElements(request, groups);
  const counted: SiteItem = { ...item, guide: countsWith(faulty) };
  const pages = Array.from({ length: faulty.length === 0 ? 1 : pagesDrawn[difficulty] }, (_, i) =>
    pageOf({ ...site, seed: drawnSeed(draws, `page ${String(i)}`), items: [counted] }, counted, groups),
  );
  const ranked = pages
    .map((page) => ({ page, subtle: meanSubtlety(page) }))
    .sort((a, b) => (difficulty === 1 ? a.subtle - b.subtle : b.subtle - a.subtle));
  const [first] = ranked;
  if (first === undefined) throw new Error('no page was drawn');
  return first.page;
}

/** Elements of the groups, as many as are to be faulty: how they spread over the groups is theirs. */
function faultyElements({ draws, difficulty }: MakeRequest, groups: readonly GuideGroup[]): string[] {
  if (draws.share(`clean ${String(difficulty)}`) < CLEAN) return [];
  const asked = groups.flatMap(elementsOfGroup);
  const { low, high } = faultShares[difficulty];
  const [least, most] = [low, high].map((share) => Math.max(1, Math.round(share * asked.length)));
  return draws.shuffled('faulty', asked).slice(0, draws.whole('faults', least ?? 1, most ?? 1));
}

/** Right and all elements of each group, where these ones are faulty. */
const countsWith = (faulty: readonly string[]): SiteItem['guide'] => {
  const counts = (group: GuideGroup): [number, number] => {
    const ids: readonly string[] = elementsOfGroup(group);
    return [ids.filter((id) => !faulty.includes(id)).length, ids.length];
  };
  return {
    basics: counts('basics'),
    materials: counts('materials'),
    process: counts('process'),
    forms: counts('forms'),
    fees: counts('fees'),
  };
};

function pageOf(site: SiteUnit, item: SiteItem, groups: readonly GuideGroup[]): CheckedPage {
  const asked = guideGroups.filter((group) => groups.includes(group));
  const elements = guideOf(site, item).elements.filter(({ group }) => asked.includes(group));
  return { site, item, rules: rulesOfItem(site, item), elements };
}

function meanSubtlety({ elements }: CheckedPage): number {
  const faulty = elements.filter(({ fault }) => fault !== null);
  return faulty.reduce((sum, element) => sum + subtletyOf(element), 0) / Math.max(1, faulty.length);
}

/** How much has to be compared to see a fault: nothing for a gap or an empty phrase, all for one version that differs a little. */
function subtletyOf({ fault, severity, shown, right }: GuideElement): number {
  const texts = Object.values(shown);
  switch (fault) {
    case null:
    case 'missing':
    case 'vague':
      return 0;
    case 'wrong':
      // A paper or a condition that was added is longer than what is right.
      return severity === 3 ? 1 : 2;
    case 'inconsistent':
      return texts.includes(null) ? 0 : texts.filter((text) => text?.zh !== right.zh).length === 1 ? 3 : 2;
  }
}
