import { defineConfig } from 'vitest/config'

export default defineConfig({
  // PDFs are read by real processes; two at once leave a small machine usable.
  test: { include: ['test/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 300_000, maxWorkers: 2, pool: 'forks' },
})
