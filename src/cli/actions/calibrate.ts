import path from 'node:path';
import { calibrate, type CalibrateReport } from '../../jobs/calibrate/calibrate.ts';
import { readKnowledge, readScenario, readTargets } from '../../store/reference.ts';
import { targetNames } from '../../store/shipped.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { translate, type Bilingual } from '../../model/language.ts';
import { referenceNamed, withUnitCodes } from '../../model/names/named-reference.ts';
import type { Scenario } from '../../model/scenario/scenario.ts';
import { statedPart } from '../../model/scenario/stated-part.ts';
import type { TargetRow, Targets } from '../../model/targets.ts';
import {
  nameTarget,
  printAccepted,
  printInterval,
  printOff,
  printTarget,
} from '../../wording/target-names.ts';
import { countedVerdicts } from '../../wording/target-verdicts.ts';
import { machineClock } from '../clock.ts';
import { programVersion } from '../options.ts';
import { interruptible } from '../interrupt.ts';
import { notice, type Output } from '../output.ts';
import { withScratch } from '../scratch.ts';
import { newFiles } from '../write-files.ts';

export interface CalibrateFlags {
  readonly targets: string;
  readonly out: string;
  readonly twinOf?: string;
  readonly seed: number;
  readonly threads: number;
  readonly json?: true;
}

/** Searches a scenario for published figures, proves it by a run, and writes it. */
export async function calibrateAction(options: CalibrateFlags, output: Output): Promise<void> {
  const knowledge = readKnowledge();
  const targets = readTargets(options.targets);
  const twinOf = options.twinOf === undefined ? undefined : readScenario(options.twinOf);
  const name = path.basename(options.out);
  const files = newFiles(path.dirname(options.out), [name]);
  const { scenario, ...report } = await search(options, targets, twinOf, knowledge, output).catch(
    (error: unknown) => {
      files.discard();
      throw error;
    },
  );
  const file = files.create(name);
  const named = targetNames().includes(options.targets) ? scenario : underCodes(scenario, knowledge);
  file.write(Buffer.from(`${JSON.stringify(statedPart(named), undefined, 2)}\n`));
  file.end();
  if (!report.met) process.exitCode = 1;
  if (options.json) output.json({ ...report, scenario: options.out });
  else printReport(report, options.out, knowledge, output);
  if (!report.met) output.note(missedText(report, knowledge));
}

/** The scenario under invented names: real ones go with published figures, and who wrote a file of targets is not known. */
const underCodes = (scenario: Scenario, { reference }: Knowledge): Scenario =>
  withUnitCodes({ ...scenario, names: 'coded' }, referenceNamed(reference, 'coded'));

/** The search and its proof, which an interrupt ends between two partitions of a trial. */
function search(
  { seed, threads }: CalibrateFlags,
  targets: Targets,
  twinOf: Scenario | undefined,
  knowledge: Knowledge,
  output: Output,
): ReturnType<typeof calibrate> {
  const progress = (done: number, all: number): void => {
    output.progress({ zh: `校准 ${targets.id}`, en: `calibrating ${targets.id}` }, done, all);
  };
  return interruptible(async (signal) => {
    // That there is room for trials is known now, not after the first search.
    await withScratch(() => Promise.resolve());
    return calibrate(
      {
        ...{ targets, seed, threads, programVersion, withScratch, progress, signal },
        ...(twinOf === undefined ? {} : { twinOf }),
      },
      knowledge,
      machineClock,
    );
  });
}

const none: Bilingual = { zh: '无数据', en: 'no data' };

const nameOf = (row: TargetRow, { reference, methods }: Knowledge): Bilingual =>
  nameTarget(row, reference, methods.province);

/** One line a target: published, simulated, difference, interval or tolerance. */
function printReport(report: CalibrateReport, file: string, knowledge: Knowledge, output: Output): void {
  const { language } = output;
  const zh = language === 'zh';
  output.line(translate(notice, language));
  output.line(
    zh
      ? `目标 ${report.targets}，检验种子 ${String(report.seed)}：目标 | 公布值 | 模拟值 | 模拟值的区间 | 差 | 可接受范围`
      : `targets ${report.targets}, seed of the proof ${String(report.seed)}: target | published | simulated | its interval | difference | accepted range`,
  );
  printRows(report.rows, knowledge, output);
  if (report.felt !== undefined) {
    const { scenario } = report.felt;
    output.line(
      zh
        ? `同一种子下如实评价的世界 ${scenario}，公布数字不能区分二者：`
        : `${scenario}, the world whose ratings are as felt, under the same seed; the published counts cannot tell the two apart:`,
    );
    printRows(report.felt.rows, knowledge, output);
  }
  const counted = countedVerdicts(report.rows)[language];
  output.line(
    zh
      ? `${counted}；场景写入 ${file}；用时 ${report.seconds.toFixed(1)} 秒`
      : `${counted}; scenario written to ${file}; ${report.seconds.toFixed(1)} s`,
  );
}

function printRows(rows: readonly TargetRow[], knowledge: Knowledge, output: Output): void {
  const { language } = output;
  for (const row of rows) {
    const value = (number: number | null): string => translate(printTarget(row, number, none), language);
    const mark = row.verdict === 'met' ? 'ok  ' : row.verdict === 'undecidable' ? '?   ' : 'MISS';
    const accepted = printAccepted(row)[language];
    output.line(
      `${mark} ${translate(nameOf(row, knowledge), language)} | ${value(row.published)} | ${value(row.simulated)} | ${printInterval(row)[language]} | ${printOff(row)} | ${accepted}`,
    );
  }
}

function missedText(report: CalibrateReport, knowledge: Knowledge): Bilingual {
  const missed = [...report.rows, ...(report.felt?.rows ?? [])].filter(
    ({ verdict }) => verdict === 'missed' || verdict === null,
  );
  const list = (language: 'zh' | 'en'): string =>
    missed
      .map((row) => {
        const value = (number: number | null): string => printTarget(row, number, none)[language];
        return `${nameOf(row, knowledge)[language]} ${value(row.published)} / ${value(row.simulated)} (${printOff(row)})`;
      })
      .join(language === 'zh' ? '；' : '; ');
  return {
    zh: `错误：目标 ${report.targets} 有 ${String(missed.length)} 项未达到（公布值 / 模拟值，差）：${list('zh')}`,
    en: `error: ${String(missed.length)} of the targets ${report.targets} are missed (published / simulated, difference): ${list('en')}`,
  };
}
