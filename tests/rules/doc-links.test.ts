import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pagesWithFigures, withFigures } from '../../docs/make/figures.ts';
import { readFacts } from '../../docs/make/recorded-facts.ts';
import { pages, read, root, rowsOf } from './doc-pages.ts';

/** What the docs point to is there: links, paths, rooms, and the runs whose numbers they state. */

describe('links', () => {
  /** The anchor of a heading, as code hosts make it. */
  const anchors = (text: string): string[] =>
    [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    );

  it.each(pages)('of %s lead somewhere', (page) => {
    const text = read(page).replace(/^```[\s\S]*?^```$/gm, '');
    for (const [, image, target = ''] of text.matchAll(/(!?)\[[^\]]*\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? join(root, page) : resolve(root, dirname(page), path);
      // Pictures are taken from the running program; before the first one there is no folder for them.
      if (image === '!' && !existsSync(dirname(file))) continue;
      expect(existsSync(file), `${page}: ${target}`).toBe(true);
      if (anchor !== undefined) {
        expect(anchors(read(relative(root, file))), `${page}: ${target}`).toContain(anchor);
      }
    }
  });
});

describe('paths', () => {
  /** Paths of this repository that a page names; those with a part to be filled in (`<…>`, NNNN) are no paths. */
  const pathsIn = (text: string): string[] =>
    [...text.matchAll(/(?<![\w./-])(?:src|db|views|tests|bench|docs|public)\/[\w./-]*(?![\w<*…{-])/g)]
      .map(([path]) => path.replace(/[./]+$/, ''))
      .filter((path) => !path.includes('NNNN'));

  it.each(pages.filter((page) => page !== 'CHANGELOG.md'))('that %s names are there', (page) => {
    expect(pathsIn(read(page)).filter((path) => !existsSync(join(root, path)))).toEqual([]);
    const files = ['src', 'views', 'bench'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => basename(path)),
    );
    const named = [...read(page).matchAll(/`([a-z-]+\.(?:ts|ejs))`/g)].map(([, name]) => name ?? '');
    // Said as a name that no file may have.
    expect(named.filter((name) => name !== 'index.ts' && !files.includes(name))).toEqual([]);
  });
});

describe('rooms', () => {
  const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
    forbidden: readonly { readonly name: string; readonly comment: string }[];
  };
  const text = read('CONTRIBUTING.md');
  const table = rowsOf(text.slice(text.indexOf('## Rooms'), text.indexOf('## Rules that are checked')));
  /** What each room may import by the rules, by name. */
  const allowed = new Map(
    forbidden.flatMap(({ name, comment }): [string, string[]][] => {
      const room = /^(.+)-imports$/.exec(name)?.[1] ?? 'config';
      const list = /may import in src\/: ([^ ]+(?:, [^ ]+)*)[.] /.exec(comment)?.[1];
      if (room === 'config' || list === undefined) return [];
      const names = list.split(', ').map((entry) => entry.replace('[.]ts$', '.ts').replace(/\/$/, ''));
      return [[room, names.filter((entry) => entry !== room)]];
    }),
  );

  it('stand in CONTRIBUTING.md with what the rules let them import', () => {
    expect([...table.keys()].sort()).toEqual([...allowed.keys()].sort());
    const stated = (room: string): string[] => {
      const cell = table.get(room)?.[1] ?? '';
      if (cell.startsWith('every room'))
        return [...allowed.keys()].filter((one) => !/^(web|cli|jobs)$/.test(one));
      const names = [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
      return cell.startsWith('the same') ? [...stated('web'), ...names] : names;
    };
    for (const [room, names] of allowed) expect(stated(room).sort(), room).toEqual([...names].sort());
  });
});

describe('numbers', () => {
  const facts = readFacts();

  it.each(pagesWithFigures)('of records in %s are those of the runs (else: npm run docs)', (page) => {
    expect(read(page)).toBe(withFigures(page, read(page), facts));
  });

  it('were recorded of the run that is written down', () => {
    const golden = JSON.parse(read('tests/golden/tiny-7.json')) as {
      digest: string;
      services: number;
      ratings: number;
    };
    const { digest, services, ratings } = golden;
    expect(facts.runs['tiny']).toMatchObject({ digest, services, ratings });
  });

  it('are there for every picture of the READMEs', () => {
    expect(Object.keys(facts.pictures).sort()).toEqual(readdirSync(join(root, 'docs/images')).sort());
  });
});

describe('decisions', () => {
  const names = readdirSync(join(root, 'docs/decisions')).sort();

  it('are numbered without a gap, and each says reason, decision, what was measured and consequence', () => {
    names.forEach((name, i) => {
      expect(name).toMatch(new RegExp(`^${String(i + 1).padStart(4, '0')}-[a-z0-9-]+\\.md$`));
      const text = read(join('docs/decisions', name));
      expect(text).toMatch(new RegExp(`^# ${String(i + 1)}\\. `));
      for (const part of ['Reason', 'Decision', 'Measured', 'Consequence']) {
        expect(text, name).toContain(`**${part}.**`);
      }
    });
  });
});
