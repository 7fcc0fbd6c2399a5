import type { SideDigests, SideName } from '../../model/record/content.ts';
import type { Digest } from '../../model/record/digest.ts';
import { digestOfTexts } from '../../model/record/text-digest.ts';
import type { Run } from '../../model/run.ts';
import { changeContent, itemContent, officeContent } from '../../model/register.ts';
import type { Store } from '../open.ts';
import { eachRefusal } from './refusals.ts';
import { readChanges, readRegister } from './register.ts';
import { listRuns } from './runs.ts';

/** The digests kept. */
export function sideDigests(store: Store): SideDigests {
  const kept = store.db
    .prepare<[], SideDigests>(
      `SELECT register_digest AS register, refusal_digest AS refusals, settings_digest AS settings FROM content`,
    )
    .get();
  if (!kept) throw new Error('the content row is missing');
  return kept;
}

/** What a run was told, which decides what it holds; not when it ran or how long. */
export const settingsContent = (
  run: Pick<
    Run,
    | 'kind'
    | 'scenario'
    | 'seed'
    | 'programVersion'
    | 'worldVersion'
    | 'firstDay'
    | 'lastDay'
    | 'settings'
    | 'parts'
    | 'rowsKept'
  >,
): string =>
  JSON.stringify([
    run.kind,
    run.scenario,
    run.seed,
    run.programVersion,
    run.worldVersion,
    run.firstDay,
    run.lastDay,
    run.settings,
    run.parts,
    run.rowsKept,
  ]);

/** What a kept refusal says; not its run and how often it came. */
export const refusalContent = (
  reason: number,
  kind: string,
  field: string,
  source: string,
  line: number,
  raw: string,
): string => JSON.stringify([reason, kind, field, source, line, raw]);

/** A digest computed anew from the rows. */
export function recomputeSide(store: Store, side: SideName): Digest {
  if (side === 'settings') return digestOfTexts(listRuns(store).map(settingsContent));
  if (side === 'refusals') return digestOfTexts(refusalTexts(store));
  const { offices, tasks } = readRegister(store);
  return digestOfTexts([
    ...offices.map(officeContent),
    ...tasks.map(itemContent),
    ...readChanges(store).map(changeContent),
  ]);
}

function* refusalTexts(store: Store): Iterable<string> {
  for (const { reason, kind, field, source, line, raw } of eachRefusal(store))
    yield refusalContent(reason, kind, field, source, line, raw);
}
