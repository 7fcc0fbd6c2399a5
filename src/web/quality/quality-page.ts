import { likenessGroups, type QualityReport } from '../../model/quality-report.ts';
import { translate, type Language } from '../../model/language.ts';
import { notFound } from '../../model/errors.ts';
import { refusalText } from '../../model/refusal.ts';
import { printCount } from '../../wording/print-number.ts';
import { likenessName, validityNamesText } from '../../wording/quality-names.ts';
import type { Page } from '../page.ts';
import { distribution, lineRow, SHOWN_CELLS, type Distribution, type LineRow } from './quality-lines.ts';
import { realismModel, type RealismModel } from './quality-realism.ts';
import { truthModel, type Counted, type TruthModel } from './quality-truth.ts';
import type { RequestContext } from '../request-context.ts';
import { qualityTexts } from './quality-texts.ts';
import { commandText, fileFromHere } from '../shared/command-text.ts';
import { siteTexts } from '../shared/site-texts.ts';
import { translator, type Translate } from '../../wording/translator.ts';

export interface QualityModel {
  readonly runsHref: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly verdict: { readonly valid: string; readonly validClass: string; readonly like: string };
  readonly few: string;
  readonly failed: string;
  readonly looked: string;
  /** The command that checks all rows; empty where all were checked. */
  readonly command: string;
  readonly kept: boolean;
  /** What the checks and the likeness of rows rest on. */
  readonly rowsBasis: string;
  readonly unchecked: boolean;
  readonly checks: readonly {
    readonly name: string;
    readonly checked: string;
    readonly wrong: string;
    readonly isWrong: boolean;
    readonly examples: string;
  }[];
  readonly refused: readonly Counted[];
  readonly basis: QualityReport['likeness']['basis'];
  /** One table for each basis. */
  readonly lines: readonly {
    readonly id: string;
    readonly basis: string;
    readonly groups: readonly { readonly name: string; readonly rows: readonly LineRow[] }[];
  }[];
  readonly realism: RealismModel;
  readonly detailNote: string;
  /** By group; open where one of them is not like the scenario. */
  readonly distributions: readonly {
    readonly name: string;
    readonly open: boolean;
    readonly tables: readonly Distribution[];
  }[];
  readonly truth: TruthModel | null;
}

const words = { ...siteTexts, ...qualityTexts };

