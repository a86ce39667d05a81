import { seeded } from '#domain/profiles/living/grouping/random.ts'

/** A shop whose customers are of a few kinds that whoever looks for groups does not know. */
export interface Planted {
  readonly files: Readonly<Record<string, readonly string[]>>
  /** The kind of each customer, `P0`, `P1`, …, by number. */
  readonly kinds: readonly number[]
}

interface Kind {
  readonly night: number
  readonly weekend: number
  readonly mobile: number
  readonly discount: number
  readonly tea: number
  readonly sms: number
  /** Mean order total. */
  readonly total: number
}

const PLAIN: Kind = { night: 0.1, weekend: 0.3, mobile: 0.5, discount: 0.25, tea: 0.3, sms: 0.1, total: 50 }
export const KINDS: readonly Kind[] = [
  { ...PLAIN, night: 0.85, mobile: 0.92, sms: 0.9, total: 80 },
  { ...PLAIN, weekend: 0.85, discount: 0.85, tea: 0.85, total: 30 },
  { ...PLAIN, night: 0.02, mobile: 0.06, discount: 0.03, tea: 0.05 },
  PLAIN,
]
/** Customers who are all of one kind: whatever is found among them is chance. */
export const ALIKE: readonly Kind[] = [PLAIN]

const DAY = 86_400_000
/** What the clock of the shop says. */
export const SHOP_NOW = '2025-11-20T12:00:00Z'
const NOW = Date.parse(SHOP_NOW)

/** `customers` customers with 4 to 13 orders over a year; each is of one of the kinds, by chance. */
export function plantedShop(seed: number, customers: number, kinds: readonly Kind[] = KINDS): Planted {
  const random = seeded(seed)
  const chance = (of: number) => random() < of
  const between = (from: number, to: number) => from + Math.floor(random() * (to - from))
  const orders = ['id,customer_id,ordered_at,status,total,discount_total,currency,channel,device']
  const items = ['order_id,product_id,quantity,price']
  const events = ['id,customer_id,type,occurred_at']
  const people = ['id,email,created_at']
  const of: number[] = []
  for (let nth = 0; nth < customers; nth++) {
    const at = Math.floor(random() * kinds.length)
    const kind = kinds[at] ?? PLAIN
    of.push(at)
    people.push(`P${nth},p${nth}@example.com,2024-01-01`)
    for (let order = between(4, 14); order > 0; order--) {
      const day = dayOf(random, chance(kind.weekend))
      const hour = chance(kind.night) ? between(22, 29) : between(5, 22)
      const ordered = day + (hour * 60 + between(0, 60)) * 60_000
      const id = `PO${orders.length}`
      const total = Math.round(kind.total * (0.5 + random()) * 100) / 100
      const device = chance(kind.mobile) ? 'mobile' : 'desktop'
      orders.push(
        `${id},P${nth},${iso(ordered)},paid,${total},${chance(kind.discount) ? 5 : 0},USD,${chance(0.7) ? 'online' : 'store'},${device}`,
      )
      items.push(`${id},${chance(kind.tea) ? 'tea' : chance(0.5) ? 'mug' : 'pot'},${between(1, 4)},10`)
      events.push(`PE${events.length},P${nth},added_to_cart,${iso(ordered - between(1, 72) * 3_600_000)}`)
      if (chance(kind.sms)) events.push(`PE${events.length},P${nth},clicked_sms,${iso(ordered - DAY)}`)
      if (chance(0.4)) events.push(`PE${events.length},P${nth},clicked_email,${iso(ordered - 2 * DAY)}`)
    }
  }
  return {
    kinds: of,
    files: {
      'customers.csv': people,
      'products.csv': [
        'id,title,category,price',
        'tea,Green Tea,Tea,10',
        'mug,Mug,Kitchen,10',
        'pot,Pot,Kitchen,10',
      ],
      'orders.csv': orders,
      'items.csv': items,
      'events.csv': events,
    },
  }
}

/** The beginning of a day of the past year, at a weekend or not. */
function dayOf(random: () => number, atWeekend: boolean): number {
  for (;;) {
    const day = Math.floor((NOW - (2 + random() * 360) * DAY) / DAY) * DAY
    const weekday = new Date(day).getUTCDay()
    if ((weekday === 0 || weekday === 6) === atWeekend) return day
  }
}

const iso = (at: number): string => new Date(at).toISOString().replace('T', ' ').slice(0, 19)

/** How far two divisions of the same things agree: 1 is the same, 0 what chance would have (Hubert and Arabie 1985). */
export function adjustedRand(a: readonly number[], b: readonly number[]): number {
  const pairs = (n: number) => (n * (n - 1)) / 2
  const sizes = (keys: readonly unknown[]) =>
    [...Map.groupBy(keys, (key) => key).values()].reduce((sum, { length }) => sum + pairs(length), 0)
  const both = sizes(a.map((of, i) => `${of} ${b[i]}`))
  const [ofA, ofB] = [sizes(a), sizes(b)]
  const expected = (ofA * ofB) / pairs(a.length)
  const most = (ofA + ofB) / 2
  return most === expected ? 1 : (both - expected) / (most - expected)
}
