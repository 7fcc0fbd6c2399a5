import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    // By default one processor is left free: of two that is half.
    maxWorkers: '100%',
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
