import { fittingPhrase, type Phrase } from './phrase.ts';
import { filled } from './blanks.ts';
import { Chooser } from './chooser.ts';
import {
  consequences,
  demands,
  faultsOfHistory,
  lateRemarks,
  openings,
  scenes,
  supplementRemarks,
  visitRemarks,
} from './complaints.ts';
import { faultsOfTags } from './faults-of-tags.ts';
import { generalPraises, praiseClosings, praisesOfTags, shortPraises, smoothTags } from './praises.ts';
import { CASE_TRAITS, traitsOf, type RatedCase } from './rated-case.ts';
import { typed } from './typing.ts';

/** How much people write, in hundredths: one clause, some, many, and a long story. */
const BRIEF = 15;
const USUAL = 70;
const LONG = 93;
/** Those who are content write less: nearly nothing. */
const SHORT_PRAISE = 0.14;

/**
 * Writes the texts of ratings: composed of parts, never copied from a real one, and fitting what the person has lived
 * through, the level and the tags chosen. The same word and case give the same text.
 */
export class TextWriter {
  private readonly chooser = new Chooser();
  private clauses: string[] = [];
  private traits = 0;
  private readonly said = { bad: false, named: false, whom: 0 };

  /** A text for a rating of this level with these tags, by their codes. */
  write(rated: RatedCase, level: number, tags: readonly string[], word: number): string {
    this.chooser.begin(word);
    this.clauses = [];
    this.traits = traitsOf(rated);
    this.said.bad = level <= 2;
    this.said.named = false;
    this.said.whom = this.chooser.below(0x10000);
    if (level === 1 || level === 2) this.complain(rated, level, tags);
    else this.praise(rated, level === 3 || level === 4 ? level : 5, tags);
    const isLight = (this.traits & CASE_TRAITS.light) !== 0;
    return typed(this.clauses, isLight && (level === 1 || level === 5) ? level : 0, this.chooser);
  }

  private complain(rated: RatedCase, level: 1 | 2, tags: readonly string[]): void {
    const { chooser } = this;
    const length = chooser.below(100);
    const first = chooser.below(Math.max(1, tags.length));
    const tag = tags[first];
    const faults = (tag === undefined ? undefined : faultsOfTags.get(tag)) ?? faultsOfHistory;
    if (length < BRIEF) {
      this.say(faults, rated);
      return;
    }
    const long = length >= USUAL;
    if (chooser.happens(long ? 0.7 : 0.35)) this.say(openings[level], rated);
    if (chooser.happens(long ? 0.8 : 0.45)) this.say(scenes, rated);
    this.say(faults, rated);
    const other = tags.find((_, i) => i !== first);
    const otherFaults = other === undefined ? undefined : faultsOfTags.get(other);
    if (otherFaults !== undefined && chooser.happens(0.6)) this.say(otherFaults, rated);
    this.recall(rated, faults);
    if (chooser.happens(long ? 0.8 : 0.25)) this.say(consequences, rated);
    if (length >= LONG) {
      this.say(faultsOfHistory, rated);
      this.say(consequences, rated);
      this.say(faults, rated);
    }
    if (chooser.happens(long ? 0.7 : 0.3)) this.say(demands[level], rated);
  }

  /** What else the case went through, where the fault does not speak of it. */
  private recall(rated: RatedCase, faults: readonly Phrase[]): void {
    const { chooser } = this;
    const remarks = [
      [CASE_TRAITS.late, lateRemarks, '110'],
      [CASE_TRAITS.supplemented, supplementRemarks, '109'],
      [CASE_TRAITS.visits, visitRemarks, '114'],
    ] as const;
    for (const [trait, list, tag] of remarks) {
      if ((this.traits & trait) === 0 || faults === faultsOfTags.get(tag) || faults === faultsOfHistory)
        continue;
      if (chooser.happens(0.5)) this.say(list, rated);
    }
  }

  private praise(rated: RatedCase, level: 3 | 4 | 5, tags: readonly string[]): void {
    const { chooser } = this;
    if (chooser.happens(SHORT_PRAISE)) {
      this.say(shortPraises[level], rated);
      return;
    }
    const smooth = (this.traits & CASE_TRAITS.smooth) !== 0;
    const length = chooser.below(100);
    const fitting = tags.filter((tag) => smooth || !smoothTags.has(tag));
    if (length >= BRIEF && chooser.happens(length >= USUAL ? 0.7 : 0.4)) this.say(scenes, rated);
    const praised = fitting.map((tag) => praisesOfTags.get(tag)).filter((list) => list !== undefined);
    praised.forEach((list, i) => {
      if (i === 0 || chooser.happens(0.6)) this.say(list, rated);
    });
    if (praised.length === 0 || chooser.happens(length < BRIEF ? 0.1 : 0.6)) {
      this.say(generalPraises[level], rated);
    }
    if (length >= USUAL) this.say(generalPraises[level], rated);
    if (length >= LONG) {
      this.say(generalPraises[level], rated);
      this.say(generalPraises[level], rated);
    }
    if (length >= BRIEF && chooser.happens(0.35)) this.say(praiseClosings[level], rated);
  }

  /** Adds a clause that fits, unless the text has it already. */
  private say(list: readonly Phrase[], rated: RatedCase): void {
    const phrase = fittingPhrase(list, this.traits, this.chooser);
    if (phrase === undefined) return;
    const clause = filled(phrase, rated, this.said, this.chooser);
    this.said.named ||= phrase.blanks.includes('item') || phrase.blanks.includes('deed');
    if (!this.clauses.includes(clause)) this.clauses.push(clause);
  }
}
