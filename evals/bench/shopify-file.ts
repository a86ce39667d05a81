import { scattered, writeLines } from './lines-file.ts'

const LINES_PER_ORDER = 3
const ORDERS_PER_CUSTOMER = 4
const PRODUCTS = 4000
const PLACES = [
  ['Toronto', 'M5V 1A1', 'ON', 'CA'],
  ['Berlin', '10115', 'BE', 'DE'],
  ['Köln', '50667', 'NW', 'DE'],
  ['Springfield', "'02928", 'IL', 'US'],
] as const

/** The 79 columns of Shopify’s export of orders. */
const HEADER =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Tax 2 Name,Tax 2 Value,Tax 3 Name,Tax 3 Value,Tax 4 Name,Tax 4 Value,Tax 5 Name,Tax 5 Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References'

/** Writes that many order lines as Shopify exports them, byte-order mark and all; the same every time. */
export async function writeShopifyOrders(path: string, lines: number): Promise<void> {
  const customers = Math.ceil(lines / LINES_PER_ORDER / ORDERS_PER_CUSTOMER)
  await writeLines(path, `\uFEFF${HEADER}`, lines, (line) => orderLine(line, customers))
}

function orderLine(line: number, customers: number): string {
  const order = Math.floor(line / LINES_PER_ORDER)
  const customer = scattered(order) % customers
  const product = scattered(line) % PRODUCTS
  const price = (scattered(product) % 5000) + 100
  const email = `customer${customer}@example.com`
  const item = `${(scattered(line + 7) % 4) + 1},"Product ${product}, ""large""",${money(price)},,SKU-${product},true,true,fulfilled`
  const tail = `Vendor ${product % 40}`
  if (line % LINES_PER_ORDER > 0) {
    return `#${1000 + order},${email}${','.repeat(15)}${item}${','.repeat(27)}${tail}${','.repeat(9)}0.00${','.repeat(19)}\n`
  }
  const at = new Date(Date.UTC(2022, 0, 1) + order * 600_000).toISOString()
  const time = `${at.slice(0, 10)} ${at.slice(11, 19)} +0000`
  const [city, zip, province, country] = PLACES[customer % PLACES.length] ?? PLACES[0]
  const address = `Ann Example,"Main Street ${customer % 90}, 2nd floor",Main Street ${customer % 90},2nd floor,,${city},${zip},${province},${country},`
  const status = order % 50 === 0 ? 'refunded' : 'paid'
  const total = money(price * 3 + 500)
  const refunded = status === 'refunded' ? total : '0.00'
  return `#${1000 + order},${email},${status},${time},fulfilled,${time},${customer % 3 === 0 ? 'yes' : 'no'},EUR,${money(price * 3)},5.00,1.00,${total},,0.00,Standard,${time},${item},${address},${address},,,${order % 90 === 0 ? time : ''},Shopify Payments,c${order}.1,${refunded},${tail},0.00,,,,${(5_000_000_000_000n + BigInt(order)).toString()},,Low,web,0.00,VAT 19%,1.00${','.repeat(8)},,,,,,,,,\n`
}

const money = (cents: number): string => (cents / 100).toFixed(2)
