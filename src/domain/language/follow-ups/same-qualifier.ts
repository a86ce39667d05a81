import { canonicalJson } from '#kernel/hash.ts'
import { entriesOf, withPieces } from '../../conditions/facets/facet.ts'
import type { Condition } from '../../conditions/index.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { isCondition } from '../../criteria/node.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { said } from '../grammar/reading.ts'
import { changeOf, conditionsOf, replacing } from './edit.ts'
import {
  firmly,
  type FollowUp,
  type Refined,
  refinedBy,
  suffixInstead,
  suffixToo,
  trimmed,
} from './refined.ts'

/** What is said of an order, of which each has one. */
const KEYS = new Set(['weekdays', 'hours', 'months', 'month_days', 'channel', 'device'])
const opening = phrase('what|how about', 'make|use|take|do|try it|that|this?', 'only|just')
const FRAMES = ['ordered', 'ordered on', 'ordered on a', 'ordered in the']
/** More words say something of their own. */
const LONGEST = 5

/**
 * `Tuesdays, sorry`, `in store?`: what only says when or how something was ordered stands in for what was said of it at
 * hand, with the number and the time of that.
 */
export function sameQualifier({ reading, current, from, to: end, correcting, read }: FollowUp): Refined {
  const held = conditionsOf(current).filter((one) => qualifiersOf(one).length > 0)
  const to = trimmed(reading, end, suffixInstead)
  const at = skip(reading, from, opening)
  if (trimmed(reading, to, suffixToo) < to) return undefined
  if (held.length === 0 || at >= to || to - at > LONGEST) return undefined
  const words = said(reading, at, to)
  for (const frame of FRAMES) {
    const next = read(`${frame} ${words}`)
    const [key, value] = (next && onlyQualifier(next)) ?? []
    if (key === undefined) continue
    const edits = held.flatMap((one) => {
      const before = qualifiersOf(one).find(([name]) => name === key)?.[1]
      if (before === undefined || canonicalJson(before) === canonicalJson(value)) return []
      const put = withPieces(one, [['where', key], value])
      const edit = put && replacing(current, one, put, 'this instead')
      return edit === undefined ? [] : correcting || to < end ? edit : { ...edit, assumed: INSTEAD }
    })
    return firmly(refinedBy(changeOf(edits, 'In which part should it stand?'), at, end))
  }
  return undefined
}

const INSTEAD = 'This stands in for what was said of the same; “… as well” adds it.'

const qualifiersOf = (one: Condition): readonly (readonly [string, unknown])[] =>
  'where' in one ? entriesOf(one.where).filter(([key]) => KEYS.has(key)) : []

/** What an order is asked for by, where it is that one thing. */
function onlyQualifier(next: Criteria): readonly [string, unknown] | undefined {
  if (!isCondition(next) || next.type !== 'orders' || next.measure !== 'count' || next.within !== undefined)
    return undefined
  const [only, ...more] = entriesOf(next.where)
  return next.value === 1 && more.length === 0 && only !== undefined && KEYS.has(only[0]) ? only : undefined
}
