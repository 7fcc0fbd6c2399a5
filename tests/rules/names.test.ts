import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const source = resolve(import.meta.dirname, '../../src');
const EXPORTED =
  /^export (?:async )?(?:abstract )?(?:const|let|function\*?|class|type|interface|enum) (\w+)/gm;

/** Files that export each name; an overloaded function counts once a file. */
function exportedNames(): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    for (const [, name = ''] of readFileSync(join(source, file), 'utf8').matchAll(EXPORTED)) {
      names.set(name, (names.get(name) ?? new Set()).add(file));
    }
  }
  return names;
}

it('an exported name exists once in the house', () => {
  const names = exportedNames();
  expect(names.size).toBeGreaterThan(500);
  const twice = [...names].filter(([, files]) => files.size > 1);
  expect(twice.map(([name, files]) => `${name}: ${[...files].join(', ')}`)).toEqual([]);
});