/** Whether a run can be trusted: validity, likeness, and apart from them the truth. */
export async function qualityPage(context: RequestContext): Promise<Page<QualityModel>> {
  const { language } = context;
  const t = translator(words, language);
  const report = await context.results.quality(runNumber(context.param('id')));
  const { run, validity, likeness } = report;
  return {
    view: 'quality',
    title: t('title', { run: run.id }),
    words,
    periodFree: true,
    model: {
      runsHref: context.link('/runs'),
      facts: [
        { name: t('scenario'), value: run.scenario },
        { name: t('seed'), value: run.seed === null ? '—' : String(run.seed) },
        { name: t('days'), value: run.from === null ? '—' : `${run.from} – ${run.to ?? ''}` },
        { name: t('digest'), value: run.digest },
      ],
      verdict: {
        valid: t(validity.valid === null ? 'notKept' : validity.valid ? 'valid' : 'invalid'),
        validClass: validity.valid === false ? 'verdict-outside' : 'verdict-inside',
        like:
          likeness.basis === 'no-scenario'
            ? t('noScenario')
            : likeness.basis === 'all-defects'
              ? t('allDefects')
              : likeness.basis === 'unfinished'
                ? t('unfinishedRun')
                : likeness.basis === 'other-version'
                  ? t('otherVersion')
                  : t('likeOf', { like: likeness.like, judged: likeness.like + likeness.unlike }),
      },
      few: likeness.few === 0 ? '' : t('fewNote', { few: likeness.few }),
      failed:
        report.failed.length === 0
          ? t('passed')
          : t('failed', { names: report.failed.map((name) => nameOf(name, language)).join(t('listComma')) }),
      looked: lookedText(report, t),
      command: checkedAll(report)
        ? ''
        : commandText('quality', { run: run.id, db: fileFromHere(context.site.store.file) }),
      kept: validity.valid !== null,
      rowsBasis: rowsBasis(report, t),
      unchecked: validity.checks.some(({ checked }) => checked === 0),
      checks: validity.checks.map(({ name, checked, wrong, examples }) => ({
        name: translate(validityNamesText[name], language),
        checked: checked === 0 ? '—' : printCount(checked),
        wrong: checked === 0 ? '—' : printCount(wrong),
        isWrong: wrong > 0,
        examples: examples.join('; '),
      })),
      refused: Object.entries(validity.refused).map(([reason, n]) => ({
        name: translate(
          Object.entries(refusalText).find(([known]) => known === reason)?.[1].name ?? {
            zh: reason,
            en: reason,
          },
          language,
        ),
        n: printCount(n),
      })),
      basis: likeness.basis,
      lines: lineTables(report, context, t),
      realism: realismModel(report.realism, context),
      detailNote: t('detailNote', { n: SHOWN_CELLS }),
      distributions: likenessGroups.flatMap((group) => {
        const lines = likeness.lines.filter((line) => line.group === group && line.effect === 'distance');
        return lines.length === 0
          ? []
          : [
              {
                name: t('detailGroup', { name: t(group), n: lines.length }),
                open: lines.some(({ verdict }) => verdict === 'unlike'),
                tables: lines.map((line) => distribution(line, context, t)),
              },
            ];
      }),
      truth: truthModel(report, context, rowsBasis(report, t), t),
    },
  };
}

/** Lines that rest on rows, and those that rest on counts of the whole run. */
function lineTables(report: QualityReport, context: RequestContext, t: Translate): QualityModel['lines'] {
  const { lines, basis } = report.likeness;
  const counts = t('basisCounts');
  const tables = [
    {
      id: 'rows',
      basis: basis === 'counts' ? counts : rowsBasis(report, t),
      of: likenessGroups.filter((group) => group !== 'target'),
    },
    { id: 'counts', basis: counts, of: likenessGroups.filter((group) => group === 'target') },
  ];
  return tables.flatMap(({ id, basis: label, of }) => {
    const groups = of.flatMap((group) => {
      const rows = lines.filter((line) => line.group === group);
      return rows.length === 0 ? [] : [{ name: t(group), rows: rows.map((row) => lineRow(row, context, t)) }];
    });
    return groups.length === 0 ? [] : [{ id, basis: label, groups }];
  });
}

/** True where all rows were checked, and not a sample of them. */
const checkedAll = ({ run, looked }: QualityReport): boolean =>
  run.kind === 'simulate'
    ? looked.everyDay === 1
    : looked.services >= looked.ofServices && looked.ratings >= looked.ofRatings;

function rowsBasis(report: QualityReport, t: Translate): string {
  const { looked } = report;
  return t(checkedAll(report) ? 'basisAll' : 'basisSample', {
    services: printCount(looked.services),
    ratings: printCount(looked.ratings),
  });
}

function runNumber(text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw notFound(`没有第“${text}”次运行`, `there is no run “${text}”`);
}

const nameOf = (name: string, language: Language): string => {
  const check = Object.entries(validityNamesText).find(([known]) => known === name)?.[1];
  return translate(check ?? likenessName(name), language);
};

function lookedText(report: QualityReport, t: Translate): string {
  const { run, looked } = report;
  const values = {
    services: printCount(looked.services),
    ratings: printCount(looked.ratings),
    ofServices: printCount(looked.ofServices),
    ofRatings: printCount(looked.ofRatings),
    every: looked.everyDay,
  };
  if (checkedAll(report)) return t('lookedAll', values);
  return t(run.kind === 'collect' ? 'lookedFirst' : 'lookedSome', values);
}
