/** Every single value of a scenario by its path. */
export function valuesByPath(
  value: unknown,
  path = '',
  into = new Map<string, string>(),
): Map<string, string> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [name, below] of Object.entries(value)) {
      valuesByPath(below, path === '' ? name : `${path}.${name}`, into);
    }
  } else {
    into.set(path, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return into;
}

export interface SettingDifference {
  readonly path: string;
  /** Undefined where the scenario does not have it. */
  readonly a: string | undefined;
  readonly b: string | undefined;
}

/** Values that differ between two scenarios, in the order of the first. */
export function settingDifferences(
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
): SettingDifference[] {
  return [...new Set([...a.keys(), ...b.keys()])]
    .map((path) => ({ path, a: a.get(path), b: b.get(path) }))
    .filter((pair) => pair.a !== pair.b);
}
