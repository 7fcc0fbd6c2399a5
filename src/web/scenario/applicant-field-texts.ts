import { fieldWords, type FieldTexts } from './field-texts.ts';

/** Fields that say who applies. */
export const applicantFieldTexts: Readonly<Record<string, FieldTexts>> = {
  'applicants.types': fieldWords(
    '办理人类型的权重',
    'Weights of types of applicants',
    '每件办件的办理人类型，在该事项允许的类型中按权重抽取。',
    'The type of the applicant of a case is drawn by these weights among those that may apply for its item.',
    'userTypes',
  ),
  'applicants.casesPerPerson': fieldWords(
    '每人每年办件',
    'Cases per person',
    '有办件的自然人平均每年办多少件。',
    'Cases a year of a natural person who applies at all, on average.',
  ),
  'applicants.casesPerFirm': fieldWords(
    '每个组织每年办件',
    'Cases per organisation',
    '有办件的企业和其他组织平均每年办多少件。',
    'Cases a year of an organisation that applies at all, on average.',
  ),
  'applicants.topPersons': fieldWords(
    '最常办件的人所占办件',
    'Cases of the most frequent persons',
    '办件最多的百分之一的自然人办了自然人办件的多少；0.01 表示各人一样多。',
    'What part of the cases of natural persons the hundredth with most of them has; 0.01 where all have as many.',
  ),
  'applicants.topFirms': fieldWords(
    '最常办件的组织所占办件',
    'Cases of the most frequent organisations',
    '办件最多的百分之一的组织办了组织办件的多少；0.01 表示各组织一样多。',
    'What part of the cases of organisations the hundredth with most of them has; 0.01 where all have as many.',
  ),
  'applicants.agents': fieldWords(
    '代办所占办件',
    'Cases filed by agents',
    '组织的办件中由代办人员办理并评价的比例。',
    'Share of the cases of organisations that an agent files and rates.',
  ),
  'applicants.casesPerAgent': fieldWords(
    '每名代办每年办件',
    'Cases per agent',
    '一名代办人员平均每年办多少件。',
    'Cases a year of an agent, on average.',
  ),
  'applicants.ageOnline': fieldWords(
    '年龄与线上办理',
    'Age and coming online',
    '各年龄段的自然人选择线上而非大厅的倾向：事项线上比例为 p 时，加 p(1−p) 的这一倍数；各段之间居中，事项的线上比例不变。',
    'Added to the chance p of an item of coming online rather than to a hall, in parts of p (1 − p); centred over the bands, so that p stays the share of the item.',
    'ages',
  ),
};
