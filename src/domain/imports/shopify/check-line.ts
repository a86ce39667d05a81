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
  const products = remembered<number>()
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
    const known = products.of(code, called)
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
    const [customer, customerPlace, told, tells] = [
      'customer_id',
      'customer_place',
      'told_place',
      'tells',
    ].map(at)
    const tell = checkTold(columns)
    const buyers = remembered<Buyer>()
    let buyer: Buyer | undefined
    let newcomer: { mail: CellValue; called: CellValue } | undefined
    let wordsPlace = 0
    let words: readonly CellValue[] = []

    const check: CheckRow = (values, place) => {
      newcomer = undefined
      if (of(values, ordered) === null) return NO_DATE
      if (of(values, total) === null) return NO_TOTAL
      if (TEST_GATEWAY.test(String(of(values, payment)))) return TEST
      const called = of(values, phone) ?? of(values, shippingPhone) ?? of(values, billingPhone)
      const mail = of(values, email)
      buyer = buyers.of(mail, called)
      set(values, customerPlace, buyer?.place ?? place)
      if (buyer === undefined) {
        const who = addressId(mail, called)
        if (who === null) return NO_CUSTOMER
        set(values, customer, who)
        // A blank is no address: the phone number tells them.
        if (mail === null || who.startsWith(ADDRESS_ID)) newcomer = { mail, called }
      }
      set(values, phone, called)
      if (buyer !== undefined && tell.same(values, buyer.words)) wordsPlace = buyer.wordsPlace
      else {
        wordsPlace = place
        words = tell.words(values)
        set(values, tells, 1)
        tell.fill(values)
      }
      set(values, told, wordsPlace)
      set(values, status, of(values, cancelled) === null ? of(values, financial) : 'cancelled')
      const from = of(values, channel)
      if (typeof from === 'string') set(values, channel, shopifyChannel(from))
      return undefined
    }
    return {
      check,
      taken(place) {
        if (buyer === undefined) {
          if (newcomer === undefined) return
          buyers.remember(newcomer.mail, newcomer.called, { place, words, wordsPlace })
        } else if (buyer.wordsPlace !== wordsPlace) {
          buyer.words = words
          buyer.wordsPlace = wordsPlace
        }
      },
    }
  }
}

/** Somebody whose orders were seen. */
interface Buyer {
  /** Where the first of them stands. */
  readonly place: number
  /** What the latest row told of them, and where that stands first. */
  words: readonly CellValue[]
  wordsPlace: number
}

/**
 * What is known of products or customers that were seen, by what tells them: their SKU or e-mail address, where they have
 * none their name or phone number. One that is seen as the first again, since there are too many to remember, or since it is
 * called in two ways, is one all the same in the end.
 */
function remembered<T>() {
  const [known, byOther] = [new Map<CellValue, T>(), new Map<CellValue, T>()]
  return {
    of: (told: CellValue, other: CellValue) => (told === null ? byOther.get(other) : known.get(told)),
    remember(told: CellValue, other: CellValue, thing: T): void {
      if (known.size + byOther.size === REMEMBERED) return
      if (told === null) byOther.set(detached(String(other)), thing)
      else known.set(detached(String(told)), thing)
    },
  }
}

/** Of a column that the file has none of. */
const NOWHERE = -1
const PARTS = ['city', 'postcode', 'region', 'country'] as const

/** The columns of an order that tell of its customer; of the two addresses, as they are called in both. */
const TOLD = ['email', 'phone', 'accepts_email'] as const
const OF_ADDRESSES = ['name', 'city', 'postcode', 'region', 'country'] as const

/** Reads what an order tells of its customer: most orders of somebody tell the same. */
function checkTold(columns: readonly string[]) {
  const places = [...TOLD, ...OF_ADDRESSES.flatMap((name) => [`shipping_${name}`, `billing_${name}`])]
    .map((name) => columns.indexOf(name))
    .filter((place) => place !== NOWHERE)
  const nameRegion = nameRegions(columns)
  const fillAddress = addressOf(columns)
  return {
    words: (values: readonly CellValue[]): readonly CellValue[] =>
      places.map((place) => {
        const value = values[place]
        return typeof value === 'string' ? detached(value) : (value ?? null)
      }),
    same(values: readonly CellValue[], words: readonly CellValue[]): boolean {
      for (let nth = 0; nth < places.length; nth++) {
        if (values[places[nth] ?? NOWHERE] !== words[nth]) return false
      }
      return true
    },
    fill(values: CellValue[]): void {
      fillAddress(values)
      nameRegion(values)
    },
  }
}

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
