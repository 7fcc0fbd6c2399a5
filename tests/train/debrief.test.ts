import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bilingual } from '../../src/model/language.ts';
import type { KindRecord } from '../../src/train/course/confusion-finding.ts';
import { debriefOf } from '../../src/train/course/debrief.ts';
import type { Judgement } from '../../src/detect/statistics/brier.ts';
import { confusionOf } from '../../src/detect/statistics/confusion.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });
const categories = [both('属实', 'upheld'), both('误评', 'by mistake'), both('不实', 'unfounded')];

/** A kind with the counts of its matrix, [truth][answer]. */
function judgedKind(name: Bilingual, counts: readonly (readonly number[])[]): KindRecord {
  const pairs = counts.flatMap((row, truth) =>
    row.flatMap((n, answer) => Array.from({ length: n }, () => [truth, answer] as const)),
  );
  const confusion = confusionOf(
    pairs.map(([truth]) => truth),
    pairs.map(([, answer]) => answer),
    counts.length,
  );
  return { name, cases: confusion.all, right: confusion.right, judged: { categories, confusion } };
}
const verdict = both('差评研判', 'Judging bad ratings');
const figures = both('读数与计算', 'Reading figures');
const recheck = both('整改复核', 'Reviewing rectifications');
const plainKind = (name: Bilingual, right: number, cases: number): KindRecord => ({ name, right, cases });

const judged = (confidence: number, right: number, n: number): Judgement[] =>
  Array.from({ length: n }, (_, i) => ({ confidence, right: i < right }));

