import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readKnowledge } from '../../store/reference.ts';
import { type PushClock, type PushSource, pushReasonText, type PushReport } from '../../model/push.ts';
import { pushRecords } from '../../jobs/push/push-records.ts';
import { linesOfFiles, linesOfStore } from '../../jobs/push/push-source.ts';
import { wrongUse } from '../../model/errors.ts';
import { translate } from '../../model/language.ts';
import { closeStore, openStore, storeMistake } from '../../store/open.ts';
import { machineClock } from '../clock.ts';
import type { Output } from '../output.ts';
import { noJournal, openJournal, openLineFile, openPushFiles } from '../push-files.ts';
import { pushOverHttp, shownUrl, type PushHeaders } from '../push-over-http.ts';

export interface PushFlags {
  readonly url: URL;
  readonly db: string;
  readonly rate?: number;
  readonly batch: number;
  readonly retries: number;
  readonly timeout: number;
  readonly header?: PushHeaders;
  readonly rectifications: boolean;
  readonly report?: string;
  readonly state?: string;
  readonly json?: true;
}

/** Sends records to a system under test and reports its answers. */
export async function pushAction(
  files: readonly string[],
  options: PushFlags,
  output: Output,
): Promise<void> {
  checkApart(files, options);
  const report = await withSource(files, options.db, (source) => pushFrom(source, options, output));
  if (report.accepted + report.resent + report.duplicate < report.records) process.exitCode = 1;
  if (options.json)
    output.json({
      url: shownUrl(options.url),
      ...report,
      stopped: report.stopped && translate(report.stopped, output.language),
    });
  else print(report, options, output);
}

async function pushFrom(source: PushSource, options: PushFlags, output: Output): Promise<PushReport> {
  const journal = options.state === undefined ? noJournal : await openJournal(options.state);
  try {
    const lines = options.report === undefined ? undefined : openLineFile(options.report, journal.goesOn);
    const interrupt = untilInterrupted(output);
    try {
      const report = await pushRecords(
        source,
        pushOverHttp(options.url, options.header ?? [], options.timeout),
        journal,
        {
          url: shownUrl(options.url),
          batch: options.batch,
          retries: options.retries,
          rectifications: options.rectifications,
          ...(options.rate === undefined ? {} : { rate: options.rate }),
          stop: interrupt.signal,
          report: (line) => lines?.add(JSON.stringify(line)),
          progress(done, all) {
            output.progress(
              { zh: `推送 ${shownUrl(options.url)}`, en: `pushing to ${shownUrl(options.url)}` },
              done,
              all,
            );
          },
          waiting(cause, seconds) {
            // The first wait is short and common; the later ones need a word.
            if (seconds < 1) return;
            const rounded = seconds.toFixed(1);
            output.note({
              zh: `未被受理（${cause}），${rounded} 秒后再试`,
              en: `not taken (${cause}), trying again in ${rounded} s`,
            });
          },
        },
        pushClock,
      );
      lines?.finish();
      return report;
    } finally {
      interrupt.end();
      lines?.close();
    }
  } finally {
    journal.close();
  }
}

async function withSource<T>(
  names: readonly string[],
  db: string,
  work: (source: PushSource) => Promise<T>,
): Promise<T> {
  if (names.length > 0) {
    const { files, remove } = await openPushFiles(names);
    try {
      return await work(linesOfFiles(files));
    } finally {
      remove();
    }
  }
  const store = openStore(db, { readonly: true });
  try {
    return await work(linesOfStore(store, readKnowledge()));
  } catch (error) {
    throw storeMistake(error, db);
  } finally {
    closeStore(store);
  }
}

const pushClock: PushClock = {
  elapsed: machineClock.elapsed,
  async sleep(seconds, signal) {
    // Woken early by Ctrl-C.
    await wait(seconds * 1000, undefined, { signal }).catch(() => undefined);
  },
};

