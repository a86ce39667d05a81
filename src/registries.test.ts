import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

/** Each folder of "one file, plus one line in the index", and the index that lists it. */
const registries = [
  ['src/domain/conditions', 'src/domain/conditions/index.ts'],
  ['src/domain/changes', 'src/domain/changes/index.ts'],
  ['src/domain/dialects', 'src/domain/dialects/index.ts'],
  ['src/domain/imports/formats', 'src/domain/imports/formats/index.ts'],
  ['src/domain/exports/formats', 'src/domain/exports/formats/index.ts'],
  ['src/domain/motions', 'src/domain/motions/index.ts'],
  ['src/domain/profiles/suggestions/outcomes', 'src/domain/profiles/suggestions/outcomes/index.ts'],
  ['src/domain/profiles/suggestions/candidates', 'src/domain/profiles/suggestions/candidates/index.ts'],
  ['src/domain/profiles/suggestions/kinds', 'src/domain/profiles/suggestions/kinds/index.ts'],
  ['src/domain/profiles/living/behaviours', 'src/domain/profiles/living/behaviours/index.ts'],
  ['src/domain/health/findings', 'src/domain/health/findings/index.ts'],
  ['src/domain/profiles/living/goals', 'src/domain/profiles/living/goals/index.ts'],
  ['src/domain/shopify/topics', 'src/domain/shopify/topics/index.ts'],
  ['src/cli/mcp-clients', 'src/cli/mcp-clients/index.ts'],
  ['tools/catalog', 'tools/index.ts'],
  ['db/migrations', 'db/migrations/index.ts'],
  ['src/widget/segments/tabs', 'src/widget/segments/tabs/index.ts'],
  ['src/widget/segments/actions', 'src/widget/segments/actions/index.ts'],
  ['src/widget/audiences/actions', 'src/widget/audiences/actions/index.ts'],
] as const

/** In these folders entries stand beside the pieces they share: an entry is annotated with its kind. */
const entryMarks: Readonly<Record<string, string>> = {
  'src/domain/profiles/suggestions/candidates': ': CandidateSource =',
  'src/domain/conditions': ': ConditionDefinition<',
  'src/domain/profiles/living/behaviours': ': Behaviour =',
  'src/domain/motions': ': Motion =',
  'src/widget/segments/tabs': ': SegmentTab =',
  'src/widget/segments/actions': ': SegmentAction =',
  'src/widget/audiences/actions': ': AudienceAction =',
}

const root = join(import.meta.dirname, '..')

/** The entries of `folder` that `index` does not import. */
function unlisted(base: string, folder: string, index: string): string[] {
  const path = join(base, index)
  const list = existsSync(path) ? readFileSync(path, 'utf8') : ''
  return globSync(`${folder}/**/*.{ts,tsx}`, { cwd: base })
    .filter(
      (file) =>
        !/(?:\/(?:index|define)|\.(?:test|test-d|fixture))\.ts$/.test(file) &&
        readFileSync(join(base, file), 'utf8').includes(entryMarks[folder] ?? ''),
    )
    .filter((file) => !list.includes(`from './${relative(dirname(index), file)}'`))
    .toSorted()
}

test.for(registries)('%s is listed in %s', ([folder, index]) => {
  expect(unlisted(root, folder, index)).toEqual([])
})

test('a file that nobody lists is found', () => {
  const base = mkdtempSync(join(tmpdir(), 'muster-registries-'))
  try {
    mkdirSync(join(base, 'tools/catalog/deep'), { recursive: true })
    for (const name of ['listed', 'forgotten', 'listed.test', 'deep/forgotten']) {
      writeFileSync(join(base, `tools/catalog/${name}.ts`), '')
    }
    expect(unlisted(base, 'tools/catalog', 'tools/index.ts')).toHaveLength(3)
    writeFileSync(join(base, 'tools/index.ts'), `import { listed } from './catalog/listed.ts'\n`)
    expect(unlisted(base, 'tools/catalog', 'tools/index.ts')).toEqual([
      'tools/catalog/deep/forgotten.ts',
      'tools/catalog/forgotten.ts',
    ])
  } finally {
    rmSync(base, { recursive: true })
  }
})
