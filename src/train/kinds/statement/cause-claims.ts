import type { Bilingual } from '../../../model/language.ts';
import type { MakeRequest } from '../../exercise-kind.ts';
import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import type { MadeExercise } from '../../../model/training/exercise.ts';
import { codedUnits } from '../figures/drawn-counts.ts';
import { exerciseOf } from '../figures/exercise-parts.ts';
import { monthName, numberText, percentText, sameInBoth } from '../figures/printed.ts';
import { statementCosts } from './costs.ts';
import { claimsField, claimsSolution, drawClaims, type Claim } from './judged-sentences.ts';
import { rateText, sampleTable } from './samples.ts';
import { drawFacts, modeTable, reasonTable, type CauseFacts } from './cause-facts.ts';

/** Each of these costs the same where it may not stand. */
type CauseClaim = Omit<Claim, 'cost'>;

/** Six sentences on causes: what was verified may be said, what merely happened together may not. */
export function makeCauseClaims(request: MakeRequest): MadeExercise {
  const { draws, difficulty, world } = request;
  const [unit = sameInBoth('')] = codedUnits(draws, 1);
  const facts = drawFacts(request, unit);
  const claims = drawClaims(
    draws,
    claimsOn(facts, difficulty).map((claim) => ({ ...claim, cost: statementCosts.cause })),
  );
  return exerciseOf(
    { zh: '原因的说法', en: 'Claims of causes' },
    [
      sampleTable({ zh: '主动评价', en: 'Active ratings' }, [facts.before, facts.now], 1),
      reasonTable(facts, monthName(world.month)),
      modeTable(facts, monthName(world.month)),
      {
        kind: 'text',
        text: {
          zh: `${facts.now.month.zh}，${unit.zh}${facts.measure.zh}。各句中的数字都与表相符，只判断原因的说法：逐条回访核实过的原因可以照核实的条数写；同时发生、渠道不同、没有对照的，都不能写成原因。`,
          en: `In ${facts.now.month.en} ${unit.en} introduced ${facts.measure.en}. All figures of the sentences agree with the tables; judge only what they say of causes: a reason that was verified one by one may be written with these counts; what happened at the same time, came by another channel or has nothing to compare with is no cause.`,
        },
      },
    ],
    [claimsField(claims)],
    [claimsSolution(claims)],
  );
}

function claimsOn(facts: CauseFacts, difficulty: Difficulty): CauseClaim[] {
  return [...verifiedClaims(facts), ...measureClaims(facts, difficulty), ...otherClaims(facts)];
}

function verifiedClaims({ found, unverified, bad, unit }: CauseFacts): CauseClaim[] {
  const verified = bad - unverified;
  const [top] = found;
  if (top === undefined) return [];
  const [b, v, t, u] = [bad, verified, top.n, unverified].map((n) => numberText(n));
  const isMost = unverified === 0 && top.n > bad / 2;
  const whyMost: Bilingual = isMost
    ? {
        zh: `${b ?? ''} 条全部核实，其中 ${t ?? ''} 条，过半。`,
        en: `all ${b ?? ''} were verified, and ${t ?? ''} are more than half.`,
      }
    : unverified > 0
      ? {
          zh: `还有 ${u ?? ''} 条没有核实，不能说全部差评多数因此。`,
          en: `${u ?? ''} were not verified, so that nothing can be said of most of all.`,
        }
      : {
          zh: `${t ?? ''} 条没有超过 ${b ?? ''} 条的一半。`,
          en: `${t ?? ''} are not more than half of ${b ?? ''}.`,
        };
  return [
    ...found.slice(0, 2).map(({ reason, n }): CauseClaim => ({
      sort: 'verified',
      text: {
        zh: `已核实的 ${v ?? ''} 条差评中，${numberText(n)} 条的原因是“${reason.zh}”。`,
        en: `Of ${v ?? ''} bad ratings that were verified, ${numberText(n)} had the reason that ${reason.en}.`,
      },
      stands: true,
      why: {
        zh: '逐条核实过，条数与表相符，没有超出核实的范围。',
        en: 'they were verified one by one, the counts agree, and nothing is said beyond them.',
      },
    })),
    {
      sort: 'most',
      text: {
        zh: `${unit.zh}本月差评多数是“${top.reason.zh}”引起的。`,
        en: `Most bad ratings of ${unit.en} in the month were caused by this: ${top.reason.en}.`,
      },
      stands: isMost,
      why: whyMost,
    },
    {
      sort: 'remedy',
      text: {
        zh: `只要解决“${top.reason.zh}”，差评就能减少 ${t ?? ''} 条。`,
        en: `If only it were mended that ${top.reason.en}, there would be ${t ?? ''} bad ratings fewer.`,
      },
      stands: false,
      why: {
        zh: '核实的是给差评的理由，解决以后会怎样没有数据，是推断。',
        en: 'what was verified is why people gave a bad rating; what would happen once it is mended is inferred.',
      },
    },
    ...(unverified > 0
      ? [
          {
            sort: 'unverified',
            text: {
              zh: `尚未核实的 ${u ?? ''} 条差评，原因还不清楚。`,
              en: `Why the ${u ?? ''} bad ratings that were not verified were given is not known.`,
            },
            stands: true,
            why: {
              zh: '没有核实就没有原因可写，如实说明。',
              en: 'without verification there is no cause to write, and it says so.',
            },
          },
          {
            sort: 'unverified',
            text: {
              zh: `尚未核实的 ${u ?? ''} 条差评，原因与已核实的一样。`,
              en: `The ${u ?? ''} bad ratings that were not verified had the same reasons as the others.`,
            },
            stands: false,
            why: {
              zh: '没有核实，不能从已核实的推到未核实的。',
              en: 'nobody verified them, and the others do not tell of them.',
            },
          },
        ]
      : []),
  ];
}

