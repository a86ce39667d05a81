import { isCondition } from '../../criteria/node.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { ratherThan } from './not-only.ts'
import { addValues, replaceValues } from './edit-values.ts'
import { referred } from './refer.ts'
import { firmly, type FollowUp, type Refined, refinedBy, suffixToo, trimmed } from './refined.ts'
import { onlyThose } from './swapping.ts'

const just = phrase('only|just|merely')
const notJust = phrase('not only|just|merely')
const butAlso = phrase(',|;|-|. but? also?', 'but also?', 'but')
const wholly = phrase('all|any of? the?', 'everything|anything in|from', 'the whole|entire')

/** "not just parkas, all outerwear", "not only Tea, Coffee as well": more than the product at hand, in its place or beside it. */
export function moreThanThose({ reading, current, from, to: end, part }: FollowUp): Refined {
  for (let i = from + 1; i < end; i++) {
    const first = notJust(reading, from) >= 0
    const opened = first ? butAlso(reading, i) : ratherThan(reading, i)
    if (opened < 0 || opened >= end || (!first && !onlyThose({ reading }, opened, end))) continue
    const old = first ? ([notJust(reading, from), i] as const) : ([skip(reading, opened, just), end] as const)
    const [at, last] = first ? [opened, end] : [from, i]
    const to = trimmed(reading, last, suffixToo)
    const told = referred(reading, ...old, { current })
    const [held, ...others] =
      told?.named === true ? told.conditions.filter(({ type }) => type === 'purchases') : []
    if (held === undefined || others.length > 0) continue
    const whole = skip(reading, at, wholly)
    const next = part(whole, to)
    if (next === undefined || !isCondition(next) || next.type !== held.type) continue
    // All of something wider takes its place; with another one either is enough.
    const change =
      whole > at && to === last ? replaceValues(current, held, next) : addValues(current, next, 'or')
    return firmly(refinedBy(change, at, end))
  }
  return undefined
}
