import { z } from 'zod';
import { oneVisitLicences } from '../../measure/one-visit-licences.ts';
import { tierReach } from '../../measure/tier-reach.ts';
import { separateFictional } from '../../model/names/fictional-units.ts';
import { placesOf, unitsInPlay } from '../../model/register.ts';
import type { Reference } from '../../model/reference.ts';
import type { MonthTargets, PublishedYear } from '../../model/targets.ts';
import type { Period } from '../../model/time/period.ts';
import { firstDayOfMonth } from '../../model/time/time.ts';
import type { PeriodOrigin, RegisterSnapshot } from '../../report/report-facts.ts';
import type { Store } from '../../store/open.ts';
import { periodTotals } from '../../store/read/period-totals.ts';
import { refusalCounts } from '../../store/read/refusals.ts';
import { listRuns } from '../../store/read/runs.ts';
import { registerIn } from '../measure/measure-period.ts';
import { runsWithin } from '../runs/runs-within.ts';

interface Published {
  readonly national: readonly PublishedYear[];
  readonly published: readonly MonthTargets[];
}

const settingsOfRun = z.object({ targets: z.string().optional(), regime: z.string().optional() });

/** Where the results of a period come from; `reference` names the places as the data do. */
export function periodOrigin(
  store: Store,
  reference: Reference,
  { national, published }: Published,
  period: Period,
): PeriodOrigin {
  const runs = runsWithin(listRuns(store), period);
  const settings = runs.map((run) => settingsOfRun.parse(JSON.parse(run.settings)));
  const targets = new Set(settings.flatMap((one) => one.targets ?? []));
  const year = 2000 + Math.floor(period.last / 12);
  const refused = new Map<(typeof reasons)[number]['reason'], number>();
  const reasons = runs.flatMap(({ id }) => refusalCounts(store, id));
  for (const { reason, n } of reasons) refused.set(reason, (refused.get(reason) ?? 0) + n);
  return {
    ...periodTotals(store, period),
    refusals: [...refused].map(([reason, n]) => ({ reason, n })).sort((a, b) => b.n - a.n),
    register: registerSnapshot(store, reference, period),
    published: [
      ...national.filter((one) => targets.has(one.series ?? one.id) && one.year === year),
      ...published.filter((one) => targets.has(one.id)),
    ].map(({ name, nameEn, note, noteEn, source, sourceEn }) => ({
      name,
      nameEn,
      note,
      noteEn,
      source,
      sourceEn,
    })),
    regimes: [...new Set(settings.flatMap((one) => one.regime ?? []))],
  };
}

function registerSnapshot(store: Store, reference: Reference, period: Period): RegisterSnapshot {
  const register = registerIn(store, period);
  const holding = new Set(register.tasks.map(({ unitIndex }) => unitIndex));
  const provinces = separateFictional(unitsInPlay(reference, register)).ranked.filter(
    (unit) => unit.kind === 'province' && holding.has(reference.units.indexOf(unit)),
  );
  const indexes = new Set(provinces.map((unit) => reference.units.indexOf(unit)));
  return {
    day: firstDayOfMonth(period.last + 1) - 1,
    items: register.tasks.length,
    published: register.tasks.filter((task) => task.published).length,
    provinces: provinces.length,
    oneVisitLicences: oneVisitLicences(register, indexes),
    tiers: tierReach(
      register,
      provinces.map(({ code }) => placesOf(reference, code)),
    ),
  };
}
