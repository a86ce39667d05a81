import type { Criteria } from '../../criteria/schema.ts'
import { isCondition } from '../../criteria/node.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { said } from '../grammar/reading.ts'
import { conditionsOf, narrowing } from './edit.ts'
import { firmly, type FollowUp, type Refined, refinedBy } from './refined.ts'

const them = phrase(
  'them|those|these|it|that|this',
  'those|these|that|this products|product|items|item|things|ones|one',
)
const opening = phrase(
  'and|but|also|who|which|that|only|just|those|have|has|had',
  'only|just those|the? ones? who',
)
const BOUGHT = /^(?:have |has )?(?:ordered|bought) (?:any )?/u

/** `and spent at least 40 on them`: on what the people at hand bought, in the time in which they did. */
export function spentOnThem({ reading, current, from, to, read }: FollowUp): Refined {
  const on = reading.tokens.findIndex(
    ({ word }, i) => i > from && i < to && /^(?:on|for)$/.test(word) && them(reading, i + 1) === to,
  )
  if (on < 0) return undefined
  let at = from
  for (let i = 0; i < 3; i++) at = skip(reading, at, opening)
  const words = said(reading, at, on)
  if (!/\b(?:spen[dt]|paid|pay)\b/iu.test(words)) return undefined
  const [held, ...others] = conditionsOf(current).filter(isBought)
  const what = held && reading.situation.describe(held)
  const next =
    what === undefined || others.length > 0 || !BOUGHT.test(what)
      ? undefined
      : read(`${words} on ${what.replace(BOUGHT, '')}`)
  if (next === undefined) {
    const { describe } = reading.situation
    return {
      kind: 'choice',
      question: `“${said(reading, on, to)}”: spent on what? At hand are people who ${describe(current)}.`,
      edits: [],
    }
  }
  return firmly(refinedBy({ kind: 'edit', edit: narrowing(current, next, 'this as well') }, at, to))
}

const isBought = (one: Criteria): boolean =>
  isCondition(one) && one.type === 'purchases' && 'match' in one && one.match !== 'none'
