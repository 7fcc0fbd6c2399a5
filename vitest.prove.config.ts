import { defineConfig } from 'vitest/config';
import ordinary from './vitest.config.ts';

/** The long proofs of `npm run prove`: kills, soaks, calibrated worlds, and more than a hundred thousand cases. */
export default defineConfig({
  ...ordinary,
  test: {
    ...ordinary.test,
    include: ['tests/**/*.prove.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    outputFile: { json: 'coverage/prove.json' },
  },
});
