import { createAnswerer } from '../../jobs/answers/answer-question.ts';
import { keptFirst } from '../../jobs/answers/kept-answers.ts';
import { reportFiles, type ReportFile } from '../../jobs/report/report-files.ts';
import { writeReport } from '../../jobs/report/write-report.ts';
import { cannot, Mistake } from '../../model/errors.ts';
import type { Bilingual, Language } from '../../model/language.ts';
import type { ReportFormat } from '../../report/report-file-names.ts';
import type { Report } from '../../report/report.ts';
import { readMonthTargets, readNationalTargets } from '../../store/reference.ts';
import { referenceOfStore } from '../../store/read/unit-names.ts';
import { machineClock } from '../clock.ts';
import { interruptible } from '../interrupt.ts';
import { knowledgeBy } from '../method-option.ts';
import { programVersion } from '../options.ts';
import type { Output } from '../output.ts';
import { periodOf } from '../period-of.ts';
import { withStoreWhile } from '../with-store.ts';
import { replacedFiles } from '../write-files.ts';

export interface ReportFlags {
  readonly period?: string;
  readonly out: string;
  readonly format: readonly ReportFormat[];
  readonly lang: Language;
  readonly method?: string;
  readonly db: string;
  readonly json?: true;
}

/** Writes the report of a period in the forms asked for: all files, or none where something fails. */
export async function reportAction(options: ReportFlags, output: Output): Promise<void> {
  const began = machineClock.elapsed();
  const folder = replacedFiles('--out', options.out);
  try {
    const report = await reportOf(options);
    const { files, missing } = await interruptible((signal) =>
      formsOf(report, options.format, signal, output),
    );
    const paths = folder.write(files);
    const written = files.map(({ format, bytes }, i) => ({
      path: paths[i] ?? '',
      format,
      bytes: bytes.length,
    }));
    if (missing.length > 0) process.exitCode = Math.max(...missing.map(({ exitCode }) => exitCode));
    for (const { format, reason } of missing) {
      output.note({ zh: `没有写出 ${format}：${reason.zh}`, en: `${format} was not written: ${reason.en}` });
    }
    const seconds = machineClock.elapsed() - began;
    if (options.json) {
      output.json({
        period: report.period,
        files: written,
        missing: missing.map(({ format, reason }) => ({ format, reason: reason[output.language] })),
        seconds,
      });
      return;
    }
    for (const { path, bytes } of written)
      output.line(output.text(`${path}：${String(bytes)} 字节`, `${path}: ${String(bytes)} bytes`));
    output.line(output.text(`用时 ${seconds.toFixed(1)} 秒`, `${seconds.toFixed(1)} s`));
  } finally {
    folder.discard();
  }
}

function reportOf({ db, period: asked, method, lang: language }: ReportFlags): Promise<Report> {
  const knowledge = knowledgeBy(method);
  const basis = {
    ...{ knowledge, programVersion },
    published: readMonthTargets(),
    national: readNationalTargets(),
  };
  return withStoreWhile(db, { mustExist: true }, (store) => {
    const period = periodOf(store, asked);
    const answer = createAnswerer({ ...basis, store, folder: '', clock: machineClock });
    return writeReport(
      keptFirst(store, basis, answer),
      {
        ...basis,
        store,
        knowledge: { ...knowledge, reference: referenceOfStore(store, knowledge.reference) },
      },
      { period, edition: knowledge.methods.edition, language, tasks: 'all' },
    );
  });
}

interface Forms {
  readonly files: readonly ReportFile[];
  readonly missing: readonly MissingForm[];
}

/** What this machine cannot write (exit code 1) or the report does not have (2); it does not keep the other forms from being written. */
interface MissingForm {
  readonly format: ReportFormat;
  readonly reason: Bilingual;
  readonly exitCode: Mistake['exitCode'];
}

async function formsOf(
  report: Report,
  formats: readonly ReportFormat[],
  signal: AbortSignal,
  output: Output,
): Promise<Forms> {
  const files: ReportFile[] = [];
  const missing: MissingForm[] = [];
  for (const [done, format] of formats.entries()) {
    output.progress({ zh: '写出报告', en: 'writing the report' }, done, formats.length);
    try {
      files.push(...(await reportFiles(report, format)));
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      missing.push({ format, reason: error.text, exitCode: error.exitCode });
    }
    if (signal.aborted) throw cannot('已停止，未写出任何文件', 'stopped; no files were written');
  }
  return { files, missing };
}
