import { Block, threefry } from '../../model/math/random.ts';
import type { RealismFigure } from '../../model/realism/realism-check.ts';

interface KeyedText {
  readonly order: number;
  readonly text: string;
}

/**
 * How many texts among so many are distinct. The sample is spread over the whole run, always the same ones: the
 * ones whose keys come first in a fixed mixed order.
 */
export class DistinctTexts {
  private texts: KeyedText[] = [];
  private last = Infinity;
  private readonly block = new Block();

  constructor(private readonly most: number) {}

  add(ratingKey: number, text: string): void {
    threefry(0, 0, ratingKey >>> 0, Math.floor(ratingKey / 4_294_967_296), this.block);
    const order = (this.block.a >>> 0) * 2_097_152 + (this.block.b >>> 11);
    if (order >= this.last) return;
    this.texts.push({ order, text });
    if (this.texts.length >= this.most * 2) this.keepFirst();
  }

  private keepFirst(): void {
    this.texts = this.texts.sort((a, b) => a.order - b.order).slice(0, this.most);
    if (this.texts.length === this.most) this.last = this.texts.at(-1)?.order ?? Infinity;
  }

  figure(): RealismFigure {
    this.keepFirst();
    const n = this.texts.length;
    return { value: n === 0 ? null : new Set(this.texts.map(({ text }) => text)).size / n, n };
  }
}
