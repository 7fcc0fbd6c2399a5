import type { Bilingual } from '../../model/language.ts';
import { sideNames, type SideDigests, type SideName } from '../../model/record/content.ts';
import type { SideFindings } from './integrity-report.ts';

/** How many refused records are kept, and how often their records came again. */
export interface KeptRefusals {
  readonly kept: number;
  readonly repeated: number;
}

/** What a database says of its sides, which the digest of the records does not cover, and what was computed anew. */
export interface Sides {
  readonly stored: SideDigests;
  readonly digests: SideFindings['digests'];
  /** Codes of offices and items that count for another unit than their code says. */
  readonly misplaced: readonly string[];
  readonly refusals: {
    readonly stored: KeptRefusals;
    /** Counted anew from the rows. */
    readonly counted: KeptRefusals;
    /** Reasons of runs whose count of kept records is not that of the rows. */
    readonly miscounted: readonly { readonly run: number; readonly reason: string }[];
    /** Of each run, what it says and what its counts by reason add up to. */
    readonly ofRuns: readonly { readonly run: number; readonly said: number; readonly counted: number }[];
  };
}

/** Compares register, refusals and settings with their digests, and the counts of refusals with one another. */
export const judgeSides = ({ stored, digests, misplaced, refusals }: Sides): SideFindings => ({
  digests,
  checks: sideNames.map((name) => {
    const said = digestText(digests[name], stored[name]);
    const faults =
      name === 'refusals' ? refusalFaults(refusals) : name === 'register' ? placeFaults(misplaced) : [];
    return {
      name,
      ok: (stored[name] === null || stored[name] === digests[name]) && faults.length === 0,
      detail: {
        zh: [said, ...faults].map(({ zh }) => zh).join('；'),
        en: [said, ...faults].map(({ en }) => en).join('; '),
      },
    };
  }),
});

const digestText = (digest: string, stored: SideDigests[SideName]): Bilingual =>
  stored === null
    ? {
        zh: `${digest}；建库的版本没有留下校验码`,
        en: `${digest}; the version that made the database kept none`,
      }
    : { zh: `重算 ${digest}，登记 ${stored}`, en: `${digest} recomputed, ${stored} kept` };

/** So many codes are named. */
const NAMED = 3;

function placeFaults(misplaced: readonly string[]): Bilingual[] {
  if (misplaced.length === 0) return [];
  const [n, named] = [String(misplaced.length), misplaced.slice(0, NAMED).join(', ')];
  return [
    {
      zh: `${n} 个机构或事项计入了其他单位：${named}`,
      en: `${n} offices or items count for another unit: ${named}`,
    },
  ];
}

function refusalFaults({ stored, counted, miscounted, ofRuns }: Sides['refusals']): Bilingual[] {
  const faults: Bilingual[] = [];
  if (counted.kept !== stored.kept || counted.repeated !== stored.repeated) {
    faults.push({
      zh: `保留 ${String(counted.kept)} 条、重复 ${String(counted.repeated)} 次，登记 ${String(stored.kept)} 条、${String(stored.repeated)} 次`,
      en: `${String(counted.kept)} rows and ${String(counted.repeated)} repeats, ${String(stored.kept)} and ${String(stored.repeated)} kept in the counts`,
    });
  }
  for (const { run, reason } of miscounted) {
    faults.push({
      zh: `第 ${String(run)} 次运行按 ${reason} 保留的条数与登记不符`,
      en: `run ${String(run)}: the rows kept for ${reason} are not as many as its count says`,
    });
  }
  for (const { run, said, counted: found } of ofRuns) {
    if (found === said) continue;
    faults.push({
      zh: `第 ${String(run)} 次运行 ${String(found)} 条，登记 ${String(said)} 条`,
      en: `run ${String(run)}: ${String(found)} by reason, ${String(said)} kept`,
    });
  }
  return faults;
}
