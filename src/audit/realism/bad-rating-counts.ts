import type { RealismFigure } from '../../model/realism/realism-check.ts';
import type { Tag } from '../../model/reference.ts';

/** Bits of the tags of a level in a packed row. */
const TAG_BITS = 8;

/** Bad ratings (差评): their levels and tags. */
export class BadRatingCounts {
  private readonly byLevel = new Uint32Array(3);
  private readonly byTag = new Uint32Array(3 * TAG_BITS);

  constructor(private readonly tags: readonly Pick<Tag, 'code' | 'level'>[]) {}

  /** A rating of level 1 or 2, its tags one bit each in the order of the list. */
  add(level: number, tags: number): void {
    this.byLevel[level] = (this.byLevel[level] ?? 0) + 1;
    for (let bit = 0; bit < TAG_BITS; bit++) {
      if ((tags >> bit) & 1)
        this.byTag[level * TAG_BITS + bit] = (this.byTag[level * TAG_BITS + bit] ?? 0) + 1;
    }
  }

  /** Share of all bad ratings that carry a tag; one rating may carry several. */
  tagShare(code: string): RealismFigure {
    const level = this.tags.find((tag) => tag.code === code)?.level ?? 0;
    const bit = this.tags.filter((tag) => tag.level === level).findIndex((tag) => tag.code === code);
    const n = this.count();
    return { value: n === 0 || bit < 0 ? null : (this.byTag[level * TAG_BITS + bit] ?? 0) / n, n };
  }

  /** Ratings of level 1 for one of level 2. */
  levelRatio(): RealismFigure {
    const [, first = 0, second = 0] = this.byLevel;
    return { value: second === 0 ? null : first / second, n: this.count() };
  }

  private count(): number {
    const [, first = 0, second = 0] = this.byLevel;
    return first + second;
  }
}
