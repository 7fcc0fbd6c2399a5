import type { Bilingual } from '../model/language.ts';
import type { GuideVersion } from '../model/site/guide-faults.ts';
import { guideOf } from './guide/guide.ts';
import { formFields, otherFormOf } from './rules/form-of-item.ts';
import { formName } from './rules/papers-of-item.ts';
import { rulesOfItem, type ItemRules } from './rules/rules-of-item.ts';
import type { SiteItem, SiteUnit } from './site-unit.ts';

/** Forms that a guide offers: the blank one (空表) and one that is filled in as an example (样表). */
export const downloadKinds = ['blank', 'sample'] as const;
export type DownloadKind = (typeof downloadKinds)[number];

/** A form as text: a title and its fields, empty in the blank one. */
export interface DownloadedForm {
  readonly title: Bilingual;
  readonly fields: readonly { readonly label: Bilingual; readonly value: Bilingual }[];
}

/**
 * What the guide of a version lets one download, as its element says: the form of the item, that of something else, or one without
 * fields; null where the element is missing there.
 */
export function downloadOf(
  site: SiteUnit,
  item: SiteItem,
  kind: DownloadKind,
  version: GuideVersion,
): DownloadedForm | null {
  const element = guideOf(site, item).elements.find(({ id }) => id === kind);
  const shown = element?.shown[version] ?? null;
  if (element === undefined || shown === null) return null;
  const rules = rulesOfItem(site, item);
  if (shown.zh === element.right.zh) return ownForm(rules, kind);
  return element.fault === 'vague'
    ? { title: titled(formName(item), kind), fields: [] }
    : otherItemForm(rules, kind);
}

const nothing: Bilingual = { zh: '', en: '' };

const ownForm = (rules: ItemRules, kind: DownloadKind): DownloadedForm => ({
  title: titled(formName(rules.item), kind),
  fields: formFields(rules).map(({ label, sample }) => ({
    label,
    value: kind === 'sample' ? sample : nothing,
  })),
});

function otherItemForm(rules: ItemRules, kind: DownloadKind): DownloadedForm {
  const { name, labels } = otherFormOf(rules);
  const example: Bilingual = { zh: '示例', en: 'Example' };
  return {
    title: titled(name, kind),
    fields: labels.map((label) => ({ label, value: kind === 'sample' ? example : nothing })),
  };
}

const titled = ({ zh, en }: Bilingual, kind: DownloadKind): Bilingual =>
  kind === 'blank'
    ? { zh: `${zh}（空表，模拟数据）`, en: `${en} (blank, simulated data)` }
    : { zh: `${zh}（样表，模拟数据）`, en: `${en} (sample, simulated data)` };
