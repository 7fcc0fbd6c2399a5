import { expect, it } from 'vitest';
import { qualityReport } from '../../src/jobs/audit/quality-report.ts';
import { exportTruth } from '../../src/jobs/export/export-truth.ts';
import { contentOf } from '../../src/store/read/content.ts';
import { knowledge, mistakeOf, simulate, tiny, useScratch, type Fields } from '../builders.ts';

const scratch = useScratch();
const invented = {
  title: { zh: '一窗受理', en: 'One window' },
  units: ['990000'],
  from: '2025-03-17',
};

it('says in the truth which reforms have begun, and lets quality judge the other units', async () => {
  const reform = { ...invented, units: ['990000', '990100'] };
  const scenario = tiny({
    units: ['990000', '990100', '990200', '991000'],
    names: 'fictional',
    reforms: [
      { ...reform, time: 0.5, departments: ['human-resources'], tagFactors: { 110: 0.5 } },
      { ...reform, from: '2025-04-01' },
    ],
  });
  const store = scratch.store();
  const truth = scratch.truth(store);
  await simulate(store, truth, { scenario });
  const lines = [...exportTruth(store, truth, knowledge)].map((line) => JSON.parse(line) as Fields);
  const said = { title: reform.title, departments: ['human-resources'], from: '2025-03-17', time: 0.5 };
  const none = { movedOnline: 0, experience: 0 };
  expect(lines.filter(({ kind }) => kind === 'reform')).toEqual(
    reform.units.map((unit) => ({
      kind: 'reform',
      unit,
      ...said,
      ...none,
      tagFactors: { 110: 0.5 },
      integrated: false,
    })),
  );

  const { likeness, failed } = qualityReport(store, knowledge, [], {});
  expect(failed).toEqual([]);
  const judged = likeness.lines.find(({ name }) => name === 'units');
  expect(judged?.cells.map(({ key }) => key)).toEqual(['990200', '991000']);
});

it.each<[string, Fields, string]>([
  [
    'a factor of a reform',
    { reforms: [{ ...invented, tagFactors: { 110: 0.5, 999: 2 } }] },
    'there are no tags 999, named in answering.tagWeights or tagFactors of reforms',
  ],
  ['a weight', { answering: { tagWeights: { 999: 2 } } }, 'there are no tags 999, named in answering'],
  ['a reform', { reforms: [{ ...invented, items: ['moon'] }] }, 'there are no items moon, named in reforms'],
])('refuses %s of what does not exist, before anything is stored', async (_, given, message) => {
  const store = scratch.store();
  const truth = scratch.truth(store);
  const scenario = tiny({ units: ['990000'], names: 'fictional', ...given });
  const { text } = await mistakeOf(() => simulate(store, truth, { scenario }));
  expect(text.en).toContain(message);
  expect(contentOf(store).services).toBe(0);
});
