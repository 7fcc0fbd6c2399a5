import { ours, text, type Formula } from './formula.ts';

/**
 * Formulas over the tags of ratings (评价标签): what people say of the thing that a dimension assesses. Each is the share of
 * good tags among those that speak of it; which ones do is our reading of the list.
 */

const source = ours(
  '标签见公开代码中的标签清单（未核实），归入哪一维度为本项目设定',
  'the tags are those of a list seen in public code (unverified); which dimension they speak of is our reading',
);

const aboutTags = (id: string, zh: string, en: string, codes: readonly string[]): Formula => ({
  id,
  name: text(`${zh}正向标签率`, `Good tags on ${en}`),
  numerator: text(
    `${zh}类标签（${codes.join('、')}）中属于好评的次数`,
    `good ones among the tags ${codes.join(', ')}`,
  ),
  denominator: text(`${zh}类标签（${codes.join('、')}）总次数`, `tags ${codes.join(', ')}`),
  source,
  ratio: ({ tags }, { tags: known, goodLevels }) => {
    let numerator = 0;
    let denominator = 0;
    known.forEach((tag, i) => {
      if (tag === undefined || !codes.includes(tag.code)) return;
      const n = tags[i] ?? 0;
      denominator += n;
      if (goodLevels.includes(tag.level)) numerator += n;
    });
    return { numerator, denominator };
  },
});

export const tagFormulas: Readonly<Record<string, Formula>> = {
  onlineTags: aboutTags('onlineTags', '网上办理', 'handling online', ['513', '407', '410', '211', '112']),
  jointTags: aboutTags('jointTags', '一次办结', 'being done in one go', ['510', '411', '113', '212']),
  dataTags: aboutTags('dataTags', '免提交材料', 'papers that need not be handed in', [
    '512',
    '516',
    '409',
    '511',
    '210',
    '109',
  ]),
  channelTags: aboutTags('channelTags', '渠道衔接', 'channels that join', [
    '412',
    '312',
    '410',
    '212',
    '112',
  ]),
  nearbyTags: aboutTags('nearbyTags', '就近办理', 'being done nearby', ['515', '114', '113']),
  mobileTags: aboutTags('mobileTags', '掌上办理', 'handling by phone', ['514', '112', '211']),
  promiseTags: aboutTags('promiseTags', '承诺兑现', 'promises of the guide kept', [
    '309',
    '313',
    '411',
    '510',
    '209',
    '110',
    '114',
  ]),
  paperTags: aboutTags('paperTags', '材料清单', 'the list of papers', [
    '311',
    '408',
    '511',
    '516',
    '208',
    '109',
    '210',
  ]),
  stepTags: aboutTags('stepTags', '流程指引', 'the steps of the guide', [
    '310',
    '307',
    '406',
    '410',
    '108',
    '113',
  ]),
  sampleTags: aboutTags('sampleTags', '表格样本', 'forms and samples', ['308', '406', '207', '111']),
};
