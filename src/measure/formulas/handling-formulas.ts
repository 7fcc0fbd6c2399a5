import { byLevel, type UnitCounts } from '../unit-counts.ts';
import { ours, stated, text, type Formula } from './formula.ts';

/** Formulas over the 差评 loop: what became of bad ratings. All are by the month of the bad rating. */

/** Ratings of level 1 or 2; none for a unit of which no work order was collected: nothing is known of its handling. */
function badRatings({ active, defaulted, handling }: UnitCounts): number {
  if (handling.orders === 0) return 0;
  const [, one = 0, two = 0] = byLevel(active);
  const [, lowest = 0, low = 0] = byLevel(defaulted);
  return one + two + lowest + low;
}

const rates = stated(
  '市场监管总局关于 GB/T 39734-2020、GB/T 39735-2020 的新闻通稿列出该指标名称；公式为推算',
  'named in the press release of the State Administration for Market Regulation on GB/T 39734-2020 and GB/T 39735-2020; the formula is derived',
);

export const handlingFormulas = {
  replyRate: {
    id: 'replyRate',
    name: text('差评回复率', 'Bad ratings answered'),
    numerator: text('已联系评价人的差评数', 'bad ratings whose person was contacted'),
    denominator: text('差评数（有整改记录的单位）', 'bad ratings, of a unit with work orders'),
    source: rates,
    ratio: (counts) => ({ numerator: counts.handling.contacted, denominator: badRatings(counts) }),
  },
  verificationRate: {
    id: 'verificationRate',
    name: text('按时回访核实率', 'Bad ratings verified in time'),
    numerator: text('时限内回访核实的整改记录数', 'work orders whose person was contacted within the limit'),
    denominator: text('整改记录数', 'work orders'),
    source: ours('时限按地方规则', 'the limit is that of the local rules'),
    ratio: ({ handling }) => ({ numerator: handling.contactedInTime, denominator: handling.orders }),
  },
  rectificationRate: {
    id: 'rectificationRate',
    name: text('差评按期整改率', 'Bad ratings rectified in time'),
    numerator: text('属实且时限内整改的差评数', 'upheld bad ratings rectified within the limit'),
    denominator: text('属实的差评数', 'upheld bad ratings'),
    source: stated(
      '某重点城市政务服务网公开的指标“差评整改”：限时整改；公式为推算',
      'the page of indicators on the service site of one key city asks for rectification within a limit; the formula is derived',
    ),
    ratio: ({ handling }) => ({ numerator: handling.rectifiedInTime, denominator: handling.upheld }),
  },
  callbackSatisfaction: {
    id: 'callbackSatisfaction',
    name: text('整改后回访满意率', 'Satisfied after rectification'),
    numerator: text('整改后回访表示满意的数', 'persons called back after rectification who are satisfied'),
    denominator: text('整改后回访有答复的数', 'persons called back who say whether they are'),
    source: rates,
    ratio: ({ handling }) => ({ numerator: handling.satisfied, denominator: handling.answered }),
  },
  namedCallbackRate: {
    id: 'namedCallbackRate',
    name: text('实名差评回访率', 'Named bad ratings called back'),
    numerator: text(
      '已回访的属实实名差评数',
      'upheld bad ratings with a telephone whose person was called back',
    ),
    denominator: text('属实的实名差评数', 'upheld bad ratings with a telephone and a work order'),
    source: stated(
      '《国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见》（国办发〔2019〕51号）：实名差评回访率达到100%；公式为推算',
      'State Council General Office, document 51 of 2019: all named bad ratings are to be called back; the formula is derived',
    ),
    ratio: ({ handling }) => ({ numerator: handling.namedCalledBack, denominator: handling.named }),
  },
} as const satisfies Record<string, Formula>;
