import type { MakeRequest } from '../../exercise-kind.ts';
import { anomalyIds, type AnomalyId } from './anomaly-names.ts';
import { rowsThatDecide, type AuditScene } from './anomaly-rules.ts';
import type { AuditedUnit } from './audited-unit.ts';
import type { CheckTemplate, Decoy } from './check-template.ts';
import { daysOfMonth, drawsUnder, phoneFrom } from './unit-scene.ts';

/** What is drawn of an exercise: the offices, which of them are anomalies, all of one kind, and which only look so. */
export interface DrawnAudit extends AuditScene {
  readonly anomaly: AnomalyId;
  /** How many findings may be named. */
  readonly budget: number;
  readonly decoys: ReadonlyMap<string, Decoy>;
  /** Letters of the offices that are anomalies, in their order. */
  readonly found: readonly string[];
}

/** Offices, anomalies and decoys at each difficulty, from the fewest to the most, and the budget. */
const sizes = {
  1: { offices: 8, fewest: 2, most: 3, fewestDecoys: 1, mostDecoys: 2, budget: 4 },
  2: { offices: 9, fewest: 2, most: 4, fewestDecoys: 2, mostDecoys: 3, budget: 5 },
  3: { offices: 10, fewest: 3, most: 4, fewestDecoys: 3, mostDecoys: 4, budget: 5 },
} as const;

const STAFF = 2;
/** How often an office opens on Saturdays without being drawn for it. */
const SATURDAYS = 0.2;

export function drawAudit(request: MakeRequest, template: CheckTemplate): DrawnAudit {
  const { draws, difficulty, world, calendar } = request;
  const size = sizes[difficulty];
  const occurring = anomalyIds.filter((id) => template.anomalies[id] !== undefined);
  const anomaly = draws.one('anomaly', occurring);
  const letters = Array.from({ length: size.offices }, (_, i) => String.fromCharCode('A'.charCodeAt(0) + i));
  const order = draws.shuffled('offices', letters);
  const wrong = order.slice(0, draws.whole('anomalies', size.fewest, size.most));
  const alike = order.slice(
    wrong.length,
    wrong.length + draws.whole('decoys', size.fewestDecoys, size.mostDecoys),
  );
  const decoys = new Map(alike.map((letter) => [letter, decoyFor(request, template, anomaly, letter)]));
  const staff = staffOf(request, letters);
  const days = daysOfMonth(world.month, calendar);
  const units = letters.map((letter): AuditedUnit => {
    const own = drawsUnder(draws, letter);
    const decoy = decoys.get(letter);
    const opensSaturdays = decoy?.opensSaturdays ?? own.share('saturdays') < SATURDAYS;
    const scene = {
      draws: own,
      difficulty,
      days,
      staff: staff.get(letter) ?? [],
      otherStaff: letters.flatMap((other) => (other === letter ? [] : (staff.get(other) ?? []))),
      opensSaturdays,
    };
    const change = wrong.includes(letter) ? template.anomalies[anomaly] : decoy?.make;
    const records = template.ordinary(scene);
    return { letter, records: change?.(records, scene) ?? records, staff: scene.staff, opensSaturdays };
  });
  const drawn = { units, calendar, anomaly, budget: size.budget, decoys, found: wrong.toSorted() };
  assertAsPlanned(drawn, template, request);
  return drawn;
}

/** Mostly like the anomaly that occurs; at the beginning such as the summary tells apart, later such as only the records do. */
function decoyFor(
  { draws, difficulty }: MakeRequest,
  { decoys }: CheckTemplate,
  anomaly: AnomalyId,
  letter: string,
): Decoy {
  const suits = (decoy: Decoy): boolean => difficulty === 2 || (decoy.isMild === true) === (difficulty === 1);
  const likely = decoys.filter(({ like }) => like === anomaly);
  const among = draws.share(`like ${letter}`) < 0.7 ? likely : decoys;
  const suiting = among.filter(suits);
  return draws.one(`decoy ${letter}`, suiting.length > 0 ? suiting : among);
}

function staffOf({ draws }: MakeRequest, letters: readonly string[]): Map<string, string[]> {
  const taken: string[] = [];
  return new Map(
    letters.map((letter) => [
      letter,
      Array.from({ length: STAFF }, (_, i) => {
        const phone = phoneFrom(draws, `staff ${letter} ${String(i)}`, taken);
        taken.push(phone);
        return phone;
      }),
    ]),
  );
}

/** Every definition that is printed is tried on every office: it must find what was planned and nothing else. */
function assertAsPlanned(drawn: DrawnAudit, { listed, name }: CheckTemplate, { world }: MakeRequest): void {
  for (const unit of drawn.units)
    for (const id of listed) {
      const isPlanned = id === drawn.anomaly && drawn.found.includes(unit.letter);
      if (rowsThatDecide(id, unit, drawn).length > 0 === isPlanned) continue;
      throw new Error(
        `${name.en}, world ${String(world.number)}: office ${unit.letter} is wrongly ${isPlanned ? 'no ' : ''}${id}`,
      );
    }
}
