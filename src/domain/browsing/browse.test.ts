import { afterAll, beforeAll, expect, test } from 'vitest'
import { InputError } from '#kernel/errors.ts'
import { openWorkspace, type TestWorkspace } from '../services.fixture.ts'
import { type BrowseOptions, type Browsing, createBrowsing } from './browse.ts'
import { type CustomerRow, SORTS } from './shown.ts'

let workspace: TestWorkspace
let browsing: Browsing
let everybody: string

beforeAll(async () => {
  workspace = await openWorkspace()
  browsing = createBrowsing(workspace.services)
  const previewId = await workspace.count({ type: 'orders', measure: 'count', op: '>=', value: 0 })
  const { services, decisions, approver } = workspace
  const change = { kind: 'create_segment', previewId, name: 'Everybody', description: '' } as const
  const { id, contentHash } = await services.draft.proposal(change, { actor: approver })
  await decisions.confirm({ proposalId: id, contentHash, actor: approver, typedCount: 40 })
  everybody = services.segments.get('Everybody').id
})
afterAll(() => workspace.close())

const list = { sort: 'spent', direction: 'desc', search: '', most: 7, masked: false } as const

/** All pages behind each other. */
async function pages(segment: string, options: BrowseOptions) {
  const first = await browsing.customers(segment, options)
  const all = [first]
  for (let next = first.next; next !== null; ) {
    const page = await browsing.customers(segment, { ...options, cursor: next })
    all.push(page)
    next = page.next
  }
  return all
}

test.each(SORTS.flatMap((sort) => (['asc', 'desc'] as const).map((direction) => [sort, direction] as const)))(
  'pages by %s %s hold every member once, in order, those without a value last',
  async (sort, direction) => {
    const rows = (await pages(everybody, { ...list, sort, direction })).flatMap(({ customers }) => customers)
    expect(rows).toHaveLength(40)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(40)
    const valueOf = (row: CustomerRow): string | number | null => {
      if (sort === 'spent') return row.spent
      if (sort === 'orders') return row.orders
      return sort === 'last_order' ? row.lastOrder : row.name.split(' ').toReversed().join(' ').toLowerCase()
    }
    const known = rows.map(valueOf).filter((value) => value !== null)
    const sorted = known.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    expect(known).toEqual(direction === 'asc' ? sorted : sorted.toReversed())
    expect(rows.map(valueOf).slice(0, known.length)).toEqual(known)
  },
)

test('a row says who it is and what they bought', async () => {
  const { customers, ...page } = await browsing.customers(everybody, { ...list, most: 1 })
  expect(customers).toEqual([
    {
      id: 'C30',
      name: 'Chloé Number30',
      email: 'chloé.30@example.com',
      city: '',
      country: 'Canada',
      orders: 1,
      spent: 300,
      lastOrder: '2025-10-21T00:00:00Z',
    },
  ])
  expect(page).toMatchObject({ total: 40, currency: 'USD', masked: false })
})

test('finds members by a part of their name or address, or by their id', async () => {
  const everyone = (search: string) => browsing.customers(everybody, { ...list, search, most: 50 })
  expect((await everyone('anna number12')).customers.map(({ id }) => id)).toEqual(['C12'])
  expect((await everyone('C7')).customers.map(({ id }) => id)).toEqual(['C7'])
  expect((await everyone('boris.')).total).toBe(10)
  expect((await everyone('100%_')).total).toBe(0)
  expect((await browsing.find('dmitri', { masked: false })).map(({ name }) => name)).toContain(
    'Dmitri Number3',
  )
  expect(await browsing.find('  ', { masked: false })).toEqual([])
})

test('who may not see names finds nobody by a part of them', async () => {
  const masked = { ...list, masked: true, most: 50 }
  expect((await browsing.customers(everybody, { ...masked, search: 'ann' })).total).toBe(0)
  const [row] = (await browsing.customers(everybody, { ...masked, search: 'C12' })).customers
  expect(row).toMatchObject({ id: 'C12', name: 'A. N.', email: 'a…@example.com' })
})

test('a cursor is of one list, and of one as-of time', async () => {
  const { next, asOf } = await browsing.customers(everybody, list)
  const cursor = next ?? ''
  workspace.clock.forward(3600)
  expect((await browsing.customers(everybody, { ...list, cursor })).asOf).toBe(asOf)
  for (const options of [
    { ...list, cursor: 'nonsense' },
    { ...list, cursor: Buffer.from('{"id":1}').toString('base64url') },
    { ...list, cursor, sort: 'orders' as const },
    { ...list, cursor, search: 'anna' },
  ]) {
    await expect(browsing.customers(everybody, options)).rejects.toThrow(InputError)
  }
})

test('orders dated ahead of now are not counted, and people stay in order', async () => {
  await workspace.importRows({
    'orders.csv': [
      'id,customer_id,ordered_at,status,total,currency',
      'O900,C40,2026-06-01,paid,9000,USD',
      'O901,C39,2025-11-19,paid,4000,USD',
    ],
  })
  const { customers } = await browsing.customers(everybody, { ...list, most: 2 })
  expect(customers.map(({ id, spent }) => [id, spent])).toEqual([
    ['C39', 4000],
    ['C30', 300],
  ])
})
