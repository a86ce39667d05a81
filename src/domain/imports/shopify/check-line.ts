import { type CellValue, detached, type Problem } from '../cells/cell.ts'
import { ADDRESS_ID, addressId } from '../customers/address-ids.ts'
import type { Notice } from '../formats/define.ts'
import type { CheckRow } from '../tables/define.ts'
import { nameRegions } from '../tables/region-names.ts'
import { shopifyProductId } from './product-id.ts'
import { shopifyChannel } from './words.ts'

const NO_DATE: Problem = { problem: 'ordered_at is missing' }
const NO_TOTAL: Problem = { problem: 'total is missing' }
const NO_CUSTOMER: Problem = { problem: 'no customer: neither an e-mail address nor a phone number' }
const TEST: Problem = { problem: 'a test order, paid for with Shopify’s test gateway' }
const CONTRADICTS: Problem = { problem: 'another total or time than on the first row of the order' }
const NO_PRICE: Problem = { problem: 'price is missing' }
const REMEMBERED = 100_000
const REMOVED = 'Lines with a quantity of 0 were taken off their orders, and are left out'

/** How Shopify calls its gateway for tests, in the columns of exports and in the words of its admin. */
const TEST_GATEWAY = /\bbogus\b/i

/**
 * The rules of a row of Shopify’s orders. The first row of an order tells what is of the whole order; the rows below
 * it are lines of the same order. Whatever stands on the first row and is wrong there takes the order along.
 */
export function checkShopifyLine(columns: readonly string[], notice: Notice): CheckRow {
  const at = (name: string) => columns.indexOf(name)
  const order = at('order')
  const head = checkHead()
  const [id, given, total, ordered] = ['id', 'order_id', 'total', 'ordered_at'].map(at)
  const [sku, title, quantity, price] = ['sku', 'title', 'quantity', 'price'].map(at)
  const [product, orderPlace, productPlace, astray] = [
    'product_id',
    'order_place',
    'product_place',
    'astray',
  ].map(at)
  const products = rememberedPlaces()
  let last: { place: number; name: CellValue; total: CellValue; at: CellValue } | undefined

  const of = (values: readonly CellValue[], place = -1): CellValue => values[place] ?? null

  return (values, place) => {
    const name = of(values, order)
    const tells = of(values, total) !== null || of(values, ordered) !== null
    if (last !== undefined && last.name === name) {
      // Spreadsheets and other programs repeat what is of the order on each of its rows.
      const same = of(values, total) === last.total && of(values, ordered) === last.at
      if (tells && !same) return CONTRADICTS
      set(values, orderPlace, last.place)
    } else if (tells) {
      last = undefined
      set(values, id, of(values, given) ?? name)
      set(values, orderPlace, place)
      const problem = head.check(values, place) ?? line(values, place)
      if (problem !== undefined) return problem
      head.taken(place)
      last = { place, name, total: of(values, total), at: of(values, ordered) }
      return undefined
    } else {
      // Its first row stands elsewhere in the file, or nowhere.
      set(values, astray, name)
    }
    return line(values, place)
  }

  function line(values: CellValue[], place: number): Problem | undefined {
    const code = of(values, sku)
    const called = of(values, title)
    const many = of(values, quantity)
    if ((code === null && called === null) || many === null) return undefined
    if (many === 0) {
      notice(REMOVED)
      return undefined
    }
    if (of(values, price) === null) return NO_PRICE
    const known = products.placeOf(code, called)
    set(values, productPlace, known ?? place)
    if (known === undefined) {
      set(values, product, shopifyProductId(code, called))
      products.remember(code, called, place)
    }
    if (called === null) set(values, title, code)
    return undefined
  }

  /** Reads what is of the whole order. */
  function checkHead(): { readonly check: CheckRow; taken(place: number): void } {
    const [status, financial, cancelled, payment] = [
      'status',
      'financial_status',
      'cancelled_at',
      'payment_method',
    ].map(at)
    const [email, phone, shippingPhone, billingPhone, channel] = [
      'email',
      'phone',
      'shipping_phone',
      'billing_phone',
      'channel',
    ].map(at)
    const [customer, customerPlace] = ['customer_id', 'customer_place'].map(at)
    const nameRegion = nameRegions(columns)
    const fillAddress = addressOf(columns)
    const buyers = rememberedPlaces()
    let newcomer: { mail: CellValue; called: CellValue } | undefined

    const check: CheckRow = (values, place) => {
      newcomer = undefined
      if (of(values, ordered) === null) return NO_DATE
      if (of(values, total) === null) return NO_TOTAL
      if (TEST_GATEWAY.test(String(of(values, payment)))) return TEST
      const called = of(values, phone) ?? of(values, shippingPhone) ?? of(values, billingPhone)
      const mail = of(values, email)
      const known = buyers.placeOf(mail, called)
      set(values, customerPlace, known ?? place)
      if (known === undefined) {
        const who = addressId(mail, called)
        if (who === null) return NO_CUSTOMER
        set(values, customer, who)
        // A blank is no address: the phone number tells them.
        if (mail === null || who.startsWith(ADDRESS_ID)) newcomer = { mail, called }
      }
      set(values, phone, called)
      set(values, status, of(values, cancelled) === null ? of(values, financial) : 'cancelled')
      const from = of(values, channel)
      if (typeof from === 'string') set(values, channel, shopifyChannel(from))
      fillAddress(values)
      return nameRegion(values)
    }
    return {
      check,
      taken(place) {
        if (newcomer !== undefined) buyers.remember(newcomer.mail, newcomer.called, place)
      },
    }
  }
}

