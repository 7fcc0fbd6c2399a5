import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { accountsCommand } from '../../src/cli/commands/accounts.ts';
import { auditLogCommand } from '../../src/cli/commands/audit-log.ts';
import { backupCommand } from '../../src/cli/commands/backup.ts';
import { calibrateCommand } from '../../src/cli/commands/calibrate.ts';
import { collectCommand } from '../../src/cli/commands/collect.ts';
import { decomposeCommand } from '../../src/cli/commands/decompose.ts';
import { editionsCommand } from '../../src/cli/commands/editions.ts';
import { detectCommand } from '../../src/cli/commands/detect.ts';
import { evaluateCommand } from '../../src/cli/commands/evaluate.ts';
import { explainCommand } from '../../src/cli/commands/explain.ts';
import { keysCommand } from '../../src/cli/commands/keys.ts';
import { measureCommand } from '../../src/cli/commands/measure.ts';
import { pushCommand } from '../../src/cli/commands/push.ts';
import { qualityCommand } from '../../src/cli/commands/quality.ts';
import { reportCommand } from '../../src/cli/commands/report.ts';
import { serveCommand } from '../../src/cli/commands/serve.ts';
import { simulateCommand } from '../../src/cli/commands/simulate.ts';
import { verifyCommand } from '../../src/cli/commands/verify.ts';
import { createOutput } from '../../src/cli/output.ts';
import { refusedFields } from '../../src/collect/verdict.ts';
import { readConfig } from '../../src/config.ts';
import { defectIds, defects } from '../../src/model/defect.ts';
import { realismIds } from '../../src/model/realism/realism-range.ts';
import { refusalReasons, refusalText } from '../../src/model/refusal.ts';
import { itemLine, officeLine } from '../../src/model/register.ts';
import { exportNames } from '../../src/export/export-names.ts';
import { scenarioSchema } from '../../src/model/scenario/scenario.ts';
import { dictionaryOf } from '../../src/export/dictionary.ts';
import { exportFormats } from '../../src/export/export-formats.ts';
import { recordKinds } from '../../src/model/record/kind.ts';
import { readEditions, readReference } from '../../src/store/reference.ts';
import { scenarioNames } from '../../src/store/shipped.ts';
import { formRoutes, routes } from '../../src/web/routes.ts';
import { markdownIn, read, readmes, root, rowsOf } from './doc-pages.ts';

/** What a reader of the docs must find there. */

const docs = ['README.md', ...markdownIn('docs')].map(read).join('\n');
const [interfacePage, scenarioPage, filesPage] = ['interface', 'scenario', 'files'].map((name) =>
  read(`docs/${name}.md`),
) as [string, string, string];

const config = readConfig({});
const output = createOutput('en');
const commands: Command[] = [
  serveCommand,
  simulateCommand,
  collectCommand,
  detectCommand,
  evaluateCommand,
  measureCommand,
  decomposeCommand,
  editionsCommand,
  explainCommand,
  reportCommand,
  pushCommand,
  qualityCommand,
  verifyCommand,
  backupCommand,
  accountsCommand,
  keysCommand,
  auditLogCommand,
  calibrateCommand,
].map((make) => make(output));
/** The options of a command and of those below it, each once. */
const optionsOf = (command: Command): string[] => [
  ...new Set([command, ...command.commands].flatMap(({ options }) => options.map(({ long }) => long ?? ''))),
];

describe('commands', () => {
  it('are all in this test', () => {
    const files = readdirSync(join(root, 'src/cli/commands')).map((name) => name.replace('.ts', ''));
    expect(commands.map((command) => command.name()).sort()).toEqual(files.sort());
  });

  it.each(readmes)('stand in %s with all their options, and no others', (name) => {
    const rows = rowsOf(read(name));
    for (const command of commands) {
      const [, , options = ''] = rows.get(command.name()) ?? [];
      const listed = [...options.matchAll(/`(--[a-z-]+)`/g)].map(([, option]) => option);
      expect(listed.sort(), command.name()).toEqual(optionsOf(command).sort());
    }
  });

  it('that the docs show exist, with the options shown', () => {
    const shown = [...docs.matchAll(/^npx haochaping (\S+)(.*)$/gm)];
    expect(shown.length).toBeGreaterThan(5);
    for (const [line, name, rest = ''] of shown) {
      const command = commands.find((known) => known.name() === name);
      expect(command, line).toBeDefined();
      for (const [option] of rest.matchAll(/--[a-z-]+/g)) expect(optionsOf(command!), line).toContain(option);
    }
  });

  it('name in the docs what their JSON holds', () => {
    const rows = rowsOf(interfacePage.slice(interfacePage.indexOf('## Commands')));
    for (const command of commands) {
      if (optionsOf(command).includes('--json')) expect(rows.has(command.name()), command.name()).toBe(true);
    }
  });
});