/** Ctrl-C ends the push after the request in flight; a second one ends the process. */
function untilInterrupted(output: Output): { readonly signal: AbortSignal; readonly end: () => void } {
  const stop = new AbortController();
  const end = (): void => {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  };
  const interrupt = (): void => {
    end();
    output.note({
      zh: '正在结束：等待在途请求的应答，并写完报告；再按一次 Ctrl-C 立即结束',
      en: 'ending after the answer to the request in flight; press Ctrl-C again to end at once',
    });
    stop.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return { signal: stop.signal, end };
}

/** Report and state are written: they may be neither one another nor what is read. */
function checkApart(files: readonly string[], { report, state, db }: PushFlags): void {
  const written = [report, state].filter((file) => file !== undefined);
  const all = [...written, ...(files.length > 0 ? files : [db])].map((file) => path.resolve(file));
  written.forEach((file, i) => {
    if (all.indexOf(path.resolve(file), i + 1) < 0) return;
    throw wrongUse(
      `${file} 被用了两次：--report、--state 与记录来源须是不同的文件`,
      `${file} is used twice: --report, --state and the source of the records must be different files`,
    );
  });
}

function print(report: PushReport, options: PushFlags, output: Output): void {
  const { language } = output;
  const put = (zh: string, en: string): void => {
    output.line(translate({ zh, en }, language));
  };
  const n = String;
  put(
    `模拟数据推送到 ${shownUrl(options.url)}：共 ${n(report.records)} 条，尝试发送 ${n(report.sent)} 条`,
    `simulated data pushed to ${shownUrl(options.url)}: ${n(report.records)} records, ${n(report.sent)} of them sent or tried`,
  );
  if (report.leftOut > 0) {
    put(
      `另有 ${n(report.leftOut)} 条整改记录未推送（--no-rectifications）`,
      `${n(report.leftOut)} rectifications were left out (--no-rectifications)`,
    );
  }
  if (report.settledBefore > 0) {
    put(
      `其中 ${n(report.settledBefore)} 批在以前的运行中已有结果`,
      `${n(report.settledBefore)} batches were settled by earlier runs`,
    );
  }
  put(`接收 ${n(report.accepted)}`, `accepted ${n(report.accepted)}`);
  put(`重发后接收 ${n(report.resent)}`, `accepted when sent again ${n(report.resent)}`);
  put(`重复（对方已有） ${n(report.duplicate)}`, `duplicate (the system had it) ${n(report.duplicate)}`);
  put(`对方校验未通过 ${n(report.refused)}`, `refused ${n(report.refused)}`);
  for (const { code, message, records } of report.refusals) {
    output.line(`  ${code}${message === '' ? '' : ` ${message}`}: ${n(records)}`);
  }
  put(`未送达 ${n(report.unsent)}`, `not delivered ${n(report.unsent)}`);
  for (const [reason, text] of Object.entries(pushReasonText)) {
    const records = Object.entries(report.unsentBy).find(([name]) => name === reason)?.[1];
    if (records !== undefined) output.line(`  ${translate(text, language)}: ${n(records)}`);
  }
  const states = Object.entries(report.states).map(([state, records]) => `${state}: ${n(records)}`);
  put(`上报状态 ${states.join('，')}`, `upload states ${states.join(', ')}`);
  const causes = Object.entries(report.retriesBy).map(([cause, times]) => `${cause} ${n(times)}`);
  put(
    `重试 ${n(report.retries)}${causes.length === 0 ? '' : `（${causes.join('，')}）`}`,
    `retries ${n(report.retries)}${causes.length === 0 ? '' : ` (${causes.join(', ')})`}`,
  );
  const speed = report.perSecond.toFixed(0);
  put(
    `本次 ${n(report.requests)} 个请求，${n(report.bytes)} 字节，${report.seconds.toFixed(2)} 秒，${speed} 条/秒`,
    `this run: ${n(report.requests)} requests, ${n(report.bytes)} bytes, ${report.seconds.toFixed(2)} s, ${speed} records/s`,
  );
  if (report.latency) {
    const ms = (seconds: number): string => (seconds * 1000).toFixed(1);
    const { p50, p95, p99, max } = report.latency;
    const figures = `p50 ${ms(p50)}, p95 ${ms(p95)}, p99 ${ms(p99)}, max ${ms(max)} ms`;
    put(`应答时间 ${figures}`, `answer times ${figures}`);
  }
  if (!report.stopped) return;
  output.note({
    zh: `提前结束：${report.stopped.zh}${options.state === undefined ? '' : `；用同一 --state 再运行即可继续`}`,
    en: `ended early: ${report.stopped.en}${options.state === undefined ? '' : '; run it again with the same --state to go on'}`,
  });
}
