import { describe, expect, it } from 'vitest';
import { withEdition } from '../../src/model/knowledge.ts';
import { sourcesTable } from '../../src/report/frame/method-tables.ts';
import { knowledge } from '../builders.ts';
import { factsOf, measurementOf } from './hand-made.ts';

/** Which sources table 1-2 or 1-3 names by an edition, with the indicators of each. */
function sourcesBy(edition: string, kind: 'province' | 'city', language: 'zh' | 'en' = 'zh') {
  const facts = factsOf([measurementOf('2021', [])]);
  const { methods } = withEdition(knowledge, edition);
  const block = sourcesTable({ ...facts, knowledge: { ...facts.knowledge, methods } }, kind, language);
  if (block.kind !== 'table') throw new Error('no table');
  const text = (cell: unknown): string => (typeof cell === 'string' ? cell : '');
  return new Map(block.rows.map(([name, , , indicators]) => [text(name), text(indicators)]));
}

describe('tables 1-2 and 1-3', () => {
  it.each(['province', 'city'] as const)('name evaluators where the edition counts them (%s)', (kind) => {
    expect([...sourcesBy('2022-2', kind).keys()]).not.toContain('评估人员');
    for (const edition of ['2022-2-evaluators', '2022-2-both']) {
      const sources = sourcesBy(edition, kind);
      expect(sources.get('评估人员')).toContain('查询精准度');
      expect(sources.get('评估人员')).toContain('申报易用度');
      expect(sources.get('评估人员')).toContain('基本信息准确率（评估人员）');
      expect(sources.get('事项清单')!.includes('基本信息准确率')).toBe(edition === '2022-2-both');
    }
    expect(sourcesBy('2022-2-both', kind, 'en').get('Evaluators')).toContain('Precision of search');
  });
});
