import { expect, it } from 'vitest';
import { dataCheckKind } from '../../src/train/kinds/data-check.ts';
import { markAnswer } from '../../src/train/mark.ts';
import { difficulties, type Difficulty } from '../../src/model/training/exercise-kinds.ts';
import type { Drill, FieldKey, MadeExercise } from '../../src/model/training/exercise.ts';
import { calendar } from '../builders.ts';
import { itHoldsOf, type Seeded } from './kind-properties.ts';
import { meets, officeOf, rowsIn, type Printed } from './read-audit.ts';
import { fieldOf, matched, tablesOf, writtenIn } from './read-shown.ts';
import { faultyTexts } from './shown-blocks.ts';

export const drillsOf = ({ exercise }: MadeExercise): readonly Drill[] => exercise.drills ?? [];

const rightOf = (key: FieldKey | undefined): readonly string[] => {
  if (key?.kind !== 'several') throw new Error('no choice of several');
  return key.right;
};
const costsOf = (key: FieldKey | undefined): Readonly<Record<string, number>> => {
  if (key?.kind !== 'choice') throw new Error('no choice');
  return key.costs;
};
export const kindIn = ({ key }: MadeExercise): string =>
  Object.entries(costsOf(key.fields['kind'])).find(([, cost]) => cost === 0)![0];

const definitionsIn = ({ exercise }: MadeExercise): string[] =>
  exercise.shown.flatMap((block) => (block.kind === 'list' ? block.items.map(({ zh }) => zh) : []));

function printedIn({ exercise }: MadeExercise): Printed {
  const text = writtenIn(exercise.shown);
  const open = /周六开放的单位：(.*)。/.exec(text)?.[1] ?? '';
  const staff = tablesOf(exercise.shown).find(({ caption }) => caption === '工作人员号码');
  return {
    year: matched(/，(\d{4})-\d\d：/, text)[0]!,
    calendar,
    staff: new Map(
      staff === undefined
        ? []
        : rowsIn(staff).map((row) => [row['单位']!.replace('单位 ', ''), row['号码']!.split('、')]),
    ),
    openOnSaturdays: open.split('、'),
  };
}

/** Which offices meet which definition, of the records that were opened. */
const solved = (one: MadeExercise, opened: readonly Drill[]): { office: string; kind: string }[] =>
  opened.flatMap((drill) =>
    definitionsIn(one)
      .filter((definition) => meets(definition, officeOf(drill), printedIn(one)))
      .map((definition) => ({
        office: drill.id,
        kind: fieldOf(one, 'kind').options.find(({ text }) => definition.startsWith(`${text}：`))!.id,
      })),
  );

