/** Charsets that any bytes fit, so that stating one proves nothing: frameworks state them without meaning it. */
const FITS_ALL = /^(iso[-_]?8859|latin|l1$|windows-125|cp125|us-ascii|ascii)/i;

/**
 * The text of an answer. A stated charset is honoured; without one, and where the bytes are not in it, UTF-8 and then
 * GB18030 are tried. What fits none holds U+FFFD at the places that were lost.
 */
export function decodeBody(bytes: Uint8Array, contentType: string): string {
  const [, stated = 'utf-8'] = /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType) ?? [];
  const usual = ['utf-8', 'gb18030'];
  for (const charset of FITS_ALL.test(stated) ? [...usual, stated] : [stated, ...usual]) {
    const text = decodeWhole(bytes, charset);
    if (text !== undefined) return text;
  }
  return new TextDecoder().decode(bytes);
}

function decodeWhole(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    // The charset is unknown, or these bytes are not in it.
    return undefined;
  }
}
