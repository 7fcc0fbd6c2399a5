import { decomposeGap, type DecomposedGap } from '../../audit/decomposition/decompose-gap.ts';
import { rankBudgets, type RankBudget } from '../../audit/decomposition/rank-budget.ts';
import { scaleOf } from '../../measure/scale.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { lossCause } from '../../model/truth.ts';
import { MAX_UNITS, partsOf, serviceKeyOf, assessNumberOf, isForeign } from '../../model/record/key.ts';
import type { RatingOutcome, RatingOutcomes } from '../../model/rating-outcomes.ts';
import { unitKinds, type UnitKind } from '../../model/reference.ts';
import { placesOf, unitsInPlay } from '../../model/register.ts';
import { separateFictional } from '../../model/names/fictional-units.ts';
import { closeStore, type Store } from '../../store/open.ts';
import { knownRegister } from '../../store/read/known-register.ts';
import { levelsByUnit } from '../../store/read/cells.ts';
import { ratingLevels } from '../../store/read/rows.ts';
import { eachDefectTruth, eachTruthSegment, levelTruths } from '../../store/read/truth/truth.ts';
import { referenceOfStore } from '../../store/read/unit-names.ts';
import { truthBeside } from './truth-beside.ts';

/** The gap between what was published and what was felt, of each unit and of all. */
export interface DecomposedGaps {
  readonly label: string;
  readonly all: DecomposedGap;
  readonly units: readonly {
    readonly code: string;
    readonly name: string;
    readonly nameEn: string;
    readonly kind: UnitKind;
    readonly gap: DecomposedGap;
  }[];
  readonly ranks: Readonly<Record<UnitKind, readonly RankBudget[]>>;
}

const LABEL = '真值（不进入任何结果）';
const LEVELS = 6;
const MECHANISMS = 16;
/** Defects that take a rating away. */
const withholding: readonly string[] = ['A13', 'A14'];

/** Decomposes the gaps of all that a database holds. Null where its truth is not at hand, or knows nothing. */
export function decomposeGaps(store: Store, knowledge: Pick<Knowledge, 'reference'>): DecomposedGaps | null {
  const truth = truthBeside(store);
  if (truth === null) return null;
  try {
    return gapsByTruth(store, truth, knowledge);
  } finally {
    closeStore(truth);
  }
}

/** The same with the truth at hand. */
export function gapsByTruth(
  store: Store,
  truth: Store,
  { reference: known }: Pick<Knowledge, 'reference'>,
): DecomposedGaps | null {
  const outcomes = readOutcomes(store, truth);
  if (outcomes.every(({ felt }) => felt.every((n) => n === 0))) return null;
  const reference = referenceOfStore(store, known);
  const { scores } = scaleOf(reference);
  const { ranked, unranked } = separateFictional(unitsInPlay(reference, knownRegister(store)));
  const units = [...ranked, ...unranked]
    .map(({ code, name, nameEn, kind }) => {
      const places = placesOf(reference, code);
      const gap = decomposeGap(
        outcomes.filter(({ unit }) => places.includes(unit)),
        scores,
      );
      return { code, name, nameEn, kind, gap };
    })
    .filter(({ gap }) => gap.services > 0);
  const of = (kind: UnitKind): RankBudget[] =>
    rankBudgets(
      units.filter((unit) => unit.kind === kind && ranked.some(({ code }) => code === unit.code)),
      scores,
    );
  const places = ranked.map((unit) => reference.units.indexOf(unit));
  const [province, city] = unitKinds.map(of);
  return {
    label: LABEL,
    // Each record once: a province’s own places and its cities’ are all in the list.
    all: decomposeGap(
      outcomes.filter(({ unit }) => places.includes(unit)),
      scores,
    ),
    units,
    ranks: { province: province ?? [], city: city ?? [] },
  };
}

/** What truth and store say together, of every place in the reference list. */
function readOutcomes(store: Store, truth: Store): RatingOutcomes[] {
  // unit, mechanism, additional, level felt, level stored
  const cells = new Float64Array(MAX_UNITS * MECHANISMS * 2 * LEVELS * LEVELS);
  const stored = ratingLevels(store);
  for (const { keys, levels, mechanisms } of eachTruthSegment(truth)) {
    const levelOf = stored({ from: keys[0] ?? 0, to: (keys.at(-1) ?? 0) + 1 });
    for (const [i, key] of keys.entries()) {
      const service = serviceKeyOf(key);
      if (isForeign(service)) continue;
      const how = (mechanisms[i] ?? 0) * 2 + assessNumberOf(key) - 1;
      const cell = (partsOf(service).unit * MECHANISMS * 2 + how) * LEVELS + (levels[i] ?? 0);
      const at = cell * LEVELS + (levelOf(key) ?? 0);
      cells[at] = (cells[at] ?? 0) + 1;
    }
  }
  const published = levelsByUnit(store);
  const felt = new Float64Array(MAX_UNITS * LEVELS);
  const lost: { unit: number; cause: number; level: number; n: number }[] = [];
  for (const { unit, cause, level, n } of levelTruths(truth)) {
    if (cause === 0) felt[unit * LEVELS + level] = (felt[unit * LEVELS + level] ?? 0) + n;
    else if (cause === lossCause.lost || cause === lossCause.suppressed) lost.push({ unit, cause, level, n });
  }
  const withheld = new Float64Array(MAX_UNITS * LEVELS);
  for (const { record, key, defect, outcome, was } of eachDefectTruth(truth)) {
    if (record !== 'rating' || outcome !== 'absent' || !withholding.includes(defect)) continue;
    const at = partsOf(serviceKeyOf(key)).unit * LEVELS + (Number(was) || 0);
    withheld[at] = (withheld[at] ?? 0) + 1;
  }
  const row = (table: Float64Array, unit: number): number[] => [
    ...table.slice(unit * LEVELS, (unit + 1) * LEVELS),
  ];
  return Array.from({ length: MAX_UNITS }, (_, unit) => ({
    unit,
    felt: row(felt, unit),
    made: madeIn(cells, unit),
    lost: lost.filter((one) => one.unit === unit),
    withheld: row(withheld, unit).flatMap((n, level) => (n === 0 ? [] : [{ level, n }])),
    published: row(published, unit),
  }));
}

function madeIn(cells: Float64Array, unit: number): RatingOutcome[] {
  const size = MECHANISMS * 2 * LEVELS * LEVELS;
  return [...cells.slice(unit * size, (unit + 1) * size)].flatMap((n, i) => {
    if (n === 0) return [];
    const how = Math.floor(i / (LEVELS * LEVELS));
    return [
      {
        mechanism: Math.floor(how / 2),
        additional: how % 2 === 1,
        felt: Math.floor(i / LEVELS) % LEVELS,
        stored: i % LEVELS,
        n,
      },
    ];
  });
}
