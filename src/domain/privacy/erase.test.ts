import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { InputError, NotFoundError } from '#kernel/errors.ts'
import { openExports, type TestExports } from '../exports/exports.fixture.ts'
import { folderOf } from '../exports/folder.ts'
import { PLAIN } from '../exports/options.ts'
import { TESTER } from '../services.fixture.ts'
import type { Message } from '../arrivals/message.ts'
import { findSubject } from './find-subject.ts'
import { subject, wouldGo } from './subject.ts'

const EMAIL = 'rosalind.quill@example.com'
const FORMER = 'r.earlier@example.com'
const LONG = 'earlier-name'.repeat(1000)
const PHONE = '+44 20 7946 0958'

let w: TestExports
let exportId: string
let other: string
let segmentId: string
let customerId: number
let before: { customers: number; spent: number }

const rows = (sql: string) => w.driver.driver.prepare<[], unknown[]>(sql).raw().all()
const one = (sql: string) => rows(sql)[0]?.[0]
const SUMS = `SELECT count(*), sum(spent) FROM facts`

beforeAll(async () => {
  w = await openExports()
  const [customers, spent] = rows(SUMS)[0] ?? []
  before = { customers: Number(customers), spent: Number(spent) }
  // What was written before and changed since, also in pages that are free by now.
  await w.importRows({ 'customers.csv': ['id,email,last_name', `ZQ-77001,${FORMER},${LONG}`] })
  await w.importRows({
    'customers.csv': [
      'id,email,phone,first_name,last_name,country,city,accepts_email,tags,created_at',
      `ZQ-77001,${EMAIL},${PHONE},Rosalind,Quill,GB,Quillham,1,vip,2024-01-01`,
    ],
    'orders.csv': [
      'id,customer_id,ordered_at,status,total,currency',
      'ZO1,ZQ-77001,2025-06-01,paid,120.00,USD',
      'ZO2,ZQ-77001,2025-06-02,cancelled,20.00,USD',
    ],
    'products.csv': ['id,title,price', 'P1,Lamp,60'],
    'items.csv': ['order_id,product_id,quantity,price', 'ZO1,P1,2,60.00', 'ZO2,P1,1,20.00'],
    'events.csv': ['id,customer_id,type,occurred_at', 'ZE1,ZQ-77001,viewed_product,2025-06-01'],
    'lists.csv': ['list,customer_id', 'Guests,ZQ-77001', 'Guests,C1'],
    'people.csv': [
      'id,company_id,email,first_name,last_name,title',
      `ZP-5,B1,${EMAIL.toUpperCase()},Rosalind,Quill,Buyer`,
    ],
    'signals.csv': [
      'id,type,topic,company_id,person_id,occurred_at',
      'ZS1,reply,interested,B1,ZP-5,2025-11-01',
      'ZS2,reply,interested,,ZP-5,2025-11-02',
    ],
  })
  customerId = Number(one(`SELECT customer_id FROM identities WHERE external_id = 'ZQ-77001'`))
  segmentId = await w.segment(`Friends of Rosalind Quill`, {
    any: [
      { type: 'attribute', field: 'email', op: 'equals', value: EMAIL },
      { type: 'attribute', field: 'country', op: 'equals', value: 'GB' },
    ],
  })
  const inCountry = (value: string) => ({ type: 'attribute', field: 'country', op: 'equals', value })
  const europe = await w.segment('Europe', { any: [inCountry('GB'), inCountry('FR')] })
  await w.refresh.one(europe, { cause: 'new data' })
  await w.refresh.one(segmentId, { cause: 'new data' })
  const exported = (id: string) =>
    w.exported({
      kind: 'export',
      subject: { kind: 'segment', id },
      format: 'standard_csv',
      options: { ...PLAIN, contact: true },
    })
  exportId = (await exported(europe)).id
  const canada = await w.segment('Canada', inCountry('CA'))
  other = (await exported(canada)).id
  const say = (id: string, text: string) =>
    w.writer.call('storeUserMessage', {
      threadId: 'thr_1',
      owner: null,
      title: `Why is ${EMAIL} in it?`,
      message: { id, role: 'user', parts: [{ type: 'text', text }], metadata: null },
    })
  await say('m1', `Is Rosalind Quill’s order late? Her id is ZQ-77001, call 020 7946 0958 or +442079460958`)
  await say('m2', 'How many are 77001 customers in France?')
})
afterAll(() => w.close())

test('a person is found by any id, e-mail or phone number, with all their records', () => {
  const { reader } = w.services
  const found = findSubject(reader, EMAIL)
  expect(found).toMatchObject({ customers: [customerId], people: [expect.any(Number)] })
  for (const text of ['ZQ-77001', 'default:ZQ-77001', 'ZP-5', '+44 (20) 7946-0958', EMAIL.toUpperCase()]) {
    expect({ text, found: findSubject(reader, text) }).toEqual({ text, found })
  }
  expect(() => findSubject(reader, 'Rosalind')).toThrow(NotFoundError)
  expect(() => findSubject(reader, '')).toThrow(NotFoundError)
})

