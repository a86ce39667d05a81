import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorkspace, type TestWorkspace } from '../../services.fixture.ts'
import { CORNERS, type NodeName } from './nodes.ts'
import { makeProfile, type Row, storeScores } from './scored.fixture.ts'
import type { RecordsOptions } from './standing.ts'

let workspace: TestWorkspace
const PEOPLE = 60

/** ICP 1 holds personas 3 and 4, ICP 2 persona 5; 6 is a draft inside ICP 1. */
beforeAll(async () => {
  workspace = await openWorkspace()
  const { driver, importRows } = workspace
  await importRows({
    'companies.csv': ['id,name', ...range(20).map((n) => `X${n},Company ${n}`)],
    'people.csv': [
      'id,company_id,first_name,last_name,email,title,city,country',
      ...range(PEOPLE).map((n) => `Y${n},X${1 + (n % 20)},Ana,Berg,ana.${n}@example.com,VP,Paris,FR`),
    ],
  })
  makeProfile(driver, { id: 'icp_1', name: 'SMB SaaS' })
  makeProfile(driver, { id: 'icp_2', name: 'Enterprise' })
  makeProfile(driver, { id: 'per_3', name: 'VP Sales', icpId: 'icp_1' })
  makeProfile(driver, { id: 'per_4', name: 'CTO', icpId: 'icp_1' })
  makeProfile(driver, { id: 'per_5', name: 'VP Sales', icpId: 'icp_2' })
  makeProfile(driver, { id: 'per_6', name: 'Founder', icpId: 'icp_1', status: 'draft' })
})
afterAll(() => workspace.close())
beforeEach(() => {
  storeScores(workspace.driver, 'company', [])
  storeScores(workspace.driver, 'person', [])
})

const range = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1)
const PERSONAS = { 1: [3, 4, null], 2: [5, null] } as const

const rowOf = (id: number): fc.Arbitrary<Row | undefined> =>
  fc.option(
    fc
      .record({
        icp: fc.constantFrom(1 as const, 2 as const),
        icpScore: fc.constantFrom(0, 9, 10, 59, 60, 61, 100),
        nth: fc.nat(2),
        personaScore: fc.constantFrom(0, 59, 60, 90, 99, 100),
      })
      .map(({ icp, icpScore, nth, personaScore }) => {
        const persona = PERSONAS[icp][nth] ?? null
        return { id, icp, icpScore, persona, personaScore: persona === null ? null : personaScore }
      }),
    { nil: undefined },
  )
const someScores = fc
  .tuple(...range(PEOPLE).map(rowOf))
  .map((rows) => rows.filter((row) => row !== undefined))

async function pages(node: NodeName, options: Partial<RecordsOptions> = {}) {
  const { standing } = workspace.services
  const first = await standing.records(node, { most: 7, masked: false, ...options })
  const all = [first]
  for (let next = first.next; next !== null; ) {
    const page = await standing.records(node, { most: 7, masked: false, ...options, cursor: next })
    all.push(page)
    next = page.next
  }
  return { total: first.total, rows: all.flatMap(({ rows }) => rows) }
}

test('the tree holds everybody once, and the corners are everybody, whatever the scores and thresholds', async () => {
  const { standing } = workspace.services
  await fc.assert(
    fc.asyncProperty(someScores, fc.nat(100), fc.nat(100), async (rows, minIcp, minPersona) => {
      storeScores(workspace.driver, 'person', rows)
      const { icps, scored } = await standing.tree()
      const people = scored.find(({ entity }) => entity === 'person')
      const placed = icps.flatMap(({ personas, noPersona }) => [
        noPersona ?? 0,
        ...personas.map((persona) => persona.standing?.records ?? 0),
      ])
      expect(placed.reduce((sum, n) => sum + n, 0)).toBe(people?.fitted)
      expect(people?.fitted).toBe(rows.length)

      const right = (row: Row) => [
        row.icpScore >= minIcp,
        row.personaScore !== null && (row.personaScore ?? 0) >= minPersona,
      ]
      const is = (icp: boolean, persona: boolean) => (row: Row) =>
        right(row)[0] === icp && right(row)[1] === persona
      const everybody = await standing.corners({ minIcp, minPersona })
      const unfitted = everybody.total - rows.length
      expect(everybody).toMatchObject({
        both: rows.filter(is(true, true)).length,
        icpOnly: rows.filter(is(true, false)).length,
        personaOnly: rows.filter(is(false, true)).length,
        neither: unfitted + rows.filter(is(false, false)).length,
      })
      const inside = await standing.corners({ profile: 'icp_1', minIcp, minPersona })
      const own = rows.filter(({ icp }) => icp === 1)
      expect([inside.total, inside.both]).toEqual([own.length, own.filter(is(true, true)).length])
    }),
    { numRuns: 20 },
  )
})

