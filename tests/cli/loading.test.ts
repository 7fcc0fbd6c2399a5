import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Help and version answer at once because what describes the commands does not load what carries them out. */

const root = resolve(import.meta.dirname, '../..');

/** Files and packages that a file loads before its first line runs, and what those load in turn. */
function loadedBy(file: string, files = new Set<string>(), packages = new Set<string>()) {
  files.add(relative(root, file));
  const source = readFileSync(file, 'utf8');
  for (const [, types, target = ''] of source.matchAll(
    /^(?:import|export) (type )?[^;]*?from '([^']+)';$|^import '([^']+)';$/gm,
  )) {
    if (types !== undefined) continue;
    const path = join(dirname(file), target);
    if (!target.startsWith('.')) packages.add(target);
    else if (!files.has(relative(root, path))) loadedBy(path, files, packages);
  }
  return { files: [...files].sort(), packages: [...packages].sort() };
}

describe('the command line', () => {
  const { files, packages } = loadedBy(join(root, 'src/cli/main.ts'));
  const outside = files.filter((file) => !file.startsWith('src/cli/'));

  it('describes its commands without the engine', () => {
    expect(outside).toEqual([
      'src/export/export-formats.ts',
      'src/model/access/api-key.ts',
      'src/model/access/role.ts',
      'src/model/errors.ts',
      'src/model/language.ts',
      'src/report/report-file-names.ts',
      'src/store/paths.ts',
      'src/store/shipped.ts',
    ]);
    expect(files.filter((file) => file.startsWith('src/cli/actions/'))).toEqual([]);
    expect(packages.filter((name) => !name.startsWith('node:'))).toEqual(['commander']);
  });

  it('keeps those files apart from the engine when it is built', () => {
    const build = readFileSync(join(root, 'build.js'), 'utf8');
    const [, pattern = ''] = /const descriptions =\s*\/(.+)\/;/.exec(build) ?? [];
    const apart = new RegExp(pattern.replaceAll('\\/', '/'));
    for (const file of outside) expect(`/${file}`).toMatch(apart);
  });
});