describe('a debrief', () => {
  it('says nothing where there is nothing', () => {
    expect(debriefOf([], [])).toEqual({
      confusions: [],
      calibration: undefined,
      next: undefined,
      sentences: [],
    });
  });

  it('says nothing of a trainee with too few answers, or of kinds that are all right', () => {
    const few = debriefOf([plainKind(figures, 4, 9), plainKind(recheck, 9, 9)], judged(0.9, 2, 9));
    expect(few.sentences).toEqual([]);
    const perfect = debriefOf([plainKind(figures, 20, 20), plainKind(recheck, 12, 12)], []);
    expect(perfect.sentences).toEqual([]);
    const oneKind = debriefOf([plainKind(figures, 10, 20)], []);
    expect(oneKind.sentences).toEqual([]);
  });

  it('names the three leading confusions over all kinds, none that came less than three times', () => {
    const { confusions, sentences } = debriefOf(
      [
        judgedKind(verdict, [
          [5, 2, 7],
          [4, 9, 0],
          [0, 3, 6],
        ]),
        judgedKind(recheck, [
          [6, 0, 0],
          [5, 6, 0],
          [1, 0, 6],
        ]),
      ],
      [],
    );
    expect(confusions.map(({ kind, truth, answer, n, of }) => [kind.zh, truth.zh, answer.zh, n, of])).toEqual(
      [
        ['差评研判', '属实', '不实', 7, 14],
        ['整改复核', '误评', '属实', 5, 11],
        ['差评研判', '误评', '属实', 4, 13],
      ],
    );
    expect(sentences[0]).toEqual({
      zh: '差评研判：应为“属实”的 14 题中，有 7 题判为“不实”。',
      en: 'Judging bad ratings: of 14 cases that are “upheld”, 7 were judged “unfounded”.',
    });
    const seldom = debriefOf(
      [
        judgedKind(verdict, [
          [9, 2, 1],
          [2, 9, 0],
          [0, 0, 9],
        ]),
      ],
      [],
    );
    expect(seldom.confusions).toEqual([]);
  });

  it('says whether confidence fits, by the interval of the share that is right', () => {
    // 12 of 20: 38.7% to 78.1%.
    const at = (confidence: number) => debriefOf([], judged(confidence, 12, 20)).calibration!;
    expect([at(0.9).leaning, at(0.7).leaning, at(0.3).leaning]).toEqual(['over', 'fits', 'under']);
    expect(at(0.9).brier.reliability).toBeCloseTo(0.09, 12);
    expect(at(0.9).sentences).toEqual([
      {
        zh: '平均把握程度 90.0%，答对 12/20（60.0%，95% 区间 38.7%–78.1%）：把握偏高，下结论前应再核对一遍依据。',
        en: 'Confidence was 90.0% on average, and 12 of 20 answers were right (60.0%, 95% interval 38.7%–78.1%): too sure; check the grounds once more before concluding.',
      },
    ]);
  });

  it('says whether surer answers are right more often, only where it can be told', () => {
    const told = (judgements: Judgement[]) => debriefOf([], judgements).calibration!;
    // r = (18 · 12 − 2 · 8) / √(20 · 20 · 26 · 14) = 0.524, χ² = 39 r² = 10.7.
    const right = told([...judged(0.9, 18, 20), ...judged(0.5, 8, 20)]);
    expect(right.tellsApart).toBe('right');
    expect(right.sentences).toHaveLength(2);
    expect(told([...judged(0.5, 18, 20), ...judged(0.9, 8, 20)]).tellsApart).toBe('wrong');
    // 13 against 10 of 20: r = 0.153, χ² = 0.91.
    const neither = told([...judged(0.9, 13, 20), ...judged(0.5, 10, 20)]);
    expect(neither.tellsApart).toBeUndefined();
    expect(neither.sentences).toHaveLength(1);
    expect(told(judged(0.8, 20, 20)).tellsApart).toBeUndefined();
  });

  it('sends on to the kind with the lowest share right, and says where that is within sampling error', () => {
    const clear = debriefOf(
      [plainKind(figures, 19, 20), plainKind(recheck, 6, 20), plainKind(verdict, 3, 9)],
      [],
    );
    expect(clear.next).toMatchObject({ kinds: [recheck], cases: 20, right: 6 });
    expect(clear.sentences).toEqual([
      {
        zh: '建议下一步多练“整改复核”：答对 6/20（30.0%，95% 区间 14.5%–51.9%），在答满 10 题的各题型中最低。',
        en: 'Practise “Reviewing rectifications” next: 6 of 20 answers were right (30.0%, 95% interval 14.5%–51.9%), the lowest share of the kinds with 10 answers or more.',
      },
    ]);
    const unclear = debriefOf([plainKind(figures, 14, 20), plainKind(recheck, 12, 20)], []);
    expect(unclear.next!.sentence.zh).toContain(
      '在答满 10 题的各题型中最低，但与其余题型的差别尚在抽样误差之内。',
    );
    expect(unclear.next!.sentence.en).toContain(
      'the lowest share of the kinds with 10 answers or more, though within sampling error of the others.',
    );
    const tied = debriefOf(
      [plainKind(figures, 5, 10), plainKind(recheck, 10, 20), plainKind(verdict, 19, 20)],
      [],
    );
    expect(tied.next!.kinds).toEqual([figures, recheck]);
    expect(tied.next!.sentence.zh).toContain('“读数与计算”、“整改复核”：答对 15/30');
    const alike = debriefOf([plainKind(figures, 5, 10), plainKind(recheck, 10, 20)], []);
    expect(alike.next).toBeUndefined();
  });

  it('has whole sentences in both languages, whatever was answered', () => {
    const count = fc.nat(15);
    const matrix = fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });
    const judgement = fc.record({
      confidence: fc.integer({ min: 0, max: 10 }).map((n) => n / 10),
      right: fc.boolean(),
    });
    fc.assert(
      fc.property(matrix, matrix, fc.array(judgement, { maxLength: 40 }), (first, second, judgements) => {
        const { sentences } = debriefOf(
          [judgedKind(verdict, first), judgedKind(recheck, second)],
          judgements,
        );
        for (const { zh, en } of sentences) {
          expect(zh).toMatch(/[\u4e00-\u9fff].*。$/);
          expect(en).toMatch(/^[A-Z0-9].*\.$/);
          expect(zh + en).not.toMatch(/NaN|undefined|Infinity/);
        }
      }),
    );
  });
});
