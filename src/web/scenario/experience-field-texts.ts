import { fieldWords, type FieldTexts } from './field-texts.ts';

/** Fields that say how a service is felt. */
export const experienceFieldTexts: Readonly<Record<string, FieldTexts>> = {
  'experience.office': fieldWords(
    '机构差异',
    'Spread of offices',
    '同一单位各办理机构之间的标准差。',
    'Standard deviation between the offices of a unit.',
  ),
  'experience.item': fieldWords(
    '事项差异',
    'Spread of items',
    '同一办理机构各事项之间的标准差。',
    'Standard deviation between the items of an office.',
  ),
  'experience.centred': fieldWords(
    '单位内居中',
    'Centred within a unit',
    '是：部门和事项的差异在单位内按预期办件量相互抵消，单位的水平即其服务对象的总体感受；否：每次抽取的部门和事项使单位整体偏高或偏低。',
    'Yes: differences of offices and items cancel out within a unit, over the cases it can expect. No: each draw of offices and items moves the unit as a whole.',
  ),
  'experience.online': fieldWords(
    '线上增益',
    'Gain online',
    '线上服务相对于线下大厅服务的增益。',
    'Gain of a service online over one in a hall.',
  ),
  'experience.overrun': fieldWords(
    '超期损失',
    'Loss by overrun',
    '超过承诺时限时感受的下降幅度。',
    'Loss when the promise was overrun.',
  ),
  'experience.slow': fieldWords(
    '缓慢损失',
    'Loss by slowness',
    '办结用时每多用一个承诺时限，感受的下降幅度；以同一事项的平均用时为准，平均的办件不受损失。',
    'Loss for each promise that a completed case has used up, against what cases of its item use on average.',
  ),
  'experience.crowded': fieldWords(
    '拥挤损失',
    'Loss by crowds',
    '大厅在比平均办件所处时段忙一倍时的下降幅度；空闲时相应上升。',
    'Loss in a hall at an hour of a day that is twice as busy as that of the average case; as much is gained where it is empty.',
  ),
  'experience.person': fieldWords(
    '同一人的相关',
    'Correlation of a person',
    '感受的方差中，同一人的各次服务共有的部分（组内相关系数）。',
    'Share of the variance of what is felt that services of one person have in common (intraclass correlation).',
  ),
  'experience.case': fieldWords(
    '同一办件的相关',
    'Correlation of a case',
    '感受的方差中，同一办件的各次服务共有的部分（组内相关系数）。',
    'Share of the variance of what is felt that services of one case have in common (intraclass correlation).',
  ),
  'experience.windowDay': fieldWords(
    '同一窗口同一日的相关',
    'Correlation of a window’s day',
    '感受的方差中，同一窗口（线上为同一机构）同一日的各次服务共有的部分（组内相关系数）。',
    'Share of the variance of what is felt that services at one window (online: of one office) on one day have in common (intraclass correlation).',
  ),
  'experience.age': fieldWords(
    '年龄与感受',
    'Age and what is felt',
    '各年龄段的自然人与全体自然人相比的感受；各段之间、在每个办理地点之内居中，单位的平均值不变。',
    'Gain of natural persons by age, against all of them; centred over the bands in every place, so that no mean of a unit changes.',
    'ages',
  ),
  'experience.cuts': fieldWords(
    '满意度等级分界',
    'Cuts between satisfaction levels',
    '感受尺度上相邻满意度等级之间的四个分界值，递增。',
    'Four cuts between the levels on the scale of experience, rising.',
    'cuts',
  ),
};
