import { windowOf, timesIn } from '../../conditions/facets/windows.ts'
import type { Condition } from '../../conditions/index.ts'
import { isDenied, plainDeed } from '../grammar/denied.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { said, wordAt } from '../grammar/reading.ts'
import { conditionsOf, narrowing } from './edit.ts'
import { firmly, type FollowUp, type Refined, refinedBy, suffixToo, trimmed } from './refined.ts'

const also = phrase('and|also|plus|but|then also?', 'who|that also?', 'and who|that|they also?')
const one = phrase('one|any', 'one of them|those|these', 'any of them|those|these', 'at least one')

/**
 * "and clicked one too" of people who opened an e-mail in the last 30 days: one of what is spoken of, within the same
 * time. The words of the deed at hand are read with the other verb in front of them.
 */
export function oneToo({ reading, current, from, to: end, read }: FollowUp): Refined {
  const to = trimmed(reading, end, suffixToo)
  const start = skip(reading, from, also)
  const at = Array.from({ length: Math.max(0, to - start) }, (_, i) => start + i).find(
    (i) => i > start && one(reading, i) === to,
  )
  if (at === undefined) return undefined
  const verb = said(reading, start, at)
  const edits = deedsOf(current).flatMap((deed) => {
    const next = read(`${verb} ${withoutVerb(reading.situation.describe(deed))}`)
    return next === undefined
      ? []
      : [
          {
            ...narrowing(current, next, 'this as well'),
            assumed: `“${said(reading, at, to)}” is read as: ${reading.situation.describe(next)}.`,
          },
        ]
  })
  const [edit, ...others] = edits
  return edit === undefined || others.length > 0
    ? undefined
    : firmly(refinedBy({ kind: 'edit', edit }, start, end))
}

/** What was done at least once: of a number of times nobody says "one". */
const deedsOf = (current: FollowUp['current']): readonly Condition[] =>
  conditionsOf(current).filter((condition) => {
    const deed = plainDeed(condition)
    return deed !== undefined && !isDenied(deed)
  })

/** "opened an e-mail in the last 30 days" without "opened". */
const withoutVerb = (words: string): string => words.slice(words.indexOf(' ') + 1)

const nothing = phrase(
  'and|but|then also? nothing|none|zero',
  'and|but|then not a single one',
  'nothing|none',
)

/** "and nothing this year" of people who ordered: no order then. */
export function nothingThen({ reading, current, from, to, read }: FollowUp): Refined {
  const opened = nothing(reading, from)
  if (opened < 0 || opened >= to || /^(?:else|more|but|of)$/.test(wordAt(reading, opened))) return undefined
  const ordered = conditionsOf(current).filter(({ type }) => type === 'orders' || type === 'purchases')
  if (ordered.length === 0) return undefined
  const next = read(`have not ordered ${said(reading, opened, to)}`)
  if (next === undefined || !hasTime(next)) return undefined
  return firmly(refinedBy({ kind: 'edit', edit: narrowing(current, next, 'this as well') }, opened, to))
}

const something = phrase(
  'and|but|then also|then|they? ordered|bought|purchased|got? something|anything|whatever again|else?',
  'and|but? again',
  'something',
)
const anyOfIt = phrase(
  ",|.|;|-? doesn't|doesnt|dont matter what",
  ',|.|;|-? does|do not matter what',
  ',|.|;|-? no matter what',
  ',|.|;|-? whatever it? is|was?',
  ',|.|;|-? of anything',
)

/** "but something in 2025", "and again this year, no matter what": an order of anything then. */
export function somethingThen({ reading, current, from, to: end, read }: FollowUp): Refined {
  const to = trimmed(reading, end, anyOfIt)
  const opened = something(reading, from)
  if (opened < 0 || opened >= to) return undefined
  if (!conditionsOf(current).some(({ type }) => type === 'orders' || type === 'purchases')) return undefined
  const next = read(`ordered ${said(reading, opened, to)}`)
  const [only, ...others] = next === undefined ? [] : conditionsOf(next)
  if (next === undefined || only?.type !== 'orders' || others.length > 0 || !hasTime(next)) return undefined
  return firmly(refinedBy({ kind: 'edit', edit: narrowing(current, next, 'this as well') }, opened, to))
}

/** A time has to be said: "nothing from France" is no time. */
const hasTime = (criteria: FollowUp['current']): boolean =>
  conditionsOf(criteria).some((condition) =>
    timesIn(condition).some(({ value }) => windowOf(value) !== undefined),
  )
