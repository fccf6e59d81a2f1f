import { defineConfig } from 'vitest/config'

export default defineConfig({
  // PDFs are read by real processes; two at once leave a small machine usable.
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: './test/own-temporary.ts',
    testTimeout: 120_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    pool: 'forks',
    reporters: ['default', './test/not-run.ts'],
    // A page is asked until it has answered: on a loaded machine one second is no answer.
    expect: { poll: { timeout: 30_000 } },
  },
})
