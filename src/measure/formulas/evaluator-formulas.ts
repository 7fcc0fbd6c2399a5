import type { AssessmentPart } from '../../model/evaluation/assessment.ts';
import { ours, stated, text, type Formula, type Ratio } from './formula.ts';
import type { UnitCounts } from '../unit-counts.ts';

/** Formulas over what evaluators found on the service sites. */

const page = stated(
  '某重点城市政务服务网公开的指标页面：关键词抽查、模拟申报；计分方法为本项目设定',
  'the page of indicators on the service site of one key city: spot checks with keywords, trial applications; the points are ours',
);

/**
 * The mean share of its points that an assessment has, over assessments of the same most; its variance is that of single assessments. Each
 * assessment counts once, double ones as two.
 */
function meanShare({ assessed }: UnitCounts, part: AssessmentPart): Ratio {
  const { assessments: n, points, most, squares } = assessed[part];
  const each = n === 0 ? 1 : most / n;
  const value = n === 0 ? 0 : points / most;
  const variance = n < 2 ? 0 : (squares / each ** 2 - n * value ** 2) / (n - 1);
  return {
    numerator: points / each,
    denominator: n,
    mean: { value, variance: Math.max(0, variance), isShare: true },
  };
}

const ofPart = (
  id: string,
  part: AssessmentPart,
  name: Formula['name'],
  numerator: Formula['numerator'],
  source: Formula['source'],
): Formula => ({
  id,
  name,
  numerator,
  denominator: text('评估次数', 'assessments'),
  source,
  ratio: (counts) => meanShare(counts, part),
});

const guide = (id: string, part: AssessmentPart, zh: string, en: string): Formula =>
  ofPart(
    id,
    part,
    text(`${zh}准确率（评估人员）`, `${en} right, by evaluators`),
    text(
      `每次评估中${zh}要素判为准确的比例之和`,
      `shares of elements on ${en.toLowerCase()} found right, summed over assessments`,
    ),
    ours(
      '要素分组同清单口径，由评估人员在网站上核查',
      'groups as in the register, checked by evaluators on the site',
    ),
  );

const partOf: Readonly<Record<string, AssessmentPart>> = {
  searchPrecision: 'search',
  applicationEase: 'application',
  basicsAssessed: 'basics',
  materialsAssessed: 'materials',
  processAssessed: 'process',
  formsAssessed: 'forms',
  feesAssessed: 'fees',
};

/** The part of assessments that a formula counts; undefined for one that counts none. */
export const partOfFormula = (formula: string): AssessmentPart | undefined => partOf[formula];

export const evaluatorFormulas: Readonly<Record<string, Formula>> = {
  searchPrecision: ofPart(
    'searchPrecision',
    'search',
    text('查询精准度', 'Precision of search'),
    text(
      '每次抽查的得分（四种查询方式，满分为 1）之和',
      'points of each spot check (four ways of asking, 1 at most), summed',
    ),
    page,
  ),
  applicationEase: ofPart(
    'applicationEase',
    'application',
    text('申报易用度', 'Ease of application'),
    text(
      '每次体验的得分（五个环节，满分为 1）之和',
      'points of each trial application (five steps, 1 at most), summed',
    ),
    page,
  ),
  basicsAssessed: guide('basicsAssessed', 'basics', '基本信息', 'Basics'),
  materialsAssessed: guide('materialsAssessed', 'materials', '申请材料', 'Papers'),
  processAssessed: guide('processAssessed', 'process', '办理流程', 'Process'),
  formsAssessed: guide('formsAssessed', 'forms', '表格样表', 'Forms'),
  feesAssessed: guide('feesAssessed', 'fees', '收费信息', 'Fees'),
};
