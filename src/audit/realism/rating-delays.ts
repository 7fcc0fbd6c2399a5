import type { RealismFigure } from '../../model/realism/realism-check.ts';

/** Cells of a delay: each is a hundredth longer than the one before, the last holds what is longer than half a year. */
const CELLS = 1700;
const WIDTH = 0.01;

/** Seconds from the service to its rating. */
export class RatingDelays {
  private readonly cells = new Uint32Array(CELLS);
  private n = 0;

  add(seconds: number): void {
    const cell = Math.min(CELLS - 1, Math.round(Math.log1p(Math.max(0, seconds)) / WIDTH));
    this.cells[cell] = (this.cells[cell] ?? 0) + 1;
    this.n++;
  }

  /** The median, exact to a hundredth of itself. */
  median(): RealismFigure {
    const { n } = this;
    let below = 0;
    const cell = this.cells.findIndex((count) => (below += count) * 2 >= n && below > 0);
    return { value: cell < 0 ? null : Math.expm1(cell * WIDTH), n };
  }
}
