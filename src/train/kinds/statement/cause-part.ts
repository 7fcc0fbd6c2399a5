import type { Bilingual } from '../../../model/language.ts';
import type { Draws } from '../../draws.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import type { ExerciseBlock } from '../../../model/training/exercise.ts';
import { numberText } from '../figures/printed.ts';
import { statementCosts } from './costs.ts';
import { wrongWordings, leavingOut, type SentencePart, type Wording } from './sentence-parts.ts';

/** Measures that a unit took at the time: what happens at the same time is no ground for a cause. */
export const unitMeasures: readonly Bilingual[] = [
  { zh: '设立帮办代办窗口', en: 'a desk that helps with applications' },
  { zh: '启用新的排队叫号系统', en: 'a new queueing system' },
  { zh: '开展窗口人员业务培训', en: 'training of the staff at the windows' },
  { zh: '上线材料免提交功能', en: 'a function that spares people papers' },
  { zh: '实行午间不打烊', en: 'opening over noon' },
  { zh: '开通周末预约办理', en: 'appointments at weekends' },
  { zh: '推行一次性告知单', en: 'a sheet that tells all that is needed at once' },
  { zh: '调整窗口设置', en: 'another arrangement of the windows' },
];

/** Reasons that a call to verify finds. */
export const verifiedReasons: readonly Bilingual[] = [
  { zh: '要求提供办事指南以外的材料', en: 'papers beyond the guide were asked for' },
  { zh: '办理超过承诺时限', en: 'the case took longer than promised' },
  { zh: '线上提交失败', en: 'submitting online failed' },
  { zh: '窗口人员业务不熟练', en: 'the staff at the window were not at home in their work' },
  { zh: '同一事项多次往返', en: 'people had to come several times for one item' },
  { zh: '办事指南样本有错', en: 'the samples in the guide were wrong' },
];

interface Evidence {
  readonly measure: Bilingual;
  readonly reason: Bilingual;
  readonly bad: number;
  readonly verified: number;
  readonly found: number;
}

/** A cause may be named where all bad ratings were verified and most of them have it. */
const hasGrounds = ({ bad, verified, found }: Evidence): boolean => verified === bad && found > bad / 2;

/**
 * What is known of the reasons behind the bad ratings of a unit, and whether a cause may be written. Half of the exercises have
 * grounds; where there are none, too few were verified, or too few of those have the reason.
 */
export function causePart(
  draws: Draws,
  difficulty: Difficulty,
  about: { readonly unit: Bilingual; readonly bad: number; readonly owed: (measure: Bilingual) => Bilingual },
): { readonly shown: ExerciseBlock[]; readonly part: SentencePart } {
  const { unit, bad, owed } = about;
  const evidence = drawEvidence(draws, difficulty, bad);
  const { measure, reason, verified, found } = evidence;
  return {
    shown: [
      {
        kind: 'text',
        text: {
          zh: `${unit.zh}当月差评 ${numberText(bad)} 条，已逐条回访核实 ${numberText(verified)} 条，其中 ${numberText(found)} 条的原因是“${reason.zh}”。该单位当月${measure.zh}。`,
          en: `${unit.en} had ${numberText(bad)} bad ratings in the month; ${numberText(verified)} were verified one by one by a call, and for ${numberText(found)} of these the reason was this: ${reason.en}. In the month it introduced ${measure.en}.`,
        },
      },
      {
        kind: 'text',
        text: {
          zh: '本题规定：全部差评都已核实，且其中过半是同一原因的，应当写出该原因；否则不写原因。',
          en: 'Rule of this exercise: where all bad ratings were verified and more than half of them have one reason, it is to be written; otherwise no cause is.',
        },
      },
    ],
    part: {
      id: 'cause',
      label: { zh: '原因', en: 'Cause' },
      wordings: wordingsOf(evidence, unit, owed(measure)),
      why: whyOf(evidence),
    },
  };
}

