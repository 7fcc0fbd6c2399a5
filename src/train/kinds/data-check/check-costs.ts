import type { ExerciseBlock } from '../../../model/training/exercise.ts';
import { sameInBoth } from '../figures/printed.ts';

/** An anomaly that was not named, an office named that is none, a wrong kind, and each opening of records. */
export const MISSED_COST = 2;
export const FALSE_ALARM_COST = 1;
export const WRONG_KIND_COST = 2;
export const OPENING_COST = 0.5;

const cost = (value: number) => sameInBoth(String(value));

export const checkRulesAndCosts: readonly ExerciseBlock[] = [
  { kind: 'heading', text: { zh: '核查规则', en: 'Rules' } },
  {
    kind: 'list',
    items: [
      {
        zh: '一道题里的异常都是同一类；各类的定义和界限印在题中，达到界限即为异常，达不到即为正常。',
        en: 'All anomalies of an exercise are of one kind. The definitions with their limits are printed in it: what meets them is an anomaly, what does not is none.',
      },
      {
        zh: '汇总表只说明哪里值得看，是不是异常由记录决定。明细按份打开，每份计代价。',
        en: 'The summary says where to look; the records decide. Records are opened office by office, and each opening costs.',
      },
      {
        zh: '核查能力有限：最多报“预算”个单位。命中：报了且异常；误报：报了但正常；漏报：异常没有报。精确率＝命中÷所报，召回率＝命中÷全部异常。',
        en: 'Capacity is limited: no more offices may be named than the budget. A hit is named and an anomaly, a false alarm is named and none, a miss is an anomaly not named. Precision is hits ÷ named, recall is hits ÷ all anomalies.',
      },
    ],
  },
  {
    kind: 'table',
    caption: { zh: '代价', en: 'Costs' },
    columns: [{ name: { zh: '情形', en: 'Case' } }, { name: { zh: '代价', en: 'Cost' }, isNumber: true }],
    rows: [
      [{ zh: '漏报，每个单位', en: 'Miss, each office' }, cost(MISSED_COST)],
      [{ zh: '误报，每个单位', en: 'False alarm, each office' }, cost(FALSE_ALARM_COST)],
      [{ zh: '异常类型选错', en: 'Wrong kind of anomaly' }, cost(WRONG_KIND_COST)],
      [{ zh: '打开明细，每份', en: 'Opening records, each office' }, cost(OPENING_COST)],
    ],
  },
  {
    kind: 'list',
    items: [
      {
        zh: `漏报记 ${String(MISSED_COST)}：失真的评价进入统计，没有人再看。`,
        en: `A miss, ${String(MISSED_COST)}: distorted ratings enter the figures, and nobody looks again.`,
      },
      {
        zh: `误报记 ${String(FALSE_ALARM_COST)}：单位要作说明，核查人员白跑一趟；疑似异常只是线索，须经核实。`,
        en: `A false alarm, ${String(FALSE_ALARM_COST)}: the office has to explain itself and the visit is for nothing; a finding is a lead and must be verified.`,
      },
      {
        zh: `类型选错记 ${String(WRONG_KIND_COST)}：核实的方法跟着错。`,
        en: `A wrong kind, ${String(WRONG_KIND_COST)}: it is then verified in the wrong way.`,
      },
      {
        zh: `查一份明细记 ${String(OPENING_COST)}：逐条看要花时间，比一次误报便宜，比一次漏报便宜得多。`,
        en: `Opening records, ${String(OPENING_COST)}: reading them takes time, less than a false alarm and far less than a miss.`,
      },
    ],
  },
];
