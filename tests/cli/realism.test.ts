import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { realismIds } from '../../src/model/realism/realism-range.ts';
import { scenarioNames } from '../../src/store/shipped.ts';
import { isBuilt, root } from '../built.ts';

/** What `npm run realism` starts: the built program where there is one. */
const program = isBuilt ? ['dist/bench/realism.js'] : ['--import', 'tsx', 'bench/realism.ts'];

const realism = (...args: string[]): Promise<{ code: unknown; out: string; err: string }> =>
  new Promise((done) => {
    const env = { ...process.env, HAOCHAPING_LANG: 'en' };
    execFile(process.execPath, [...program, ...args], { cwd: root, env }, (error, out, err) => {
      done({ code: error === null ? 0 : error.code, out, err });
    });
  });

it('npm run realism makes a scenario and gives its statistics, and ends well whatever they say', async () => {
  const { code, out, err } = await realism('tiny', '--json');
  expect(err).toBe('');
  expect(code).toBe(0);
  const { notice, scenarios } = JSON.parse(out) as {
    notice: string;
    scenarios: { scenario: string; checks: { id: string; verdict: string; n: number }[] }[];
  };
  expect(notice).toContain('模拟数据');
  expect(scenarios.map(({ scenario }) => scenario)).toEqual(['tiny']);
  expect(scenarios[0]!.checks.map(({ id }) => id)).toEqual([...realismIds]);
  expect(scenarios[0]!.checks.find(({ id }) => id === 'offDayApplications')!.n).toBeGreaterThan(1000);
});

it('npm run realism refuses what it does not know before it makes anything', async () => {
  for (const [args, message] of [
    [['tiny', 'nowhere'], 'there is no scenario “nowhere”'],
    [['--jsn'], 'usage: npm run realism [scenario …] [-- --json]'],
  ] as const) {
    const { code, out, err } = await realism(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
  }
});

it('npm run realism ends quietly where its output is closed early', async () => {
  const script = `"$0" ${program.join(' ')} tiny | head -1`;
  const { out, err } = await new Promise<{ out: string; err: string }>((done) => {
    const env = { ...process.env, HAOCHAPING_LANG: 'en' };
    execFile('sh', ['-c', script, process.execPath], { cwd: root, env }, (_, stdout, stderr) => {
      done({ out: stdout, err: stderr });
    });
  });
  expect(out).toMatch(/^Simulated data.*\n$/);
  expect(err).toBe('');
});

it('npm run realism names shipped scenarios where none is given', () => {
  const [, list = ''] =
    /const shipped = \[(.*)\]/.exec(readFileSync(join(root, 'bench/realism.ts'), 'utf8')) ?? [];
  const names = [...list.matchAll(/'(.*?)'/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(1);
  expect(scenarioNames()).toEqual(expect.arrayContaining(names));
});
