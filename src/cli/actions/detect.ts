import { detectDatabase } from '../../jobs/detect/detect-database.ts';
import {
  detectionDocument,
  detectionFigures,
  type DetectionFigures,
} from '../../jobs/detect/detection-figures.ts';
import { translate } from '../../model/language.ts';
import { readKnowledge } from '../../store/reference.ts';
import { leadsNotice } from '../../wording/leads-notice.ts';
import { printCount, printFixed } from '../../wording/print-number.ts';
import { programVersion } from '../options.ts';
import { notice, type Output } from '../output.ts';
import { tableLines } from '../table.ts';
import { withStore } from '../with-store.ts';

export interface DetectFlags {
  readonly db: string;
  readonly json?: true;
}

/** Runs every detector over a database, keeps what they flag, and prints how much that is and how right it was. */
export function detectAction({ db, json }: DetectFlags, output: Output): void {
  const knowledge = readKnowledge();
  const figures = withStore(db, { mustExist: true }, (store) =>
    detectionFigures(detectDatabase(store, knowledge, programVersion)),
  );
  if (json)
    output.json({ notice: `${leadsNotice.zh} / ${leadsNotice.en}`, ...detectionDocument(db, figures) });
  else print(figures, output);
}

function print(found: DetectionFigures, output: Output): void {
  const { text, language } = output;
  output.line(translate(notice, language));
  output.line(translate(leadsNotice, language));
  output.line(
    text(
      `检查了 ${printCount(found.services)} 条服务记录、${printCount(found.ratings)} 条首次评价、${printCount(found.refused)} 条未通过校验的记录`,
      `looked at ${printCount(found.services)} services, ${printCount(found.ratings)} first ratings and ${printCount(found.refused)} refused records`,
    ),
  );
  if (found.onlyFictional)
    output.line(
      text(
        '模拟数据使用真实地名：只检查虚构单位',
        'simulated records under real names: only fictional units were looked at',
      ),
    );
  const share = (value: number | null | undefined): string =>
    value === null || value === undefined ? '—' : printFixed(value, 3);
  const isScored = found.detectors.some(({ scores }) => scores !== null);
  const columns = [
    { heading: text('异常', 'anomaly'), side: 'left' },
    { heading: text('规则', 'detector'), side: 'left' },
    { heading: text('线索', 'leads'), side: 'right' },
    { heading: text('记录', 'records'), side: 'right' },
    { heading: text('部门·月', 'office-months'), side: 'right' },
    ...(!isScored
      ? []
      : ([
          { heading: text('查准率', 'precision'), side: 'right' },
          { heading: text('查全率', 'recall'), side: 'right' },
          { heading: 'F1', side: 'right' },
        ] as const)),
  ] as const;
  const lines = tableLines(
    columns,
    found.detectors.map(({ rule, leads, flagged, officeMonths, scores }) => {
      const score = scores?.byRecord ?? scores?.byMonth;
      return [
        rule.anomaly,
        `${translate(rule.name, language)} (${rule.id})`,
        printCount(leads),
        rule.flags === 'office-month' ? '—' : printCount(flagged),
        printCount(officeMonths),
        ...(!isScored ? [] : [share(score?.precision), share(score?.recall), share(score?.f1)]),
      ];
    }),
  );
  lines.forEach((line) => {
    output.line(line);
  });
}
