import { leadRecords, type LeadRecord, type TelephoneOwner } from '../../jobs/detect/lead-records.ts';
import type { DetectorRule } from '../../model/detection/suspicion.ts';
import { refusalText } from '../../model/refusal.ts';
import { printMonth, printSecond } from '../../model/time/time.ts';
import {
  recordsOfSuspicion,
  suspicionById,
  type StoredSuspicion,
} from '../../store/read/detection/suspicions.ts';
import { readRefusal } from '../../store/read/refusals.ts';
import { notFound } from '../../model/errors.ts';
import { printCount, printFixed } from '../../wording/print-number.ts';
import { fill, nameIn, translator, type Translate } from '../../wording/translator.ts';
import { readWhole } from '../request-query.ts';
import type { RequestContext } from '../request-context.ts';
import { printP } from '../shared/print-p.ts';
import { detectorTexts } from './detector-texts.ts';
import { detectorsTexts } from './detectors-texts.ts';
import { NOT_KNOWN_CELL } from './score-cells.ts';

/** Records of a lead that a page shows. */
const SHOWN = 20;

const words = { ...detectorsTexts, ...detectorTexts };

/** A lead that is opened: what it says, and its first records. */
export interface LeadView {
  readonly title: string;
  readonly facts: string;
  readonly notes: readonly string[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly refusals: readonly { readonly name: string; readonly href: string; readonly reason: string }[];
  readonly closeHref: string;
}

/** The lead that the address opens; undefined where it opens none. */
export function openedLead(context: RequestContext, rule: DetectorRule): LeadView | undefined {
  const id = readWhole(context.query, 'lead', 0, 1, Number.MAX_SAFE_INTEGER);
  if (id === 0) return undefined;
  const lead = suspicionById(context.site.store, id);
  if (lead?.detector !== rule.id) {
    const { zh, en } = detectorTexts.unknownLead;
    throw notFound(fill(zh, { id: rule.id, lead: id }), fill(en, { id: rule.id, lead: id }));
  }
  const t = translator(words, context.language);
  const { unit, office, month, ...rest } = leadCells(context, lead);
  const isRefusal = rule.flags === 'refusal';
  const records = isRefusal ? [] : leadRecords(context.site.store, context.site.reference, id, SHOWN);
  const refusals = isRefusal ? refusalsOf(context, id, t) : [];
  const columns = columnsFor(rule);
  const n = records.length + refusals.length;
  return {
    title: t('leadHeading', { id }),
    facts: t('leadFacts', {
      ...{ unit, office: office === '' ? t('noOffice') : office, month: month === '' ? t('noMonth') : month },
      ...rest,
    }),
    notes: notesOf(rule, lead, n, t),
    headings: columns.map((column) => t(column)),
    rows: records.map((record) => {
      const cells = recordCells(context, record, t);
      return columns.map((column) => cells[column]);
    }),
    refusals,
    closeHref: context.here({ lead: undefined }),
  };
}

function notesOf({ flags }: DetectorRule, { records }: StoredSuspicion, n: number, t: Translate): string[] {
  if (n === 0) return [t('leadMonth')];
  const counts = { all: printCount(records), n: printCount(n) };
  return flags === 'refusal' ? [t('firstRefusals', counts)] : [t('firstRecords', counts), t('agents')];
}

export type LeadCells = Readonly<
  Record<'unit' | 'office' | 'month' | 'observed' | 'expected' | 'of' | 'p', string>
>;

/** A lead as the list has it. */
export function leadCells(context: RequestContext, lead: StoredSuspicion): LeadCells {
  const { language, results, site } = context;
  const t = translator(words, language);
  const unit = site.reference.units[lead.unit];
  const office = lead.office === null ? undefined : results.register().offices[lead.office];
  return {
    unit: unit === undefined ? t('noUnit') : nameIn(language, unit),
    office: office?.name ?? '',
    month: lead.month === null ? '' : printMonth(lead.month),
    observed: printAmount(lead.observed),
    expected: printAmount(lead.expected),
    of: printAmount(lead.of),
    p: lead.p === null ? t('broken') : printP(lead.p).replace('= ', ''),
  };
}

/** A count as it is, an expectation with two decimals. */
const printAmount = (value: number): string =>
  Number.isInteger(value) ? printCount(value) : printFixed(value, 2);

function refusalsOf(context: RequestContext, lead: number, t: Translate): LeadView['refusals'] {
  const { store } = context.site;
  return recordsOfSuspicion(store, lead, { limit: SHOWN }).map((id) => {
    const row = readRefusal(store, id);
    return {
      name: t('refusal', { id }),
      href: context.link(`/refusals/${String(id)}`),
      reason: row === undefined ? NOT_KNOWN_CELL : refusalText[row.reason].name[context.language],
    };
  });
}

const plainColumns = [
  ...(['serviceAt', 'delay', 'upload', 'channel', 'level', 'tags', 'device', 'telephone'] as const),
  'userType',
] as const;
const rectifiedColumns = [
  'serviceAt',
  'level',
  'telephone',
  'rectified',
  'calledBack',
  'calledBackTo',
] as const;
type LeadColumn = (typeof plainColumns)[number] | (typeof rectifiedColumns)[number];

const columnsFor = ({ flags }: DetectorRule): readonly LeadColumn[] =>
  flags === 'rectification' ? rectifiedColumns : plainColumns;

function recordCells(
  { language, site: { reference } }: RequestContext,
  record: LeadRecord,
  t: Translate,
): Readonly<Record<LeadColumn, string>> {
  const { channels, levels, tags, userTypes } = reference;
  const named = (thing: { readonly name: string; readonly nameEn: string } | undefined): string =>
    thing === undefined ? NOT_KNOWN_CELL : nameIn(language, thing);
  const time = (second: number | undefined): string =>
    second === undefined || second < 0 ? NOT_KNOWN_CELL : printSecond(second);
  const level = named(levels.find((one) => one.level === record.level));
  const { rectification } = record;
  return {
    serviceAt: time(record.serviceAt),
    delay: printSpan(record.assessedAt - record.serviceAt, t),
    upload: record.uploadedAt < 0 ? NOT_KNOWN_CELL : printSpan(record.uploadedAt - record.assessedAt, t),
    channel: named(channels.find(({ code }) => code === record.channel)),
    level: record.additional
      ? t('additional', { level })
      : record.automatic
        ? t('automatic', { level })
        : level,
    tags: record.tags
      .map((code) => named(tags.find((tag) => tag.code === code)))
      .join(language === 'zh' ? '、' : ', '),
    device: deviceText(record, t),
    telephone: ownerText(record.telephone, t),
    userType: named(userTypes.find(({ code }) => Number(code) === record.userType)),
    rectified: time(rectification?.rectifiedAt),
    calledBack: time(rectification?.calledBackAt),
    calledBackTo: rectification === undefined ? NOT_KNOWN_CELL : ownerText(rectification.calledBackTo, t),
  };
}

function deviceText({ device }: LeadRecord, t: Translate): string {
  if (device === null) return NOT_KNOWN_CELL;
  return 'account' in device
    ? t('account', { n: device.account })
    : `W${String(device.device).padStart(3, '0')}`;
}

function ownerText(owner: TelephoneOwner, t: Translate): string {
  if (typeof owner === 'object') return t('other', { n: owner.other });
  return t(owner === 'none' ? 'noTelephone' : owner);
}

/** A span of seconds in its two largest units. */
function printSpan(seconds: number, t: Translate): string {
  if (seconds < 0) return t('before', { span: printSpan(-seconds, t) });
  const [minutes, hours, days] = [60, 3600, 86_400].map((unit) => Math.floor(seconds / unit));
  if (days !== undefined && days > 0)
    return t('days', { n: printCount(days), more: Math.floor((seconds % 86_400) / 3600) });
  if (hours !== undefined && hours > 0)
    return t('hours', { n: hours, more: Math.floor((seconds % 3600) / 60) });
  if (minutes !== undefined && minutes > 0) return t('minutesSpan', { n: minutes, more: seconds % 60 });
  return t('seconds', { n: seconds });
}
