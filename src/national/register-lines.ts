import { laterFields, type ChangeLine, type Register } from '../model/register.ts';

/** The register as lines: offices, then items, then what changed of items later. */
export function* registerLines(register: Register, changes: readonly ChangeLine[] = []): Iterable<string> {
  for (const { kind, code, name, nameEn, unit, department, profile } of register.offices) {
    yield JSON.stringify({ kind, code, name, nameEn, unit, department, profile });
  }
  for (const task of register.tasks) {
    const { kind, taskCode, office, name, nameEn, taskType, handling, statutoryDays, promisedDays } = task;
    const { visits, depth, channels, published, crossRegion, guide } = task;
    yield JSON.stringify({
      kind,
      taskCode,
      office,
      name,
      nameEn,
      taskType,
      handling,
      statutoryDays,
      promisedDays,
      visits,
      depth,
      channels,
      published,
      crossRegion,
      guide,
      ...Object.fromEntries(laterFields.map((name) => [name, task[name]])),
    });
  }
  for (const change of changes) yield JSON.stringify(change);
}
