import path from 'node:path';
import type { Bilingual } from '../../model/language.ts';

/** A message for visitors of a page: they learn the name of a file in this folder, not where it lies. */
export function withoutFolder({ zh, en }: Bilingual, folder: string): Bilingual {
  const places = [path.join(path.resolve(folder), '/'), path.join(folder, '/')];
  const strip = (text: string): string =>
    places.reduce((stripped, place) => stripped.replaceAll(place, ''), text);
  return { zh: strip(zh), en: strip(en) };
}
