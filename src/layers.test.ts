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

/** A house of the same shape in a temporary folder, under a copy of the real configuration. */
const house = mkdtempSync(join(tmpdir(), 'muster-layers-'))

function write(path: string, lines: readonly string[]) {
  mkdirSync(join(house, dirname(path)), { recursive: true })
  writeFileSync(join(house, path), lines.map((line) => `${line}\n`).join(''))
}

function relativeImport(from: string, to: string) {
  const path = relative(dirname(from), to)
  return path.startsWith('.') ? path : `./${path}`
}

function lint(path: string) {
  const oxlint = join(import.meta.dirname, '../node_modules/oxlint/bin/oxlint')
  const ran = spawnSync(process.execPath, [oxlint, '--format=json', path], { cwd: house, encoding: 'utf8' })
  return { status: ran.status, diagnostics: Report.parse(JSON.parse(ran.stdout)).diagnostics }
}

/** The lines of a file that break the layer rule. */
function broken(path: string, rules = /no-restricted-imports/): Set<number> {
  const { diagnostics } = lint(path)
  const hits = diagnostics.filter((found) => rules.test(found.code))
  return new Set(hits.flatMap((found) => found.labels.map((label) => label.span.line)))
}

beforeAll(() => cpSync(join(import.meta.dirname, '../.oxlintrc.json'), join(house, '.oxlintrc.json')))
afterAll(() => rmSync(house, { recursive: true }))

describe('the layer rule bites', () => {
  test.for(files)('%s', (path) => {
    const may = outside.includes(path) ? ['#kernel/errors.ts'] : [...(allowed[path] ?? []), './sibling.ts']
    write(
      path,
      arrows.map((arrow, n) => {
        const [from, name = 'x'] = arrow.split(' ')
        return `import { ${name} as x${n} } from '${from}'`
      }),
    )
    const lines = broken(path)
    expect(arrows.filter((_, n) => !lines.has(n + 1))).toEqual(arrows.filter((arrow) => may.includes(arrow)))
  })

  test.for(spellings)('%s', (line) => {
    write('src/chat/spelling.ts', [line])
    const rules = /no-restricted-imports|no-dynamic-require|consistent-type-imports|no-require-imports/
    expect(broken('src/chat/spelling.ts', rules)).toEqual(new Set([1]))
  })

  test.for(confined)('relative paths out of %s', (path) => {
    const others = folders.filter((folder) => !path.startsWith(`${folder}/`))
    const targets = [...others.map((folder) => `${folder}/deep/down/x.ts`), 'src/app.ts']
    write(
      path,
      targets.map((to, n) => `import { x as x${n} } from '${relativeImport(path, to)}'`),
    )
    const lines = broken(path, /no-restricted-imports|no-relative-parent-imports/)
    expect(targets.filter((_, n) => !lines.has(n + 1))).toEqual([])
  })

  test.for([
    { path: 'tools/catalog/confirm.ts', may: ['#domain/proposals/read.ts'] },
    { path: 'src/chat/confirm.ts', may: ['#domain/proposals/read.ts', '#domain/writer/port.ts'] },
    { path: 'src/http/confirm.ts', may: ['every one of them'] },
  ])('what a model drives takes no decision: $path', ({ path, may }) => {
    const deciding = ['confirm', 'decide', 'human', 'reject'].map((name) => `#domain/proposals/${name}.ts`)
    const targets = [...deciding, '#domain/proposals/read.ts', '#domain/writer/port.ts']
    write(
      path,
      targets.map((to, n) => `import type { x as x${n} } from '${to}'`),
    )
    const lines = broken(path)
    const passed = targets.filter((_, n) => !lines.has(n + 1))
    expect(passed).toEqual(may.includes('every one of them') ? targets : may)
  })

  test('the whole of the opener does not hide the writer', () => {
    write('evals/open-all.ts', [`import * as db from '#db/open.ts'`, `export * from '#db/open.ts'`])
    expect(broken('evals/open-all.ts')).toEqual(new Set([1, 2]))
  })

  test.for([
    { path: 'db/load.ts', opener: './open.ts' },
    { path: 'db/demo/load.ts', opener: '../open.ts' },
  ])('$path does not write through $opener', ({ path, opener }) => {
    write(path, [`import { openReader } from '${opener}'`, `import { openWriter } from '${opener}'`])
    expect(broken(path)).toEqual(new Set([2]))
  })

  test('the widget takes types from the server and no code', () => {
    write('src/widget/types.ts', [
      `import type { Message } from '#chat/message.ts'`,
      `import { message } from '#chat/message.ts'`,
      `import type { Schema } from '#db/schema.ts'`,
    ])
    expect(broken('src/widget/types.ts')).toEqual(new Set([2, 3]))
  })

  test('a folder of the widget may have the name of a layer', () => {
    write('src/widget/chat/card.tsx', [
      `import { x } from '../tools/x.ts'`,
      `import { y } from '../../chat/y.ts'`,
    ])
    expect(broken('src/widget/chat/card.tsx')).toEqual(new Set([2]))
  })

  test('a folder within a folder of the widget reaches its neighbours, and nothing outside of the widget', () => {
    write('src/widget/segments/tabs/map.tsx', [
      `import { x } from '../../api/x.ts'`,
      `import { y } from '../../../http/y.ts'`,
    ])
    expect(broken('src/widget/segments/tabs/map.tsx')).toEqual(new Set([2]))
  })

  test('a broken arrow fails the run, an allowed one passes', () => {
    write('tools/up.ts', [`export { x } from '#db/schema.ts'`])
    write('tools/down.ts', [
      `export { x } from '#domain/criteria/parse.ts'`,
      `export { y } from './define.ts'`,
    ])
    expect(lint('tools/up.ts').status).toBe(1)
    expect(lint('tools/down.ts').status).toBe(0)
  })
})
