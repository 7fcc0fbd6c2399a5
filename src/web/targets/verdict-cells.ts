import type { Language } from '../../model/language.ts';
import type { TargetRow } from '../../model/targets.ts';
import { printAccepted, printInterval } from '../../wording/target-names.ts';
import { targetVerdictTexts } from '../../wording/target-verdicts.ts';

/** What every table of targets shows of a row: the two figures, and how the simulated one is judged. */
export interface TargetCells extends VerdictCells {
  readonly name: string;
  readonly published: string;
  readonly simulated: string;
}

interface VerdictCells {
  readonly interval: string;
  readonly accepted: string;
  /** How the verdict is marked. */
  readonly verdictClass: string;
  readonly verdict: string;
}

/** The cells of a row that say how its simulated figure is judged. */
export const verdictCells = (row: TargetRow, language: Language): VerdictCells => ({
  interval: printInterval(row)[language],
  accepted: printAccepted(row)[language],
  verdictClass:
    row.verdict === 'met' ? 'verdict-inside' : row.verdict === 'missed' ? 'verdict-outside' : 'quiet',
  verdict: row.verdict === null ? '—' : targetVerdictTexts[row.verdict][language],
});

/** The same of a row that is shown beside figures of another year: they are not judged. */
export const cellsWithoutVerdict = (row: TargetRow, language: Language): VerdictCells => ({
  ...verdictCells({ ...row, verdict: null }, language),
  accepted: '—',
});
