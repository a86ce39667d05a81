import { foldText } from '#kernel/text.ts'
import { RFM_SEGMENTS } from '../../rfm/patterns.ts'
import type { Command } from '../interpretation.ts'
import type { Found, Reading } from '../grammar/reading.ts'
import { AROUND } from './around-words.ts'
import { type Commanded, done } from './commanded.ts'
import { customerAt } from './one-customer.ts'

/** Of whom were counted last. */
const IN_IT =
  /\b(?:make|makes|qualify|qualifies|match|matches|fit|fits|pass|passes|meet|meets)\b|\bin(?:cluded)?\s+(?:it|there|that|this)\b|\bin\s*\?/iu
const WHICH = /\b(?:which|what|any|all)\b.*\b(?:segments?|lists?|groups?|audiences?|buckets?|cohorts?)\b/iu

const GROUPS = RFM_SEGMENTS.map(foldText)
/** “RFM At Risk” is nobody. */
const namesGroup = (name: string): boolean => GROUPS.some((group) => foldText(name).includes(group))

const ONLY_ONE = 'Each customer with an order is in exactly one of the twelve RFM segments.'

/**
 * Where one customer is: `in which lists is customer 2048?`, `customer 512 shows up in Hibernating, how come?`,
 * `would customer 77 make it?` of whoever is at hand.
 */
export function whereIsOne(reading: Reading): Commanded | undefined {
  const { tokens, situation } = reading
  let customer: string | undefined
  const segments = new Set<string>()
  for (let at = 0; at < tokens.length; ) {
    const link = reading.links.at(at).find(({ field }) => field === 'segment')
    const one = link === undefined ? someoneAt(reading, at) : undefined
    if (one !== undefined && (customer === undefined || customer === one.value)) {
      customer = one.value
      at = one.end
    } else if (link !== undefined) {
      for (const id of link.values) segments.add(id)
      at = link.end
    } else if (AROUND.has(tokens[at]?.word ?? '')) at += 1
    else return undefined
  }
  if (customer === undefined) return undefined
  const [segment, ...others] = segments
  const rfm = tokens.some(({ word }) => word === 'rfm')
  const listed: Command = { do: 'list_segments', customer }
  if (segment === undefined)
    return situation.criteria !== undefined && !WHICH.test(reading.text) && IN_IT.test(reading.text)
      ? done({ do: 'explain_customer', customer })
      : WHICH.test(reading.text) || rfm
        ? done(listed)
        : undefined
  return others.length > 0 ? done(listed, ONLY_ONE) : done({ do: 'explain_customer', customer, segment })
}

/** `customer 512`, `c17`, `anna@example.com`; a name of one word may be anything, and one of two a group’s. */
function someoneAt(reading: Reading, at: number): Found<string> | undefined {
  const found = customerAt(reading, at)
  if (found === undefined || /[@\d]/u.test(found.value)) return found
  return found.value.includes(' ') && !namesGroup(found.value) ? found : undefined
}