/** What holds of every data check: `all` is there when the tests run. */
export function itHoldsOfChecks(all: () => readonly Seeded[]): void {
  itHoldsOf(dataCheckKind, all);

  it('are solved from what is shown and the records that are opened alone', () => {
    for (const one of all()) {
      const where = `template ${String(one.template)}, seed ${String(one.seed)}, difficulty ${String(one.difficulty)}`;
      const found = solved(one, drillsOf(one));
      expect(
        found.map(({ office }) => office),
        where,
      ).toEqual(rightOf(one.key.fields['offices']));
      expect([...new Set(found.map(({ kind }) => kind))], where).toEqual([kindIn(one)]);
    }
  });

  it('mark every wrong answer as the printed costs say', () => {
    for (const { exercise, key } of all()) {
      const right = rightOf(key.fields['offices']);
      const [kind] = Object.entries(costsOf(key.fields['kind'])).find(([, cost]) => cost === 0)!;
      const others = fieldOf({ exercise, key }, 'offices').options.map(({ id }) => id);
      const wrong = others.find((id) => !right.includes(id))!;
      const mark = (offices: readonly string[], chosen = kind, opened: string[] = []) =>
        markAnswer(exercise, key, { offices, kind: [chosen] }, opened);
      expect(mark(right)).toMatchObject({ right: true, cost: 0 });
      expect(mark(right.slice(1)).cost).toBe(2);
      expect(mark([...right, wrong]).cost).toBe(1);
      for (const [id, cost] of Object.entries(costsOf(key.fields['kind'])))
        expect(mark(right, id).cost).toBe(id === kind ? 0 : cost);
      expect(mark(right, kind, ['a', 'b', 'nowhere'])).toMatchObject({
        right: true,
        cost: 1,
        drills: { opened: 2, cost: 1 },
      });
      const offices = exercise.fields.find((field) => field.kind === 'several');
      const worst = mark(
        others.filter((id) => !right.includes(id)).slice(0, offices?.budget),
        'nothing',
        others,
      );
      expect(worst.cost).toBe(worst.most);
    }
  });

  it('count hits, false alarms and misses, and have a budget that is more than there are anomalies', () => {
    for (const { exercise, key } of all()) {
      const [offices] = exercise.fields;
      const right = rightOf(key.fields['offices']);
      if (offices?.kind !== 'several') throw new Error('no choice of several');
      expect(offices.budget).toBeGreaterThan(right.length);
      const wrong = offices.options.map(({ id }) => id).filter((id) => !right.includes(id));
      const named = [right[0]!, wrong[0]!, wrong[1]!];
      const [mark] = markAnswer(exercise, key, { offices: named, kind: [] }).fields;
      expect(mark?.findings).toEqual({ hits: 1, falseAlarms: 2, missed: right.length - 1 });
    }
  });

  it('tell the same numbers in both languages, in the records too', () => {
    for (const one of all()) {
      expect(faultyTexts(one)).toEqual([]);
      const { caption, columns } = { ...tablesOf(drillsOf(one)[0]!.shown)[0]! };
      expect(caption).toMatch(/^单位 A 的记录$/);
      expect(columns[0]).toBe('行');
    }
  });

  it('show the rows that decide, and why what looks like an anomaly is none', () => {
    for (const one of all()) {
      const [offices, deciding] = tablesOf(one.key.solution);
      const right = rightOf(one.key.fields['offices']).map((id) => id.toUpperCase());
      const wrong = offices!.rows.filter(([, finding]) => finding === '异常').map(([office]) => office);
      expect(wrong).toEqual(right.map((letter) => `单位 ${letter}`));
      expect(new Set(deciding!.rows.map(([place]) => place!.split(' ')[0]))).toEqual(new Set(right));
      for (const [place, ...cells] of deciding!.rows) {
        const [letter, row] = place!.split(' ');
        const drill = drillsOf(one).find(({ id }) => id === letter!.toLowerCase())!;
        expect(tablesOf(drill.shown)[0]!.rows[Number(row) - 1]).toEqual([row, ...cells]);
      }
      const decoys = offices!.rows.filter(
        ([, finding, grounds]) => finding === '正常' && /^第 .*行：/.test(grounds!),
      );
      expect(decoys.length).toBeGreaterThanOrEqual(one.difficulty);
    }
  });

  it('hold nothing of the records in what is shown before they are opened', () => {
    for (const { exercise } of all()) {
      const shown = JSON.stringify({
        ...exercise,
        drills: exercise.drills?.map(({ shown: _, ...rest }) => rest),
      });
      for (const { shown: records } of exercise.drills ?? [])
        for (const row of tablesOf(records)[0]!.rows)
          for (const cell of row) if (/:\d\d:\d\d$/.test(cell)) expect(shown).not.toContain(cell);
    }
  });
  /** The offices that stand out most in the summary: by how far their figures lie from the usual ones. */
  function suspected(one: Seeded): string[] {
    const summary = tablesOf(one.exercise.shown)[0]!;
    const figures = summary.rows.map((row) => row.slice(2).map(Number));
    const usual = figures[0]!.map((_, column) => {
      const sorted = figures.map((row) => row[column]!).sort((a, b) => a - b);
      return sorted[Math.floor(sorted.length / 2)]!;
    });
    const spread = usual.map((middle, column) =>
      Math.max(1, ...figures.map((row) => Math.abs(row[column]! - middle))),
    );
    return summary.rows
      .map((row, i) => ({
        id: row[0]!.replace('单位 ', '').toLowerCase(),
        far: Math.max(
          ...figures[i]!.map((value, column) => Math.abs(value - usual[column]!) / spread[column]!),
        ),
      }))
      .sort((a, b) => b.far - a.far)
      .map(({ id }) => id);
  }

  const meanCost = (difficulty: Difficulty, costOf: (one: Seeded) => number): number => {
    const alike = all().filter((one) => one.difficulty === difficulty);
    return alike.reduce((sum, one) => sum + costOf(one), 0) / alike.length;
  };

  /** Names as many as the budget, the most striking first, and opens one office to learn the kind. */
  const blind = (one: Seeded): number => {
    const [offices] = one.exercise.fields;
    const named = suspected(one).slice(0, offices?.kind === 'several' ? offices.budget! - 1 : 0);
    return markAnswer(one.exercise, one.key, { offices: named, kind: [kindIn(one)] }, named.slice(0, 1)).cost;
  };

  /** Opens all but the least striking, and names what the records prove. */
  const careful = (one: Seeded): number => {
    const opened = suspected(one).slice(0, -2);
    const found = solved(
      one,
      drillsOf(one).filter(({ id }) => opened.includes(id)),
    );
    const answers = {
      offices: found.map(({ office }) => office),
      kind: found.slice(0, 1).map(({ kind }) => kind),
    };
    return markAnswer(one.exercise, one.key, answers, opened).cost;
  };

  it('are worth opening records for, where they are hard', () => {
    const costs = difficulties.map((difficulty) => ({
      blind: meanCost(difficulty, blind),
      careful: meanCost(difficulty, careful),
    }));
    expect(costs[2]!.careful).toBeLessThan(costs[2]!.blind - 1);
    expect(costs[2]!.blind).toBeGreaterThan(costs[0]!.blind + 1);
  });
}
