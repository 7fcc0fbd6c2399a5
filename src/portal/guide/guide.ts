import type { Bilingual } from '../../model/language.ts';
import { guideGroups, type GuideGroup } from '../../model/register.ts';
import { choose, cumulativeThresholds } from '../../simulate/distributions.ts';
import { guideFaults, type GuideFault, type GuideVersion } from '../../model/site/guide-faults.ts';
import type { Paper } from '../rules/paper.ts';
import { rulesOfItem, type ItemRules } from '../rules/rules-of-item.ts';
import { chosen, itemWord, siteDraw } from '../site-draws.ts';
import type { SiteItem, SiteUnit } from '../site-unit.ts';
import { basicsTexts } from './basics-texts.ts';
import type { ElementTexts, TextsOf, WrongText } from './element-texts.ts';
import { feesTexts } from './fees-texts.ts';
import { formsTexts } from './forms-texts.ts';
import { elementEntries, type GuideElementId, type GuideSeverity } from '../../model/site/guide-elements.ts';
import { materialsTexts } from './materials-texts.ts';
import { procedureTexts } from './procedure-texts.ts';

/** An element of a guide: what the rules say, and what each version shows; null where a version does not have it. */
export interface GuideElement {
  readonly id: GuideElementId;
  readonly group: GuideGroup;
  readonly name: Bilingual;
  readonly right: Bilingual;
  readonly shown: Readonly<Record<GuideVersion, Bilingual | null>>;
  /** Null where all versions show what is right. */
  readonly fault: GuideFault | null;
  readonly severity: GuideSeverity;
}

/** A service guide (办事指南) as the site shows it, beside what the rules say. */
export interface Guide {
  readonly taskCode: string;
  readonly title: Bilingual;
  readonly office: Bilingual;
  /** In the order of the groups. */
  readonly elements: readonly GuideElement[];
  /** The papers of the rules, which the elements of 申请材料 put into words. */
  readonly papers: readonly Paper[];
  /** Conditions of acceptance (受理条件): in all versions and right, not counted among the elements. */
  readonly conditions: readonly Bilingual[];
}

/**
 * The guide of an item. As many elements of a group are faulty as the register says; where it counts another number of elements than
 * a guide has, see `elementsOf`.
 */
export function guideOf(site: SiteUnit, item: SiteItem): Guide {
  const rules = rulesOfItem(site, item);
  const texts = textsOf(rules);
  const { name, nameEn } = item.officeLine;
  return {
    taskCode: item.taskCode,
    title: rules.title,
    office: { zh: name, en: nameEn === '' ? name : nameEn },
    elements: guideGroups.flatMap((group) => elementsOf(rules, group, texts)),
    papers: rules.papers,
    conditions: rules.conditions,
  };
}

const textsOf = (rules: ItemRules): TextsOf<GuideElementId> => ({
  ...basicsTexts(rules),
  ...materialsTexts(rules),
  ...procedureTexts(rules),
  ...formsTexts(rules),
  ...feesTexts(rules),
});

/** The elements with their places, which key their draws. */
const placedEntries = elementEntries.map((entry, at) => ({ ...entry, at }));

/**
 * The elements of a group. A register that counts fewer than there are has a guide of the first ones; of one that counts more, the
 * elements here stand for all, in the same proportion, rounded, and never all of them faulty or all right where not all are.
 */
function elementsOf(rules: ItemRules, group: GuideGroup, texts: TextsOf<GuideElementId>): GuideElement[] {
  const { site, item } = rules;
  const entries = placedEntries.filter((entry) => entry.group === group).slice(0, item.guide[group][1]);
  const faulty = new Set(
    entries
      .map(({ at }) => ({ at, order: itemWord(site, item, siteDraw.faultOrder + at) }))
      .sort((a, b) => a.order - b.order)
      .slice(0, faultyAmong(item.guide[group], entries.length))
      .map(({ at }) => at),
  );
  return entries.map(({ at, id, name, severity }): GuideElement => {
    const { right, wrong, vague } = texts[id];
    if (!faulty.has(at)) return { id, group, name, right, shown: alike(right), fault: null, severity };
    const word = itemWord(site, item, siteDraw.fault + at);
    const { shown, fault, adds } = withFault(
      { right, wrong, vague },
      word,
      itemWord(site, item, siteDraw.versions + at),
    );
    return { id, group, name, right, shown, fault, severity: adds ? 3 : severity };
  });
}

/** Faulty ones of `shown` elements, where the register counts these right and all. */
function faultyAmong([right, all]: readonly [number, number], shown: number): number {
  const faulty = all - right;
  if (all === shown || faulty === 0) return faulty;
  if (right === 0) return shown;
  return Math.min(shown - 1, Math.max(1, Math.round((faulty / all) * shown)));
}

const alike = (text: Bilingual | null): GuideElement['shown'] => ({ web: text, mobile: text, hall: text });

/** How often faults are of each kind, in the order of `guideFaults`; an assumption. Where nothing vague can be said it is missing or wrong. */
const kinds = cumulativeThresholds([3, 4, 2, 3]);
const kindsButVague = cumulativeThresholds([3, 4, 0, 3]);

/** Versions that differ from what is right: one or two of them. */
const differing: readonly [readonly GuideVersion[], ...(readonly GuideVersion[])[]] = [
  ['web'],
  ['mobile'],
  ['hall'],
  ['web', 'mobile'],
  ['web', 'hall'],
  ['mobile', 'hall'],
];

/** Draws a fault of an element: its kind from the whole of a word, its wording from the lower half of it. */
function withFault(
  { right, wrong, vague }: ElementTexts,
  word: number,
  versionWord: number,
): { shown: GuideElement['shown']; fault: GuideFault; adds: boolean } {
  const fault = guideFaults[choose(vague.length > 0 ? kinds : kindsButVague, word)] ?? 'missing';
  const wrongText: WrongText = chosen(wrong, word & 0xffff);
  const adds = wrongText.adds === true;
  switch (fault) {
    case 'missing':
      return { shown: alike(null), fault, adds: false };
    case 'wrong':
      return { shown: alike(bilingual(wrongText)), fault, adds };
    case 'vague':
      return { shown: alike(vague[(word & 0xffff) % vague.length] ?? null), fault, adds: false };
    case 'inconsistent': {
      // A quarter of them lack it in some version, the others say something else there. An assumption.
      const isLacking = (versionWord & 3) === 0;
      const other = isLacking ? null : bilingual(wrongText);
      const shown = { ...alike(right) };
      for (const version of chosen(differing, versionWord >>> 2)) shown[version] = other;
      return { shown, fault, adds: adds && !isLacking };
    }
  }
}

const bilingual = ({ zh, en }: Bilingual): Bilingual => ({ zh, en });
