import { expect, it } from 'vitest';
import { qualityReport } from '../../src/jobs/audit/quality-report.ts';
import { exportTruth } from '../../src/jobs/export/export-truth.ts';
import { knowledge, simulate, tiny, useScratch, type Fields } from '../builders.ts';

const scratch = useScratch();

it('says in the truth which reforms have begun, and lets quality judge the other units', async () => {
  const reform = {
    title: { zh: '一窗受理', en: 'One window' },
    units: ['990000', '990100'],
    from: '2025-03-17',
  };
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
    reform.units.map((unit) => ({ kind: 'reform', unit, ...said, ...none, tagFactors: { 110: 0.5 } })),
  );

  const { likeness, failed } = qualityReport(store, knowledge, [], {});
  expect(failed).toEqual([]);
  const judged = likeness.lines.find(({ name }) => name === 'units');
  expect(judged?.cells.map(({ key }) => key)).toEqual(['990200', '991000']);
});
