import type { Condition } from '../../conditions/index.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { denied, isDenied, plainDeed } from '../grammar/denied.ts'
import { negated } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { changeOf, conditionsOf, type Edit, replacing } from './edit.ts'
import { firmly, type FollowUp, type Refined, refinedBy } from './refined.ts'

const flip = phrase(
  'flip|invert|reverse|negate|turn|switch it|that|this|them|the? last|email|other? condition|criteria|part|bit|one? around|round|over?',
  'the|exactly? opposite|reverse',
  'the? other way round|around',
  'now? the? other ones|half|side',
)
const separator = phrase(':', ',', '-', '.', 'to', 'so|and|now')
const those = phrase(
  'now? only|just? those|these|people|customers|subscribers|members|folks who|that|which?',
  'now? only|just? the|those|these people|customers|subscribers|members|folks|ones who|that|which?',
  'who|that|which',
)
const it = phrase('it|them|that|one|so')

/**
 * `flip it: those who did not open`, `now the ones who didn’t`: of what was done the opposite, at the same time and
 * of the same kind. Whoever did and did not do it would be nobody.
 */
export function flipping({ reading, current, from, to, part }: FollowUp): Refined {
  const flipped = flip(reading, from)
  const start = flipped < 0 ? from : skip(reading, flipped, separator)
  const named = skip(reading, start, those)
  if (flipped < 0 && named === start) return undefined
  const end = it(reading, to - 1) === to ? to - 1 : to
  const next = part(named, end) ?? part(start, end) ?? part(start, to)
  const edits = next === undefined ? [] : opposites(current, next)
  if (edits.length > 0) return firmly(refinedBy(changeOf(edits, WHICH), start, to))
  return flipped >= 0 && start < to ? { kind: 'unclear' } : undefined
}

const WHICH = 'Which part should be the opposite?'

/** What is at hand turned into its opposite, where the message says the opposite of it and no more. */
const opposites = (current: Criteria, next: Criteria): readonly Edit[] =>
  conditionsOf(current).flatMap((held) => {
    const other = oppositeOf(held, next)
    return (other && replacing(current, held, other, 'the opposite')) ?? []
  })

function oppositeOf(held: Condition, next: Criteria): Criteria | undefined {
  const deed = plainDeed(held)
  const said = plainDeed(next)
  if (deed === undefined || said === undefined)
    return !isCondition(next) && 'none' in next && next.none.length === 1 && same(held, next.none[0])
      ? negated(held)
      : undefined
  if (deed.type !== said.type || isDenied(deed) || !isDenied(said)) return undefined
  if (said.within !== undefined || said.where !== undefined) return undefined
  if (said.type === 'events' && deed.type === 'events' && !same(said.event, deed.event)) return undefined
  if (said.type === 'purchases' && deed.type === 'purchases' && !same(said.of, deed.of)) return undefined
  return denied(deed)
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
