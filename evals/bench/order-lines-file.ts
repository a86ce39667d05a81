import { scattered, writeLines } from './lines-file.ts'

const LINES_PER_ORDER = 5
const ORDERS_PER_CUSTOMER = 6
const PRODUCTS = 4000
const COUNTRIES = ['United Kingdom', 'Germany', 'France', 'EIRE', 'NA', 'Unspecified']

/** Writes a file of that many order lines with the quirks of real ones; the same every time. */
export async function writeOrderLines(path: string, lines: number): Promise<void> {
  const customers = Math.ceil(lines / LINES_PER_ORDER / ORDERS_PER_CUSTOMER)
  await writeLines(
    path,
    'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
    lines,
    (line) => orderLine(line, customers),
  )
}

function orderLine(line: number, customers: number): string {
  const order = Math.floor(line / LINES_PER_ORDER)
  const product = scattered(line) % PRODUCTS
  const customer = scattered(order) % customers
  const cancelled = order % 60 === 0
  const at = new Date(Date.UTC(2020, 0, 1) + order * 240_000).toISOString().slice(0, 19).replace('T', ' ')
  return `${[
    `${cancelled ? 'C' : ''}${500_000 + order}`,
    `P${product}`,
    `"Product ""${product}"", large"`,
    (cancelled ? -1 : 1) * ((scattered(line + 7) % 12) + 1),
    at,
    ((scattered(product) % 5000) / 100).toFixed(2),
    order % 40 === 3 ? 'NA' : customer,
    COUNTRIES[customer % COUNTRIES.length],
  ].join(',')}\n`
}