test.each<[string, NodeName, (row: Row) => boolean, 'icp' | 'persona']>([
  ['an ICP', { profile: 'icp_1', entity: 'person' }, ({ icp }) => icp === 1, 'icp'],
  ['a persona', { profile: 'per_4' }, ({ persona }) => persona === 4, 'persona'],
  ['“No persona fit”', { noPersonaOf: 'icp_1' }, ({ icp, persona }) => icp === 1 && persona === null, 'icp'],
])('pages of %s hold each record once, by score, and no other', async (_, node, isOf, by) => {
  const thresholds = fc.option(fc.constantFrom(0, 10, 60, 61, 100), { nil: undefined })
  await fc.assert(
    fc.asyncProperty(someScores, thresholds, thresholds, async (rows, minIcp, minPersona) => {
      storeScores(workspace.driver, 'person', rows)
      const passing = rows
        .filter(isOf)
        .filter(({ icpScore }) => icpScore >= (minIcp ?? 0))
        .filter(({ personaScore }) => minPersona === undefined || (personaScore ?? -1) >= minPersona)
        .map(({ id, icpScore, personaScore = null }) => ({ id, icpScore, personaScore: personaScore ?? -1 }))
        .toSorted((a, b) =>
          by === 'icp'
            ? b.icpScore - a.icpScore || b.personaScore - a.personaScore || a.id - b.id
            : b.personaScore - a.personaScore || b.icpScore - a.icpScore || a.id - b.id,
        )
      const found = await pages(node, { minIcp, minPersona })
      const corners = CORNERS.map((corner) => pages(node, { minIcp: 60, minPersona: 60, corner, most: 50 }))
      const totals = (await Promise.all(corners)).map(({ total }) => total)
      expect(totals.reduce((sum, n) => sum + n, 0)).toBe(rows.filter(isOf).length)
      expect(found.total).toBe(passing.length)
      expect(found.rows.map(({ icp, persona }) => [icp?.score, persona?.score ?? -1])).toEqual(
        passing.map(({ icpScore, personaScore }) => [icpScore, personaScore]),
      )
      expect(new Set(found.rows.map(({ id }) => id)).size).toBe(passing.length)
    }),
    { numRuns: 15 },
  )
})

test('a node has a histogram of its own score in ten steps, and a draft none', async () => {
  storeScores(workspace.driver, 'company', [
    { id: 1, icp: 1, icpScore: 9 },
    { id: 2, icp: 1, icpScore: 10 },
    { id: 3, icp: 1, icpScore: 100 },
    { id: 4, icp: 1, icpScore: 90 },
  ])
  const [smb, enterprise] = (await workspace.services.standing.tree()).icps
  expect(smb?.standing).toEqual({ records: 4, histogram: [1, 1, 0, 0, 0, 0, 0, 0, 0, 2] })
  expect(enterprise?.standing).toEqual({ records: 0, histogram: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0] })
  expect(smb?.personas.map(({ name, standing }) => [name, standing?.records])).toEqual([
    ['VP Sales', 0],
    ['CTO', 0],
    ['Founder', undefined],
  ])
})

test('whoever no ICP fits is listed by id, without those that one does', async () => {
  storeScores(workspace.driver, 'company', [{ id: 1, icp: 1, icpScore: 50 }])
  const { rows, total } = await pages({ noIcp: 'company' })
  expect([rows.length, total]).toEqual([23, 23])
  expect(rows.map(({ id }) => id)).not.toContain('B1')
  expect(rows[0]).toEqual({
    id: 'B2',
    name: 'Beta Works',
    contact: 'beta.example',
    about: 'Manufacturing, 800 employees, Germany',
    icp: null,
    persona: null,
  })
})

test('a row says who it is, what they scored where, and no whole name to whoever may not see it', async () => {
  storeScores(workspace.driver, 'person', [{ id: 1, icp: 1, icpScore: 80, persona: 3, personaScore: 67 }])
  const read = (masked: boolean) =>
    workspace.services.standing.records({ profile: 'per_3' }, { most: 5, masked })
  expect((await read(false)).rows).toEqual([
    {
      id: 'L1',
      name: 'Ana Berg',
      contact: 'ana@alpha.example',
      about: 'VP Sales at Alpha Labs, Germany',
      icp: { id: 'icp_1', code: 'SMB-SAAS', name: 'SMB SaaS', score: 80 },
      persona: { id: 'per_3', code: 'VP-SALES', name: 'VP Sales', score: 67 },
    },
  ])
  expect((await read(true)).rows).toMatchObject([{ name: 'A. B.', contact: 'a…@alpha.example' }])
})

test('refuses a cursor of another list, and an entity that a profile has no records of', async () => {
  const { standing } = workspace.services
  storeScores(
    workspace.driver,
    'person',
    range(3).map((id) => ({ id, icp: 1, icpScore: 50 })),
  )
  const options = { most: 1, masked: false }
  const { next } = await standing.records({ noPersonaOf: 'icp_1' }, options)
  await expect(
    standing.records({ noPersonaOf: 'icp_1' }, { ...options, minIcp: 10, cursor: next ?? '' }),
  ).rejects.toThrow('The cursor is of a list with another thresholds')
  await expect(standing.records({ profile: 'per_3', entity: 'company' }, options)).rejects.toThrow(
    '“VP Sales” is about people, not companies',
  )
  await expect(standing.records({ noPersonaOf: 'per_3' }, options)).rejects.toThrow('is a persona')
})
