import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,tools,prompts,evals,db}/**/*.test.{ts,tsx}'],
    pool: 'forks',
    // By itself it leaves one core to whoever watches: of two, half of what there is.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: process.env['CI'] === undefined ? ['default'] : ['default', 'json'],
    outputFile: { json: 'dist/tests.json' },
  },
})
