/* The rooms of src/, and what each may import. A room may always import itself. */
const face = [
  'model/',
  'jobs/',
  'report/',
  'export/',
  'charts/',
  'wording/',
  'portal/',
  'store/open',
  'store/read/',
  'store/reference',
  'store/shipped',
  'config[.]ts$',
];
const rooms = {
  model: [],
  national: ['model/'],
  simulate: ['model/'],
  collect: ['model/', 'national/'],
  rollup: ['model/'],
  measure: ['model/'],
  calibrate: ['model/', 'measure/', 'simulate/'],
  audit: ['model/', 'national/', 'measure/', 'simulate/'],
  push: ['model/', 'national/'],
  portal: ['model/', 'simulate/'],
  detect: ['model/', 'measure/'],
  train: ['model/', 'measure/', 'detect/', 'national/', 'portal/'],
  report: ['model/', 'measure/', 'charts/', 'wording/'],
  export: ['model/', 'national/', 'report/', 'charts/', 'wording/'],
  charts: ['model/'],
  wording: ['model/'],
  store: ['model/'],
  jobs: [
    'model/',
    'national/',
    'simulate/',
    'collect/',
    'rollup/',
    'measure/',
    'calibrate/',
    'audit/',
    'push/',
    'portal/',
    'detect/',
    'train/',
    'report/',
    'export/',
    'charts/',
    'wording/',
    'store/',
  ],
  web: face,
  cli: [...face, 'store/migrate', 'web/server', 'web/log'],
};
const pure = Object.keys(rooms)
  .filter((room) => !['store', 'jobs', 'web', 'cli'].includes(room))
  .join('|');
const names = Object.keys(rooms).join('|');

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** An outside package that only some places may import, types included. */
const only = (pkg, ...places) =>
  rule(
    `${pkg}-only-in-${places.join('-')}`,
    `Import ${pkg} only in: ${places.join(', ')}.`,
    {
      path: '^src/',
      pathNot: `^src/(${places.map((place) => (place === 'config' ? 'config[.]ts$' : `${place}/`)).join('|')})`,
    },
    { path: `(^|/)node_modules/(@types/)?${pkg}/` },
  );

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(rooms).map(([room, may]) =>
      rule(
        `${room}-imports`,
        `${room} may import in src/: ${[`${room}/`, ...may].join(', ')}. Stages meet in jobs/; every write is a job.`,
        { path: `^src/${room}/` },
        { path: '^src/', pathNot: `^src/(${[`${room}/`, ...may].join('|')})` },
      ),
    ),
    rule(
      'config-imports',
      'config.ts reads settings and knows nothing of the rooms, but for the words of model/.',
      { path: '^src/config[.]ts$' },
      { path: '^src/', pathNot: '^src/model/' },
    ),
    rule(
      'pure-rooms-no-node',
      'A pure room takes what it needs as arguments; reading and writing belong in store, jobs, web or cli.',
      { path: `^src/(${pure})/` },
      { dependencyTypes: ['core'] },
    ),
    only('zod', 'model', 'config', 'web', 'cli', 'store', 'jobs'),
    only('@faker-js/faker', 'simulate'),
    only('chinese-days', 'store'),
    only('better-sqlite3', 'store'),
    only('hyparquet-writer', 'export'),
    only('docx', 'export/report'),
    only('hucre', 'export'),
    // An optional dependency: loaded when something is to be drawn.
    only('playwright-core', 'jobs/report'),
    only('yalps', 'measure'),
    only('express', 'web'),
    only('ejs', 'web'),
    only('helmet', 'web'),
    only('compression', 'web'),
    only('express-rate-limit', 'web'),
    only('cookie-parser', 'web'),
    only('csrf-csrf', 'web'),
    only('express-session', 'web'),
    only('prom-client', 'web'),
    only('commander', 'cli'),
    only('pino', 'web', 'cli'),
    rule('no-cycles', 'Move what both need to one place below them.', {}, { circular: true }),
    rule(
      'no-orphans',
      'Nothing imports this file and it imports nothing: use it or delete it.',
      { orphan: true, path: '^src/' },
      {},
    ),
    rule('no-unresolved', 'This file or package does not exist.', {}, { couldNotResolve: true }),
    rule('no-barrels', 'Import the file, not the folder.', {}, { path: '^src/.+/index[.]ts$' }),
    rule(
      'no-other-rooms',
      'src/ holds the rooms and config.ts: put this file in the room that knows its subject.',
      {},
      { path: `^src/(?!(${names})/|config[.]ts$)` },
    ),
    rule(
      'no-files-beside-rooms',
      'src/ holds the rooms and config.ts: put this file in the room that knows its subject.',
      { path: `^src/(?!(${names})/|config[.]ts$)` },
      {},
    ),
    rule(
      'no-vague-names',
      'Name a file for what it knows.',
      {},
      { path: '/(utils?|helpers?|common|manager|types)([.]ts$|/)', pathNot: 'node_modules' },
    ),
    rule(
      'truth-apart',
      'No result is computed from the truth: only the jobs that export it, or hand it to an audit, to exercises or to the scorecard of detectors, read it.',
      {
        path: '^src/',
        pathNot:
          '^src/jobs/(export/export-truth|audit/(truth-totals|decompose-gaps)|train/exercise-world|detect/score-detected)[.]ts$',
      },
      { path: '^src/store/read/truth' },
    ),
    rule(
      'src-not-outside',
      'What is shipped cannot import tests, bench or docs.',
      { path: '^src/' },
      { path: '^(tests|bench|docs|dist)/' },
    ),
    rule(
      'src-not-to-dev',
      'What is shipped cannot need a package that is only installed for development.',
      { path: '^src/' },
      { dependencyTypes: ['npm-dev'], pathNot: '(^|/)node_modules/@types/' },
    ),
  ],
  options: {
    // Without this, imports of types alone are not seen.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    // Packages whose parts are named by “exports”.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
