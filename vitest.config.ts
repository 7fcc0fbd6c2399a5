import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Files that the tests have in place of those of src. */
const inPlaceOf = [
  {
    find: /^(\.\.?\/)+start-worker\.ts$/,
    replacement: resolve(import.meta.dirname, 'tests/start-worker.ts'),
  },
];

export default defineConfig({
  resolve: { alias: inPlaceOf },
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    // By default one processor is left free: of two that is half.
    maxWorkers: '100%',
    // The files that a process runs share its modules: reading those anew took half of the time of most files.
    isolate: false,
    setupFiles: ['tests/fixed-chance.ts'],
    globalSetup: ['tests/filled-folder.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // .ci/run reads the second one, with that of `npm run prove`, for its closing line.
    reporters: process.env['CI'] === undefined ? ['default'] : ['default', 'json'],
    outputFile: { json: 'coverage/tests.json' },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // These run in a process or thread of their own, where this coverage does not look.
      exclude: ['src/cli/main.ts', 'src/jobs/**/*worker*.ts'],
      reporter: ['text-summary'],
      thresholds: { lines: 80 },
    },
  },
});