function measureClaims({ before, now, measure, unit }: CauseFacts, difficulty: Difficulty): CauseClaim[] {
  const [from, to] = [rateText(before), rateText(now)];
  const together: Bilingual = {
    zh: '只是同月发生：没有对照，同月的其他变化也会有影响。',
    en: 'it merely happened in the same month; there is nothing to compare with, and other things changed too.',
  };
  const wrong = (zh: string, en: string): CauseClaim => ({
    sort: 'measure',
    text: { zh, en },
    stands: false,
    why: together,
  });
  return [
    {
      sort: 'together',
      text: {
        zh: `好评率由 ${from} 变为 ${to}，同月${unit.zh}${measure.zh}；两者有没有关系，现有数据说明不了。`,
        en: `The rate went from ${from} to ${to}; in the same month ${unit.en} introduced ${measure.en}. Whether the two have to do with one another these data do not tell.`,
      },
      stands: true,
      why: {
        zh: '写明了先后和数字，没有写成因果。',
        en: 'it states what happened and the figures, and no cause.',
      },
    },
    wrong(
      `${measure.zh}以后，好评率由 ${from} 升至 ${to}，措施见到成效。`,
      `After ${measure.en} the rate rose from ${from} to ${to}: the measure bears fruit.`,
    ),
    difficulty === 1
      ? wrong(`好评率上升是因为${measure.zh}。`, `The rate rose because of ${measure.en}.`)
      : wrong(
          `前后对比表明，${measure.zh}改善了企业和群众的感受。`,
          `Before and after show that ${measure.en} improved how enterprises and the public feel.`,
        ),
  ];
}

function otherClaims({ online, hall, bad, unit }: CauseFacts): CauseClaim[] {
  const [o, h] = [online, hall].map(({ n, good }) => percentText(good / n));
  return [
    {
      sort: 'mode',
      text: {
        zh: `线上好评率为 ${o ?? ''}，线下大厅和其他为 ${h ?? ''}，说明线上办理更便利。`,
        en: `The rate is ${o ?? ''} online and ${h ?? ''} in halls and elsewhere, which shows that online is more convenient.`,
      },
      stands: false,
      why: {
        zh: '两种方式办的事项、来的人都不同，差别说明不了便利与否。',
        en: 'the items and the people differ between the modes, so that the difference does not tell of convenience.',
      },
    },
    {
      sort: 'mode',
      text: {
        zh: `线上好评率为 ${o ?? ''}，线下大厅和其他为 ${h ?? ''}；两种方式办理的事项不同，不作原因比较。`,
        en: `The rate is ${o ?? ''} online and ${h ?? ''} in halls and elsewhere; the items differ between the modes and no cause is drawn from it.`,
      },
      stands: true,
      why: { zh: '只列数字，不写原因。', en: 'it lists figures and names no cause.' },
    },
    {
      sort: 'slips',
      text: {
        zh: `${unit.zh}本月 ${numberText(bad)} 条差评中有不少是误操作。`,
        en: `Not a few of the ${numberText(bad)} bad ratings of ${unit.en} are slips.`,
      },
      stands: false,
      why: {
        zh: '核实结果中没有误操作这一类。',
        en: 'no call to verify found a slip.',
      },
    },
  ];
}
