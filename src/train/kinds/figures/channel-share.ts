import type { Bilingual } from '../../../model/language.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import type { ExerciseBlock, MadeExercise } from '../../../model/training/exercise.ts';
import { figureCosts } from './costs.ts';
import { firstThat, ratedUnit } from './drawn-counts.ts';
import {
  askedNumber,
  bullets,
  exerciseOf,
  figureTable,
  paragraph,
  percentUnit,
  type FieldWithKey,
} from './exercise-parts.ts';
import { monthName, numberText, percentText } from './printed.ts';
import {
  drawChannels,
  channelModes,
  ofChannels,
  ratioOfMode,
  tellsChannels,
  totalOfChannels,
  withAutomatic,
  type ChannelCounts,
  type ChannelMode,
} from './channel-counts.ts';

/** The share of a mode among ratings, or 线上/线下大厅非常满意率, from counts by channel. */
export function makeChannelShare(request: MakeRequest): MadeExercise {
  const { draws, difficulty, world } = request;
  const mode = channelModes[difficulty === 3 ? 'hall' : draws.one('mode', ['online', 'hall'] as const)];
  const unit = ratedUnit(draws, world);
  const counts = firstThat(
    (attempt) => drawChannels(request, unit, attempt),
    (drawn) => tellsChannels(drawn, mode.codes, difficulty),
  );
  const ratio = ratioOfMode(counts, mode.codes, difficulty);
  const label: Bilingual =
    difficulty === 1
      ? { zh: `${mode.name.zh}评价占全部评价的比重`, en: `Share of ratings given ${mode.name.en}` }
      : { zh: `${mode.name.zh}非常满意率`, en: `Very satisfied ${mode.name.en}` };
  return exerciseOf(
    { zh: `${unit.name.zh}：${label.zh}`, en: `${unit.name.en}: ${label.en.toLowerCase()}` },
    shownOf(counts, difficulty, unit.name, monthName(world.month)),
    [
      askedNumber(
        { id: 'rate', label },
        {
          value: (ratio.numerator / ratio.denominator) * 100,
          unit: percentUnit,
          decimals: 2,
          cost: figureCosts.number,
        },
      ),
      channelsField(request, counts, mode),
    ],
    solutionOf(counts, mode, difficulty),
  );
}

function channelsField(
  { draws }: MakeRequest,
  counts: readonly ChannelCounts[],
  mode: ChannelMode,
): FieldWithKey {
  const idOf = (channel: number): string => `pf${String(channel)}`;
  const order = draws.shuffled('order of channels', counts);
  return {
    field: {
      id: 'channels',
      kind: 'several',
      label: {
        zh: `哪些渠道属于${mode.name.zh}`,
        en: `Which channels count as ratings given ${mode.name.en}`,
      },
      options: order.map(({ channel, name }) => ({ id: idOf(channel), text: name })),
    },
    key: {
      kind: 'several',
      right: mode.codes.map(idOf),
      missed: figureCosts.reading,
      wrong: figureCosts.reading,
    },
  };
}

