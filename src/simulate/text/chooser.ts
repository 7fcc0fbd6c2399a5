import { WORDS } from '../../model/math/random.ts';

/**
 * Chances of one text, all of them from one random word: SplitMix with 32 bits. Nothing is shared between two texts,
 * so any thread writes any of them in any order.
 */
export class Chooser {
  private state = 0;

  /** Begins the text of a word. */
  begin(word: number): void {
    this.state = word | 0;
  }

  private next(): number {
    this.state = (this.state + 0x9e3779b9) | 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  }

  /** A whole number from 0 to below `n`. */
  below(n: number): number {
    return Math.floor((this.next() / WORDS) * n);
  }

  /** True with this probability. */
  happens(probability: number): boolean {
    return this.next() < probability * WORDS;
  }

  /** An entry of a list, each as likely. */
  oneOf(list: readonly string[]): string {
    return list[this.below(list.length)] ?? '';
  }
}
