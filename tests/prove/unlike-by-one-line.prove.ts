import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/model/scenario/scenario.ts';
import { reportOn, unlikeLines, useWholeLife, wholeLife as scenario } from '../audit/whole-life.ts';
import { simulate, tiny, useScratch } from '../builders.ts';

/** What makes a run unlike its scenario is found by its own line, for one value after the other. */

const scratch = useScratch();
const copy = useWholeLife(scratch);

it('a run is like its scenario where its end cuts much off', async () => {
  const store = scratch.store();
  const { handling, rectification } = scenario;
  const short: Scenario = {
    ...scenario,
    from: '2025-03-03',
    to: '2025-03-25',
    casesPerYear: 80_000,
    handling: { ...handling, correction: 0.3, withdrawal: 0.3, supplement: 0.4, retention: 0.2 },
    rectification: { ...rectification, lateContact: 0.4, lateRectification: 0.5 },
  };
  await simulate(store, scratch.truth(store), { scenario: short, seed: 3 });
  const { likeness, failed } = reportOn(store);
  expect(failed).toEqual([]);
  for (const { name, p } of likeness.lines) expect(p, name).toBeGreaterThan(0.0005);
});

type Group = 'handling' | 'answering' | 'rectification' | 'applicants';
const change =
  <G extends Group>(group: G, to: Partial<Scenario[G]>) =>
  (made: Scenario): object => ({ [group]: { ...made[group], ...to } });

describe('made by another value than the scenario says, a run fails by the line of that value alone:', () => {
  const additional = (to: Partial<Scenario['answering']['additional']>) =>
    change('answering', { additional: { ...scenario.answering.additional, ...to } });

  it.each<[string, string, (made: Scenario) => object]>([
    ['consultation', 'consultations', change('handling', { consultation: 0.2 })],
    ['payment', 'payments', change('handling', { payment: 0.3 })],
    ['repeat', 'repeats', change('handling', { repeat: 0.5 })],
    ['agents', 'agents', change('applicants', { agents: 0.5 })],
    ['topFirms', 'frequentApplicants', change('applicants', { topFirms: 0.4 })],
    ['ageOnline', 'ages', change('applicants', { ageOnline: { '18': 0, '35': 0, '60': 0.5 } })],
    ['correction', 'corrections', change('handling', { correction: 0.1 })],
    ['retention', 'retention', change('handling', { retention: 0.12 })],
    ['withdrawal', 'stages', change('handling', { withdrawal: 0.25 })],
    ['hotline', 'calls', change('handling', { hotline: 0.3 })],
    ['answers to the hotline', 'participation', change('answering', { hotline: 0.1 })],
    ['defaulting', 'defaults', change('answering', { defaulting: { share: 0.85, afterDays: 7, level: 3 } })],
    ['additional.rectified', 'additionalRectified', additional({ rectified: 0.25 })],
    ['additional.otherwise', 'additionalOtherwise', additional({ otherwise: 0.06 })],
    ['additional.improved', 'additionalImproved', additional({ improved: 0.3 })],
    ['work orders', 'orders', change('rectification', { chance: 0.7 })],
    ['complex', 'complexOrders', change('rectification', { complex: 0.4 })],
    ['lateContact', 'lateContacts', change('rectification', { lateContact: 0.4 })],
    ['lateRectification', 'lateAnswers', change('rectification', { lateRectification: 0.35 })],
    ['notUpheld', 'upheld', change('rectification', { notUpheld: 0.5 })],
    ['callBack', 'calledBack', change('rectification', { callBack: 0.6 })],
    ['satisfied', 'satisfied', change('rectification', { satisfied: 0.5 })],
  ])('%s', (_, line, claim) => {
    const store = copy();
    store.db.prepare('UPDATE run SET settings = ?').run(JSON.stringify({ ...scenario, ...claim(scenario) }));
    expect(unlikeLines(store)).toEqual([line]);
  });
});

it('the window for ratings is that of the rule profile of each unit', async () => {
  // So late that the window of five working days closes before a quarter of the ratings by text message.
  const delays = { ...tiny().channels.delays, '7': { medianMinutes: 7500, spread: 0.4 } };
  const made = tiny({
    casesPerYear: 60_000,
    profile: 'shandong-2020',
    answering: { byProfile: true },
    channels: { delays },
  });
  const store = scratch.store();
  await simulate(store, scratch.truth(store), { scenario: made });
  expect(unlikeLines(store)).toEqual([]);
  store.db.prepare('UPDATE run SET settings = ?').run(JSON.stringify({ ...made, profile: 'standard' }));
  expect(unlikeLines(store)).toEqual(['delay-7']);
});

describe('records that no value of the scenario makes are found by their line alone:', () => {
  const first = `(SELECT assessed_at FROM rating WHERE rating.key = rectification.key)`;
  const calls = '(SELECT key FROM service WHERE stage = 1 AND status = 3)';

  it.each<[string, string, string]>([
    [
      'default ratings of another level',
      'defaultRules',
      'UPDATE rating SET mark = mark | 7 - 2 WHERE mark & 64',
    ],
    [
      'default ratings of another day',
      'defaultRules',
      'UPDATE rating SET assessed_at = assessed_at - 86400 WHERE mark & 64',
    ],
    [
      'calls back that all come at ten',
      'hotlineHours',
      `UPDATE rating SET assessed_at = assessed_at - assessed_at % 86400 + 36000 WHERE key / 2 IN ${calls} AND key % 2 = 0 AND mark & 64 = 0`,
    ],
    [
      'additional ratings two days later',
      'additionalDelay',
      'UPDATE rating SET assessed_at = assessed_at + 172800 WHERE key % 2 = 1',
    ],
    [
      'no additional rating of level 5',
      'additionalLevels',
      'UPDATE rating SET mark = mark - 1 WHERE key % 2 = 1 AND mark & 7 = 5',
    ],
    [
      'a third of the people never contacted',
      'contacted',
      'UPDATE rectification SET contacted_at = -1 WHERE key % 3 = 0',
    ],
    [
      'everybody contacted on the day',
      'contactDays',
      `UPDATE rectification SET contacted_at = ${first} WHERE contacted_at / 86400 = ${first} / 86400 + 1`,
    ],
    [
      'withdrawn ratings called malicious',
      'notUpheld',
      'UPDATE rectification SET mark = mark - 1 WHERE mark & 7 = 4',
    ],
    [
      'everybody called back on the day',
      'callBackDays',
      'UPDATE rectification SET called_back_at = rectified_at WHERE called_back_at > 0',
    ],
  ])('%s', (_, line, sql) => {
    const store = copy();
    expect(store.db.prepare(sql).run().changes).toBeGreaterThan(20);
    expect(unlikeLines(store)).toEqual([line]);
  });

  it.each<[string, string, string]>([
    ['a third never answered', 'answered', 'UPDATE rectification SET rectified_at = -1 WHERE key % 3 = 0'],
    [
      'answers a day later',
      'answerDays',
      `UPDATE rectification SET rectified_at = rectified_at + 86400 WHERE rectified_at / 86400 - ${first} / 86400 BETWEEN 0 AND 3`,
    ],
  ])('%s, and in what follows', (_, line, sql) => {
    const store = copy();
    expect(store.db.prepare(sql).run().changes).toBeGreaterThan(20);
    expect(unlikeLines(store)).toContain(line);
  });
});
