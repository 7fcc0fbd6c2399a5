import { describe, expect, it } from 'vitest';
import { buildReport } from '../../src/report/build-report.ts';
import { registerSentences, summarySentences } from '../../src/report/summary/summary.ts';
import { factsOf, measurementOf, noOrigin, scoresOf } from './hand-made.ts';

const provinces = (...scores: (number | null)[]) => scoresOf('province', ...scores);
const said = (facts: ReturnType<typeof factsOf>) => ({
  zh: summarySentences(facts, 'province', 'zh').join('\n'),
  en: summarySentences(facts, 'province', 'en').join('\n'),
});

describe('the summary of the data', () => {
  it('says the mean and who stands above it, with the share', () => {
    const { zh, en } = said(factsOf([measurementOf('2021', provinces(92, 91, 80))]));
    expect(zh).toContain(
      '2021 年度，3 个省级政府的一体化政务服务能力总体指数平均值为 87.67，2 个高于平均值，占比 66.67%。',
    );
    expect(en).toContain(
      'In 2021 the mean overall index of 3 provincial governments was 87.67; 2 of them stood above it (66.67%).',
    );
    expect(zh).toContain('非常高 2 个（66.67%），中 1 个（33.33%）');
    expect(en).toContain('Very high 2 (66.67%), Medium 1 (33.33%)');
  });

  it('says that nobody is above the mean where all units are equal', () => {
    // Sums of 0.1 are not exact: equal scores stay equal.
    const { zh, en } = said(factsOf([measurementOf('2021', provinces(80.1, 80.1, 80.1))]));
    expect(zh).toContain('平均值为 80.10，各单位指数相同，没有单位高于平均值。');
    expect(en).toContain('was 80.10; all had the same index, none stood above it.');
    expect(zh).toContain('各项相同');
    expect(en).toContain('all are the same');
  });

  it('of two units names one above the mean, and of a single one no mean', () => {
    expect(said(factsOf([measurementOf('2021', provinces(80, 70))])).en).toContain(
      'of 2 provincial governments was 75.00; 1 of them stood above it (50.00%)',
    );
    const { zh, en } = said(factsOf([measurementOf('2021', provinces(80))]));
    expect(zh).toContain('只有 1 个省级政府有总体指数，为 80.00，不计算平均值');
    expect(en).toContain('Only 1 provincial government had an overall index in 2021, 80.00');
    expect(zh).not.toContain('最高');
  });

  it('of a single unit says nothing of growth, whatever years there are', () => {
    const grown = provinces(82).map((unit) => ({ ...unit, dimensions: { coverage: 84, maturity: 82 } }));
    const { zh, en } = said(factsOf([measurementOf('2020', provinces(80)), measurementOf('2021', grown)]));
    expect(zh).not.toMatch(/增长|增幅|平均值比/);
    expect(en).not.toMatch(/higher than|rose most/);
  });

  it('says that no index could be computed, and nothing about it', () => {
    const facts = factsOf([measurementOf('2021', provinces(null, null))]);
    expect(summarySentences(facts, 'province', 'zh')).toEqual([
      '2021 年度，省级政府没有总体指数：数据不足以计算。',
    ]);
    expect(summarySentences(facts, 'province', 'en')).toHaveLength(1);
  });

  it('names all that tie for the first place, and the others for the last', () => {
    const unit = { ...provinces(80)[0]!, dimensions: { accuracy: 93, coverage: 93, effectiveness: 70 } };
    const other = { ...unit, code: '120000' };
    const { zh, en } = said(factsOf([measurementOf('2021', [unit, other])]));
    expect(zh).toContain('事项覆盖度、指南准确度最高，服务成效度最低。');
    expect(en).toContain(
      'Highest stood coverage of items and accuracy of guides, lowest effectiveness of services.',
    );
  });

  it('leaves out what has no figure, and says so', () => {
    const units = provinces(80, 82).map((unit) => ({ ...unit, dimensions: { maturity: null } }));
    const { zh, en } = said(factsOf([measurementOf('2021', units)]));
    expect(zh).toContain('办理成熟度没有数据，不计算。');
    expect(en).toContain('There were no data for maturity of handling');
    expect(`${zh}${en}`).not.toMatch(/NaN|undefined|null/);
  });

  it('gives growth in percent of the first year and of the one before', () => {
    const years = [
      measurementOf('2017', provinces(79.95, 79.95)),
      measurementOf('2020', provinces(88.07, 88.07)),
      measurementOf('2021', provinces(88.07, 88.07)),
    ];
    const { zh, en } = said(factsOf(years));
    expect(zh).toContain('总体指数平均值比 2017 年度（79.95）增长 10.16%，与 2020 年度（88.07）持平。');
    expect(en).toContain('was 10.16% higher than in 2017 (79.95), and was as high as in 2020 (88.07).');
    expect(zh).toContain('与 2020 年度相比，各项一级指标平均值均未提高。');
    expect(said(factsOf(years.slice(0, 2))).zh).toContain('比 2017 年度（79.95）增长 10.16%。');
    expect(said(factsOf([years[1]!, years[0]!])).zh).toContain('下降 9.22%');
  });

  it('says of how many units an earlier mean is, where these are others', () => {
    const years = [measurementOf('2020', provinces(80)), measurementOf('2021', provinces(84, 84))];
    expect(said(factsOf(years)).zh).toContain('比 2020 年度（80.00，1 个省级政府）增长 5.00%');
    expect(said(factsOf(years)).en).toContain(
      '5.00% higher than in 2020 (80.00, of 1 provincial government)',
    );
  });

  it('names what grew most, or all that did equally', () => {
    const before = measurementOf('2020', provinces(80, 80));
    const one = provinces(80, 80).map((unit) => ({ ...unit, dimensions: { coverage: 84 } }));
    expect(said(factsOf([before, measurementOf('2021', one)])).zh).toContain(
      '与 2020 年度相比，事项覆盖度平均值增幅最大，由 80.00 升至 84.00，增长 5.00%。',
    );
    const two = provinces(80, 80).map((unit) => ({ ...unit, dimensions: { coverage: 84, maturity: 84 } }));
    expect(said(factsOf([before, measurementOf('2021', two)])).en).toContain(
      'Since 2020, maturity of handling and coverage of items rose most and equally: their means grew by 5.00%.',
    );
  });

  it('says that there is one year alone, and nothing of growth', () => {
    const facts = factsOf([measurementOf('2021', provinces(80, 90))]);
    const summary = buildReport(facts, 'zh').chapters.find(({ id }) => id === 'summary')!;
    expect(JSON.stringify(summary.blocks)).toContain('数据只有 2021 年度，不作年度比较。');
    expect(said(facts).zh).not.toContain('增长');
  });
});

