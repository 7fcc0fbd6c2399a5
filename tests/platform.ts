import { expect } from 'vitest';
import type { ReportLine } from '../src/model/push.ts';

/** A platform that takes pushed records, as a test has it: it keeps all it processed, with the marks they came with. */

export interface Received {
  readonly name: string;
  readonly step: string;
  readonly key: string;
  readonly attempt: number;
  readonly resend: boolean;
}

/** How the platform says that it refuses records of a batch. */
export type Manner =
  /** 200 with a result for each record, by index. */
  | 'each'
  /** 200 and success, with results for the refused ones alone, by key. */
  | 'exceptions'
  /** 422, nothing of the batch taken, and not a word which. */
  | 'silent'
  /** 200 without success, nothing of the batch taken, the first culprit named. */
  | 'first';

interface Pushed {
  readonly step: string;
  readonly resend?: true;
  readonly records: readonly Record<string, unknown>[];
}

export const nameOf = ({ kind, projectNo, serviceNumber, assessNumber }: Record<string, unknown>): string =>
  [
    projectNo,
    serviceNumber,
    ...(kind === 'service' ? [] : [assessNumber]),
    ...(kind === 'rectification' ? [kind] : []),
  ]
    .map(String)
    .join('/');

/** Names of what a record belongs to: a rating to its service, a rectification to its rating and to the service of that. */
const neededBy = (name: string): string[] => {
  const parts = name.split('/');
  return parts.slice(2).map((_, i) => parts.slice(0, i + 2).join('/'));
};

export class Platform {
  readonly processed: Received[] = [];
  /** All that came, refused or not. */
  readonly came: Received[] = [];

  constructor(
    private readonly manner: Manner,
    /** Names of the records that it refuses. */
    private readonly refuses: (name: string) => boolean,
    /** Whether it knows a record again and takes it once. */
    private readonly knowsAgain: boolean,
  ) {}

  /** Processes one request and gives status and body of the answer. */
  take(key: string, attempt: number, body: string): { readonly status: number; readonly body: string } {
    const { step, resend, records } = JSON.parse(body) as Pushed;
    const received = records.map((record) => ({
      name: nameOf(record),
      step,
      key,
      attempt,
      resend: resend === true,
    }));
    this.came.push(...received);
    for (const record of records) expect(record['kind']).toBe(step);
    const bad = received.flatMap(({ name }, index) => (this.refuses(name) ? [index] : []));
    const refusal = { code: 1003, message: '要素不全' };
    if (bad.length > 0 && this.manner === 'silent') {
      return { status: 422, body: JSON.stringify({ success: false, code: 1003, errorMessage: '要素不全' }) };
    }
    if (bad.length > 0 && this.manner === 'first') {
      const results = [{ index: bad[0], ...refusal }];
      return {
        status: 200,
        body: JSON.stringify({ success: false, code: -1, errorMessage: '批次有误', results }),
      };
    }
    const results = received.map((record, index) => {
      if (bad.includes(index)) return { index, key: record.name, ...refusal };
      const known = this.processed.some(({ name }) => name === record.name);
      if (known && this.knowsAgain)
        return { index, key: record.name, code: 'duplicate', message: '评价数据不可重复' };
      this.processed.push(record);
      return { index, key: record.name, code: 200, message: '' };
    });
    if (this.manner !== 'exceptions') {
      const named = results.map(({ key: _, ...result }) => result);
      return { status: 200, body: JSON.stringify({ success: bad.length === 0, code: 200, results: named }) };
    }
    const named = results.filter(({ code }) => code !== 200).map(({ index: _, ...result }) => result);
    return { status: 200, body: JSON.stringify({ success: true, code: '200', results: named }) };
  }
}

/**
 * What must hold whatever went wrong on the way: nothing lost, nothing twice without its mark, no rating before its
 * service, no rectification before its rating, nothing that belongs to a refused record.
 */
export function expectAllAccountedFor(
  names: readonly string[],
  platform: Platform,
  report: readonly Pick<ReportLine, 'kind' | 'projectNo' | 'serviceNumber' | 'assessNumber' | 'reason'>[],
): void {
  const left = report.map(nameOf);
  expect(new Set(left).size, 'a record twice in the report').toBe(left.length);
  const processed = new Set(platform.processed.map(({ name }) => name));
  const known = new Set([...processed, ...left]);
  expect(names.filter((name) => !known.has(name))).toEqual([]);
  expect([...known].filter((name) => !names.includes(name))).toEqual([]);
  const first = new Map<string, Received>();
  platform.processed.forEach((record) => {
    const before = first.get(record.name);
    if (before) {
      expect(record.resend, `${record.name} processed twice without a mark`).toBe(true);
      expect(record.attempt).toBeGreaterThan(before.attempt);
      expect(record.key.slice(0, 32)).toBe(before.key.slice(0, 32));
    } else first.set(record.name, record);
    expect(record.resend).toBe(record.attempt > 1);
    for (const needed of neededBy(record.name)) {
      expect(first.has(needed) || !names.includes(needed), `${record.name} overtook ${needed}`).toBe(true);
    }
  });
  const refused = new Set(report.flatMap((line, i) => (line.reason === 'refused' ? [left[i]] : [])));
  for (const { name } of platform.came) {
    for (const needed of neededBy(name)) {
      expect(refused.has(needed), `${name} came though ${needed} was refused`).toBe(false);
    }
  }
}
