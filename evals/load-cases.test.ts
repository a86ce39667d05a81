import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { hashOf } from './hash.ts'
import { caseFiles, loadCases } from './load-cases.ts'
import { openReference } from './reference/database.ts'
import { showsPeople } from './scorers/intents.ts'

const cases = loadCases(caseFiles())
const reference = openReference()
afterAll(() => reference.close())

describe('the cases', () => {
  test('every id is used once', () => {
    const ids = cases.map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('a file holds the family that it is named after', () => {
    const strays = caseFiles().flatMap((file) =>
      loadCases([file]).filter(
        ({ family }) =>
          !['own', family].includes(basename(file, '.jsonl').replace(/^(?:held-)?(?:more-|fresh-)?/, '')),
      ),
    )
    expect(strays).toEqual([])
  })

  test('what is held out has files of its own', () => {
    const strays = caseFiles().flatMap((file) =>
      loadCases([file]).filter(({ held = false }) => held !== basename(file).startsWith('held-')),
    )
    expect(strays.map(({ id }) => id)).toEqual([])
  })

  test('who asks for people can be held to them', () => {
    const loose = cases.filter(
      ({ expected }) => showsPeople(expected.intent) && !expected.sql && !expected.accept_intents,
    )
    expect(loose.map(({ id }) => id)).toEqual([])
  })

  test('every stored count and hash is what its SQL finds', () => {
    const differing = cases.flatMap(({ id, expected }) =>
      [expected, ...(expected.accept ?? []), ...(expected.readings ?? [])].flatMap((oracle) => {
        if (!oracle.oracle_hash || oracle.sql === undefined) return []
        const ids = reference.ids(oracle.sql) ?? []
        const [count, hash] = [ids.length, hashOf(ids)]
        return count === oracle.oracle_count && hash === oracle.oracle_hash ? [] : [{ id, count, hash }]
      }),
    )
    expect(differing).toEqual([])
  })
})

describe('reading case files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-cases-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test.for([
    { line: '{"id": "A1"', says: 'not JSON' },
    {
      line: '{"id":"A1","family":"x","text":"t","difficulty":"easy","expected":{"intent":"guess"}}',
      says: 'intent',
    },
    {
      line: '{"id":"A1","family":"x","text":"t","difficulty":"easy","expected":{"intent":"count"},"sqll":""}',
      says: 'sqll',
    },
  ])('a line that does not fit names its place: $says', ({ line, says }) => {
    const file = join(folder, 'cases.jsonl')
    writeFileSync(file, `\n${line}\n`)
    expect(() => loadCases([file])).toThrow(`${file}:2`)
    expect(() => loadCases([file])).toThrow(says)
  })
})
