import { build } from 'rolldown';

const programs = [
  'src/cli/main',
  'src/jobs/simulate/simulate-worker',
  'src/jobs/runs/start-run-worker',
  'bench/main',
  'bench/task',
  'bench/prove-targets',
  'bench/random-words',
];

/**
 * The rooms that make and count records become one file. Within a file the engine takes a constant for one; what is
 * imported from another it looks up at every use, which cost a record a sixth of its time.
 */
const engine =
  /\/src\/(model|national|simulate|collect|rollup|measure|audit|calibrate|push|export|store|jobs)\/(?!.*-worker\.ts$)/;

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
    // Beside the workers, which the engine starts by their names.
    chunkFileNames: 'src/jobs/[name].js',
    codeSplitting: { groups: [{ name: 'engine', test: engine }] },
  },
});
