import { afterEach, beforeEach, expect, test } from 'vitest'
import { csv, type ImportBench, importBench } from '#domain/imports/imports.fixture.ts'
import { chooseFiles, planFiles } from '#domain/imports/plan/plan-files.ts'
import { showPlan } from './show-plan.ts'

let bench: ImportBench
beforeEach(() => {
  bench = importBench()
})
afterEach(() => bench.close())

const lines = () =>
  bench.write(
    'lines.csv',
    csv(
      'Order No;Article;Qty;Date;Price;Buyer;Mail',
      '1;A;1;2025-01-01;1.00;ann;ann@example.com',
      '2;A;x;2025-01-01;1.00;bob;',
    ),
  )

test('a plan tells of each column what becomes of it, and of rows that would be rejected', async () => {
  const { files } = await chooseFiles([lines()], { pairs: ['Buyer=customer_id'], ignore: ['Mail'] })
  expect(showPlan(await planFiles(bench.writer, { files, currency: 'EUR' }))).toMatchInlineSnapshot(`
    "lines.csv: order lines of any shop, one row a line (order-lines, likely)
      2 rows in UTF-8, separated by semicolons; they become order lines, their ids those of default
    Column    Field                     What it is           For example
    ────────  ────────────────────────  ───────────────────  ───────────
    Order No  order_id                  order id             1
    Article   product_id                product id           A
    Qty       quantity                  quantity             1
    Date      ordered_at                when it was ordered  2025-01-01
    Price     price                     price of one         1.00
    Buyer     customer_id (as you say)  customer id          ann
    Not read: Mail
    1 of the first 2 rows would be rejected: quantity is not a whole number (line 3)

    Amounts are read in EUR; the time zone is UTC."
  `)
})

test('of several currencies people at a terminal are told how to say which counts', async () => {
  const header = 'order_id,sku,qty,date,price,customer,currency'
  const path = bench.write(
    'two.csv',
    csv(header, '1,A,1,2025-01-01,1.00,ann,EUR', '2,A,1,2025-01-01,1.00,bob,CHF'),
  )
  const shown = showPlan(await planFiles(bench.writer, { files: [{ path }] }))
  expect(shown.split('\n\n').slice(-2)).toEqual([
    '✗ The orders are in several currencies: CHF, EUR. Choose the one that the workspace counts in; orders in the others are rejected.',
    'Say in which currency amounts are read: --currency CHF or --currency EUR; the time zone is UTC.',
  ])
})

test('columns are named either way round, and what is no field or no column is refused', async () => {
  const columns = async (pair: string) => (await chooseFiles([lines()], { pairs: [pair] })).files[0]?.columns
  expect(await columns('customer_id=Buyer')).toEqual([{ at: 5, column: 'Buyer', field: 'customer_id' }])
  expect(await columns('order no=order_id')).toEqual([{ at: 0, column: 'Order No', field: 'order_id' }])
  await expect(columns('Buyer=nobody')).rejects.toThrow('it names no field')
  await expect(columns('Nobody=customer_id')).rejects.toThrow('has no column Nobody')
})