function shownOf(
  counts: readonly ChannelCounts[],
  difficulty: Difficulty,
  unit: Bilingual,
  month: Bilingual,
): ExerciseBlock[] {
  const columns = [
    {
      name: difficulty === 3 ? { zh: '主动评价数', en: 'Active ratings' } : { zh: '评价数', en: 'Ratings' },
      of: (one: ChannelCounts) => one.active,
    },
    {
      name: { zh: '其中非常满意', en: 'Very satisfied among them' },
      of: (one: ChannelCounts) => one.top,
    },
    ...(difficulty === 3
      ? [{ name: { zh: '默认评价数', en: 'Automatic ratings' }, of: (one: ChannelCounts) => one.automatic }]
      : []),
  ];
  return [
    figureTable(
      { zh: `${unit.zh}${month.zh}评价数，按渠道`, en: `Ratings of ${unit.en} by channel, ${month.en}` },
      { zh: '评价渠道', en: 'Rating channel' },
      columns.map(({ name }) => name),
      counts.map((one) => ({ name: one.name, figures: columns.map(({ of }) => numberText(of(one))) })),
    ),
    difficulty === 1
      ? paragraph(
          '表中评价都有等级。评价渠道按方式分为线上、线下大厅和热线、短信三类：自己在网上作出的归线上，在办事现场作出的归线下大厅，电话、短信联系后作出的归第三类。二维码贴在窗口，供现场扫码。',
          'All ratings of the table have a level. Channels are grouped by mode: online is what people give on the net by themselves, service hall what they give on the spot, and a third mode what they give by telephone or text message when contacted. The QR code stands at the window, to be scanned on the spot.',
        )
      : paragraph(
          '表中评价都有等级。评价渠道按方式分为线上、线下大厅和热线、短信三类：自己在网上作出的归线上，在办事现场作出的归线下大厅，电话、短信联系后作出的归第三类。二维码贴在窗口，供现场扫码。某一方式的非常满意率只看该方式的渠道，不含默认评价。',
          'All ratings of the table have a level. Channels are grouped by mode: online is what people give on the net by themselves, service hall what they give on the spot, and a third mode what they give by telephone or text message when contacted. The QR code stands at the window, to be scanned on the spot. The share of very satisfied of a mode is about its channels only and leaves automatic ratings out.',
        ),
  ];
}

function solutionOf(
  counts: readonly ChannelCounts[],
  mode: ChannelMode,
  difficulty: Difficulty,
): ExerciseBlock[] {
  const ofMode = ofChannels(counts, mode.codes);
  const { numerator, denominator } = ratioOfMode(counts, mode.codes, difficulty);
  const listed = (of: (one: ChannelCounts) => number): string =>
    ofMode.map((one) => numberText(of(one))).join(' + ');
  const [zhNames, enNames] = [
    ofMode.map(({ name }) => name.zh).join('、'),
    ofMode.map(({ name }) => name.en).join(', '),
  ];
  const part = listed(difficulty === 1 ? ({ active }) => active : ({ top }) => top);
  const whole = difficulty === 1 ? '' : `${listed(({ active }) => active)} = `;
  const result = percentText(numerator / denominator);
  return [
    paragraph(
      `属于${mode.name.zh}的渠道：${zhNames}。分子 ${part} = ${numberText(numerator)}；分母 ${whole}${numberText(denominator)}${difficulty === 1 ? '（全部评价）' : ''}。${numberText(numerator)} ÷ ${numberText(denominator)} = ${result}。`,
      `Channels ${mode.name.en}: ${enNames}. Numerator ${part} = ${numberText(numerator)}; denominator ${whole}${numberText(denominator)}${difficulty === 1 ? ' (all ratings)' : ''}. ${numberText(numerator)} ÷ ${numberText(denominator)} = ${result}.`,
    ),
    bullets(
      {
        zh: '二维码贴在大厅窗口，归线下大厅；电话、短信归热线、短信，两类都不算。',
        en: 'The QR code stands at the window of a hall and counts there; telephone and text message are a mode of their own.',
      },
      ...(difficulty === 1
        ? []
        : [
            {
              zh: `除以各渠道非常满意的总数，得到的是非常满意的评价来自哪里（${percentText(numerator / totalOfChannels(counts, ({ top }) => top))}），不是非常满意率。`,
              en: `Over all very satisfied ratings one gets where these come from (${percentText(numerator / totalOfChannels(counts, ({ top }) => top))}), not how many are very satisfied.`,
            },
          ]),
      ...(difficulty === 3
        ? [
            {
              zh: `把默认评价加进分母会得 ${percentText(withAutomatic(ofMode))}。`,
              en: `With automatic ratings in the denominator it would be ${percentText(withAutomatic(ofMode))}.`,
            },
          ]
        : []),
    ),
  ];
}
