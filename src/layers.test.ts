import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

/** One module behind every arrow that the layer rule decides about. */
const arrows = [
  '#kernel/errors.ts',
  '#domain/criteria/parse.ts',
  '#tools/index.ts',
  '#prompts/render.ts',
  '#chat/agent.ts',
  '#http/routes.ts',
  '#mcp/server.ts',
  '#cli/main.ts',
  '#evals/run.ts',
  '#app',
  '#db/schema.ts',
  '#db/run.ts',
  '#db/open.ts',
  '#db/open.ts openWriter',
  '#db/migrations/index.ts',
  '#db/demo/index.ts',
  'ai',
  'ai/test',
  '@ai-sdk/openai',
  '@modelcontextprotocol/server',
  'better-sqlite3',
  './sibling.ts',
  '#kernel/clock.fixture.ts',
]

const core = ['#kernel/errors.ts', '#domain/criteria/parse.ts']
const surface = [...core, '#tools/index.ts', '#prompts/render.ts']
const sdk = ['ai', 'ai/test', '@ai-sdk/openai']
const typedDb = ['#db/schema.ts', '#db/run.ts']
const ours = arrows.filter((arrow) => arrow.startsWith('#') && !arrow.endsWith('.fixture.ts'))
/** Files that belong to no layer. */
const outside = ['vitest.config.ts', 'src/settings.ts', 'src/new/folder.ts']

/** DESIGN section 3, said a second time: the arrows a layer may have beside './sibling.ts'. Others must fail. */
const allowed: Record<string, readonly string[]> = {
  'src/kernel/clock.ts': ['#kernel/errors.ts'],
  'db/demo/company.ts': [
    '#kernel/errors.ts',
    ...typedDb,
    '#db/open.ts',
    '#db/migrations/index.ts',
    '#db/demo/index.ts',
    'better-sqlite3',
  ],
  'src/domain/segments/read.ts': [...core, ...typedDb, '#db/demo/index.ts'],
  'src/domain/members/scan.worker.ts': [...core, ...typedDb, '#db/open.ts', 'better-sqlite3'],
  'src/domain/writer/queue.ts': [...core, ...typedDb, '#db/open.ts', '#db/open.ts openWriter'],
  'src/domain/writer/write.worker.ts': [
    ...core,
    ...typedDb,
    '#db/open.ts',
    '#db/open.ts openWriter',
    'better-sqlite3',
  ],
  'tools/catalog/list-segments.ts': [...core, '#tools/index.ts'],
  'prompts/render.ts': ['#kernel/errors.ts', '#prompts/render.ts'],
  'src/chat/loop/turn.ts': [...surface, '#chat/agent.ts', ...sdk],
  'src/http/routes.ts': [...surface, '#http/routes.ts'],
  'src/mcp/server.ts': [...surface, '#http/routes.ts', '#mcp/server.ts', '@modelcontextprotocol/server'],
  'src/cli/main.ts': [...surface, '#cli/main.ts', '#app'],
  'src/widget/element.tsx': ['#kernel/errors.ts', 'ai'],
  'src/widget/chat/panel.tsx': ['#kernel/errors.ts', 'ai'],
  'src/app.ts': ours,
  'evals/run.ts': [...ours.filter((arrow) => arrow !== '#db/open.ts openWriter'), ...sdk],
  'tools/catalog/list-segments.test.ts': arrows,
}

const files = [...outside, ...Object.keys(allowed)]

/** Every way to write an import; all of them are arrows. */
const spellings = [
  `import { x } from '#db/schema.ts'`,
  `import type { x } from '#db/schema.ts'`,
  `import { type x } from '#db/schema.ts'`,
  `import * as x from '#db/schema.ts'`,
  `import '#db/schema.ts'`,
  `export { x } from '#db/schema.ts'`,
  `export type { x } from '#db/schema.ts'`,
  `export * from '#db/schema.ts'`,
  `export const x = await import('#db/schema.ts')`,
  `export const x = await import(\`#db/\${'schema.ts'}\`)`,
  `export type X = import('#db/schema.ts').X`,
  `export const x = require('#db/schema.ts')`,
  `import { x } from '../../db/schema.ts'`,
  `import { x } from './../../db/schema.ts'`,
  `import { x } from '../../src/../db/schema.ts'`,
]

