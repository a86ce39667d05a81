import { foldText } from '#kernel/text.ts'
import type { Condition } from '../../conditions/index.ts'
import { listsIn, withList } from '../../conditions/facets/lists.ts'
import { isCondition } from '../../criteria/node.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { stem } from '../linking/stem.ts'
import { tokenize } from '../tokens/tokenize.ts'
import { changeOf, conditionsOf, type Edit, replacing } from './edit.ts'
import { firmly, type FollowUp, type Refined, refinedBy, trimmed } from './refined.ts'

const only = phrase(
  'now? only|just|solely the?',
  'make|keep it|that|them? only|just? the?',
  'and|but only|just the?',
)
const onlyAtEnd = phrase(',? only|alone|exclusively', ',? and? nothing|nobody else')
const ones = phrase('one|ones|orders|purchases')
const ORDINALS = [
  [phrase('first|former'), 0],
  [phrase('second'), 1],
  [phrase('third'), 2],
  [phrase('last|latter'), -1],
] as const

/**
 * "sundays only" of people who ordered on a Saturday or Sunday, "full refunds only" of refunded or partially refunded
 * orders: fewer of the values that one condition names, with its number and its time.
 */
export function fewerValues(follow: FollowUp): Refined {
  const { reading, current, from, to: end, part } = follow
  const at = skip(reading, from, only)
  const last = trimmed(reading, end, onlyAtEnd)
  if (at === from && last === end) return undefined
  const to = trimmed(reading, last, ones)
  if (at >= to) return undefined
  const said = part(at, last) ?? part(at, to)
  const words = wordsIn(reading.tokens.slice(at, to).map(({ word }) => word))
  const place =
    at + 1 === to || ones(reading, at + 1) === to
      ? ORDINALS.find(([one]) => one(reading, at) >= 0)?.[1]
      : undefined
  const edits = conditionsOf(current).flatMap((held): readonly Edit[] => {
    const next =
      place !== undefined
        ? placed(held, place)
        : said !== undefined && isCondition(said)
          ? ofSaid(held, said)
          : named(held, words)
    const edit = next && replacing(current, held, next, 'only these')
    return edit === undefined ? [] : [edit]
  })
  return firmly(refinedBy(changeOf(edits, 'Of which part should only these stay?'), at, last))
}

/** "just the first" of several values, in the order in which they were said. */
function placed(held: Condition, place: number): Condition | undefined {
  const [list, ...others] = listsIn(held).filter(({ value }) => value.length > 1)
  const value = list?.value.at(place)
  return list === undefined || value === undefined || others.length > 0
    ? undefined
    : withList(held, list.path, [value])
}

/** What another condition of its type says of the same list, where that is less. */
function ofSaid(held: Condition, said: Condition): Condition | undefined {
  const [list, ...others] = listsIn(said)
  if (held.type !== said.type || list === undefined || others.length > 0) return undefined
  const before = listsIn(held).find(({ path }) => path.join() === list.path.join())
  const fewer = before !== undefined && list.value.length < before.value.length
  return fewer && list.value.every((value) => before.value.includes(value))
    ? withList(held, list.path, list.value)
    : undefined
}

/** The values of a list of several that words name one by one. */
function named(held: Condition, words: string): Condition | undefined {
  for (const { path, value } of listsIn(held)) {
    const meant = value.filter(
      (one) => words === wordsIn(tokenize(one.replaceAll('_', ' ')).map(({ word }) => word)),
    )
    if (value.length > 1 && meant.length === 1) return withList(held, path, meant)
  }
  return undefined
}

const wordsIn = (words: readonly string[]): string => words.map((word) => stem(foldText(word))).join(' ')
