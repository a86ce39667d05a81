import { isCondition } from '../../criteria/node.ts'
import { isDenied, isDone, plainDeed } from '../grammar/denied.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { said } from '../grammar/reading.ts'
import { changeOf, conditionsOf, narrowing, replacing } from './edit.ts'
import { replaceNamed } from './named-value.ts'
import { courtesyAtEnd, firmly, type FollowUp, type Refined, refinedBy, trimmed } from './refined.ts'

const opening = phrase(
  'only|just',
  'count|counting|with|and|but only|just?',
  'the? same thing|again|people|query|search? but|only|just?',
)
const noun = phrase(
  'orders|order|purchases|purchase|ones|sales|transactions only|alone|exclusively?',
  'only|alone|exclusively',
)
/** More words say something of their own. */
const LONGEST = 4

/**
 * "online orders only", "same thing but tablets", of people who bought Coffee in the last 45 days: those very orders
 * came through it. Orders of theirs beside them would be other ones.
 */
export function ofThoseOrders({ reading, current, from, to: whole, read }: FollowUp): Refined {
  const to = trimmed(reading, whole, courtesyAtEnd)
  const at = skip(reading, from, opening)
  let end = to
  for (let i = to - 1; i > at; i--) if (noun(reading, i) === to) end = i
  if (at === from && end === to) return undefined
  if (end <= at || end - at > LONGEST) return undefined
  const words = said(reading, at, end).replace(/^(?:on|via|through|in|by|the)\s+/iu, '')
  const how = [
    `through the channel ${words.replace(/[\s-]/gu, '_')}`,
    `on the device ${words.replace(/s$/u, '')}`,
  ]
  // "same thing but online" of orders in store: in its place, and not of others at hand. "Online only" may add to it.
  const instead = replaceNamed(reading, current, [at, end])
  if (instead !== undefined) {
    const next =
      end < to ? how.map((one) => read(`ordered ${one}`)).find((one) => one !== undefined) : undefined
    if (next === undefined || instead.kind !== 'edit') return undefined
    const both = [instead.edit, narrowing(current, next, 'this as well')]
    return firmly(refinedBy(changeOf(both, 'In its place, or as well?'), at, end))
  }
  const edits = conditionsOf(current).flatMap((held) => {
    const deed = plainDeed(held)
    const bought = held.type === 'orders' || held.type === 'purchases'
    if (!bought || (deed !== undefined && isDenied(deed))) return []
    const next = how.map((one) => read(`${reading.situation.describe(held)} ${one}`)).find(isSuch)
    return (next && replacing(current, held, next, 'of those orders')) ?? []

    function isSuch(one: FollowUp['current'] | undefined): boolean {
      return one !== undefined && isCondition(one) && one.type === held.type && 'where' in one
    }
  })
  return firmly(refinedBy(changeOf(edits, 'Of which of them is that said?'), at, end))
}

const them = 'of them|those|these|the|their orders|purchases|ones?'
const some = phrase(
  `and|but|with|where|only? with|where? at least|minimum|min one|1|once|a ${them}`,
  `and|but|with|where|only? with|where? one|1 or more ${them}`,
  `and|but|with|where|only? with|where? a? minimum of one|1 ${them}`,
)
const being = phrase(
  'that|which? must|should|has|have|needs|need? to? was|were|is|being|be|been|happened|placed|made|came',
)

/** `at least one of them in store` of people with three orders in the last year: one of those, in that time. */
export function oneOfThoseOrders({ reading, current, from, to: whole, read }: FollowUp): Refined {
  const to = trimmed(reading, whole, courtesyAtEnd)
  const opened = [0, 1, 2].map((back) => some(reading, from - back)).find((end) => end > from) ?? -1
  const at = skip(reading, opened, being)
  if (opened < 0 || at >= to) return undefined
  const words = said(reading, at, to)
  const one = firstSuch()
  if (one === undefined) return undefined
  const { where } = one
  const edits = conditionsOf(current).flatMap((held) => {
    const deed = plainDeed(held)
    if (held.type !== 'orders' || held.measure !== 'count' || (deed !== undefined && isDenied(deed)))
      return []
    if (Object.keys(where).some((key) => held.where !== undefined && key in held.where)) return []
    const next = { ...one, where: { ...held.where, ...where }, ...(held.within && { within: held.within }) }
    return narrowing(current, next, 'one of those orders')
  })
  return firmly(refinedBy(changeOf(edits, 'Of which of them is that said?'), at, to))

  /** Each is a message to be read, so that none is behind the first that fits. */
  function firstSuch() {
    for (const deed of DEEDS) {
      const found = suchOrders(read(`${deed} ${words}`))
      if (found !== undefined) return found
    }
    return undefined
  }
}

const DEEDS = ['ordered at least once', 'placed at least one order', 'placed at least one order of']

/** Orders of which something other than their time is said. */
function suchOrders(found: FollowUp['current'] | undefined) {
  const deed = plainDeed(found)
  if (!isDone(deed) || deed.type !== 'orders' || deed.within !== undefined) return undefined
  return deed.where && { ...deed, where: deed.where }
}