const surfaces = ['src/chat', 'src/http', 'src/mcp', 'src/cli', 'src/widget']
const folders = [...surfaces, 'src/kernel', 'src/domain', 'tools', 'prompts', 'evals', 'db']

/** Where the way out of a folder is through an alias; src/app.ts alone reaches down into all of them. */
const confined = files.filter((path) => path !== 'src/app.ts')

const Report = z.object({
  diagnostics: z.array(
    z.object({
      code: z.string(),
      filename: z.string(),
      labels: z.array(z.object({ span: z.object({ line: z.number() }) })).min(1),
    }),
  ),
})

/** What is in the files of a house, by path. */
type Files = Readonly<Record<string, readonly string[]>>

const houses: string[] = []
afterAll(() => {
  for (const house of houses) rmSync(house, { recursive: true })
})

/** A house of the same shape in a temporary folder, under a copy of the real configuration, looked at by the linter. */
function lint(files: Files) {
  const house = mkdtempSync(join(tmpdir(), 'muster-layers-'))
  houses.push(house)
  cpSync(join(import.meta.dirname, '../.oxlintrc.json'), join(house, '.oxlintrc.json'))
  for (const [path, lines] of Object.entries(files)) {
    mkdirSync(join(house, dirname(path)), { recursive: true })
    writeFileSync(join(house, path), lines.map((line) => `${line}\n`).join(''))
  }
  const oxlint = join(import.meta.dirname, '../node_modules/oxlint/bin/oxlint')
  const ran = spawnSync(process.execPath, [oxlint, '--format=json'], { cwd: house, encoding: 'utf8' })
  return { status: ran.status, diagnostics: Report.parse(JSON.parse(ran.stdout)).diagnostics }
}

/** The lines of each file that break the layer rule. All files of a house are looked at in one run: it takes long. */
function broken(files: Files, rules = /no-restricted-imports/): (path: string) => Set<number> {
  const { diagnostics } = lint(files)
  const hits = diagnostics.filter((found) => rules.test(found.code))
  return (path) =>
    new Set(
      hits
        .filter(({ filename }) => filename === path)
        .flatMap((found) => found.labels.map((label) => label.span.line)),
    )
}

const relativeImport = (from: string, to: string) => {
  const path = relative(dirname(from), to)
  return path.startsWith('.') ? path : `./${path}`
}

/** One file for each of them. */
const filesOf = (paths: readonly string[], linesOf: (path: string) => readonly string[]): Files =>
  Object.fromEntries(paths.map((path) => [path, linesOf(path)]))

