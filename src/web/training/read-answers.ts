import type { Answers, Exercise, Field } from '../../model/training/exercise.ts';
import { isNumber } from '../../jobs/train/practice.ts';
import { wrongUse, type Mistake } from '../../model/errors.ts';
import { fieldName } from './exercise-view.ts';

/** How sure a trainee may say to be (把握程度), in percent. */
export const confidences = [30, 50, 70, 90, 99] as const;

const LONGEST_NUMBER = 30;

/** Reads the answers of a form. Throws a Mistake that names what is still open, or what no option of the exercise is. */
export function readAnswers({ fields }: Exercise, form: URLSearchParams): Answers {
  return Object.fromEntries(
    fields.map((field) => [field.id, readField(field, form.getAll(fieldName(field.id)))]),
  );
}

function readField(field: Field, given: readonly string[]): string[] {
  const filled = given.map((text) => text.trim()).filter((text) => text !== '');
  if (field.kind === 'several') return withinBudget(field, [...new Set(filled)]);
  const [answer] = filled;
  if (answer === undefined) {
    throw wrongUse(`还没有作答：${field.label.zh}`, `not answered yet: ${field.label.en}`);
  }
  if (field.kind === 'choice') return [knownOption(field, answer)];
  if (answer.length > LONGEST_NUMBER || !isNumber(answer)) throw noNumber(field, answer);
  return [answer];
}

/** What is no number is refused before it costs an attempt: 约 12, 12 件. */
const noNumber = ({ label, unit }: Extract<Field, { kind: 'number' }>, text: string): Mistake => {
  const shown = text.replace(/[^\p{L}\p{N} .,%-]/gu, '').slice(0, LONGEST_NUMBER);
  const units = (word: string, zh: boolean): string =>
    word === '' ? '' : zh ? `，不写单位“${word}”` : `, without its unit “${word}”`;
  return wrongUse(
    `${label.zh} = “${shown}”：只写数字${units(unit.zh, true)}`,
    `${label.en} = “${shown}”: write the number alone${units(unit.en, false)}`,
  );
};

function withinBudget(field: Extract<Field, { kind: 'several' }>, given: readonly string[]): string[] {
  const known = given.map((id) => knownOption(field, id));
  const { budget = known.length } = field;
  if (known.length <= budget) return known;
  throw wrongUse(
    `${field.label.zh}：最多选 ${String(budget)} 个，选了 ${String(known.length)} 个`,
    `${field.label.en}: at most ${String(budget)} may be named, you named ${String(known.length)}`,
  );
}

function knownOption(field: Extract<Field, { options: readonly unknown[] }>, id: string): string {
  if (field.options.some((option) => option.id === id)) return id;
  const shown = id.replace(/[^\p{L}\p{N} -]/gu, '').slice(0, LONGEST_NUMBER);
  throw wrongUse(`“${shown}”不是本题的选项`, `“${shown}” is no option of this exercise`);
}

/** How sure the trainee is, from 0 to 1. */
export function readConfidence(form: URLSearchParams): number {
  const given = form.get('confidence') ?? '';
  const percent = confidences.find((one) => String(one) === given);
  if (percent !== undefined) return percent / 100;
  throw wrongUse(
    `请选择把握程度（${confidences.map((one) => `${String(one)}%`).join('、')}）`,
    `say how sure you are (${confidences.map((one) => `${String(one)}%`).join(', ')})`,
  );
}
