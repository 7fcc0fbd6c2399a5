import type { Bilingual } from '../model/language.ts';
import { assesses, type Method } from '../model/method.ts';
import { unitKinds, type UnitKind } from '../model/reference.ts';
import type { Period } from '../model/time/period.ts';

const kindNames = {
  province: { zh: '省级政府', en: 'Provincial governments' },
  city: { zh: '重点城市', en: 'Key cities' },
} as const satisfies Readonly<Record<UnitKind, Bilingual>>;

/** Which kind of units has no results in a period because its method does not assess it yet, and a sentence that says so. */
export function notYetAssessed(
  methods: Readonly<Record<UnitKind, Method>>,
  period: Period,
): { readonly kind: UnitKind; readonly reason: Bilingual } | null {
  const kind = unitKinds.find((one) => !assesses(methods[one], period));
  const year = kind && methods[kind].since?.year;
  if (kind === undefined || year === undefined) return null;
  const { zh, en } = kindNames[kind];
  const since = String(year);
  return {
    kind,
    reason: {
      zh: `${zh}自 ${since} 年度起参评，时段 ${period.label} 没有其指数、名次、能力水平和平均值。`,
      en: `${en} are assessed from ${since} on: for ${period.label} they have no scores, ranks, capability levels or means.`,
    },
  };
}

/** The same in a document. */
export function notAssessedDocument(
  methods: Readonly<Record<UnitKind, Method>>,
  period: Period,
): { kind: UnitKind; reason: string } | null {
  const found = notYetAssessed(methods, period);
  return found && { kind: found.kind, reason: `${found.reason.zh} / ${found.reason.en}` };
}
