import type {
  ExerciseKey,
  Answers,
  Exercise,
  Field,
  FieldKey,
  FieldMark,
  Mark,
  Option,
} from '../model/training/exercise.ts';

/**
 * Marks an answer by its key. A choice or number left open costs as much as its worst answer; of several options, those missed cost.
 * Each drill that was opened before the answer adds what it costs.
 */
export function markAnswer(
  { fields, drills = [] }: Exercise,
  key: ExerciseKey,
  answers: Answers,
  opened: readonly string[] = [],
): Mark {
  const marks = fields.map((field) => {
    const of = key.fields[field.id];
    if (of === undefined) throw new Error(`the key says nothing of the field ${field.id}`);
    const most = worstCost(field, of);
    const given = answers[field.id] ?? [];
    const cost = costOf(of, given, most);
    const mark: FieldMark = { field: field.id, right: cost === 0, cost, ...findingsOf(field, of, given) };
    return { mark, most };
  });
  const used = drills.filter(({ id }) => opened.includes(id));
  const ofDrills = sumOf(used.map(({ cost }) => cost));
  return {
    right: marks.every(({ mark }) => mark.right),
    cost: sumOf(marks.map(({ mark }) => mark.cost)) + ofDrills,
    most: sumOf(marks.map(({ most }) => most)) + sumOf(drills.map(({ cost }) => cost)),
    drills: { opened: used.length, cost: ofDrills },
    fields: marks.map(({ mark }) => mark),
  };
}

const sumOf = (costs: readonly number[]): number => costs.reduce((sum, cost) => sum + cost, 0);

/** Hits, false alarms and what was missed, of a field that has a budget of findings or looks for faults. */
function findingsOf(field: Field, key: FieldKey, given: readonly string[]): Pick<FieldMark, 'findings'> {
  if (field.kind === 'number' || key.kind === 'number') return {};
  if (key.finding !== undefined) return { findings: faultFindings(field.options, key, key.finding, given) };
  if (field.kind !== 'several' || field.budget === undefined || key.kind !== 'several') return {};
  const named = new Set(given);
  const hits = key.right.filter((id) => named.has(id)).length;
  return { findings: { hits, falseAlarms: named.size - hits, missed: key.right.length - hits } };
}

/** Of a choice, any fault that is named counts as found where there is one, whatever its kind: the kind has a cost of its own. */
function faultFindings(
  options: readonly Option[],
  key: Exclude<FieldKey, { readonly kind: 'number' }>,
  { sound, weight }: { readonly sound: string; readonly weight: number },
  given: readonly string[],
): NonNullable<FieldMark['findings']> {
  const named = new Set(given.filter((id) => id !== sound));
  if (key.kind === 'choice') {
    const isFaulty = key.costs[sound] !== 0;
    const [found, left] = [Math.min(named.size, 1), Math.max(0, 1 - named.size)];
    return isFaulty
      ? { hits: found, falseAlarms: 0, missed: left, cleared: 0, weight }
      : { hits: 0, falseAlarms: found, missed: 0, cleared: left, weight };
  }
  const faults = key.right.filter((id) => id !== sound);
  const hits = faults.filter((id) => named.has(id)).length;
  const falseAlarms = named.size - hits;
  const inOrder = options.filter(({ id }) => id !== sound && !faults.includes(id)).length;
  return { hits, falseAlarms, missed: faults.length - hits, cleared: inOrder - falseAlarms, weight };
}

function costOf(key: FieldKey, given: readonly string[], most: number): number {
  if (key.kind === 'several') {
    const missed = key.right.filter((id) => !given.includes(id)).length;
    const wrong = [...new Set(given)].filter((id) => !key.right.includes(id));
    return missed * key.missed + costOfNaming(key, wrong);
  }
  const [answer] = given;
  if (answer === undefined) return most;
  if (key.kind === 'choice') return key.costs[answer] ?? most;
  const number = readNumber(answer);
  return number !== undefined && isWithin(number, key) ? 0 : most;
}

/** A bound that is met exactly counts, however the last bits of the difference were rounded. */
const isWithin = (
  number: number,
  { value, within }: { readonly value: number; readonly within: number },
): boolean => Math.abs(number - value) <= within + 1e-9 * Math.max(1, Math.abs(value));

function worstCost(field: Field, key: FieldKey): number {
  if (key.kind === 'choice') return Math.max(0, ...Object.values(key.costs));
  if (key.kind === 'number') return key.cost;
  if (field.kind !== 'several') return 0;
  const wrong = field.options
    .filter(({ id }) => !key.right.includes(id))
    .map(({ id }) => costOfNaming(key, [id]))
    .sort((a, b) => b - a);
  return key.right.length * key.missed + sumOf(wrong.slice(0, field.budget));
}

/** What it costs to name these options, none of them right. */
const costOfNaming = (
  {
    wrong,
    wrongs,
  }: { readonly wrong: number; readonly wrongs?: Readonly<Record<string, number>> | undefined },
  named: readonly string[],
): number => sumOf(named.map((id) => wrongs?.[id] ?? wrong));

/** A number as people write it: full-width digits, a sign, separators of thousands and a closing % are understood; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll('−', '-').replace(/[\s,]/g, '').replace(/%$/, '');
  return /^[+-]?\d{1,12}(\.\d{1,25})?$/.test(plain) ? Number(plain) : undefined;
}
