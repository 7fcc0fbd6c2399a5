import type { SiteItem } from '../site-unit.ts';

/** Number of a simulated case of a site: MN (模拟), the slot of the item in four digits, a serial number in six. */
export const siteCaseNumber = ({ slot }: Pick<SiteItem, 'slot'>, serial: number): string =>
  `MN-${String(slot).padStart(4, '0')}-${String(serial).padStart(6, '0')}`;

/** The serial number in a case number of this item; undefined for any other text. */
export function serialOf(item: Pick<SiteItem, 'slot'>, caseNumber: string): number | undefined {
  const match = /^MN-\d{4}-(\d{6})$/.exec(caseNumber);
  const serial = Number(match?.[1]);
  return match !== null && siteCaseNumber(item, serial) === caseNumber ? serial : undefined;
}