test('an id that two sources have for different people is asked back', async () => {
  const folder = join(dirname(w.path), 'elsewhere')
  mkdirSync(folder)
  writeFileSync(join(folder, 'customers.csv'), 'id,email\nC2,another@example.com\n')
  await w.writer.call('importFiles', { paths: [folder], source: 'elsewhere' })
  expect(() => findSubject(w.services.reader, 'C2')).toThrow(InputError)
  expect(findSubject(w.services.reader, 'elsewhere:C2').customers).toHaveLength(1)
})

test('what is kept of a person is told as one JSON, as it is', () => {
  const { reader, clock } = w.services
  const { data } = subject(reader, findSubject(reader, EMAIL), clock.now())
  expect(data['records of customers']).toMatchObject([{ email: EMAIL, phone: PHONE, city: 'Quillham' }])
  expect(data['orders']).toHaveLength(2)
  expect(data['orders']?.[0]).toMatchObject({ total: 120, ordered_at: '2025-06-01 00:00:00' })
  expect(data['order lines']).toMatchObject([{ product: 'Lamp' }, { product: 'Lamp' }])
  expect(data['signals']).toHaveLength(2)
  expect(Object.keys(data)).toEqual(
    expect.arrayContaining([
      'events',
      'consents',
      'tags and interests',
      'places on lists',
      'stays in segments',
      'places in exports',
      'ids in sources',
      'records at companies',
    ]),
  )
})

test('a person is erased everywhere, and nothing of anybody else', async () => {
  const { reader, proposals, segments } = w.services
  const leaving = findSubject(reader, EMAIL)
  const going = wouldGo(reader, leaving).rows
  expect(going).toEqual(
    expect.arrayContaining([
      { what: 'orders', rows: 2 },
      { what: 'order lines', rows: 2 },
    ]),
  )
  const draft = await w.draft({
    kind: 'create_segment',
    name: 'Draft',
    description: '',
    previewId: await w.count({ type: 'attribute', field: 'email', op: 'equals', value: EMAIL }),
  })
  const counted = rows('SELECT segment_id, members, entered, "left" FROM refreshes ORDER BY id')
  const erased = await w.writer.call('eraseSubject', {
    ids: [],
    customers: leaving.customers,
    people: leaving.people,
    why: `asked by ${EMAIL}`,
    actor: TESTER,
    databasePath: w.path,
  })
  expect(erased).toMatchObject({ customers: 1, people: 1, exports: [exportId] })

  const facts = rows(SUMS)[0] ?? []
  // The one of the other source came with the tests.
  expect(Number(facts[1])).toBe(before.spent)
  expect(leftIn(customerId)).toEqual([])
  expect(rows('SELECT segment_id, members, entered, "left" FROM refreshes ORDER BY id')).toEqual(counted)
  expect(one(`SELECT count(*) FROM signals WHERE external_id = 'ZS1' AND person_id IS NULL`)).toBe(1)
  expect(one(`SELECT count(*) FROM signals WHERE external_id = 'ZS2'`)).toBe(0)

  expect(existsSync(folderOf(w.path, exportId))).toBe(false)
  expect(existsSync(folderOf(w.path, other))).toBe(true)
  expect(segments.get(segmentId).name).toBe(`Friends of [erased] (${segmentId})`)
  const said = rows(`SELECT parts FROM messages ORDER BY seq`).map(
    ([parts]) => JSON.parse(String(parts))[0].text,
  )
  expect(said).toEqual([
    'Is [erased] order late? Her id is [erased], call 020 7946 0958 or [erased]',
    'How many are 77001 customers in France?',
  ])
  await expect(
    w.decisions.confirm({ proposalId: draft.id, contentHash: draft.contentHash, actor: w.approver }),
  ).rejects.toThrow('content hash is another')
  expect(proposals.get(draft.id).preview?.sample).toEqual([])
  expect(() => w.driver.driver.exec(`UPDATE proposals SET summary = 'x' WHERE state <> 'draft'`)).toThrow(
    'never changes',
  )

  const [entry] = rows(`SELECT actor, detail FROM log WHERE action = 'erase_person'`)
  expect(JSON.parse(String(entry?.[1]))).toMatchObject({ customers: [customerId], why: 'asked by [erased]' })
})

test('no column of any table holds a trace of them', () => {
  const traces = [EMAIL, 'Quillham', 'Rosalind Quill', 'ZQ-77001', 'ZP-5', '442079460958', PHONE]
  const left = tables().flatMap((table) =>
    columnsOf(table).flatMap((column) =>
      traces
        .filter(
          (trace) =>
            one(`SELECT count(*) FROM ${table} WHERE instr(lower("${column}"), lower('${trace}'))`) !== 0,
        )
        .map((trace) => `${table}.${column}: ${trace}`),
    ),
  )
  expect(left).toEqual([])
})

