import { registerFrom, type Office, type Register, type Task } from '../model/register.ts';
import type { World } from './world/world.ts';

/** Where the register put each task of the world: its id and its slot. */
export interface Placement {
  readonly taskId: Int32Array;
  readonly slot: Int32Array;
}

/** Finds the register id and slot of each task of a world. */
export function placeWorld(world: World, register: Register): Placement {
  const tasks = world.tasks.map(({ line }) => register.taskByCode.get(line.taskCode));
  return {
    taskId: Int32Array.from(tasks, (task) => task?.id ?? -1),
    slot: Int32Array.from(tasks, (task) => task?.slot ?? -1),
  };
}

/** The register as far as this world fills it, with gaps where it holds other items: what printing its records needs. */
export function registerOfWorld(world: World, { taskId, slot }: Placement): Register {
  const offices = world.offices.map((line, id): Office => ({ ...line, id, unitIndex: 0 }));
  const officeIds = new Map(offices.map(({ code, id }) => [code, id]));
  const tasks: Task[] = [];
  world.tasks.forEach(({ line, unit }, i) => {
    const id = taskId[i] ?? 0;
    tasks[id] = {
      ...line,
      id,
      officeId: officeIds.get(line.office) ?? 0,
      unitIndex: unit.index,
      slot: slot[i] ?? 0,
    };
  });
  return registerFrom(offices, tasks);
}
