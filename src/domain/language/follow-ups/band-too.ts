import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Comparison } from '../../conditions/shared/comparison.ts'
import { anyOf } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { stem } from '../linking/stem.ts'
import { type Change, conditionsOf, replacing } from './edit.ts'
import { numbersOf, setNumber } from './edit-numbers.ts'
import { wordsOf } from './refer.ts'
import { editsOf, firmly, type FollowUp, type Refined, refinedBy, suffixToo, trimmed } from './refined.ts'
import { saidLimit } from './said-limit.ts'

const THOSE = 'ones|people|customers|companies|those|anyone|everyone|everybody|whoever'
/** By themselves these say that it comes beside what is there; "and" only with those of whom it is said. */
const also = phrase(
  'and? also|plus|or|add|include',
  'as well as',
  'and? also? add|include|count|take',
  `and the? ${THOSE}`,
)
const and = phrase('and')
const those = phrase(
  `the? ${THOSE} who|that? is|are|was|were|have|has|had|spent|spend|with|from|of|in|at?`,
  'from|of|with|spent|who',
)

/** "and the ones between 400 and 500 too" of people who spent between 100 and 200: a second stretch of the same. */
export function bandToo({ reading, current, from, to: end }: FollowUp): Refined {
  const to = trimmed(reading, end, suffixToo)
  // "And also" may have been heard as what only opens the message.
  const opened = Math.max(...[0, 1, 2].map((back) => also(reading, from - back)))
  if (opened <= from && to === end) return undefined
  const begins = opened > from ? opened : skip(reading, from, and)
  const at = skip(reading, skip(reading, begins, those), those)
  const said = saidLimit(reading, at, to)
  if (said?.kind !== 'number' || said.test.bare) return undefined
  const [test, ...others] = said.test.tests
  if (test === undefined || others.length > 0) return undefined
  const of = said.of.map(stem)
  const beside = (held: Comparison | undefined): boolean => held !== undefined && areApart(held, test)
  const numbers = numbersOf(
    conditionsOf(current).filter((condition) => {
      const known = wordsOf(reading, condition)
      return of.every((word) => known.has(word))
    }),
  ).filter((number) => beside(number.test))
  const instead = setNumber(current, numbers, said.test, true)
  const joined = editsOf(instead).flatMap(({ taken, put }) => {
    const [held, next] = [taken[0], put[0]]
    return held && next ? (replacing(current, held, anyOf([held, next]), 'either of them') ?? []) : []
  })
  const [edit, ...more] = joined
  if (edit === undefined) return undefined
  const change: Change =
    more.length === 0
      ? { kind: 'edit', edit }
      : { kind: 'choice', question: 'Which number has a second stretch?', edits: joined }
  return firmly(refinedBy(change, at, end))
}

/** Whether nothing is in both: what overlaps narrows or replaces, and is no second stretch. */
function areApart(a: Comparison, b: Comparison): boolean {
  const [[lowA, highA], [lowB, highB]] = [endsOf(a), endsOf(b)]
  return highA < lowB || highB < lowA
}

function endsOf({ op, value }: Comparison): readonly [low: number, high: number] {
  if (Array.isArray(value)) return value
  return op === '=' ? [value, value] : op.startsWith('<') ? [-Infinity, value] : [value, Infinity]
}

/** "also those born in 1990" of people born in 1985: nobody was both. */
export function momentToo(current: Criteria, next: Criteria): Change | undefined {
  const said = dateIn(next)
  const held = conditionsOf(current).filter((one) => said !== undefined && dateIn(one) === said)
  const [only, ...others] = held
  if (only === undefined || others.length > 0) return undefined
  const edit = replacing(current, only, anyOf([only, next]), 'either of them')
  return edit && { kind: 'edit', edit }
}

/** The field of which a condition asks for a stretch of time. */
const dateIn = (one: Criteria): string | undefined =>
  isCondition(one) && one.type === 'attribute' && one.op === 'during' ? one.field : undefined
