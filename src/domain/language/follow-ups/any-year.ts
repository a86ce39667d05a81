import { timesIn, windowOf, withoutTime } from '../../conditions/facets/windows.ts'
import { isCondition } from '../../criteria/node.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { said } from '../grammar/reading.ts'
import { changeOf, conditionsOf, replacing } from './edit.ts'
import { firmly, type FollowUp, type Refined, refinedBy, suffixInstead, trimmed } from './refined.ts'

const ofAnyYear = phrase('of|in|from any|every|each|whichever|whatever year', 'every|each|any year')
const opening = phrase('make|change|set|say it|that|this? to|be?', 'in|for|during', 'any|every|each')

/** `December of any year`, of what was done in one December: in that month, whenever it was. */
export function ofAnyYearInstead({ reading, current, from, to: end, read }: FollowUp): Refined {
  const whole = trimmed(reading, end, suffixInstead)
  const to = trimmed(reading, whole, ofAnyYear)
  if (to === whole) return undefined
  let at = from
  for (let i = 0; i < 2; i++) at = skip(reading, at, opening)
  const words = said(reading, at, to)
  if (words === '') return undefined
  const edits = conditionsOf(current).flatMap((held) => {
    const [time, ...others] = timesIn(held)
    if (time === undefined || others.length > 0 || !isDated(windowOf(time.value)?.kind)) return []
    const bare = withoutTime(held, time.path)
    const put = bare && read(`${reading.situation.describe(bare)} in ${words} of any year`)
    return put !== undefined && isCondition(put) && put.type === held.type && timesIn(put).length === 0
      ? (replacing(current, held, put, 'in every year') ?? [])
      : []
  })
  return firmly(refinedBy(changeOf(edits, 'Of which part should this be the time?'), at, end))
}

const isDated = (kind: string | undefined): boolean => kind === 'dates' || kind === 'calendar'