test('no byte of the database’s files does either, where rows were changed or deleted long before', () => {
  const bytes = readdirSync(dirname(w.path), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.startsWith(basename(w.path)))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
  expect(bytes.length).toBeGreaterThan(0)
  const traces = [EMAIL, FORMER, 'Quillham', 'ZQ-77001', 'earlier-name', PHONE]
  expect(traces.filter((trace) => bytes.some((file) => file.includes(trace)))).toEqual([])
})

test('counts are of those who are there', async () => {
  const { previews } = w.services
  const found = await previews.count(
    { type: 'attribute', field: 'country', op: 'equals', value: 'GB' },
    { actor: TESTER },
  )
  expect(found.count).toBe(0)
  expect(found.total).toBe(Number(one('SELECT count(*) FROM customers')))
  expect(found.total).toBe(before.customers + 1)
})

const eventsAndIds = () =>
  rows(
    `SELECT (SELECT count(*) FROM events), (SELECT count(*) FROM identities WHERE external_id = 'ZQ-77001')`,
  )

test('what arrives later for the same ids stays out, until that is lifted', async () => {
  const again = {
    'customers.csv': ['id,email', `ZQ-77001,${EMAIL}`, 'NEW-1,new@example.com'],
    'orders.csv': ['id,customer_id,ordered_at,total,currency', 'ZO3,ZQ-77001,2025-06-01,5,USD'],
    'people.csv': ['id,email', `ZP-5,${EMAIL}`],
  }
  await w.importRows(again)
  const [report] = rows(`SELECT report FROM imports ORDER BY rowid DESC LIMIT 1`)
  expect(JSON.parse(String(report?.[0])).rejected.reasons).toEqual([
    { reason: 'erased on request and kept out', rows: 3, orders: 0 },
  ])
  expect(rows(`SELECT external_id FROM identities WHERE external_id IN ('ZQ-77001', 'NEW-1')`)).toEqual([
    ['NEW-1'],
  ])

  const { keyId } = await w.writer.call('createWriteKey', {
    name: 'Shop',
    takes: 'customers',
    source: 'default',
    actor: TESTER,
  })
  const message: Message = {
    kind: 'track',
    id: 'late-1',
    userId: 'ZQ-77001',
    anonymousId: null,
    at: w.clock.now(),
    fields: {},
    event: 'viewed_product',
    groupId: null,
    previousId: null,
    context: {},
  }
  const arrive = () =>
    w.writer.call('storeArrivals', {
      batches: [{ keyId, takes: 'customers', source: 'default', messages: [message] }],
    })
  const before = eventsAndIds()
  const became = (kind: 'keptOut' | 'repeated') => ({
    batches: [{ received: { stored: 0, keptOut: [], repeated: [], waiting: [], [kind]: ['late-1'] } }],
  })
  expect(await arrive()).toMatchObject(became('keptOut'))
  expect(await arrive()).toMatchObject(became('repeated'))
  expect(eventsAndIds()).toEqual(before)

  const ids = [{ takes: 'customers', source: 'default', id: 'ZQ-77001' }] as const
  expect(await w.writer.call('liftErasure', { ids, actor: TESTER })).toEqual({ lifted: 1 })
  await expect(w.writer.call('liftErasure', { ids, actor: TESTER })).rejects.toThrow(NotFoundError)
  await w.importRows(again)
  expect(one(`SELECT count(*) FROM identities WHERE external_id = 'ZQ-77001'`)).toBe(1)
})

test('a whole shop is erased, and of customers whom others know only what it said', async () => {
  const mine = Number(one(`SELECT count(*) FROM identities WHERE source = 'default'`))
  const { customers } = await w.writer.call('eraseSource', {
    source: 'default',
    why: 'the shop left',
    actor: TESTER,
    databasePath: w.path,
  })
  expect(customers).toBe(mine)
  expect(rows(`SELECT count(*) FROM orders`)).toEqual([[0]])
  expect(rows(`SELECT source FROM identities`)).toEqual([['elsewhere']])
  await w.importRows({ 'customers.csv': ['id,email', 'C1,back@example.com'] })
  expect(one(`SELECT count(*) FROM identities WHERE external_id = 'C1'`)).toBe(1)
})

const tables = () => rows(`SELECT name FROM sqlite_schema WHERE type = 'table'`).map(String)
const columnsOf = (table: string) => rows(`SELECT name FROM pragma_table_info('${table}')`).map(String)

/** Where an internal id of a customer still stands. */
const leftIn = (id: number): readonly string[] =>
  tables()
    .filter((table) => columnsOf(table).includes('customer_id'))
    .filter((table) => one(`SELECT count(*) FROM ${table} WHERE customer_id = ${id}`) !== 0)
