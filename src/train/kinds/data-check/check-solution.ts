import type { Bilingual } from '../../../model/language.ts';
import type { ExerciseBlock, ShownTable } from '../../../model/training/exercise.ts';
import { percentText, sameInBoth } from '../figures/printed.ts';
import { anomalies } from './anomaly-names.ts';
import { rowsThatDecide } from './anomaly-rules.ts';
import { unitName, type AuditedUnit } from './audited-unit.ts';
import type { CheckTemplate } from './check-template.ts';
import type { DrawnAudit } from './draw-audit.ts';
import { recordColumns, rowName } from './shown-columns.ts';

/** The worked solution: each office with its grounds, the rows that decide, and what the budget allows. */
export function checkSolution(drawn: DrawnAudit, template: CheckTemplate): ExerciseBlock[] {
  const { units, anomaly, found } = drawn;
  const { name, rule } = anomalies[anomaly];
  return [
    {
      kind: 'text',
      text: {
        zh: `异常的单位：${found.join('、')}。类型：${name.zh}，即${rule.zh}。`,
        en: `Offices that are anomalies: ${found.join(', ')}. Kind: ${name.en}, that is ${rule.en}.`,
      },
    },
    {
      kind: 'table',
      caption: { zh: '逐个单位核对', en: 'Office by office' },
      columns: [
        { name: { zh: '单位', en: 'Office' } },
        { name: { zh: '结论', en: 'Finding' } },
        { name: { zh: '依据', en: 'Grounds' } },
      ],
      rows: units.map((unit) => [
        unitName(unit.letter),
        found.includes(unit.letter) ? { zh: '异常', en: 'anomaly' } : { zh: '正常', en: 'in order' },
        groundsOf(drawn, unit),
      ]),
    },
    decidingRows(drawn, template),
    budgetText(drawn),
  ];
}

function rowsText(rows: readonly number[]): Bilingual {
  const names = rows.map(rowName);
  return {
    zh: `第 ${names.join('、')} 行`,
    en: `${names.length === 1 ? 'row' : 'rows'} ${names.join(', ')}`,
  };
}

function groundsOf(drawn: DrawnAudit, unit: AuditedUnit): Bilingual {
  const deciding = rowsThatDecide(drawn.anomaly, unit, drawn);
  if (deciding.length > 0) {
    const { zh, en } = rowsText(deciding);
    return { zh: `${zh}达到界限`, en: `${en} meet the definition` };
  }
  const decoy = drawn.decoys.get(unit.letter);
  if (decoy === undefined) return { zh: '没有一类达到界限', en: 'no definition is met' };
  const { zh, en } = rowsText(unit.records.flatMap(({ isMade }, i) => (isMade ? [i] : [])));
  return { zh: `${zh}：${decoy.why.zh}`, en: `${en}: ${decoy.why.en}` };
}

/** The rows that decide, of all offices that are anomalies. */
function decidingRows(drawn: DrawnAudit, { columns }: CheckTemplate): ShownTable {
  return {
    kind: 'table',
    caption: { zh: '起决定作用的记录', en: 'The records that decide' },
    columns: [
      { name: { zh: '单位与行', en: 'Office and row' } },
      ...columns.map((id) => ({ name: recordColumns[id].name })),
    ],
    rows: drawn.units.flatMap((unit) =>
      rowsThatDecide(drawn.anomaly, unit, drawn).flatMap((i) => {
        const record = unit.records[i];
        if (record === undefined) return [];
        return [
          [
            sameInBoth(`${unit.letter} ${rowName(i)}`),
            ...columns.map((id) => recordColumns[id].print(record)),
          ],
        ];
      }),
    ),
  };
}

function budgetText({ found, budget }: DrawnAudit): ExerciseBlock {
  const [n, all] = [String(found.length), String(budget)];
  const full = percentText(found.length / budget, 1);
  return {
    kind: 'text',
    text: {
      zh: `预算 ${all} 个，异常 ${n} 个。只报这 ${n} 个：命中 ${n}，误报 0，漏报 0，精确率和召回率都是 100%。把预算用满：命中至多 ${n}，精确率至多 ${n}/${all} = ${full}，召回率不会更高。`,
      en: `The budget is ${all}, there are ${n} anomalies. Naming these ${n} alone gives ${n} hits, 0 false alarms and 0 misses, and precision and recall are 100%. Using up the budget gives at most ${n} hits, a precision of at most ${n}/${all} = ${full}, and no higher recall.`,
    },
  };
}
