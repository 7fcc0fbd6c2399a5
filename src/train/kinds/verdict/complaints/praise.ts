import type { Bilingual } from '../../../../model/language.ts';
import type { ComplaintTemplate } from '../complaint.ts';
import type { Scene } from '../scene.ts';
import { aboutPapers, paperOf } from './papers.ts';

/** Words in the names of items with which people come in grief or need: nobody praises or mocks there. */
const graveWords = /死亡|户口注销|离婚|殡葬|丧葬|遗体|遗属|抚恤|烈士|残疾|伤残|工伤|孤儿|特困|救助/;

/**
 * 文字与星级不一致: one star with words that sound like praise. They are praise, so that the rating is a mistake, or irony, so that
 * they are a claim like any other.
 */
export const praiseTemplate: ComplaintTemplate = {
  name: { zh: '一星配赞扬口吻的文字', en: 'One star with words that sound like praise' },
  suits: ({ item }) => !graveWords.test(item.zh),
  tell: (scene, finding) => {
    const isPraise = finding === 'mistaken';
    const text = scene.draws.one('text', isPraise ? praising(scene) : ironic(scene));
    return {
      ...aboutPapers(scene, text),
      tag: null,
      ...(isPraise ? { isPraise, ...nothingClaimed } : {}),
    };
  },
};

/** Who praises claims nothing, and the office has nothing to deny. */
const nothingClaimed = {
  claim: { zh: '文字没有提出任何问题', en: 'the words name no problem' },
  denial: {
    zh: '该件办理正常，申请人当场没有提出意见',
    en: 'the case went normally and the applicant raised nothing at the time',
  },
};

function praising(scene: Scene): Bilingual[] {
  const { window } = scene;
  return [
    {
      zh: `${window}号窗口很耐心，材料一次说清，办得很快，谢谢！`,
      en: `Window ${window} was very patient, named all papers at once and was quick. Thank you!`,
    },
    {
      zh: '没想到这么顺利，交一次材料就办好了，点赞',
      en: 'I did not expect it to go so smoothly: papers handed in once and done. Well done',
    },
    {
      zh: '服务热情，讲解细致，比以前方便多了',
      en: 'Warm service, clear explanations, much easier than it used to be',
    },
  ];
}

function ironic(scene: Scene): Bilingual[] {
  const paper = paperOf(scene);
  return [
    {
      zh: `真是“高效便民”：${paper.zh}让我交了两遍，给你们点赞！`,
      en: `How “efficient and convenient”: I handed in the ${paper.en} twice. Well done!`,
    },
    {
      zh: `服务太好了，好到同一份${paper.zh}要收两次，谢谢啊`,
      en: `Service so good that they take the same ${paper.en} twice. Thanks a lot`,
    },
    {
      zh: `太负责了，${paper.zh}交过一回还要再交一回，五星服务`,
      en: `So thorough: the ${paper.en} had to be handed in a second time. Five-star service`,
    },
  ];
}
