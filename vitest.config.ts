import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// As for the command line: each thread of a database reads some seven hundred files, and compiles them once for all.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url))

/** The files that take longest, the longest first: each drives a browser, starts programs, or tries random cases. */
const LONGEST = [
  'http/browser/pages',
  'evals/offline',
  'criteria/readings',
  'wordings/wordings',
  'mcp/stdio',
  'http/browser/rough-use',
  'http/web-app',
  'messages/messages',
  'criteria/from-sql',
  'run/run-suites',
  'embed/in-a-page',
  'cli/bad-input',
  'language/receipt',
  'criteria/read-back',
  'cli/terminal',
  'http/browser/profiles',
  'members/engine',
  'http/browser/keyboard',
  'http/web-desk',
  'living/living',
  'commands/commands',
  'calls/long-work',
  'imports/large-files',
  'language/composition',
  'http/browser/data-page',
]

/**
 * Begins with the longest files: one of them begun last would run alone while the other worker has nothing left. By
 * itself vitest knows how long files take only where they ran before, and on a clean checkout begins with the largest.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
      return at === -1 ? LONGEST.length : at
    }
    const sorted = await super.sort(files)
    return sorted.toSorted((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'program',
          include: ['{src,tools,prompts,evals,db}/**/*.test.ts'],
          exclude: ['src/widget/**'],
          // Node loads the program by itself, as it does for users. What Vite makes of a module looks up each import at
          // each use, and the tests of conditions took 52 s instead of 32.
          experimental: { viteModuleRunner: false },
        },
      },
      { extends: true, test: { name: 'widget', include: ['src/widget/**/*.test.{ts,tsx}'] } },
    ],
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
    // By itself it leaves one core to whoever watches: of two, half of what there is.
    maxWorkers: '100%',
    // A worker reads the program once for all its files, not a thousand modules for each: four fifths of the time. So
    // a test that replaces something for others (a module, a variable of the process) has to put it back.
    isolate: false,
    // The same random cases everywhere, so that a failure is one of the change at hand; another seed looks further.
    env: { FC_SEED: process.env['FC_SEED'] ?? '20251125' },
    setupFiles: ['./src/kernel/random-cases.fixture.ts'],
    // What comes by itself is waited for as long as a busy machine may need; what is there is seen at once.
    expect: { poll: { timeout: 60_000, interval: 20 } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: process.env['CI'] === undefined ? ['default'] : ['default', 'json'],
    outputFile: { json: 'dist/tests.json' },
  },
})
