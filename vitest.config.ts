import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,tools,prompts,evals,db}/**/*.test.{ts,tsx}'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: process.env['CI'] === undefined ? ['default'] : ['default', 'json'],
    outputFile: { json: 'dist/tests.json' },
  },
})
