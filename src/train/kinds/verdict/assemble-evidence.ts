import type { Difficulty } from '../../../model/training/exercise-kinds.ts';
import type { Complaint, Proof } from './complaint.ts';
import { generalRecords } from './general-records.ts';
import { officeRecords, officeStatement } from './office-words.ts';
import {
  correction,
  mistakeOnPhone,
  raterText,
  repeatedOnHotline,
  repeatedOnPhone,
  unanswered,
} from './rater-words.ts';
import { weighEvidence, type Evidence, type EvidenceFinding } from './evidence.ts';
import { officeMoment, type Scene } from './scene.ts';

/** Records of a file: the same number whatever the finding, so that the length tells nothing. */
const sizes: Readonly<Record<Difficulty, number>> = { 1: 7, 2: 8, 3: 10 };
/** Of these, records that look like proof and are none. */
const decoys: Readonly<Record<Difficulty, number>> = { 1: 0, 2: 2, 3: 4 };

/** Why the evidence does not suffice. */
const gaps = {
  1: ['office-only', 'one-against', 'conflict'],
  2: ['office-only', 'one-against', 'conflict'],
  3: ['office-only', 'one-against', 'conflict', 'same-source'],
} as const satisfies Readonly<Record<Difficulty, readonly string[]>>;

/** The evidence of a complaint that comes to the finding, in an order that tells nothing. */
export function assembleEvidence(scene: Scene, complaint: Complaint, finding: EvidenceFinding): Evidence[] {
  const { draws, difficulty } = scene;
  const file = [...coreOf(scene, complaint, finding), ...complaint.always];
  const fill = (from: readonly Evidence[], upTo: number): void => {
    for (const record of from) if (file.length < upTo && !saysTheSame(file, record)) file.push(record);
  };
  fill(
    draws.shuffled('decoys', decoysOf(scene, complaint, finding, file)),
    Math.min(sizes[difficulty], file.length + decoys[difficulty]),
  );
  fill(draws.shuffled('beside', besideOf(scene, complaint)), sizes[difficulty]);
  const { finding: found } = weighEvidence(file);
  if (found !== finding) throw new Error(`evidence for ${finding} comes to ${found}`);
  return draws.shuffled('order of the evidence', file);
}

const besideOf = (scene: Scene, complaint: Complaint): Evidence[] => [
  ...complaint.beside,
  ...generalRecords.map((record) => record(scene, complaint)),
];

/** A file holds no record twice. */
const saysTheSame = (file: readonly Evidence[], { text }: Evidence): boolean =>
  file.some((other) => other.text.zh === text.zh);

/** The records that every file has — the rater's words, the office's, the call-back — and those that decide. */
function coreOf(scene: Scene, complaint: Complaint, finding: EvidenceFinding): Evidence[] {
  const { draws } = scene;
  const { text, isPraise = false, ratedAt } = complaint;
  const words = text === null ? [] : [raterText(scene, text, ratedAt, isPraise)];
  const office = officeStatement(scene, complaint);
  if (finding !== 'mistaken') {
    const callback = standsByIt(scene) ? repeatedOnPhone(scene, complaint) : unanswered(scene, complaint);
    return [...words, office, callback, ...proofsOf(scene, complaint, finding)];
  }
  const against =
    isPraise || draws.share('proof beside a mistake') < 0.4 ? [] : pickProofs(scene, complaint.against, 1);
  if (isPraise) return [...words, office, unanswered(scene, complaint)];
  return draws.share('how the mistake shows') < 0.5
    ? [...words, office, mistakeOnPhone(scene, complaint), ...against]
    : [...words, office, unanswered(scene, complaint), correction(scene, complaint, true), ...against];
}

/** True where the rater repeats the claim whenever asked; else nobody is reached, and a correction may have come too late. */
const standsByIt = ({ draws }: Scene): boolean => draws.share('rater stands by the claim') < 0.4;

const wordsOfRater = (scene: Scene, complaint: Complaint): Evidence[] => [
  standsByIt(scene) ? repeatedOnHotline(scene, complaint) : correction(scene, complaint, false),
];

const pickProofs = ({ draws }: Scene, list: readonly Proof[], n: number): Proof[] =>
  draws.shuffled(`proofs of ${list[0]?.bearing ?? ''}`, list).slice(0, n);

/** Independent records that come to a finding other than a mistake. */
function proofsOf(scene: Scene, { supports, against }: Complaint, finding: EvidenceFinding): Evidence[] {
  const { draws, difficulty } = scene;
  if (finding === 'upheld')
    return pickProofs(scene, supports, difficulty === 1 || draws.share('two proofs') < 0.5 ? 2 : 1);
  if (finding === 'unfounded') return pickProofs(scene, against, 2);
  const [first] = pickProofs(scene, against, 1);
  const gap = draws.one('gap', gaps[difficulty]);
  if (first === undefined || gap === 'office-only') return [];
  if (gap === 'one-against') return [first];
  if (gap === 'same-source') return [first, extractOf(scene, first)];
  const [other] = pickProofs(
    scene,
    supports.filter(({ source }) => source !== first.source),
    1,
  );
  return other === undefined ? [first] : [first, other];
}

/** A list drawn from the records of the same system: it looks like one proof more. */
const extractOf = (scene: Scene, { source, at, again, bearing }: Proof): Evidence => ({
  source,
  isExtract: true,
  at: officeMoment(scene, at, 3, 'extracted at'),
  text: again,
  bearing,
  because: {
    zh: '由同一系统的记录导出，与原记录算一个来源（规则 4）',
    en: 'drawn from the records of the same system: one source with them (rule 4)',
  },
});

/** What looks like proof: the office in other clothes, records of another case, the same source again, a correction that came late. */
function decoysOf(
  scene: Scene,
  complaint: Complaint,
  finding: EvidenceFinding,
  file: readonly Evidence[],
): Evidence[] {
  const { supports, against, misplaced } = complaint;
  const doubled = [...supports, ...against].find((proof) => file.includes(proof));
  const isDoubled = file.some(({ isExtract }) => isExtract === true);
  return [
    ...officeRecords.map((record) => record(scene, complaint)),
    // One of them: they tell of the same other case, and not the same thing.
    scene.draws.one('misplaced', misplaced),
    ...(doubled === undefined || isDoubled ? [] : [extractOf(scene, doubled)]),
    ...(finding === 'mistaken' ? [] : wordsOfRater(scene, complaint)),
  ];
}
