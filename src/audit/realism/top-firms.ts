import type { RealismFigure } from '../../model/realism/realism-check.ts';
import { GroupedSums } from './grouped-sums.ts';

/** The part of all firms whose cases are counted together. */
const TOP = 0.01;

/** Cases of each firm: those that file often have a large part of them. */
export class TopFirms {
  private readonly cases = new GroupedSums();

  add(firm: number): void {
    this.cases.add(firm, 1);
  }

  /** Share of the cases of the hundredth of firms (rounded up) that have most; n = all cases of firms. */
  figure(): RealismFigure {
    const counts = new Uint32Array(this.cases.size);
    let i = 0;
    let n = 0;
    this.cases.each((count) => {
      counts[i++] = count;
      n += count;
    });
    counts.sort();
    const top = counts.subarray(counts.length - Math.ceil(counts.length * TOP));
    return { value: n === 0 ? null : top.reduce((sum, count) => sum + count, 0) / n, n };
  }
}
