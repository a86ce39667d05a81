import { canonicalJson } from '#kernel/hash.ts'
import type { Condition } from '../../conditions/index.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { said } from '../grammar/reading.ts'
import { changeOf, conditionsOf, replacing } from './edit.ts'
import { isDenied } from './edit-values.ts'
import { firmly, type FollowUp, type Refined, refinedBy, trimmed } from './refined.ts'

const opening = phrase('and|but|also|only|just|those|ones', 'and|but only|just')
const atEnd = phrase('only|alone|exclusively', 'i|we mean|meant', 'though')
/** As the words of conditions say it. */
const SAID_SHORTLY: readonly (readonly [RegExp, string])[] = [
  [/^(?:the )?channel (.+)$/iu, 'through the channel $1'],
  [/^(?:through|via|in|on|by|over|from) (?:the |our )?(.+) channel$/iu, 'through the channel $1'],
  [/^(?:from|by|of) (?:the )?(?:brand )?(.+)$/iu, 'of the brand $1'],
  [/^net$/iu, 'net of refunds'],
  [
    /^(?:with )?(?:no|not|without|zero) (?:a |any )?(?:discounts?|discounted|promos?|promotions?|reductions?|on sale)$/iu,
    'at full price',
  ],
]
/** More words say something of their own. */
const LONGEST = 8

/**
 * `from Podlark` of people who bought Pods, `through the web channel` of people who ordered twice, `net of refunds`:
 * what only says something of a deed is read behind the words of one at hand. It has to come to the same deed, with
 * all that was said of it and more.
 */
export function qualifying({ reading, current, from, to: end, read }: FollowUp): Refined {
  let at = from
  for (let i = 0; i < 3; i++) at = skip(reading, at, opening)
  const to = trimmed(reading, end, atEnd)
  if (to <= at || to - at > LONGEST) return undefined
  const words = said(reading, at, to)
  const shortly = SAID_SHORTLY.flatMap(([pattern, full]) =>
    pattern.test(words) ? [words.replace(pattern, full)] : [],
  )
  const edits = conditionsOf(current).flatMap((held) => {
    if (isDenied(current, held)) return []
    const next = [words, ...shortly]
      .map((one) => read(`${reading.situation.describe(held)} ${one}`))
      .find((one) => one !== undefined && saysMore(held, one))
    return (next && replacing(current, held, next, 'said more exactly')) ?? []
  })
  return firmly(refinedBy(changeOf(edits, 'Which part is that said of?'), at, end))
}

function saysMore(held: Condition, next: Criteria): boolean {
  if (!isCondition(next) || next.type !== held.type) return false
  // "in France" of the top 100 keeps those of them; whether it ranks the French is not its to say.
  if ('among' in next && !('among' in held)) return false
  return canonicalJson(next) !== canonicalJson(held) && isPartOf(held, next)
}

/** Whether everything in one value stands in the other as well; spend may become net of refunds. */
function isPartOf(held: unknown, next: unknown): boolean {
  if (held === 'spend' && next === 'net_spend') return true
  if (typeof held !== 'object' || held === null || Array.isArray(held))
    return canonicalJson(held) === canonicalJson(next)
  if (typeof next !== 'object' || next === null) return false
  const now = new Map<string, unknown>(Object.entries(next))
  return Object.entries(held).every(([key, value]) => now.has(key) && isPartOf(value, now.get(key)))
}
