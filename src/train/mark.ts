import type {
  ExerciseKey,
  Answers,
  Exercise,
  Field,
  FieldKey,
  FieldMark,
  Mark,
} from '../model/training/exercise.ts';

/** Marks an answer by its key. A choice or number left open costs as much as its worst answer; of several options, those missed cost. */
export function markAnswer({ fields }: Exercise, key: ExerciseKey, answers: Answers): Mark {
  const marks = fields.map((field): FieldMark & { readonly most: number } => {
    const of = key.fields[field.id];
    if (of === undefined) throw new Error(`the key says nothing of the field ${field.id}`);
    const most = worstCost(field, of);
    const cost = costOf(of, answers[field.id] ?? [], most);
    return { field: field.id, right: cost === 0, cost, most };
  });
  const total = (of: (mark: (typeof marks)[number]) => number): number =>
    marks.reduce((sum, mark) => sum + of(mark), 0);
  return {
    right: marks.every(({ right }) => right),
    cost: total(({ cost }) => cost),
    most: total(({ most }) => most),
    fields: marks.map(({ field, right, cost }) => ({ field, right, cost })),
  };
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
  const others = field.kind === 'several' ? field.options.map(({ id }) => id) : [];
  const wrong = others.filter((id) => !key.right.includes(id));
  return key.right.length * key.missed + costOfNaming(key, wrong);
}

/** What it costs to name these options, none of them right. */
const costOfNaming = (
  {
    wrong,
    wrongs,
  }: { readonly wrong: number; readonly wrongs?: Readonly<Record<string, number>> | undefined },
  named: readonly string[],
): number => named.reduce((sum, id) => sum + (wrongs?.[id] ?? wrong), 0);

/** A number as people write it: full-width digits, a sign, separators of thousands and a closing % are understood; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll('−', '-').replace(/[\s,]/g, '').replace(/%$/, '');
  return /^[+-]?\d{1,12}(\.\d{1,25})?$/.test(plain) ? Number(plain) : undefined;
}
