/** Fields of a record that say who somebody is. */
const PERSONAL =
  'userName|certKey|certKeyGOV|handleUserName|handleUserPageCode|name|mobile|callbackMobile|telPhone|phone|contactPhone';
const personalField = new RegExp(`("(?:${PERSONAL})"\\s*:\\s*)("(?:[^"\\\\]|\\\\.)*"?|[^,}\\s]+)`, 'g');

const masked = (value: string): string =>
  value.length <= 3 ? '*'.repeat(value.length) : `${value.slice(0, 1)}***${value.slice(-2)}`;

/**
 * A raw record as it may be shown: names, certificate and telephone numbers keep their first and last characters only.
 * A line that is no record loses every long run of digits as well.
 */
export function maskRecord(raw: string): string {
  const text = raw.replace(personalField, (_, field: string, value: string) => {
    const inner = value.replace(/^"|"$/g, '');
    return inner === '' ? `${field}${value}` : `${field}"${masked(inner)}"`;
  });
  return isRecord(raw) ? text : text.replace(/\d{11,}[\dXx]?/g, masked);
}

function isRecord(raw: string): boolean {
  try {
    const value: unknown = JSON.parse(raw);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
