import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { scratchFolder, run, start } from '../cli/command.ts';
import { jsonOf, linesIn, recordsToPush } from '../cli/pushed.ts';
import { startReceiver, type Receiver } from '../cli/receiver.ts';
import { expectAllAccountedFor, Platform } from '../platform.ts';

/** Records of a request. */
const BATCH = 20;

const scratch = scratchFolder();
const opened: Receiver[] = [];
afterAll(async () => {
  for (const server of opened) await server.close();
  scratch.remove();
});

it('a push goes on after it was killed, and repeats nothing without a mark', async () => {
  const { names, lines, file } = await recordsToPush(scratch);
  // Every 17th record is refused.
  const platform = new Platform('each', (name) => names.indexOf(name) % 17 === 0, false);
  let child: ReturnType<typeof start> | undefined;
  const [state, report] = [scratch.path('killed.state'), scratch.path('killed.ndjson')];
  const batchesOf = (kind: string): number =>
    Math.ceil(lines.filter((line) => line.includes(`"kind":"${kind}"`)).length / BATCH);
  const [services, ratings] = [batchesOf('service'), batchesOf('rating')];
  expect(batchesOf('rectification')).toBeGreaterThan(1);
  // Killed as a batch of services, in the next run one of ratings, then one of rectifications has been
  // processed and before it is answered. Each kill adds a request, for the batch is sent again.
  const deadly = [services >> 1, services + 1 + (ratings >> 1), services + ratings + 2];
  const server = await startReceiver(platform, (n) => (deadly.includes(n) ? 'late' : 'ok'), {
    late: 5000,
    before: (n) => {
      if (deadly.includes(n)) setTimeout(() => child?.kill('SIGKILL'), 150);
    },
  });
  opened.push(server);
  const args = [
    'push',
    file,
    '--url',
    server.url,
    '--batch',
    String(BATCH),
    '--state',
    state,
    '--report',
    report,
  ];
  for (const _ of deadly) {
    child = start(args);
    expect(await once(child, 'close')).toEqual([null, 'SIGKILL']);
  }
  // A line that the killed process had not finished.
  appendFileSync(state, '{"tries":99,"ke');
  const ran = await run([...args, '--json']);
  expect(ran.code).toBe(1);
  expectAllAccountedFor(names, platform, linesIn(report));
  const twice = platform.processed.filter(({ attempt }) => attempt > 1);
  expect(twice.length).toBeGreaterThan(20);
  expect(new Set(twice.map(({ step }) => step)).size).toBe(3);
  expect(platform.processed.length).toBeLessThan(names.length + 61);
  const result = jsonOf(ran);
  expect(result.settledBefore).toBeGreaterThan(10);
  expect(result).toMatchObject({ records: names.length, resent: twice.length, stopped: null });
  // Nothing is left: the state says it all.
  const before = platform.came.length;
  const again = jsonOf(await run([...args, '--json']));
  expect(platform.came.length).toBe(before);
  expect({ ...again, ...{ requests: 0, bytes: 0 } }).toMatchObject({
    ...{ accepted: result.accepted, resent: result.resent, refused: result.refused, unsent: result.unsent },
  });
});
