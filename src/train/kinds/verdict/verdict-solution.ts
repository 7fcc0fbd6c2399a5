import { sameInBoth } from '../figures/printed.ts';
import type { Bilingual } from '../../../model/language.ts';
import type { ExerciseBlock } from '../../../model/training/exercise.ts';
import type { Complaint } from './complaint.ts';
import {
  findingNames,
  findings,
  sourceNames,
  weighEvidence,
  type Bearing,
  type Evidence,
  type EvidenceSourceId,
  type EvidenceFinding,
  type WeighedEvidence,
} from './evidence.ts';
import { findingCosts } from './verdict-costs.ts';

const bearings: Readonly<Record<Bearing, Bilingual>> = {
  supports: { zh: '采用：证明所诉', en: 'admitted: proves the claim' },
  against: { zh: '采用：与所诉相反', en: 'admitted: contradicts the claim' },
  mistake: { zh: '采用：表明点错', en: 'admitted: shows a slip' },
  none: { zh: '不采用', en: 'not admitted' },
};

const ruleOf: Readonly<Record<EvidenceFinding, string>> = {
  mistaken: '5',
  upheld: '6',
  unfounded: '7',
  unproven: '8',
};

/** The worked solution: every record with what the rules make of it, the count of sources, and why the other findings are wrong. */
export function verdictSolution(
  file: readonly Evidence[],
  letters: readonly string[],
  complaint: Complaint,
): ExerciseBlock[] {
  const weighed = weighEvidence(file);
  const { finding } = weighed;
  return [
    {
      kind: 'text',
      text: {
        zh: `结论：${findingNames[finding].zh}（规则 ${ruleOf[finding]}）。所诉事实：${complaint.claim.zh}。`,
        en: `Finding: ${findingNames[finding].en} (rule ${ruleOf[finding]}). The claim: ${complaint.claim.en}.`,
      },
    },
    {
      kind: 'table',
      caption: { zh: '逐份证据', en: 'Record by record' },
      columns: [
        { name: { zh: '编号', en: 'No.' } },
        { name: { zh: '来源', en: 'Source' } },
        { name: { zh: '是否采用', en: 'Admitted?' } },
        { name: { zh: '理由', en: 'Why' } },
      ],
      rows: file.map((piece, i) => [
        sameInBoth(letters[i] ?? ''),
        nameOfRecord(piece),
        bearings[piece.bearing],
        piece.because,
      ]),
    },
    { kind: 'text', text: countOfSources(file, letters, weighed) },
    ...(weighed.supporting.length + weighed.contrary.length > 0 ? complaint.workings : []),
    { kind: 'heading', text: { zh: '其他结论为什么不对', en: 'Why the other findings are wrong' } },
    {
      kind: 'list',
      items: findings
        .filter((other) => other !== finding)
        .map((other) => whyNot(other, weighed, findingCosts[finding][other])),
    },
  ];
}

/** Source of a record as it is printed: a list drawn from a system says so. */
export function nameOfRecord({ source, isExtract }: Evidence): Bilingual {
  const name = sourceNames[source];
  return isExtract === true ? { zh: `${name.zh}（导出清单）`, en: `${name.en} (extract)` } : name;
}

function countOfSources(
  file: readonly Evidence[],
  letters: readonly string[],
  weighed: WeighedEvidence,
): Bilingual {
  const listed = (bearing: Bearing): string => {
    const named = file.flatMap((piece, i) => (piece.bearing === bearing ? [letters[i] ?? ''] : []));
    return named.join('、');
  };
  const side = (sources: readonly EvidenceSourceId[], bearing: Bearing): Bilingual => {
    const n = String(sources.length);
    const which = listed(bearing);
    return which === ''
      ? { zh: `${n} 个`, en: n }
      : { zh: `${n} 个（${which}）`, en: `${n} (${which.replaceAll('、', ', ')})` };
  };
  const [supporting, contrary] = [side(weighed.supporting, 'supports'), side(weighed.contrary, 'against')];
  const slip = listed('mistake');
  return {
    zh: `清点：证明所诉的独立来源 ${supporting.zh}；与所诉相反的独立来源 ${contrary.zh}；评价人本人表明点错：${slip === '' ? '没有' : slip}。`,
    en: `Count: independent sources that prove the claim ${supporting.en}; that contradict it ${contrary.en}; the rater’s own sign of a slip: ${slip === '' ? 'none' : slip.replaceAll('、', ', ')}.`,
  };
}

function whyNot(
  finding: EvidenceFinding,
  { supporting, contrary, isMistake }: WeighedEvidence,
  cost: number,
): Bilingual {
  const [s, c] = [String(supporting.length), String(contrary.length)];
  const because: Record<EvidenceFinding, () => Bilingual> = {
    upheld: () =>
      isMistake
        ? {
            zh: '评价人本人表明点错，按误评处理（规则 5）',
            en: 'the rater showed that it was a slip, which rule 5 puts first',
          }
        : supporting.length === 0
          ? {
              zh: '没有一个独立来源证明所诉（规则 6）',
              en: 'no independent source proves the claim (rule 6)',
            }
          : {
              zh: `有 ${c} 个独立来源与所诉相反（规则 6）`,
              en: `independent sources contradict the claim: ${c} (rule 6)`,
            },
    mistaken: () => ({
      zh: '没有评价人本人的话，也没有 10 分钟内的更正申请（规则 5）',
      en: 'there is neither the rater’s own word nor a correction within 10 minutes (rule 5)',
    }),
    unfounded: () =>
      isMistake
        ? {
            zh: '评价人是点错，不是说假话（规则 5）',
            en: 'the rater slipped and told no untruth (rule 5)',
          }
        : supporting.length > 0
          ? {
              zh: `有 ${s} 个独立来源证明所诉（规则 7）`,
              en: `independent sources prove the claim: ${s} (rule 7)`,
            }
          : {
              zh: `与所诉相反的独立来源只有 ${c} 个，不到两个（规则 7）`,
              en: `independent sources against the claim: ${c}, fewer than two (rule 7)`,
            },
    unproven: () => ({
      zh: '手上的证据已经够定，再回访是多余的',
      en: 'the file suffices; another call would be needless',
    }),
  };
  const { zh, en } = because[finding]();
  const name = findingNames[finding];
  return {
    zh: `${name.zh}（记 ${String(cost)}）：${zh}。`,
    en: `${name.en} (costs ${String(cost)}): ${en}.`,
  };
}
