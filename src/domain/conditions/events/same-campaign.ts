import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { placesBefore } from '../../language/grammar/look-back.ts'
import type { Meaning } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'
import type { EventKind } from './event-kinds.ts'

const it = phrase(
  'it|them|that|anything',
  'on|in|through it|them|that',
  'a|any|the link|links in|inside|from? it|them?',
)
const BETWEEN = /^(?:,|and|or|but|nor|then|yet|who|they|not|did|do|have|has|had|never|even|also|that|ever|-)$/
const OF_CAMPAIGNS = /^(?:opened|clicked)_/

interface Verb {
  readonly at: number
  /** Behind the verb: nothing is said of what it is done to. */
  readonly end: number
  readonly kinds: readonly EventKind[]
}

/**
 * "opened the Summer Sale e-mail but didn’t click", "opened Weekly 41 and clicked a link in it": the campaign of the
 * deed right before, which `deeds` reads.
 */
export function campaignBefore(
  reading: Reading,
  { at, end, kinds }: Verb,
  deeds: Parser<Meaning>,
): Found<readonly string[]> | undefined {
  if (!kinds.every(({ types }) => types.some((type) => OF_CAMPAIGNS.test(type)))) return undefined
  for (const i of placesBefore(at)) {
    const found = deeds(reading, i)
    if (found === undefined || found.end > at) continue
    if (!reading.tokens.slice(found.end, at).every(({ word }) => BETWEEN.test(word))) return undefined
    const { criteria } = found.value
    const campaigns = criteria === undefined ? undefined : campaignsOf(criteria)
    if (campaigns === undefined) return undefined
    // Of "Weekly 41: opened, not clicked" the heading names it.
    if (campaigns.length > 0) return { value: [...new Set(campaigns)], end: skip(reading, end, it) }
  }
  return undefined
}

/** The campaigns of one deed, or of one that was done to several: "opened Weekly 41 and Weekly 42". */
function campaignsOf(criteria: Criteria): readonly string[] | undefined {
  if (isCondition(criteria)) return criteria.type === 'events' ? (criteria.where?.campaign ?? []) : undefined
  const parts = 'all' in criteria ? criteria.all : 'any' in criteria ? criteria.any : []
  const each = parts.map((part) => (isCondition(part) ? campaignsOf(part) : undefined))
  return each.every((one) => one !== undefined && one.length > 0)
    ? each.flatMap((one) => one ?? [])
    : undefined
}

export const SAME_CAMPAIGN = 'The campaign named before is read for it too.'
