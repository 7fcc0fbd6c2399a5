import { readKnowledge, readMonthTargets } from '../../store/reference.ts';
import { qualityReport } from '../../jobs/audit/quality-report.ts';
import type { QualityReport } from '../../model/quality-report.ts';
import { translate } from '../../model/language.ts';
import { printCount, printShare } from '../../wording/print-number.ts';
import { likenessName, validityNamesText, verdictTexts } from '../../wording/quality-names.ts';
import { notice, type Output } from '../output.ts';
import { printRealism, printRealismSources, realismDocument } from '../realism-table.ts';
import { withStore } from '../with-store.ts';

export interface QualityFlags {
  readonly run?: number;
  readonly db: string;
  readonly realism?: true;
  readonly json?: true;
}

/** Prints how valid a run is, how like its scenario, and what the truth adds up to. */
export function qualityAction(options: QualityFlags, output: Output): void {
  const knowledge = readKnowledge();
  const published = readMonthTargets();
  const report = withStore(options.db, { readonly: true }, (store) =>
    qualityReport(store, knowledge, published, options.run === undefined ? {} : { run: options.run }),
  );
  if (options.realism) {
    reportRealism(report, options, output);
    return;
  }
  if (!report.ok) process.exitCode = 1;
  if (options.json)
    output.json({
      notice: `${notice.zh} / ${notice.en}`,
      ...report,
      realism: realismDocument(report.realism),
    });
  else printReport(report, output);
}

/** The realism of a run alone: what is outside its range is said, and fails nothing. */
function reportRealism(report: QualityReport, { json }: QualityFlags, output: Output): void {
  const { run, looked, realism } = report;
  if (json) {
    output.json({
      notice: `${notice.zh} / ${notice.en}`,
      scenario: run.scenario,
      run,
      looked,
      checks: realismDocument(realism),
    });
    return;
  }
  output.line(translate(notice, output.language));
  output.line(
    output.text(
      `第 ${String(run.id)} 次运行（${run.scenario}）的逼真度`,
      `Realism of run ${String(run.id)} (${run.scenario})`,
    ),
  );
  printRealism(realism, output);
  printRealismSources(realism, output);
}

function printReport(report: QualityReport, output: Output): void {
  const zh = output.language === 'zh';
  const { run, looked, validity, likeness } = report;
  output.line(translate(notice, output.language));
  output.line(
    zh
      ? `第 ${String(run.id)} 次运行（${run.scenario}）：抽查 ${printCount(looked.services)} 条服务、${printCount(looked.ratings)} 条评价`
      : `run ${String(run.id)} (${run.scenario}): ${printCount(looked.services)} services and ${printCount(looked.ratings)} ratings sampled`,
  );
  output.line(zh ? '一、有效性' : '1. Validity');
  if (validity.valid === null)
    output.line(zh ? '未保留记录，无法检查' : 'rows were not kept: nothing to check');
  for (const { name, checked, wrong, examples } of validity.checks) {
    output.line(
      `${wrong === 0 ? 'ok  ' : 'FAIL'} ${translate(validityNamesText[name], output.language)}: ${printCount(wrong)} / ${printCount(checked)}${examples.length === 0 ? '' : ` (${examples.join('; ')})`}`,
    );
  }
  for (const [reason, n] of Object.entries(validity.refused)) {
    output.line(`     ${zh ? '校验未通过' : 'refused'} ${reason}: ${printCount(n)}`);
  }
  output.line(zh ? '二、相似性' : '2. Likeness');
  if (likeness.basis === 'no-scenario') output.line(zh ? '没有可比较的场景' : 'no scenario to compare with');
  if (likeness.basis === 'all-defects') {
    output.line(
      zh ? '各单位均注入了缺陷，不作比较' : 'defects are injected in every unit: nothing to compare',
    );
  }
  if (likeness.basis === 'unfinished') {
    output.line(
      zh
        ? '运行未完成，完成后才能比较'
        : 'the run is unfinished: there is nothing to compare until it is whole',
    );
  }
  for (const { name, verdict, size, limit, adjusted, n } of likeness.lines) {
    const words = translate(verdictTexts[verdict], output.language);
    const detail = zh
      ? `差 ${printShare(size, '')}（限 ${printShare(limit, '')}），p ${adjusted.toPrecision(2)}，n ${printCount(n)}`
      : `differs by ${printShare(size, '')} (limit ${printShare(limit, '')}), p ${adjusted.toPrecision(2)}, n ${printCount(n)}`;
    output.line(
      `${verdict === 'like' ? 'ok  ' : verdict === 'few' ? '?   ' : 'FAIL'} ${translate(likenessName(name), output.language)}: ${words}, ${detail}`,
    );
  }
  output.line(zh ? '三、逼真度' : '3. Realism');
  printRealism(report.realism, output);
  printRealismSources(report.realism, output);
  printTruth(report, output);
  const judged = likeness.like + likeness.unlike;
  const valid = validity.valid === null ? '—' : validity.valid ? (zh ? '有效' : 'yes') : zh ? '无效' : 'no';
  output.line(
    zh
      ? `结论：有效性 ${valid}；相符 ${String(likeness.like)} / ${String(judged)}（数量不足 ${String(likeness.few)}）`
      : `Verdict: valid ${valid}; like ${String(likeness.like)} of ${String(judged)} (too few for ${String(likeness.few)})`,
  );
  if (report.failed.length > 0) output.line(`${zh ? '未通过' : 'failed'}: ${report.failed.join(', ')}`);
}

function printTruth({ truth }: QualityReport, output: Output): void {
  if (truth === null) return;
  const zh = output.language === 'zh';
  output.line(zh ? `四、${truth.label}` : '4. Truth (enters no result)');
  const levels = (counts: readonly { readonly level: number; readonly n: number }[]): string =>
    counts.map(({ level, n }) => `${String(level)}: ${printCount(n)}`).join(', ');
  output.line(`     ${zh ? '真实感受（全部服务）' : 'felt in all services'} ${levels(truth.felt)}`);
  output.line(
    `     ${zh ? '真实感受（有评价的服务）' : 'felt by those whose rating stands'} ${levels(truth.feltByRated)}`,
  );
  output.line(`     ${zh ? '公布的等级' : 'published levels'} ${levels(truth.published)}`);
  for (const { mechanism, n } of truth.mechanisms) {
    output.line(`     ${zh ? '机制' : 'mechanism'} ${mechanism}: ${printCount(n)}`);
  }
  for (const { cause, level, n } of truth.losses) {
    output.line(`     ${zh ? '未留下记录' : 'never recorded'} ${cause} ${String(level)}: ${printCount(n)}`);
  }
  for (const { defect, rung, n } of truth.defects) {
    output.line(`     ${zh ? '缺陷' : 'defect'} ${defect} (${String(rung)}): ${printCount(n)}`);
  }
}
