import { criteriaKey } from '../../criteria/same.ts'
import { timesIn, windowOf, withTime } from '../../conditions/facets/windows.ts'
import type { Condition } from '../../conditions/index.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Window } from '../../time/window.ts'
import { isDenied, plainDeed } from '../grammar/denied.ts'
import { anyOf } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { changeOf, conditionsOf, conjuncts, type Edit, narrowing, replacing } from './edit.ts'
import { firmly, type FollowUp, type Refined, refinedBy, suffixToo, trimmed } from './refined.ts'
import { relativeTime } from './relative-time.ts'
import { saidLimit, saidWindow } from './said-limit.ts'

const also = phrase('and|also|plus|add|include|or|+ also|add|include?')
const small = phrase('in|the|for|during', 'those|people|customers|ones in|from?')

/**
 * `September as well`, of an order in October: in one of the two, or, of what was not done, in neither. What was
 * counted or summed up can be meant in each of the two or in both together: that is asked.
 */
export function timeToo({ reading, current, from, to: end }: FollowUp): Refined {
  const to = trimmed(reading, end, suffixToo)
  const opened = also(reading, from)
  if (opened < 0 && to === end) return undefined
  const at = opened < 0 ? from : opened
  const said = saidLimit(reading, at, to) ?? saidLimit(reading, skip(reading, at, small), to)
  const named = said?.kind === 'time' ? saidWindow(said.time) : undefined
  const edits = conditionsOf(current).flatMap((held) => {
    const [time, ...others] = timesIn(held)
    const before = time && windowOf(time.value)
    if (time === undefined || before === undefined || others.length > 0 || !isNamed(before)) return []
    const window = named ?? relativeTime(reading, skip(reading, at, small), to, before)
    const next = window && isNamed(window) ? withTime(held, window, time.path) : undefined
    return next === undefined ? [] : [bothTimes(current, held, next)]
  })
  // In October or September, and in August too: it is the same beside each of the two.
  const unlike = new Map(edits.flat().map((edit) => [criteriaKey(edit.criteria), edit]))
  return firmly(refinedBy(changeOf([...unlike.values()], WHICH), at, end))
}

const WHICH = 'In one of the two times, or in each of them?'

/** A month, a year, days by their dates: of the last 30 days nobody says that other days count too. */
const isNamed = ({ kind }: Window): boolean => kind === 'dates' || kind === 'calendar'

function bothTimes(current: Criteria, held: Condition, next: Condition): readonly Edit[] {
  const deed = plainDeed(held)
  const each = (says: string): Edit =>
    conjuncts(current).includes(held)
      ? narrowing(current, next, says)
      : { criteria: { all: [current, next] }, says, put: [next], taken: [] }
  if (deed !== undefined && isDenied(deed)) return [each('in neither of the two')]
  const either = replacing(current, held, anyOf([held, next]), 'in one of the two') ?? []
  return deed !== undefined || !isCounted(held)
    ? [either].flat()
    : [either, each('in each of the two')].flat()
}

const isCounted = (held: Condition): boolean => isCondition(held) && 'op' in held
