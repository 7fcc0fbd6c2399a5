import { newDigest, RowHash, type Digest } from './digest.ts';

const TEXT = 9;

/** Digest of a set of texts, which like that of records does not depend on their order. */
export function digestOfTexts(texts: Iterable<string>): Digest {
  const digest = newDigest();
  const hash = new RowHash();
  for (const text of texts) {
    hash.begin(TEXT);
    hash.mixText(text);
    hash.finish();
    hash.addTo(digest);
  }
  return digest;
}
