import { defineConfig } from 'vitest/config';

/** The long proofs of `npm run prove`: kills, soaks, calibrated worlds, and more than a hundred thousand cases. */
export default defineConfig({
  test: {
    include: ['tests/prove/**/*.prove.ts'],
    pool: 'forks',
    maxWorkers: '100%',
    testTimeout: 600_000,
    hookTimeout: 600_000,
    reporters: process.env['CI'] === undefined ? ['default'] : ['default', 'json'],
    outputFile: { json: 'coverage/prove.json' },
  },
});
