import type { OrderFilter } from '../../conditions/shared/filters.ts'
import type { OrdersCondition } from '../../conditions/orders/orders.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Window } from '../../time/window.ts'
import type { BuySlots } from './buying.ts'
import type { Test } from './comparison.ts'
import { allOf, anyOf, type Doubt, type Meaning, question } from './meaning.ts'
import type { Reading } from './reading.ts'
import type { Timing } from './timing.ts'

type Measure = Exclude<OrdersCondition['measure'], 'first_date' | 'last_date'>

/** One orders condition for each test and window that was said. */
export function ordersAsked(
  measure: Measure,
  test: Test,
  slots: Pick<BuySlots, 'timing' | 'where'>,
): Criteria {
  const where = whereOf(slots.where)
  return overWindows(slots.timing, (within) =>
    allOf(
      test.tests.map(({ op, value }) => ({
        type: 'orders' as const,
        measure,
        op,
        value,
        ...(within === undefined ? {} : { within }),
        ...(where === undefined ? {} : { where }),
      })),
    ),
  )
}

/**
 * Several windows ("in March or May") are alternatives, unless each of them is meant. Who did nothing "in March or
 * May", or "in March and May", did nothing in either.
 */
export function overWindows(timing: Timing | undefined, make: (within?: Window) => Criteria): Criteria {
  if (timing === undefined || timing.windows.length === 0) return make()
  const parts = timing.windows.map((one) => make(one))
  return (timing.every === true || parts.every(isDenial) ? allOf : anyOf)(parts)
}

/** Criteria that nothing at all in the time meets: "no order", "spent 0". */
export function isDenial(criteria: Criteria | undefined): boolean {
  if (criteria === undefined) return false
  if (!isCondition(criteria)) return 'none' in criteria
  if (criteria.type === 'purchases') return criteria.match === 'none'
  return 'op' in criteria && criteria.op === '=' && 'value' in criteria && criteria.value === 0
}

/** A filter without keys is no filter. */
export const whereOf = (where: OrderFilter): OrderFilter | undefined =>
  Object.keys(where).length > 0 ? where : undefined

export const AT_LEAST_ONE: Test = { tests: [{ op: '>=', value: 1 }], bare: false }
export const NONE: Test = { tests: [{ op: '=', value: 0 }], bare: false }

/** "at least once", "none": in a time given in parts either is plain. */
export const isAtLeastOne = ({ tests }: Test): boolean =>
  tests.every(({ op, value }) => (op === '>=' && value === 1) || (op === '=' && value === 0))

/** A bare number read as "at least", with the sentence that says so. */
export function atLeast(test: Test, unit: string): { test: Test; assumptions: string[] } {
  const assumptions = test.assumption === undefined ? [] : [test.assumption]
  if (!test.bare) return { test, assumptions }
  // Nobody has fewer than none: "0 orders" is none, and "at least 0" would be everybody.
  if (test.tests.every(({ value }) => value === 0)) {
    return { test: { ...test, tests: [{ op: '=', value: 0 }], bare: false }, assumptions }
  }
  const tests = test.tests.map(({ value }) => ({ op: '>=' as const, value }))
  const said = Array.isArray(tests[0]?.value) ? '' : String(tests[0]?.value)
  assumptions.push(`“${said}${unit}” is read as at least ${said}${unit}.`)
  return { test: { ...test, tests, bare: false }, assumptions }
}

/** Whether nobody's number, 0, passes every test: then people without any row are in. */
export const passesZero = (test: Test): boolean =>
  test.tests.every(({ op, value }) => {
    if (Array.isArray(value)) return value[0] <= 0
    return op === '<' ? value > 0 : op === '<=' ? value >= 0 : op === '=' && value === 0
  })

/** A money test: its bare number read as "at least", its currency checked against the workspace's. */
export function moneyAsked(reading: Reading, test: Test): { test: Test; assumptions: string[] } {
  const { code } = reading.situation.currency
  const asked = atLeast(test, '')
  if (test.currency === undefined || test.currency === code) return asked
  const kept = `Amounts are kept in ${code}: the number is read as ${code}, without converting ${test.currency}.`
  return { ...asked, assumptions: [...asked.assumptions, kept] }
}

/** "spent over 100 in 2024 or 2025": in both years together, or in one of them? */
export function askMerged(timing: Timing | undefined): Doubt[] {
  const [window] = timing?.windows ?? []
  if (timing?.merged === undefined || window?.kind !== 'dates') return []
  const { from, to } = timing.merged
  const whole = `from ${window.from ?? ''} to ${window.to ?? ''}`
  return [question(from, to, 'In that time as a whole, or in one part of it alone?', [['as a whole', whole]])]
}

/** An order's own total, as a filter; two tests in one filter can't be kept. */
export function withTotal(reading: Reading, slots: BuySlots, from: number, to: number): void {
  if (slots.total === undefined) return
  const [test, more] = slots.total.tests
  if (test === undefined || more !== undefined) {
    slots.doubts.push(
      question(
        from,
        to,
        'Say the order’s total as one comparison, such as “over 80” or “between 50 and 100”.',
      ),
    )
    return
  }
  slots.where.total = test
  slots.assumptions.push(...moneyAsked(reading, slots.total).assumptions)
}

/** What the slots add to a meaning. */
export function told(
  criteria: Criteria | undefined,
  slots: { readonly assumptions: readonly string[]; readonly doubts: readonly Doubt[] },
  more: readonly string[] = [],
): Meaning {
  const assumptions = [...slots.assumptions, ...more]
  const certain = criteria !== undefined && slots.doubts.length === 0
  return { ...(certain ? { criteria } : {}), assumptions, doubts: slots.doubts }
}
