import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importPlanned } from '../import-files.ts'
import { csv, type ImportBench, importBench } from '../imports.fixture.ts'
import { planFiles } from './plan-files.ts'
import { type FileChoice, importPlanSchema } from './schema.ts'

let bench: ImportBench
beforeEach(() => {
  bench = importBench()
})
afterEach(() => bench.close())

const LINES = csv(
  'Order No;Article;Qty;Date;Price;Buyer;Mail;Colour',
  '1;A;1;2025-01-01;1.00;ann;ann@example.com;red',
  '2;B;x;2025-01-02;2.00;bob;bob@example.com;blue',
)
const MAPPED = [{ at: 5, column: 'Buyer', field: 'customer_id' }]

test('a file is shown as it would be read, and imported just so', async () => {
  const path = bench.write('lines.csv', LINES)
  const before = bench.data()
  const [asked] = (await planFiles(bench.writer, { files: [{ path }] })).files
  expect(asked?.problems.map(({ message }) => message)).toEqual(['lines.csv has no column for customer_id'])
  const files = [{ path, format: 'order-lines', columns: MAPPED }]
  const plan = await planFiles(bench.writer, { files })
  expect(importPlanSchema.parse(plan)).toEqual(plan)
  expect(bench.data()).toEqual(before)
  const [file] = plan.files
  expect(plan.ready).toBe(true)
  expect(file).toMatchObject({
    format: { name: 'order-lines' },
    sure: 'named',
    encoding: 'UTF-8',
    delimiter: ';',
    rowsAbout: 2,
    lookedAt: 2,
    makes: ['items'],
    rejects: [{ reason: 'quantity is not a whole number', rows: 1, line: 3 }],
    problems: [],
  })
  expect(file?.columns.map(({ column, field, chosen }) => [column, field, chosen])).toEqual([
    ['Order No', 'order_id', false],
    ['Article', 'product_id', false],
    ['Qty', 'quantity', false],
    ['Date', 'ordered_at', false],
    ['Price', 'price', false],
    ['Buyer', 'customer_id', true],
    ['Mail', null, false],
    ['Colour', null, false],
  ])
  expect(file?.sample[0]).toEqual({
    line: 2,
    cells: ['1', 'A', '1', '2025-01-01', '1.00', 'ann', 'a…@example.com', 'red'],
  })
  const report = await importPlanned(bench.ctx, { files })
  expect(report.tables.map(({ table, added }) => [table, added])).toEqual([
    ['customers', 1],
    ['products', 1],
    ['orders', 1],
    ['items', 1],
  ])
})

test.for([
  [
    { columns: [...MAPPED, { at: 6, column: 'Mail', field: 'customer_id' }] },
    /Two columns .* mapped to customer_id: Buyer and Mail/,
  ],
  [
    { columns: [...MAPPED, { at: 5, column: 'Buyer', field: 'city' }] },
    /The column Buyer of lines.csv is mapped twice/,
  ],
  [
    { columns: [{ at: 5, column: 'Customer', field: 'customer_id' }] },
    /has no column Customer at place 6 any more/,
  ],
  [
    { columns: [...MAPPED, { at: 7, column: 'Colour', field: 'paint' }] },
    /no field paint to map the column Colour to/,
  ],
  [{ columns: [...MAPPED, { at: 4, column: 'Price', field: null }] }, /no column for price/],
] as const)('%# what can’t be done as chosen is a problem, and no import', async ([choice, message]) => {
  const path = bench.write('lines.csv', LINES)
  const files = [{ path, format: 'order-lines', columns: [...choice.columns] }]
  const plan = await planFiles(bench.writer, { files })
  expect(plan.ready).toBe(false)
  expect(plan.files[0]?.problems.map((problem) => problem.message)).toContainEqual(
    expect.stringMatching(message),
  )
  await expect(importPlanned(bench.ctx, { files })).rejects.toMatchObject({ code: 'input' })
  expect(bench.rows('SELECT count(*) FROM orders')).toEqual([[0]])
})

test('a file that can’t be read does not keep the others from being planned', async () => {
  const good = bench.write('customers.csv', Buffer.from('id,city\nc1,Zürich\n', 'latin1'))
  const files = [
    { path: good },
    { path: bench.write('empty.csv', '') },
    { path: bench.path('none.csv') },
    { path: bench.write('products.csv', 'id,title') },
  ]
  const plan = await planFiles(bench.writer, { files })
  expect(plan.files.map(({ format, encoding }) => [format?.name, encoding])).toEqual([
    ['generic', 'Windows-1252'],
    [undefined, 'UTF-8'],
    [undefined, 'UTF-8'],
    ['generic', 'UTF-8'],
  ])
  expect(
    plan.files.flatMap(({ problems }) => problems.map(({ severity, message }) => [severity, message])),
  ).toEqual([
    ['warning', '1 line of customers.csv is not UTF-8 and was read as Windows-1252.'],
    ['error', 'empty.csv is empty'],
    ['error', expect.stringContaining('none.csv')],
    ['warning', 'products.csv has no rows below its header'],
  ])
  expect(plan.files[0]?.sample).toEqual([{ line: 2, cells: ['c1', 'Zürich'] }])
})