describe('statistics of realism', () => {
  it('stand in docs/interface.md, in the order of the table', () => {
    const section = interfacePage.slice(
      interfacePage.indexOf('**Realism**'),
      interfacePage.indexOf('**Truth**'),
    );
    const named = [...section.matchAll(/^\| (`.*?) \|/gm)].flatMap(
      ([, cell = '']) => cell.match(/\w+/g) ?? [],
    );
    // The delays of five levels are written as the first and the last.
    expect(named).toEqual(realismIds.filter((id) => !/^delay[432]$/.test(id)));
  });
});

describe('settings', () => {
  const keys = [...read('src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]*): (?:z|whole)\b/gm)].map(
    ([, key]) => key ?? '',
  );
  const defaults: Record<string, string> = {
    PORT: String(config.port),
    HOST: config.host,
    HAOCHAPING_DB: config.db,
    HAOCHAPING_WEB_RUN_LIMIT: String(config.webRunLimit),
    HAOCHAPING_LOCAL_RUNS: config.access.localRuns ? 'on' : 'off',
    HAOCHAPING_READERS: config.access.signInToRead ? 'accounts' : 'anyone',
    LOG_LEVEL: config.logLevel,
  };

  it.each(readmes)('stand in %s with their defaults', (name) => {
    expect(keys.length).toBeGreaterThan(4);
    const rows = rowsOf(read(name));
    for (const key of keys) {
      expect(rows.has(key), key).toBe(true);
      const value = defaults[key];
      if (value !== undefined) expect(rows.get(key)?.[1], key).toBe(`\`${value}\``);
    }
  });
});

describe('addresses', () => {
  it('stand in docs/interface.md, and no others', () => {
    const table = interfacePage.slice(interfacePage.indexOf('## Addresses'));
    const paths = [...routes.map(({ path }) => path), ...formRoutes.map(({ path }) => `POST ${path}`)];
    expect([...rowsOf(table).keys()].sort()).toEqual(paths.sort());
  });

  it.each(readmes)('of pages stand in %s', (name) => {
    const rows = [...rowsOf(read(name)).keys()];
    const asPattern = (path: string): RegExp => new RegExp(`^${path.replace(/:[a-z]+/g, '[^/]+')}$`);
    for (const { path } of routes) {
      if (/^\/(files|api|healthz)|\/events$/.test(path)) continue;
      expect(
        rows.some((row) => asPattern(path).test(row)),
        path,
      ).toBe(true);
    }
  });

  it.each(readmes)('of units and regions in %s are those that a first start has', (name) => {
    const { units } = readReference().places.real;
    const places = [...units.map(({ code }) => code), ...units.map(({ region }) => region)];
    const named = [...rowsOf(read(name)).keys()].flatMap(
      (path) => /^\/(?:units|regions)\/([^/]+)/.exec(path)?.[1] ?? [],
    );
    expect(named.length).toBeGreaterThan(1);
    for (const place of named) expect(places).toContain(place);
  });
});

describe('indicators', () => {
  it('of every method stand in the docs, with their groups and formulas', () => {
    const methods = readEditions().flatMap(({ province, city }) => [province, city]);
    const ids = methods.flatMap((method) => [
      method.id,
      ...method.dimensions.flatMap((dimension) => [
        dimension.id,
        ...dimension.groups.flatMap((group) => [
          group.id,
          ...group.indicators.flatMap(({ id, formula }) => [id, formula]),
        ]),
      ]),
    ]);
    expect(ids.length).toBeGreaterThan(100);
    expect(ids.filter((id) => !docs.includes(`\`${id}\``))).toEqual([]);
  });
});

describe('records', () => {
  it('have every refusal reason in docs/interface.md, in the order of the checks', () => {
    const table = interfacePage.slice(
      interfacePage.indexOf('### Refusal reasons'),
      interfacePage.indexOf('### Privacy'),
    );
    const rows = rowsOf(table);
    expect([...rows.keys()]).toEqual([...refusalReasons]);
    for (const reason of refusalReasons) expect(rows.get(reason)?.[1]).toBe(refusalText[reason].name.zh);
  });

  it('have every field that a refusal can name, and every field of a register', () => {
    const fields = [...refusedFields, ...Object.keys(officeLine.shape), ...Object.keys(itemLine.shape)];
    const rows = rowsOf(interfacePage);
    expect(fields.filter((field) => field !== '' && !rows.has(field))).toEqual([]);
  });

  it('have every rule profile, stage, kind of item and kind of user', () => {
    const { profiles, stages, itemTypes, userTypes } = readReference();
    const words = [
      ...profiles.map(({ id }) => `\`${id}\``),
      ...stages.map(({ name }) => name),
      ...itemTypes.map(({ code, name }) => `${code} ${name.replace(/^行政(?!权力|机关)/, '')}`),
      ...userTypes.map(({ code, name }) => `${code} ${name}`),
    ];
    expect(words.filter((word) => !interfacePage.includes(word))).toEqual([]);
  });
});

/** What the test reads of a schema: an object's members, and what is inside a default. */
interface Schema {
  readonly def?: { readonly innerType?: Schema };
  readonly shape?: Readonly<Record<string, Schema>>;
}

/** Paths of the fields of a scenario; an object by level or channel code is one field. */
function fieldsOf(schema: Schema, path: string): string[] {
  const inner = schema.def?.innerType;
  if (schema.shape === undefined) return inner === undefined ? [path] : fieldsOf(inner, path);
  const members = Object.entries(schema.shape);
  if (members.every(([name]) => /^\d+$/.test(name))) return [path];
  return members.flatMap(([name, member]) => fieldsOf(member, path === '' ? name : `${path}.${name}`));
}

describe('defects', () => {
  it('stand in docs/defects.md with their names, concealment levels, places and signs', () => {
    const rows = rowsOf(read('docs/defects.md'));
    expect([...rows.keys()]).toEqual(defectIds);
    for (const id of defectIds) {
      const { name, of, sign, misdeed, concealmentLevels } = defects[id];
      const where = misdeed ? 'fictional units' : 'any';
      expect(rows.get(id)?.slice(1)).toEqual([
        name.zh,
        name.en,
        of.en,
        concealmentLevels === 3 ? '1–3' : '1',
        where,
        sign.en,
      ]);
    }
  });
});

describe('files', () => {
  const { lines: kinds, codeLists } = dictionaryOf(readReference());
  const section = (from: string, to: string): Map<string, string[]> =>
    rowsOf(interfacePage.slice(interfacePage.indexOf(from), interfacePage.indexOf(to)));

  it.each([
    ['service', '### Step A', '### Step B'],
    ['rating', '### Step B', '### Step C'],
  ] as const)('of a %s hold the fields that docs/interface.md says are written', (kind, from, to) => {
    const rows = section(from, to);
    rows.delete('kind');
    const written = [...rows].filter(([, cells]) => cells[3]?.startsWith('yes')).map(([name]) => name);
    expect(kinds[kind].map(({ name }) => name).sort()).toEqual(written.sort());
    for (const { name, required } of kinds[kind]) {
      const stated = rows.get(name)?.[1]?.replace(/[:,].*/, '') ?? '';
      const same = { always: 'yes', never: 'no' }[required.en];
      if (same === undefined) expect(['yes', 'no'], name).not.toContain(stated);
      else expect(stated, name).toBe(same);
    }
  });

  it.each([
    ['office', '### Register: office', '### Register: item'],
    ['item', '### Register: item', '### Step A'],
  ] as const)('of the register: the dictionary has each field of an %s', (kind, from, to) => {
    const shape = kind === 'office' ? officeLine.shape : itemLine.shape;
    const names = kinds[kind].map(({ name }) => name as string);
    expect(names).toEqual(Object.keys(shape));
    expect([...section(from, to).keys()].filter((name) => !/^\d|instant/.test(name)).sort()).toEqual(
      expect.arrayContaining(names.sort()),
    );
  });

  it('have their codes in lists that are there', () => {
    const used = recordKinds.flatMap((kind) => kinds[kind].flatMap(({ codes }) => codes ?? []));
    expect(used.filter((id) => codeLists[id].length === 0)).toEqual([]);
    expect([...new Set(used)].sort()).toEqual(Object.keys(codeLists).sort());
  });

  it('stand in docs/files.md by format and name', () => {
    const formats = rowsOf(
      filesPage.slice(filesPage.indexOf('## Formats'), filesPage.indexOf('## Requests')),
    );
    expect([...formats.keys()]).toEqual([...exportFormats]);
    const names = exportNames(exportFormats, true);
    expect(names.filter((name) => !filesPage.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('scenarios', () => {
  const rows = rowsOf(
    scenarioPage.slice(scenarioPage.indexOf('## Fields'), scenarioPage.indexOf('## Regimes')),
  );

  it('have every field in docs/scenario.md, and no others', () => {
    const fields = fieldsOf(scenarioSchema as unknown as Schema, '');
    expect(fields.length).toBeGreaterThan(40);
    expect([...rows.keys()].filter((name) => !['all'].includes(name)).sort()).toEqual(fields.sort());
  });

  it('have the defaults that the docs say', () => {
    const least = {
      name: 'x',
      title: { zh: '', en: '' },
      from: '2025-01-01',
      to: '2025-01-01',
      casesPerYear: 1,
    };
    const scenario: unknown = scenarioSchema.parse(least);
    const at = (path: string): unknown =>
      path.split('.').reduce((value: unknown, name) => Reflect.get(Object(value), name), scenario);
    for (const [path, cells] of rows) {
      const [, , stated = ''] = cells;
      if (stated === 'required' || stated === 'none') continue;
      expect(stated, path).toBe(`\`${JSON.stringify(at(path))}\``);
    }
  });

  it('have every regime in docs/scenario.md, and no others', () => {
    const table = scenarioPage.slice(
      scenarioPage.indexOf('## Regimes'),
      scenarioPage.indexOf('## How records come about'),
    );
    expect([...rowsOf(table).keys()].sort()).toEqual(
      readReference()
        .regimes.map(({ id }) => id)
        .sort(),
    );
  });

  it('that are shipped stand in docs/scenario.md', () => {
    const table = scenarioPage.slice(
      scenarioPage.indexOf('## Shipped scenarios'),
      scenarioPage.indexOf('## Fields'),
    );
    expect([...rowsOf(table).keys()].sort()).toEqual(scenarioNames());
  });
});
