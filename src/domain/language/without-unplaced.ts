import { isCondition } from '../criteria/node.ts'
import type { Option } from './interpretation.ts'
import { jointAt } from './grammar/joints.ts'
import { filler, relative } from './grammar/fillers.ts'
import { type Reading, wordAt } from './grammar/reading.ts'
import type { Message } from './read-message.ts'
import { textWithout } from './text-without.ts'
import { namedAs, type Stretch } from './unplaced.ts'

/**
 * The clear part of a request about companies or the people there, as something to choose: without the clauses that
 * hold what nothing reads, else without just those words. None where the rest can't be counted.
 */
export function withoutUnplaced(
  message: Message,
  stretches: readonly Stretch[],
  read: (label: string, text: string) => Option,
): readonly Option[] {
  if (message.reading.entity === 'customer') return []
  // Without the words that say how something counts it would be a must.
  const counts = stretches.some(([from, to]) =>
    message.reading.tokens.slice(from, to).some(({ word }) => HOW_IT_COUNTS.test(word)),
  )
  if (counts) return []
  for (const left of [united(stretches.map((one) => clauseOf(message.reading, one))), stretches]) {
    const option = read(`only the rest, without ${namedAs(message, left)}`, onlyRest(message, left))
    if (option.criteria !== undefined) return [option]
  }
  return []
}

/** “who speak German”: the clause that a stretch stands in, up to the next joint or preposition. */
function clauseOf(reading: Reading, [from, to]: Stretch): Stretch {
  let start = from
  while (start > 0 && isSmall(reading, start - 1)) start--
  let end = to
  while (end < reading.tokens.length && !isOver(reading, end) && !namesThem(reading, end)) end++
  return [start, end]
}

const isSmall = (reading: Reading, at: number): boolean =>
  (relative(reading, at) === at + 1 || filler(reading, at) === at + 1) &&
  !/^[,;.!?]$/.test(wordAt(reading, at))

/** “The 50 largest fintechs”, “ex-Google engineers”: those who are asked for are no part of what can’t be said. */
function namesThem(reading: Reading, at: number): boolean {
  const found = reading.unit(reading, at)?.value
  const criteria = found?.criteria
  if (found === undefined || criteria === undefined) return false
  const trade = isCondition(criteria) && 'field' in criteria && criteria.field === 'industry'
  return found.job !== undefined || (trade && found.nominal === true)
}

const isOver = (reading: Reading, at: number): boolean =>
  /^(?:[,;.!?():]|in|at|with|from|who|that|which|whose)$/.test(wordAt(reading, at)) ||
  jointAt(reading, at) !== undefined

/** Stretches that touch are one. */
function united(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: [number, number][] = []
  for (const [from, to] of stretches) {
    const last = found.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
    else found.push([from, to])
  }
  return found
}

const onlyRest = (message: Message, stretches: readonly Stretch[]): string =>
  textWithout(message, stretches, (before) => before.replace(JOINED, ' '))
    .replaceAll(/\s+/gu, ' ')
    .trim()

/** What joins the words to those before them, and goes with them. */
const JOINED = /\s*(?:[,;–—-]\s*)?(?:\b(?:and|or|but|with|also|plus|no|not)\s+)*$/iu
const HOW_IT_COUNTS =
  /^(?:scor\w*|rank\w*|points?|weigh\w*|high\w*|low\w*|prefer\w*|matters?|counts?|importan\w*|tiers?|should|better|=|either|unless|if)$/
