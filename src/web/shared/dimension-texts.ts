/** Short names of the five first-level indicators, for headings and axes; the full ones are in the method. */
export const dimensionWords = {
  effectiveness: { zh: '成效度', en: 'Effectiveness' },
  maturity: { zh: '成熟度', en: 'Maturity' },
  completeness: { zh: '完备度', en: 'Completeness' },
  coverage: { zh: '覆盖度', en: 'Coverage' },
  accuracy: { zh: '准确度', en: 'Accuracy' },
} as const;
