import type { RealismFigure } from '../../model/realism/realism-check.ts';
import { IntraclassCorrelation } from './intraclass-correlation.ts';

/** Levels of the ratings of one case, whose services follow one another: no case is kept once the next has begun. */
export class CaseLevels {
  private readonly correlation = new IntraclassCorrelation();
  private open = -1;
  private n = 0;
  private sum = 0;
  private squares = 0;

  add(caseKey: number, level: number): void {
    if (caseKey !== this.open) this.close();
    this.open = caseKey;
    this.n++;
    this.sum += level;
    this.squares += level * level;
  }

  private close(): void {
    this.correlation.add(this.n, this.sum, this.squares);
    [this.n, this.sum, this.squares] = [0, 0, 0];
  }

  figure(): RealismFigure {
    this.close();
    return this.correlation.figure();
  }
}
