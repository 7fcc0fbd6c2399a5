import { chmodSync } from 'node:fs';
import { build } from 'rolldown';

const programs = [
  'src/cli/main',
  'src/jobs/simulate/simulate-worker',
  'src/jobs/runs/start-run-worker',
  'src/jobs/answers/answer-worker',
  'bench/main',
  'bench/task',
  'bench/prove-targets',
  'bench/random-words',
  'bench/realism',
  'bench/coverage-draws',
  'bench/detectors',
];

/**
 * The rooms that make and count records become one file. Within a file the engine takes a constant for one; what is
 * imported from another it looks up at every use, which cost a record a sixth of its time.
 */
const engine =
  /\/src\/(model|national|simulate|collect|rollup|measure|audit|calibrate|detect|push|report|export|store|jobs)\/(?!.*(-worker|report\/(docx|report-docx|report-xlsx)[^/]*)\.ts$)/;

/** What the command line needs to describe its commands: apart from the engine, which a command loads when it runs. */
const descriptions =
  /\/src\/(model\/(errors|language|access\/(api-key|role))|export\/export-formats|report\/report-file-names|store\/(paths|shipped))\.ts$/;

await build({
  input: Object.fromEntries(programs.map((name) => [name, `${name}.ts`])),
  platform: 'node',
  external: /^[^./]/,
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].js',
    // The engine lies beside the workers, which it starts by their names.
    chunkFileNames: ({ name }) => (name === 'engine' ? 'src/jobs/[name].js' : 'src/cli/parts/[name].js'),
    codeSplitting: {
      groups: [
        { name: 'descriptions', test: descriptions, priority: 1 },
        { name: 'engine', test: engine },
      ],
    },
  },
});

// npx runs the file itself.
chmodSync('dist/src/cli/main.js', 0o755);
