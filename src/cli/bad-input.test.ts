import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { musterHome } from './muster.fixture.ts'

const home = musterHome()
afterAll(() => home.clean())

/** A file of the home, with these lines. */
function write(name: string, ...lines: string[]): string {
  const path = join(home.folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''))
  return path
}

const database = (name: string) => ({ DATABASE_URL: `sqlite:${join(home.folder, name)}` })

/** What a refused command says: never a stack, and always what to do. */
async function refused(args: readonly string[], more?: Record<string, string>): Promise<string> {
  const { code, out, err } = await home.run(args, more)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).not.toMatch(/ {4}at |Error:|inside Muster/)
  return err
}

describe('rows that can’t be right', () => {
  it('are told by line and reason, with what to do', async () => {
    write(
      'shop/customers.csv',
      'id,email,accepts_email,created_at',
      'c1,a@example.com,1,2025-01-01',
      'c1,other@example.com,1,2025-01-01',
      'c2,b@example.com,maybe,2025-01-01',
      'c3,c@example.com,1,2025-02-29',
      'c4,d@example.com,0,2025-03-01',
    )
    write(
      'shop/orders.csv',
      'id,customer_id,ordered_at,status,total',
      'o1,c1,2025-01-01 10:00:00,paid,10.00',
      'o2,nobody,2025-01-01,paid,10.00',
      'o3,c1,2025-13-01,paid,10.00',
      'o4,c1,2025-01-01,paid,ten',
    )
    write('shop/items.csv', 'order_id,product_id,quantity,price', 'o1,p1,-2,5.00', 'o1,p1,1,5.00')
    write('shop/products.csv', 'id,title', "p1,Tea'); DROP TABLE orders; --")
    const { code, out } = await home.run(['import', join(home.folder, 'shop')])
    expect(code).toBe(0)
    expect(out).toContain('7 rows rejected')
    expect(out).toContain('customers.csv, line 3: another row has the same id and says otherwise')
    for (const reason of [
      'accepts_email is not 1, 0, true, false, yes or no',
      'created_at is a day that does not exist',
      'ordered_at is a day that does not exist',
      'quantity is negative',
      'total is not an amount of money as a decimal number',
      'unknown customer',
    ]) {
      expect(out).toContain(`1 × ${reason}`)
    }
    expect(out).toContain('Correct these rows and import the files again')
  })
})

describe('files and columns that are not there', () => {
  it('are named, with those that are', async () => {
    expect(await refused(['import', join(home.folder, 'none.csv')], database('a.db'))).toMatch(
      /There is no file or folder .*none\.csv\nCheck the path/,
    )
    const lines = write('lines.csv', 'order_id,sku,qty,date,price,customer', '1,A,1,2025-01-01,1.00,ann')
    expect(await refused(['import', lines, '--map', 'price=Cost'], database('a.db'))).toMatch(
      /has no column Cost, which is to be price\nName one of the columns it has: order_id, sku/,
    )
  })
})

describe('requests', () => {
  it('of nothing, and in broken batches, are refused before anything is asked', async () => {
    expect(await refused(['ask', '   '])).toContain(
      'A message has 1 to 4000 characters\nSay whom you look for.',
    )
    const batch = write('batch.jsonl', '{"id":1,"text":"customers from Canada"}', '', '{"id":2}')
    expect(await refused(['ask', '--batch', batch])).toMatch(
      /Line 3 of .* is not a request; nothing was asked/,
    )
  })
})

describe('settings', () => {
  it('that make no sense are named with what they may be', async () => {
    expect(await refused(['segments'], { MUSTER_NOW: 'the 5th' })).toContain('Give an ISO 8601 instant')
    expect(await refused(['segments'], { MUSTER_MODEL: 'clever' })).toContain('Use offline, openai/<model>')
    const foreign = write('notes.db', 'just some text'.repeat(100))
    expect(await refused(['segments'], { DATABASE_URL: `sqlite:${foreign}` })).toMatch(
      /notes\.db is no database\nPoint DATABASE_URL at another file/,
    )
  })

  it('a port that is taken is said', async () => {
    const other = createServer()
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening))
    const port = portOf(other.address())
    expect(await refused(['start', '--empty'], { PORT: port })).toBe(
      `Port ${port} is taken by another program\nStop that program, or choose another port with PORT=….\n`,
    )
    other.close()
  })
})

describe('interrupted in the middle', () => {
  it.each([
    ['SIGINT', 130, /\nThe work was cancelled; nothing of it was kept\nStart it again when you like\.\n$/],
    ['SIGKILL', null, /^Loading the demo company…\n$/],
  ] as const)('by %s, nothing is kept', async (signal, code, says) => {
    const more = database(`${signal}.db`)
    const ended = await home.interrupt(['start'], { said: 'Loading the demo company', signal, more })
    expect(ended.code).toBe(code)
    expect(ended.err).toMatch(says)
    const { out } = await home.run(['doctor', '--json'], more)
    expect(JSON.parse(out).data).toContainEqual({ what: 'customers', rows: 0, latest: null })
  })
})

describe('several programs at once on a new database', () => {
  let finished: readonly { code: number | null; err: string }[]
  beforeAll(async () => {
    const more = database('shared/muster.db')
    finished = await Promise.all([1, 2, 3].map(() => home.spawn(['segments'], more)))
  })

  it('make it once', () => {
    for (const { code, err } of finished) expect({ code, err }).toEqual({ code: 0, err: '' })
  })
})

const portOf = (address: AddressInfo | string | null): string =>
  address !== null && typeof address === 'object' ? String(address.port) : ''