/**
 * The places where products or customers were seen first, by what tells them: their SKU or e-mail address, where they have
 * none their name or phone number. One that is seen as the first again, since there are too many to remember, or since it is
 * called in two ways, is one all the same in the end.
 */
function rememberedPlaces() {
  const [places, byOther] = [new Map<CellValue, number>(), new Map<CellValue, number>()]
  return {
    placeOf: (told: CellValue, other: CellValue) => (told === null ? byOther.get(other) : places.get(told)),
    remember(told: CellValue, other: CellValue, place: number): void {
      if (places.size + byOther.size === REMEMBERED) return
      if (told === null) byOther.set(detached(String(other)), place)
      else places.set(detached(String(told)), place)
    },
  }
}

const PARTS = ['city', 'postcode', 'region', 'country'] as const

/** The shipping address, or the billing address where the order was not shipped anywhere. */
function addressOf(columns: readonly string[]): (values: CellValue[]) => void {
  const at = (name: string) => columns.indexOf(name)
  const parts = PARTS.map((part) => ({
    to: at(part),
    shipping: at(`shipping_${part}`),
    billing: at(`billing_${part}`),
  }))
  const [first, last, shippingName, billingName] = [
    'first_name',
    'last_name',
    'shipping_name',
    'billing_name',
  ].map(at)
  return (values) => {
    // A download has a shipping country and nothing else: that is where the shop is.
    const shipped = parts.some(
      ({ shipping }, nth) => PARTS[nth] !== 'country' && (values[shipping] ?? null) !== null,
    )
    for (const { to, shipping, billing } of parts) {
      const [one, other] = shipped ? [shipping, billing] : [billing, shipping]
      set(values, to, shipped ? (values[one] ?? null) : (values[one] ?? values[other] ?? null))
    }
    const name = values[billingName ?? -1] ?? values[shippingName ?? -1]
    if (typeof name !== 'string') return
    const [given = '', ...family] = name.trim().split(/\s+/)
    set(values, first, given)
    set(values, last, family.join(' ') || null)
  }
}

/** Sets a value that the file may have no column for. */
function set(values: CellValue[], place: number | undefined, value: CellValue): void {
  if (place !== undefined && place >= 0) values[place] = value
}