test.for(['\t', ',', ';', '|'] as const)(
  'what a spreadsheet saves as Unicode text, UTF-16 with %j between the cells, is read as it looks',
  async (delimiter) => {
    const lines = [
      ['id', 'email', 'first_name', 'city'],
      ['7012345678901234567', 'łucja@example.com', 'Łucja 😀', '東京'],
      ['2', '', '"Anne\tMarie, “A”; B|C"', 'Zürich'],
    ]
    const text = lines.map((cells) => `${cells.join(delimiter)}\r\n`).join('')
    const path = bench.write('customers.txt', Buffer.from(`\uFEFF${text}`, 'utf16le'))
    const [file] = (await planFiles(bench.writer, { files: [{ path }] })).files
    expect(file).toMatchObject({ encoding: 'UTF-16', delimiter, rowsAbout: 2, rejects: [], problems: [] })
    const { rejected } = await importPlanned(bench.ctx, { files: [{ path }] })
    expect(rejected.rows).toBe(0)
    expect(bench.rows('SELECT email, first_name, city FROM customers ORDER BY id')).toEqual([
      ['łucja@example.com', 'Łucja 😀', '東京'],
      [null, 'Anne\tMarie, “A”; B|C', 'Zürich'],
    ])
  },
)

test('while it is open which currency counts, no row is said to be in the wrong one', async () => {
  const header = 'order_id,sku,qty,date,price,customer,currency'
  const path = bench.write(
    'two.csv',
    csv(header, '1,A,1,2025-01-01,1.00,ann,EUR', '2,A,1,2025-01-01,1.00,bob,CHF'),
  )
  const open = await planFiles(bench.writer, { files: [{ path }] })
  expect([open.currency.choices, open.ready]).toEqual([['CHF', 'EUR'], false])
  expect(open.files).toMatchObject([{ rejects: [], problems: [] }])
  const chosen = await planFiles(bench.writer, { files: [{ path }], currency: 'EUR' })
  expect(chosen).toMatchObject({ ready: true, files: [{ rejects: [{ rows: 1 }], problems: [] }] })
})

test('a file of another shop’s currency is refused with both currencies', async () => {
  const header = 'order_id,sku,qty,date,price,customer,currency'
  await bench.importFile(csv(header, '1,A,1,2025-01-01,1.00,ann,EUR'))
  const path = bench.write('other.csv', csv(header, '2,A,1,2025-01-01,1.00,ann,USD'))
  const plan = await planFiles(bench.writer, { files: [{ path }] })
  expect(plan.ready).toBe(false)
  expect(plan.problems[0]?.message).toBe('The amounts in other.csv are in USD; this workspace counts in EUR')
  await expect(importPlanned(bench.ctx, { files: [{ path }] })).rejects.toMatchObject({ code: 'input' })
})

test('a column whose field another one was mapped to is said not to be read any more', async () => {
  const path = bench.write(
    'customers.csv',
    csv('id,email,city,Second mail,Town', 'c1,a@example.com,Rome,b@example.com,Bern'),
  )
  const town = { at: 4, column: 'Town', field: 'city' }
  const problemsOf = async (...columns: NonNullable<FileChoice['columns']>) =>
    (await planFiles(bench.writer, { files: [{ path, columns }] })).files.flatMap(({ problems }) =>
      problems.map(({ severity, message }) => [severity, message]),
    )
  expect(await problemsOf()).toEqual([])
  expect(await problemsOf(town)).toEqual([['warning', 'city is not read any more: Town fills city now']])
  // Said already, by leaving it out or mapping it elsewhere.
  for (const field of [null, 'region']) {
    expect(await problemsOf(town, { at: 2, column: 'city', field })).toEqual([])
  }
})

describe('a file of another shop with ids of the same form', () => {
  const five = [1, 2, 3, 4, 5]
  const customers = (shop: string) => csv('id,email', ...five.map((n) => `${n},buyer${n}@${shop}.example`))
  const orders = (day: string) =>
    csv('id,customer_id,ordered_at,total', ...five.map((n) => `${n},${n},${day},10`))
  beforeEach(() =>
    bench.importFolder({ 'customers.csv': customers('one'), 'orders.csv': orders('2025-01-01') }),
  )

  test.for([
    ['customers.csv', customers('two'), '5 are customers with another e-mail address'],
    ['orders.csv', orders('2025-03-01'), '5 are orders with another date'],
  ] as const)('%s is refused, until its ids have a source of their own', async ([name, content, said]) => {
    const files = [{ path: bench.write(name, content) }]
    const before = bench.data()
    const plan = await planFiles(bench.writer, { files })
    expect(plan.ready).toBe(false)
    expect(plan.files[0]?.problems).toMatchObject([
      {
        severity: 'error',
        message: `${name} is likely of another shop: of 5 ids in its first rows that “default” has already, ${said}`,
        next: expect.stringContaining('default-2'),
      },
    ])
    await expect(importPlanned(bench.ctx, { files })).rejects.toMatchObject({ code: 'input' })
    expect(bench.data()).toEqual(before)
    const own = await planFiles(bench.writer, { files, source: 'default-2' })
    expect([own.ready, own.files[0]?.source]).toEqual([true, 'default-2'])
  })

  test('is no matter of the same shop with some new addresses and later times', async () => {
    const moved = customers('one').replace('buyer1@one', 'moved@one')
    for (const [name, content] of [
      ['customers.csv', moved],
      ['orders.csv', orders('2025-01-01 12:00:00')],
    ] as const) {
      const plan = await planFiles(bench.writer, { files: [{ path: bench.write(name, content) }] })
      expect([name, plan.ready]).toEqual([name, true])
    }
  })
})
