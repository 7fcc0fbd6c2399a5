import { sameInBoth } from './figures/printed.ts';
import type { Bilingual } from '../../model/language.ts';
import type {
  ExerciseBlock,
  Exercise,
  FieldKey,
  MadeExercise,
  Option,
} from '../../model/training/exercise.ts';
import type { ExerciseKind, MakeRequest } from '../exercise-kind.ts';
import { printMinute } from './day-count.ts';
import { assembleEvidence } from './verdict/assemble-evidence.ts';
import type { Complaint, ComplaintTemplate } from './verdict/complaint.ts';
import { appointmentTemplate } from './verdict/complaints/appointment.ts';
import { attitudeTemplate } from './verdict/complaints/attitude.ts';
import { feeTemplate } from './verdict/complaints/fee.ts';
import { onlineTemplate } from './verdict/complaints/online.ts';
import { overtimeTemplate } from './verdict/complaints/overtime.ts';
import { papersTemplate } from './verdict/complaints/papers.ts';
import { praiseTemplate } from './verdict/complaints/praise.ts';
import { stampTemplate } from './verdict/complaints/stamp.ts';
import { unattendedTemplate } from './verdict/complaints/unattended.ts';
import { windowsTemplate } from './verdict/complaints/windows.ts';
import { findingNames, findings, type Evidence } from './verdict/evidence.ts';
import { drawScene, type Scene } from './verdict/scene.ts';
import { EVIDENCE_COST, findingCosts, verdictRulesAndCosts } from './verdict/verdict-costs.ts';
import { nameOfRecord, verdictSolution } from './verdict/verdict-solution.ts';

const templates: readonly ComplaintTemplate[] = [
  overtimeTemplate,
  papersTemplate,
  windowsTemplate,
  attitudeTemplate,
  onlineTemplate,
  stampTemplate,
  feeTemplate,
  praiseTemplate,
  unattendedTemplate,
  appointmentTemplate,
];

/** 差评研判: what a bad rating is found to be, by rules, from a file of evidence. Each complaint can come to each finding. */
export const verdictKind: ExerciseKind = {
  id: 'verdict',
  name: { zh: '差评研判', en: 'Judging a bad rating' },
  about: {
    zh: '看一件差评的材料，判定属实、误评、不实，还是证据不足、先回访核实，并指出哪些证据可以采用。',
    en: 'From the file of a bad rating, find it upheld, mistaken, untrue or not yet proven, and name the evidence that counts.',
  },
  costs: verdictRulesAndCosts,
  judgement: {
    field: 'verdict',
    scale: (['upheld', 'unproven', 'mistaken', 'unfounded'] as const).map((id) => ({
      id,
      text: findingNames[id],
    })),
  },
  templates: templates.map(({ name }) => name),
  version: 1,
  keyVersion: 1,
  make,
};

function make(request: MakeRequest): MadeExercise {
  const { draws } = request;
  const template = templates[request.template];
  if (template === undefined) throw new Error(`no template ${String(request.template)} of the kind verdict`);
  const finding = draws.one('finding', findings);
  const scene = drawScene(request, finding, template.suits);
  const complaint = template.tell(scene, finding);
  const file = assembleEvidence(scene, complaint, finding);
  const letters = file.map((_, i) => String.fromCharCode('A'.charCodeAt(0) + i));
  const admitted = letters.filter((_, i) => file[i]?.bearing !== 'none');
  const fields: Record<string, FieldKey> = {
    verdict: { kind: 'choice', costs: findingCosts[finding] },
    evidence: {
      kind: 'several',
      right: admitted.length === 0 ? [NONE] : admitted,
      missed: EVIDENCE_COST,
      wrong: EVIDENCE_COST,
    },
  };
  return {
    exercise: exerciseOf(scene, complaint, file, letters),
    key: { fields, solution: verdictSolution(file, letters, complaint) },
  };
}

/** Option that says that the rules admit no record of the file. */
const NONE = 'none';

function exerciseOf(
  scene: Scene,
  complaint: Complaint,
  file: readonly Evidence[],
  letters: readonly string[],
): Exercise {
  const { draws } = scene;
  const records = file.map((piece, i): Option => {
    const [letter, name] = [letters[i] ?? '', nameOfRecord(piece)];
    return { id: letter, text: { zh: `${letter} ${name.zh}`, en: `${letter}: ${name.en}` } };
  });
  return {
    title: { zh: '这件差评怎样研判', en: 'What is this bad rating found to be?' },
    shown: [ratingTable(scene, complaint), ...complaint.notes, evidenceTable(file, letters)],
    fields: [
      {
        id: 'verdict',
        label: { zh: '研判结论', en: 'Finding' },
        kind: 'choice',
        options: draws
          .shuffled('order of the findings', findings)
          .map((id) => ({ id, text: findingNames[id] })),
      },
      {
        id: 'evidence',
        label: { zh: '按规则可以采用的证据', en: 'Evidence that the rules admit' },
        hint: {
          zh: '凡按规则应当采用的都选，不论它证明还是否定所诉；同一系统的几份都选。',
          en: 'Name all that the rules admit, whether they prove or contradict the claim, and all records of one system.',
        },
        kind: 'several',
        options: [...records, { id: NONE, text: { zh: '没有一份可以采用', en: 'None of them is admitted' } }],
      },
    ],
  };
}

function ratingTable({ file, tail }: Scene, { tag, text, ratedAt, facts }: Complaint): ExerciseBlock {
  const level = tag === null || tag.code.startsWith('1') ? VERY_DISSATISFIED : DISSATISFIED;
  return {
    kind: 'table',
    caption: { zh: '差评', en: 'The bad rating' },
    columns: [{ name: { zh: '项目', en: 'What' } }, { name: { zh: '内容', en: 'Content' } }],
    rows: [
      [{ zh: '被评单位', en: 'Rated office' }, file.office],
      [{ zh: '事项', en: 'Item' }, file.item],
      [{ zh: '办件尾号', en: 'Case number ends with' }, sameInBoth(tail)],
      ...facts,
      [{ zh: '评价时间', en: 'Rated at' }, sameInBoth(printMinute(ratedAt))],
      [{ zh: '等级', en: 'Level' }, level],
      [{ zh: '标签', en: 'Tag' }, tag === null ? { zh: '没有选标签', en: 'none chosen' } : tag.name],
      [{ zh: '文字', en: 'Words' }, text ?? { zh: '没有写文字', en: 'nothing written' }],
    ],
  };
}

const VERY_DISSATISFIED: Bilingual = { zh: '非常不满意（一星）', en: 'very dissatisfied (one star)' };
const DISSATISFIED: Bilingual = { zh: '不满意（二星）', en: 'dissatisfied (two stars)' };

function evidenceTable(file: readonly Evidence[], letters: readonly string[]): ExerciseBlock {
  return {
    kind: 'table',
    caption: { zh: '手上的材料', en: 'The file' },
    columns: [
      { name: { zh: '编号', en: 'No.' } },
      { name: { zh: '来源', en: 'Source' } },
      { name: { zh: '形成时间', en: 'Made at' } },
      { name: { zh: '内容', en: 'Content' } },
    ],
    rows: file.map((piece, i) => {
      const [letter, at] = [letters[i] ?? '', printMinute(piece.at)];
      return [{ zh: letter, en: letter }, nameOfRecord(piece), { zh: at, en: at }, piece.text];
    }),
  };
}