describe('what the summary says of the register', () => {
  const of = (given: Partial<typeof noOrigin.register>, language: 'zh' | 'en') =>
    registerSentences(
      factsOf([measurementOf('2021', provinces(80))], {
        origin: { ...noOrigin, register: { ...noOrigin.register, ...given } },
      }),
      language,
    ).join('\n');

  it('is nothing where the register does not say it', () => {
    expect(of({}, 'zh')).toBe('');
  });

  it('is the share of licences with one visit at most, on its day', () => {
    expect(of({ day: 8035, provinces: 32, oneVisitLicences: 0.905 }, 'zh')).toBe(
      '截至 2021-12-31 的事项清单中，32 个省级政府的行政许可事项有 90.50% 可网上受理且“最多跑一次”。',
    );
  });

  it('is how many reach the villages', () => {
    const tiers = { units: 3, reachVillages: 3, items: 10, near: 8, inVillages: 5 };
    expect(of({ tiers }, 'zh')).toContain('3 个省级政府均有延伸至村（社区）办理的事项');
    expect(of({ tiers: { ...tiers, reachVillages: 2 } }, 'en')).toContain(
      '2 reach all five levels of government, down to villages (66.67%)',
    );
    expect(of({ tiers: { ...tiers, reachVillages: 0 } }, 'en')).toContain(
      'No item of 3 provincial governments',
    );
    expect(of({ tiers }, 'en')).toContain('80.00% are handled in townships or villages, 50.00% in villages');
  });
});
