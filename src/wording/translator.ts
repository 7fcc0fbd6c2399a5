import { translate, type Bilingual, type Language } from '../model/language.ts';

/** The texts of one page or part, by key. `{name}` in a text is filled in. */
export type Texts = Readonly<Record<string, Bilingual>>;

export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Fills the places of a text. A place without a value is a bug. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {${name}} in “${text}”`);
    return String(value);
  });
}

/** Gives the texts in one language. A key without a text is a bug. */
export function translator(words: Texts, language: Language): Translate {
  return (key, values = {}) => {
    const text = words[key];
    if (text === undefined) throw new Error(`no words for “${key}”`);
    return fill(translate(text, language), values);
  };
}

/** Name in the reader's language; a name that has no English one stays Chinese. */
export const nameIn = (
  language: Language,
  thing: { readonly name: string; readonly nameEn: string },
): string => (language === 'en' && thing.nameEn !== '' ? thing.nameEn : thing.name);

/** Source in the reader's language; one that has no English form is printed as it stands. */
export const sourceIn = (
  language: Language,
  cited: { readonly source: string; readonly sourceEn?: string | undefined },
): string => (language === 'en' ? (cited.sourceEn ?? cited.source) : cited.source);
