import { defects } from '../../model/defect.ts';
import type { DetectorRule } from '../../model/detection/suspicion.ts';
import { notFound } from '../../model/errors.ts';
import { keptDetection, listSuspicions } from '../../store/read/detection/suspicions.ts';
import { leadsNotice } from '../../wording/leads-notice.ts';
import { printCount } from '../../wording/print-number.ts';
import { fill, nameIn, translator, type Translate } from '../../wording/translator.ts';
import { laboratoryLinks, laboratoryWords } from '../laboratory/laboratory-head.ts';
import type { Page } from '../page.ts';
import { readChoice, readWhole } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';
import { commandText, fileFromHere } from '../shared/command-text.ts';
import { detectorTexts } from './detector-texts.ts';
import { detectorsTexts } from './detectors-texts.ts';
import { leadCells, openedLead, type LeadView } from './lead-view.ts';
import type { FoundByDetector } from './score-cells.ts';
import { flaggedText } from './score-tables.ts';

interface LeadRow {
  readonly name: string;
  readonly href: string;
  readonly current: boolean;
  readonly unit: string;
  readonly office: string;
  readonly cells: readonly string[];
}

export interface DetectorModel {
  readonly laboratory: ReturnType<typeof laboratoryLinks>;
  readonly notice: string;
  readonly remarks: readonly string[];
  readonly rule: readonly { readonly name: string; readonly value: string }[];
  readonly sums: string;
  readonly form: {
    readonly action: string;
    readonly kept: ReturnType<RequestContext['kept']>;
    readonly units: readonly { readonly value: string; readonly name: string; readonly selected: boolean }[];
  };
  /** The command that keeps the leads where they are not kept; '' where they are. */
  readonly command: string;
  readonly leads: readonly LeadRow[];
  readonly shown: string;
  readonly first: string | undefined;
  readonly next: string | undefined;
  readonly lead: LeadView | undefined;
  readonly detectorsHref: string;
}

const PAGE_ROWS = 25;
const words = { ...laboratoryWords, ...detectorsTexts, ...detectorTexts };

/** A rule in full, its leads with the most suspicious first, and the records of the one that is opened. */
export async function detectorPage(context: RequestContext): Promise<Page<DetectorModel>> {
  const { language, query, results, site } = context;
  const id = context.param('id');
  const { detectors, onlyFictional } = await results.ask('detection', null);
  const found = detectors.find(({ rule }) => rule.id === id);
  if (found === undefined) {
    const { zh, en } = detectorTexts.unknown;
    throw notFound(fill(zh, { id }), fill(en, { id }));
  }
  const t = translator(words, language);
  const { rule } = found;
  const units = unitsOf(context, found);
  const code = readChoice(
    query,
    'unit',
    units.map(({ value }) => value),
    '',
  );
  const after = readWhole(query, 'after', 0, 0, Number.MAX_SAFE_INTEGER);
  const kept = keptDetection(site.store);
  const isKept = kept?.isCurrent === true && kept.programVersion === site.version;
  const unit = units.find(({ value }) => value === code)?.unit;
  const rows = isKept
    ? listSuspicions(site.store, {
        detector: id,
        limit: PAGE_ROWS + 1,
        ...(unit !== undefined && { unit }),
        ...(after > 0 && { after }),
      })
    : [];
  const shown = rows.slice(0, PAGE_ROWS);
  const last = shown.at(-1);
  const opened = isKept ? openedLead(context, rule) : undefined;
  return {
    view: 'detector',
    title: `${rule.anomaly} ${rule.name[language]}`,
    words,
    periodFree: true,
    model: {
      laboratory: laboratoryLinks(context),
      notice: leadsNotice[language],
      remarks: onlyFictional ? [t('onlyFictional')] : [],
      rule: ruleFacts(context, rule, t),
      sums: t('leadsSum', { leads: printCount(found.leads), flagged: flaggedText(found, t) }),
      form: {
        action: context.path,
        kept: context.kept(),
        units: units.map(({ value, name }) => ({ value, name, selected: value === code })),
      },
      command: isKept ? '' : commandText('detect', { db: fileFromHere(site.store.file) }),
      leads: shown.map((lead): LeadRow => {
        const cells = leadCells(context, lead);
        return {
          name: String(lead.id),
          href: `${context.here({ lead: lead.id })}#lead`,
          current: query.get('lead') === String(lead.id),
          unit: cells.unit,
          office: [cells.office, cells.month].filter((one) => one !== '').join(' · '),
          cells: [
            ...[cells.observed, cells.expected, cells.of, cells.p],
            lead.records === 0 ? t('wholeMonth') : printCount(lead.records),
          ],
        };
      }),
      shown: after > 0 ? t('from', { id: after }) : '',
      first: after > 0 ? context.here({ after: undefined, lead: undefined }) : undefined,
      next: rows.length > PAGE_ROWS && last ? context.here({ after: last.id, lead: undefined }) : undefined,
      lead: opened,
      detectorsHref: context.link('/laboratory/detectors'),
    },
  };
}

const NO_UNIT = 'none';

/** The units that have leads, all of them first. */
function unitsOf(
  { language, site }: RequestContext,
  { units, leads }: FoundByDetector,
): { value: string; name: string; unit: number | undefined }[] {
  const t = translator(words, language);
  const choice = (name: string, n: number): string => t('unitChoice', { name, n: printCount(n) });
  return [
    { value: '', name: choice(t('everyUnit'), leads), unit: undefined },
    ...units.map((found) => {
      const unit = site.reference.units[found.unit];
      return {
        value: unit?.code ?? NO_UNIT,
        name: choice(unit === undefined ? t('noUnit') : nameIn(language, unit), found.leads),
        unit: found.unit,
      };
    }),
  ];
}

const kindTexts = {
  rating: 'kindRating',
  rectification: 'kindRectification',
  refusal: 'kindRefusal',
  'office-month': 'kindMonth',
} as const;

function ruleFacts({ language }: RequestContext, rule: DetectorRule, t: Translate): DetectorModel['rule'] {
  const { anomaly } = rule;
  return [
    { name: t('looksFor'), value: `${anomaly} ${defects[anomaly].name[language]}` },
    { name: t('sign'), value: defects[anomaly].sign[language] },
    { name: t('flags'), value: t(kindTexts[rule.flags]) },
    { name: t('statistic'), value: rule.statistic[language] },
    { name: t('threshold'), value: rule.threshold[language] },
    { name: t('minimum'), value: printCount(rule.minimum) },
    { name: t('explanation'), value: rule.explanation[language] },
  ];
}
