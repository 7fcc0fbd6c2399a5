import type { Bilingual } from '../../../model/language.ts';
import type { Draws } from '../../draws.ts';
import type { ExerciseBlock, MadeExercise } from '../../../model/training/exercise.ts';
import { exerciseOf, letteredChoice, type PricedOption } from '../figures/exercise-parts.ts';

/** A wording with what writing it costs; 0 is right. */
export interface Wording extends Omit<PricedOption, 'id'> {
  /** What stands in the sentence, where that is not the text of the option: nothing, where something is left out. */
  readonly written?: Bilingual;
}

/** A blank of a sentence: wordings to choose among, and why the right one is right. */
export interface SentencePart {
  readonly id: string;
  readonly label: Bilingual;
  readonly wordings: readonly Wording[];
  readonly why: Bilingual;
}

interface SentenceToBuild {
  readonly title: Bilingual;
  readonly shown: readonly ExerciseBlock[];
  readonly parts: readonly SentencePart[];
  /** The sentence, with the id of a part in braces for each blank. */
  readonly sentence: Bilingual;
}

const numerals = ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧'];

/** A sentence that is put together from parts: shown with its blanks, and whole in the solution. */
export function sentenceExercise(
  draws: Draws,
  { title, shown, parts, sentence }: SentenceToBuild,
): MadeExercise {
  const numeralOf = (id: string): string => numerals[parts.findIndex((part) => part.id === id)] ?? '';
  const inBlanks = (id: string): Bilingual => ({ zh: `【${numeralOf(id)}】`, en: `[${numeralOf(id)}]` });
  const rightOf = (id: string): Bilingual => {
    const wording = parts.find((part) => part.id === id)?.wordings.find(({ cost }) => cost === 0);
    if (wording === undefined) throw new Error(`no wording of ${id} is right`);
    return wording.written ?? wording.text;
  };
  return exerciseOf(
    title,
    [
      ...shown,
      {
        kind: 'quote',
        by: { zh: '拟发布的句子', en: 'The sentence to be published' },
        text: filledIn(sentence, inBlanks),
      },
    ],
    parts.map(({ id, label, wordings }) =>
      letteredChoice(
        draws,
        {
          id,
          label: { zh: `${numeralOf(id)} ${label.zh}`, en: `${numeralOf(id)} ${label.en}` },
        },
        withoutRepeats(wordings),
      ),
    ),
    [
      {
        kind: 'list',
        items: parts.map(({ id, why }) => ({
          zh: `${numeralOf(id)} ${why.zh}`,
          en: `${numeralOf(id)} ${why.en}`,
        })),
      },
      {
        kind: 'quote',
        by: { zh: '可以发布的句子', en: 'The sentence as it may be published' },
        text: filledIn(sentence, rightOf),
      },
    ],
  );
}

/** Fills the blanks; where one stays empty, its comma goes with it. */
const filledIn = ({ zh, en }: Bilingual, inBlank: (id: string) => Bilingual): Bilingual => ({
  zh: zh.replace(blanks, (_, id: string) => inBlank(id).zh).replace(/，(?=[，；。）])/g, ''),
  en: en
    .replace(blanks, (_, id: string) => inBlank(id).en)
    .replace(/,\s*(?=[,;.)])/g, '')
    .trim(),
});

const blanks = /\{([a-z]+)\}/g;

/** A wording that leaves something out. */
export const leavingOut = (cost: number, text: Bilingual): Wording => ({
  text,
  cost,
  written: { zh: '', en: '' },
});

/** A wrong wording that happens to read like one before it is left out; the right one comes first. */
function withoutRepeats(wordings: readonly Wording[]): Wording[] {
  const order = [...wordings].sort((a, b) => a.cost - b.cost);
  return order.filter(({ text }, i) => order.findIndex((other) => other.text.zh === text.zh) === i);
}

export const rightWording = (text: Bilingual): Wording => ({ text, cost: 0 });
export const wrongWordings = (cost: number, ...texts: readonly Bilingual[]): Wording[] =>
  texts.map((text) => ({ text, cost }));
