import type { Bilingual } from '../../model/language.ts';
import { applicantFieldTexts } from './applicant-field-texts.ts';
import { caseFieldTexts } from './case-field-texts.ts';
import { catalogueFieldTexts } from './catalogue-field-texts.ts';
import { eventFieldTexts } from './event-field-texts.ts';
import { experienceFieldTexts } from './experience-field-texts.ts';
import { fieldWords, type FieldTexts } from './field-texts.ts';
import { ratingFieldTexts } from './rating-field-texts.ts';
import { siteFieldTexts } from './site-field-texts.ts';

/** Groups of the schema. “” holds what belongs to the scenario itself. */
export const groupTexts: Readonly<Record<string, FieldTexts>> = {
  '': fieldWords('基本信息', 'Basics', '名称、时段、单位和规模。', 'Name, days, units and size.'),
  quality: fieldWords(
    '单位之间的差异',
    'How units differ',
    '五项一级指标背后的真实水平：中位单位的水平，以及单位之间的差异。',
    'The true qualities behind the five first-level indicators: that of the median unit, and how far units lie apart.',
  ),
  catalogue: fieldWords(
    '事项清单',
    'List of items',
    '各单位的清单包括哪些事项，由谁办理。',
    'Which items a unit has on its list, and who handles them.',
  ),
  demand: fieldWords(
    '办件量与时间',
    'Demand',
    '办件的时间和办理方式，以及办件量与人口的关系。',
    'When and where cases happen, and how their number grows with the population.',
  ),
  applicants: fieldWords(
    '办理人',
    'Applicants',
    '办理人属于哪一类，同一办理人多久再来，多少由代办办理。',
    'Of which types applicants are, how often the same come back, and how much agents file.',
  ),
  handling: fieldWords(
    '办理',
    'Handling',
    '办件用时，以及一件办件的服务次数。',
    'How long cases take and how many services a case has.',
  ),
  experience: fieldWords(
    '感受',
    'Experience',
    '企业和群众对一次服务的感受。以单次感受的标准差为 1 计。',
    'How enterprises and the public feel a service. The scale is that of a single experience, whose standard deviation is 1.',
  ),
  rectification: fieldWords(
    '差评整改',
    'Rectification',
    '差评的后续处理：是否形成工单、何时回访核实、何时整改、整改后是否回访。',
    'What follows a bad rating: a work order, the call to verify it, rectification, call-back.',
  ),
  answering: fieldWords(
    '作答',
    'Answering',
    '谁参与评价，提交的等级与真实感受相差多少。',
    'Who rates, and how far what is submitted differs from what was felt.',
  ),
  channels: fieldWords(
    '评价渠道',
    'Rating channels',
    '评价来自哪个渠道，服务之后多久作出。',
    'By which channel ratings come, and how long after the service.',
  ),
  site: fieldWords(
    '政务服务网',
    'Service sites',
    '模拟政务服务网的查询和在线申报有多好；评估人员看到的就是它。',
    'How good search and online application are on the simulated service sites, which evaluators look at.',
  ),
};

/** The field that is chosen where the form starts. */
export const regimeTexts: FieldTexts = fieldWords(
  '采集方式',
  'Regime',
  '评价产生的方式；选定后改写“作答”一组字段，并记入场景。',
  'How ratings come about: it rewrites the group “Answering” and is noted in the scenario.',
);

/** Label and help of every field of a scenario; a test says which one has none. */
export const fieldTexts: Readonly<Record<string, FieldTexts>> = {
  ...caseFieldTexts,
  ...catalogueFieldTexts,
  ...eventFieldTexts,
  ...applicantFieldTexts,
  regime: regimeTexts,
  ...experienceFieldTexts,
  ...ratingFieldTexts,
  ...siteFieldTexts,
};

/** Members of a field whose values are objects, and choices of a field with a closed list. */
export const memberTexts: Readonly<Record<string, Bilingual>> = {
  medianMinutes: { zh: '中位数（分钟）', en: 'median (min)' },
  spread: { zh: '差异', en: 'spread' },
  real: { zh: '真实名称', en: 'real names' },
  coded: { zh: '编造的名称', en: 'invented names' },
  fictional: { zh: '只有虚构单位', en: 'fictional units only' },
  everyone: { zh: '全部', en: 'everyone' },
  successful: { zh: '按时办结的', en: 'those served in time' },
  unhappy: { zh: '感受为 3 级及以下的', en: 'those who felt level 3 or worse' },
};
