import type { Bilingual } from '../../../model/language.ts';
import type { Draws } from '../../draws.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { MadeExercise } from '../../../model/training/exercise.ts';
import { codedUnits, firstThat } from '../figures/drawn-counts.ts';
import { exerciseOf, type FieldWithKey } from '../figures/exercise-parts.ts';
import { monthName, sameInBoth } from '../figures/printed.ts';
import { statementCosts } from './costs.ts';
import {
  agreesWhenPrinted,
  drawSample,
  gapBetween,
  rateOf,
  sampleTable,
  type RatedSample,
} from './samples.ts';
import { sentencesOn, type Fault, type JudgedSentence, type SixRows } from './sentence-faults.ts';

/** Six sentences of every sort: each may go out as it is, or has one fault that is to be named. */
export function makeSixSentences(request: MakeRequest): MadeExercise {
  const { draws, difficulty } = request;
  const rows = drawRows(request);
  const sentences = drawSentences(draws, sentencesOn(rows, request));
  const faults = draws.shuffled('order of faults', verdicts);
  const samples = [rows.before, rows.now, rows.otherBefore, rows.other];
  return exerciseOf(
    { zh: '六个句子能不能发布', en: 'Whether six sentences may be published' },
    [
      sampleTable({ zh: '主动评价', en: 'Active ratings' }, samples, difficulty === 3 ? 2 : 1),
      {
        kind: 'text',
        text: {
          zh: '以下各句分别发布，除表中数据外没有其他材料。逐句判断：可以按原样发布，或者有一处错误，错在哪里。区间重叠，就不能说高低升降。',
          en: 'The sentences go out one by one, and there is nothing but the table. Judge each: it may be published as it is, or it has one fault, which is to be named. Where intervals overlap, neither more nor less may be said.',
        },
      },
    ],
    sentences.map((sentence, place) => sentenceField(sentence, place, faults)),
    [
      {
        kind: 'list',
        items: sentences.map(({ why, fault, mended }, place) => {
          const verdict = verdicts.find(({ id }) => id === fault);
          return {
            zh: `（${String(place + 1)}）${verdict?.name.zh ?? ''}：${why.zh}${mended === undefined ? '' : `可改为：${mended.zh}`}`,
            en: `(${String(place + 1)}) ${verdict?.name.en ?? ''}: ${why.en}${mended === undefined ? '' : ` It could read: ${mended.en}`}`,
          };
        }),
      },
    ],
  );
}

/** What may be said of a sentence. */
const verdicts: readonly { readonly id: Fault; readonly name: Bilingual }[] = [
  { id: 'none', name: { zh: '可以发布', en: 'may be published' } },
  { id: 'figure', name: { zh: '数字不对', en: 'a wrong figure' } },
  { id: 'scope', name: { zh: '时期或单位不对', en: 'a wrong period or unit' } },
  { id: 'basis', name: { zh: '缺分母或区间', en: 'no denominator or no interval' } },
  {
    id: 'place',
    name: { zh: '高低、升降说得不对', en: 'wrong on more, less or a change' },
  },
  { id: 'cause', name: { zh: '原因没有依据', en: 'a cause without grounds' } },
];

/** What it costs to let a fault pass. */
const costOfPassing: Readonly<Record<Fault, number>> = {
  none: 0,
  figure: statementCosts.figure,
  scope: statementCosts.scope,
  basis: statementCosts.basis,
  place: statementCosts.place,
  cause: statementCosts.cause,
};

function costOf(said: Fault, { fault, saysTooLittle }: JudgedSentence): number {
  if (said === fault) return 0;
  if (said === 'none') return saysTooLittle === true ? statementCosts.refused : costOfPassing[fault];
  return fault === 'none' ? statementCosts.refused : statementCosts.otherReason;
}

const sentenceField = (sentence: JudgedSentence, place: number, order: typeof verdicts): FieldWithKey => ({
  field: {
    id: `sentence-${String(place + 1)}`,
    kind: 'choice',
    label: {
      zh: `（${String(place + 1)}）${sentence.text.zh}`,
      en: `(${String(place + 1)}) ${sentence.text.en}`,
    },
    options: order.map(({ id, name }) => ({ id, text: name })),
  },
  key: {
    kind: 'choice',
    costs: Object.fromEntries(order.map(({ id }) => [id, costOf(id, sentence)])),
  },
});

/** Two units in two months, with one pair that can be told apart and one that cannot wherever this can be drawn. */
function drawRows({ draws, difficulty, world }: MakeRequest): SixRows {
  const [unit = sameInBoth(''), another = sameInBoth('')] = codedUnits(draws, 2);
  const [before, now] = [monthName(world.month, -1), monthName(world.month)];
  const sample = (at: string, whose: Bilingual, month: Bilingual): RatedSample =>
    drawSample(draws, at, { unit: whose, month }, difficulty, 0.82 + 0.14 * draws.share(`share ${at}`));
  return firstThat(
    (attempt) => ({
      before: sample(`before${attempt}`, unit, before),
      now: sample(`now${attempt}`, unit, now),
      otherBefore: sample(`other before${attempt}`, another, before),
      other: sample(`other${attempt}`, another, now),
    }),
    (rows) => {
      const gaps = [
        gapBetween(rows.now.interval, rows.other.interval),
        gapBetween(rows.before.interval, rows.now.interval),
        gapBetween(rows.otherBefore.interval, rows.other.interval),
      ];
      const rates = [rows.before, rows.now, rows.otherBefore, rows.other].map(rateOf);
      return (
        gaps.some((gap) => gap > 0) &&
        gaps.some((gap) => gap < 0) &&
        gaps.every((gap) => Math.abs(gap) > 0.0005) &&
        agreesWhenPrinted(rows.now, rows.other) &&
        rates.every((rate, i) => rates.every((other, j) => i >= j || Math.abs(rate - other) > 0.004))
      );
    },
  );
}

const SHOWN = 6;

/** One to three that may go out, and faults of different sorts. */
function drawSentences(draws: Draws, all: readonly JudgedSentence[]): JudgedSentence[] {
  const mixed = draws.shuffled('sentences', all);
  const fine = mixed.filter(({ fault }) => fault === 'none').slice(0, draws.whole('fine ones', 1, 3));
  const faulty: JudgedSentence[] = [];
  for (const most of [1, 2, 3])
    for (const sentence of mixed) {
      const alike = faulty.filter(({ fault }) => fault === sentence.fault).length;
      const isFull = fine.length + faulty.length >= SHOWN;
      if (sentence.fault !== 'none' && alike < most && !isFull && !faulty.includes(sentence))
        faulty.push(sentence);
    }
  return draws.shuffled('order of sentences', [...fine, ...faulty]);
}
