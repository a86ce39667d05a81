import { existsSync, globSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import packageJson from '../../../package.json' with { type: 'json' }
import { packageManifest, ROOT, TEXTS } from './contents.ts'

const aliases = Object.entries(packageJson.imports)

/** The file that `specifier` means in the file `from`, or undefined when it is of another package. */
function fileOf(specifier: string, from: URL): URL | undefined {
  if (specifier.startsWith('.')) return new URL(specifier, from)
  for (const [alias, path] of aliases) {
    const start = alias.replace('*', '')
    if (!specifier.startsWith(start)) continue
    return new URL(path.replace('*', specifier.slice(start.length)), ROOT)
  }
  return undefined
}

/** What is imported when the program runs: imports of types are gone by then. */
const IMPORTS =
  /(?:^|\n)(?:import|export)(?! type\b)[^'"`;]*?from '([^']+)'|\bimport\('([^']+)'\)|(?:^|\n)import '([^']+)'/g
const FILES = /new URL\('([^']+)', import\.meta\.url\)/g

const modules = new Set<string>()
const packages = new Set<string>()
const files = new Set<string>()

beforeAll(() => {
  const entries = ['src/cli/main.ts', ...globSync('src/domain/**/*.worker.ts', { cwd: ROOT })]
  const waiting = entries.map((path) => new URL(path, ROOT))
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    if (modules.has(from.href)) continue
    modules.add(from.href)
    const source = readFileSync(from, 'utf8')
    for (const [, path = ''] of source.matchAll(FILES)) {
      files.add(relative(fileURLToPath(ROOT), fileURLToPath(new URL(path, from))))
    }
    if (!from.pathname.endsWith('.ts')) continue
    for (const match of source.matchAll(IMPORTS)) {
      const specifier = match.slice(1).find((found) => found !== undefined) ?? ''
      const file = fileOf(specifier, from)
      if (file !== undefined) waiting.push(file)
      else if (!specifier.startsWith('node:')) {
        packages.add(specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/'))
      }
    }
  }
})

test('what is imported at run time is a dependency, not one of the checkout alone', () => {
  const { dependencies } = packageManifest()
  expect([...packages].filter((name) => dependencies[name] === undefined)).toEqual([])
  // It looks far enough: from the command line into the server, the model and the database.
  expect([...packages]).toEqual(expect.arrayContaining(['commander', 'hono', 'ai', 'better-sqlite3']))
  expect(modules.size).toBeGreaterThan(500)
})

test('what is read at run time is packed', () => {
  const elsewhere = [
    // Made by the build, and there in a checkout alone.
    'dist/web',
    'evals/main.ts',
    // The program itself, which vite.config.ts begins with.
    'src/cli/bin.js',
  ]
  expect([...files].filter((path) => ![...TEXTS, ...elsewhere].some((known) => known === path))).toEqual([])
  expect(TEXTS.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([])
})

test('the package says what it needs, and leaves out what only a checkout does', () => {
  expect(packageManifest()).toEqual({
    name: packageJson.name,
    version: packageJson.version,
    description: packageJson.description,
    license: packageJson.license,
    type: 'module',
    bin: { muster: 'src/cli/bin.js' },
    engines: { node: '>=24' },
    dependencies: packageJson.dependencies,
  })
})