/** How much of the whole is found or verified: the nearer to half, the harder. */
const parts = {
  1: { found: [0.75, 0.95], verified: [0.15, 0.35], few: 1 },
  2: { found: [0.6, 0.8], verified: [0.3, 0.6], few: 0.7 },
  3: { found: [0.51, 0.65], verified: [0.5, 0.85], few: 0.4 },
} as const satisfies Readonly<Record<Difficulty, object>>;

function drawEvidence(draws: Draws, difficulty: Difficulty, bad: number): Evidence {
  const { found, verified, few } = parts[difficulty];
  const partOf = ([low, high]: readonly [number, number]): number =>
    Math.round(bad * (low + (high - low) * draws.share('part')));
  const half = Math.floor(bad / 2);
  const evidence = {
    measure: draws.one('measure', unitMeasures),
    reason: draws.one('reason', verifiedReasons),
    bad,
  };
  if (draws.share('grounds') < 0.5)
    return { ...evidence, verified: bad, found: Math.min(bad, Math.max(half + 1, partOf(found))) };
  // In easy exercises few were verified; in hard ones all may be, with a reason that is the most frequent one and not half of them.
  if (draws.share('few') < few) {
    const some = Math.max(2, Math.min(bad - 1, partOf(verified)));
    return { ...evidence, verified: some, found: Math.max(1, Math.min(half, Math.round(some * 0.8))) };
  }
  return { ...evidence, verified: bad, found: Math.max(1, Math.min(half, partOf([0.35, 0.5]))) };
}

function wordingsOf(evidence: Evidence, unit: Bilingual, owed: Bilingual): Wording[] {
  const { reason, verified, found } = evidence;
  const grounds = hasGrounds(evidence);
  return [
    leavingOut(grounds ? statementCosts.refused : 0, { zh: '不写原因', en: 'No cause is written' }),
    {
      text: {
        zh: `${unit.zh}差评的主要原因是“${reason.zh}”（核实 ${numberText(verified)} 条，其中 ${numberText(found)} 条）。`,
        en: `The main cause of the bad ratings of ${unit.en} was this: ${reason.en} (${numberText(found)} of ${numberText(verified)} verified).`,
      },
      cost: grounds ? 0 : statementCosts.cause,
    },
    ...wrongWordings(statementCosts.cause, owed, {
      zh: `${unit.zh}的差评多系评价人误操作。`,
      en: `Most bad ratings of ${unit.en} are slips of the raters.`,
    }),
  ];
}

function whyOf(evidence: Evidence): Bilingual {
  const { measure, bad, verified, found } = evidence;
  const [b, v, f] = [bad, verified, found].map((n) => numberText(n));
  const coincidence: Bilingual = {
    zh: `“${measure.zh}”只是同月发生，没有对照，说明不了作用；误操作没有核实依据`,
    en: `that it introduced ${measure.en} merely happened in the same month, and nobody verified slips`,
  };
  if (hasGrounds(evidence))
    return {
      zh: `原因：${b ?? ''} 条差评全部核实，其中 ${f ?? ''} 条过半，应当写出并附核实数；${coincidence.zh}。`,
      en: `Cause: all ${b ?? ''} bad ratings were verified and ${f ?? ''}, more than half, have the reason: it is written with these counts; ${coincidence.en}.`,
    };
  return verified < bad
    ? {
        zh: `原因：${b ?? ''} 条差评只核实了 ${v ?? ''} 条，不能说主要原因；${coincidence.zh}。`,
        en: `Cause: only ${v ?? ''} of ${b ?? ''} bad ratings were verified, so that no main cause can be named; ${coincidence.en}.`,
      }
    : {
        zh: `原因：核实的 ${b ?? ''} 条中 ${f ?? ''} 条，没有过半，不能说是主要原因；${coincidence.zh}。`,
        en: `Cause: ${f ?? ''} of ${b ?? ''} verified are not more than half, so that it is not the main cause; ${coincidence.en}.`,
      };
}
