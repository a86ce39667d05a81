import { z } from 'zod'
import { countOf, percentOf } from '#kernel/text.ts'

const bound = z.union([
  z.strictObject({ customers: z.int().min(0) }),
  z.strictObject({ percent: z.number().min(0).max(100) }),
])
type Bound = z.infer<typeof bound>

/**
 * What a segment is held to. None of it changes who is a member: whoever would break it is told. Customers are named
 * by internal ids, so that nothing of them is left when they are erased.
 */
export const pinsSchema = z.strictObject({
  in: z.array(z.int()).max(200),
  out: z.array(z.int()).max(200),
  least: bound.optional(),
  most: bound.optional(),
})
export type Pins = z.infer<typeof pinsSchema>

export const NO_PINS: Pins = { in: [], out: [] }

export const pinsFrom = (json: string | null): Pins | null =>
  json === null ? null : pinsSchema.parse(JSON.parse(json))

export const isEmptyPins = ({ in: within, out, least, most }: Pins): boolean =>
  within.length + out.length === 0 && least === undefined && most === undefined

/** Stands for a customer in text that is kept; `withNames` puts in who it is. */
const placeholder = (id: number): string => `{customer:${id}}`

const boundWords = (size: Bound): string =>
  'percent' in size ? `${size.percent}% of all customers` : countOf(size.customers, 'customer')

/** Each rule in words, customers as placeholders. */
export const pinWords = (pins: Pins): readonly string[] => rulesOf(pins).map(({ words }) => words)

/** What a set of members is, as far as rules ask. */
export interface Counted {
  has(customerId: number): boolean
  readonly members: number
  /** All customers; asked only for shares. */
  total(): number
}

/** The rules that a set of members breaks, with what there is instead. */
export const brokenPins = (pins: Pins, counted: Counted): readonly string[] =>
  rulesOf(pins).flatMap(({ words, broken }) => {
    const instead = broken(counted)
    return instead === undefined ? [] : [`${words}, ${instead}`]
  })

interface Rule {
  readonly words: string
  /** What there is instead: `and is not`; undefined where the rule is kept. */
  broken(counted: Counted): string | undefined
}

function rulesOf({ in: within, out, least, most }: Pins): readonly Rule[] {
  const sized = (size: Bound, { members, total }: Counted) =>
    'percent' in size ? (100 * members) / Math.max(1, total()) - size.percent : members - size.customers
  const instead = (size: Bound, { members, total }: Counted) =>
    `and there ${members === 1 ? 'is' : 'are'} ${members.toLocaleString('en-US')}${'percent' in size ? ` (${percentOf(members, total())})` : ''}`
  return [
    ...within.map((id) => ({
      words: `${placeholder(id)} must be in it`,
      broken: (counted: Counted) => (counted.has(id) ? undefined : 'and is not'),
    })),
    ...out.map((id) => ({
      words: `${placeholder(id)} must not be in it`,
      broken: (counted: Counted) => (counted.has(id) ? 'and is' : undefined),
    })),
    ...(least === undefined
      ? []
      : [
          {
            words: `at least ${boundWords(least)}`,
            broken: (counted: Counted) => (sized(least, counted) < 0 ? instead(least, counted) : undefined),
          },
        ]),
    ...(most === undefined
      ? []
      : [
          {
            words: `at most ${boundWords(most)}`,
            broken: (counted: Counted) => (sized(most, counted) > 0 ? instead(most, counted) : undefined),
          },
        ]),
  ]
}
