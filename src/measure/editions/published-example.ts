import type { PublishedMonth } from './find-formula.ts';

/** A real case in which a published percentage changed its formula: one service of the United Kingdom, a dozen months. */
export const publishedExample: readonly PublishedMonth[] = [
  { month: '2025-07', counts: [373, 402, 1437, 5636, 11036], published: 85 },
  { month: '2025-08', counts: [397, 389, 1275, 5556, 11012], published: 85 },
  { month: '2025-09', counts: [492, 439, 1319, 5499, 10966], published: 85 },
  { month: '2025-10', counts: [482, 520, 1451, 5946, 11598], published: 85 },
  { month: '2025-11', counts: [417, 520, 1501, 5419, 10140], published: 84 },
  { month: '2025-12', counts: [357, 382, 1125, 4406, 8687], published: 85 },
  { month: '2026-01', counts: [443, 539, 1594, 6388, 12014], published: 85 },
  { month: '2026-02', counts: [433, 469, 1528, 5826, 11365], published: 85 },
  { month: '2026-03', counts: [476, 510, 1608, 6144, 12538], published: 85 },
  { month: '2026-04', counts: [422, 406, 1322, 5772, 11647], published: 89 },
  { month: '2026-05', counts: [394, 330, 1253, 5467, 11411], published: 90 },
  { month: '2026-06', counts: [403, 346, 1239, 5498, 11866], published: 90 },
];

/** Where it is from. */
export const exampleSource = {
  zh: '英国司法部开放数据 ministryofjustice/opg-performance-data（提交 a15b9f6，MIT 许可），use-an-lpa 服务的五级满意度人数与公布的百分比',
  en: 'Open data of the UK Ministry of Justice, ministryofjustice/opg-performance-data (commit a15b9f6, MIT licence): counts of five levels and published percentage of the service use-an-lpa',
} as const;
