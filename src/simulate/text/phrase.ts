import type { Chooser } from './chooser.ts';
import { CASE_TRAITS, type CaseTrait } from './rated-case.ts';

/** Blanks that a phrase can have, and the traits a case needs for them to be filled. */
const BLANKS = {
  item: [],
  deed: [],
  paper: [],
  otherPaper: [],
  bureau: [],
  staff: [],
  name: [],
  wait: [],
  few: [],
  days: ['days'],
  promised: ['promised'],
  supplements: ['supplemented'],
  visits: ['visits'],
  window: ['window'],
} as const satisfies Record<string, readonly CaseTrait[]>;

export type Blank = keyof typeof BLANKS;

/** A piece of a text with blanks, and the traits (one bit each) of the cases that it fits. */
export interface Phrase {
  readonly needs: number;
  /** Literal text, blank, literal text, blank … literal text. */
  readonly texts: readonly string[];
  readonly blanks: readonly Blank[];
}

const isBlank = (name: string): name is Blank => name in BLANKS;
const isTrait = (name: string): name is CaseTrait => name in CASE_TRAITS;

/** Reads a phrase: the traits it asks for, if any, before a bar; blanks in braces, as in “late|说好{promised}天”. */
function readPhrase(source: string): Phrase {
  const bar = source.indexOf('|');
  const asked = bar < 0 ? [] : source.slice(0, bar).split(' ');
  const parts = source.slice(bar + 1).split(/[{}]/);
  const texts = parts.filter((_, i) => i % 2 === 0);
  const blanks = parts.filter((_, i) => i % 2 === 1).map((name) => known(name, isBlank, source));
  const traits = [
    ...asked.map((name) => known(name, isTrait, source)),
    ...blanks.flatMap((blank) => BLANKS[blank]),
  ];
  return { needs: traits.reduce((needs, trait) => needs | CASE_TRAITS[trait], 0), texts, blanks };
}

function known<T extends string>(name: string, is: (name: string) => name is T, source: string): T {
  if (!is(name)) throw new Error(`phrase “${source}” names “${name}”, which nobody knows`);
  return name;
}

export const phrases = (sources: readonly string[]): readonly Phrase[] => sources.map(readPhrase);

/** How often a phrase is looked for by chance before the list is gone through. */
const TRIES = 6;

/** A phrase of the list that fits the traits of a case. */
export function fittingPhrase(list: readonly Phrase[], traits: number, chooser: Chooser): Phrase | undefined {
  for (let i = 0; i < TRIES; i++) {
    const phrase = list[chooser.below(list.length)];
    if (phrase !== undefined && (phrase.needs & ~traits) === 0) return phrase;
  }
  return list.find(({ needs }) => (needs & ~traits) === 0);
}