describe('the layer rule bites', () => {
  describe('arrows', () => {
    let lines: ReturnType<typeof broken>
    beforeAll(() => {
      const imports = arrows.map((arrow, n) => {
        const [from, name = 'x'] = arrow.split(' ')
        return `import { ${name} as x${n} } from '${from}'`
      })
      lines = broken(filesOf(files, () => imports))
    })

    test.for(files)('%s', (path) => {
      const may = outside.includes(path) ? ['#kernel/errors.ts'] : [...(allowed[path] ?? []), './sibling.ts']
      expect(arrows.filter((_, n) => !lines(path).has(n + 1))).toEqual(
        arrows.filter((arrow) => may.includes(arrow)),
      )
    })
  })

  describe('spellings', () => {
    const file = (line: string) => `src/chat/spelling-${spellings.indexOf(line)}.ts`
    let lines: ReturnType<typeof broken>
    beforeAll(() => {
      const rules = /no-restricted-imports|no-dynamic-require|consistent-type-imports|no-require-imports/
      lines = broken(Object.fromEntries(spellings.map((line) => [file(line), [line]])), rules)
    })

    test.for(spellings)('%s', (line) => {
      expect(lines(file(line))).toEqual(new Set([1]))
    })
  })

  describe('relative paths', () => {
    const targetsOf = (path: string) => [
      ...folders
        .filter((folder) => !path.startsWith(`${folder}/`))
        .map((folder) => `${folder}/deep/down/x.ts`),
      'src/app.ts',
    ]
    let lines: ReturnType<typeof broken>
    beforeAll(() => {
      const imports = (path: string) =>
        targetsOf(path).map((to, n) => `import { x as x${n} } from '${relativeImport(path, to)}'`)
      lines = broken(filesOf(confined, imports), /no-restricted-imports|no-relative-parent-imports/)
    })

    test.for(confined)('out of %s', (path) => {
      expect(targetsOf(path).filter((_, n) => !lines(path).has(n + 1))).toEqual([])
    })
  })

  describe('by name', () => {
    const deciding = ['confirm', 'decide', 'human', 'reject'].map((name) => `#domain/proposals/${name}.ts`)
    const decisions = [...deciding, '#domain/proposals/read.ts', '#domain/writer/port.ts']
    const drives = decisions.map((to, n) => `import type { x as x${n} } from '${to}'`)
    const opens = (opener: string) => [
      `import { openReader } from '${opener}'`,
      `import { openWriter } from '${opener}'`,
    ]
    let lines: ReturnType<typeof broken>
    beforeAll(() => {
      lines = broken({
        'tools/catalog/confirm.ts': drives,
        'src/chat/confirm.ts': drives,
        'src/http/confirm.ts': drives,
        'evals/open-all.ts': [`import * as db from '#db/open.ts'`, `export * from '#db/open.ts'`],
        'db/load.ts': opens('./open.ts'),
        'db/demo/load.ts': opens('../open.ts'),
        'src/widget/types.ts': [
          `import type { Message } from '#chat/message.ts'`,
          `import { message } from '#chat/message.ts'`,
          `import type { Schema } from '#db/schema.ts'`,
        ],
        'src/widget/chat/card.tsx': [
          `import { x } from '../tools/x.ts'`,
          `import { y } from '../../chat/y.ts'`,
        ],
        'src/widget/segments/tabs/map.tsx': [
          `import { x } from '../../api/x.ts'`,
          `import { y } from '../../../http/y.ts'`,
        ],
      })
    })

    test.for([
      { path: 'tools/catalog/confirm.ts', may: ['#domain/proposals/read.ts'] },
      { path: 'src/chat/confirm.ts', may: ['#domain/proposals/read.ts', '#domain/writer/port.ts'] },
      { path: 'src/http/confirm.ts', may: decisions },
    ])('what a model drives takes no decision: $path', ({ path, may }) => {
      expect(decisions.filter((_, n) => !lines(path).has(n + 1))).toEqual(may)
    })

    test('the whole of the opener does not hide the writer', () => {
      expect(lines('evals/open-all.ts')).toEqual(new Set([1, 2]))
    })

    test.for(['db/load.ts', 'db/demo/load.ts'])('%s does not write', (path) => {
      expect(lines(path)).toEqual(new Set([2]))
    })

    test('the widget takes types from the server and no code', () => {
      expect(lines('src/widget/types.ts')).toEqual(new Set([2, 3]))
    })

    test('a folder of the widget may have the name of a layer', () => {
      expect(lines('src/widget/chat/card.tsx')).toEqual(new Set([2]))
    })

    test('a folder within a folder of the widget reaches its neighbours, and nothing outside of the widget', () => {
      expect(lines('src/widget/segments/tabs/map.tsx')).toEqual(new Set([2]))
    })
  })

  test('a broken arrow fails the run, an allowed one passes', () => {
    expect(lint({ 'tools/up.ts': [`export { x } from '#db/schema.ts'`] }).status).toBe(1)
    const down = [`export { x } from '#domain/criteria/parse.ts'`, `export { y } from './define.ts'`]
    expect(lint({ 'tools/down.ts': down }).status).toBe(0)
  })
})
