import type { Asked } from '../../jobs/answers/questions.ts';
import { usualLadderChoice } from '../../jobs/laboratory/concealment-ladder.ts';
import type { DefectId } from '../../model/defect.ts';
import { readChoice, readWhole } from '../request-query.ts';

/** Anomalies with three concealment levels. */
export const ladderAnomalies = ['A1', 'A3', 'A4', 'A11'] as const satisfies readonly DefectId[];
/** In per cent. */
export const ladderRates = ['1', '3', '5', '10', '30'] as const;
export const ladderCases = ['60000', '240000'] as const;

const LARGEST_SEED = 4_294_967_295;

/** What an address of the concealment ladder chooses; what it does not say is as usual: scripts at a tenth, in the smaller worlds. */
export const readLadderChoice = (query: URLSearchParams): Asked['concealmentLadder'] => ({
  anomaly: readChoice(query, 'anomaly', ladderAnomalies, 'A3'),
  rate: Number(readChoice(query, 'rate', ladderRates, '10')) / 100,
  casesPerYear: Number(readChoice(query, 'cases', ladderCases, '60000')),
  seed: readWhole(query, 'seed', usualLadderChoice.seed, 0, LARGEST_SEED),
});
