import { printDigest } from '../../model/record/digest.ts';
import type { Bilingual } from '../../model/language.ts';
import type { Store } from '../../store/open.ts';
import { countRefusalRows, refusalCounts, retentionOf } from '../../store/read/refusals.ts';
import { listRuns } from '../../store/read/runs.ts';
import { recomputeSide, sideDigests, sideNames, type SideName } from '../../store/read/side-digests.ts';

/** A check of what the record digest does not cover. */
export interface SideCheck {
  readonly name: SideName;
  readonly ok: boolean;
  readonly detail: Bilingual;
}

/** Compares register, refusals and settings with their digests, and the counts of refusals with one another. */
export function verifySides(store: Store): {
  readonly checks: readonly SideCheck[];
  /** The digests, computed anew from the rows. */
  readonly digests: Readonly<Record<SideName, string>>;
} {
  const kept = sideDigests(store);
  const digests = {
    register: printDigest(recomputeSide(store, 'register')),
    refusals: printDigest(recomputeSide(store, 'refusals')),
    settings: printDigest(recomputeSide(store, 'settings')),
  };
  const checks = sideNames.map((name) =>
    checkOf(name, digests[name], kept[name], name === 'refusals' ? refusalFaults(store) : []),
  );
  return { checks, digests };
}

function checkOf(
  name: SideName,
  digest: string,
  kept: string | null,
  faults: readonly Bilingual[],
): SideCheck {
  const said =
    kept === null
      ? {
          zh: `${digest}；建库的版本没有留下校验码`,
          en: `${digest}; the version that made the database kept none`,
        }
      : { zh: `重算 ${digest}，登记 ${kept}`, en: `${digest} recomputed, ${kept} kept` };
  return {
    name,
    ok: (kept === null || kept === digest) && faults.length === 0,
    detail: {
      zh: [said, ...faults].map(({ zh }) => zh).join('；'),
      en: [said, ...faults].map(({ en }) => en).join('; '),
    },
  };
}

function refusalFaults(store: Store): Bilingual[] {
  const faults: Bilingual[] = [];
  const { kept, repeated } = retentionOf(store);
  const rows = countRefusalRows(store);
  if (rows.kept !== kept || rows.repeated !== repeated) {
    faults.push({
      zh: `保留 ${String(rows.kept)} 条、重复 ${String(rows.repeated)} 次，登记 ${String(kept)} 条、${String(repeated)} 次`,
      en: `${String(rows.kept)} rows and ${String(rows.repeated)} repeats, ${String(kept)} and ${String(repeated)} kept in the counts`,
    });
  }
  for (const run of listRuns(store)) {
    const refused = refusalCounts(store, run.id).reduce((sum, { n }) => sum + n, 0);
    if (refused !== run.refused) {
      faults.push({
        zh: `第 ${String(run.id)} 次运行 ${String(refused)} 条，登记 ${String(run.refused)} 条`,
        en: `run ${String(run.id)}: ${String(refused)} by reason, ${String(run.refused)} kept`,
      });
    }
  }
  return faults;
}
