import { lengthOf } from '../../conditions/facets/windows.ts'
import type { Comparison } from '../../conditions/shared/comparison.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Change, changeOf, conditionsOf, replacing } from './edit.ts'
import { type NumberAt, numbersOf } from './edit-numbers.ts'
import { setTime, timesOf } from './edit-times.ts'
import { numberWords, referred, timeWords } from './refer.ts'
import { firmly, type FollowUp, type Refined, refinedBy } from './refined.ts'
import { saidLimit } from './said-limit.ts'

const FACTORS = [
  [2, phrase('double', 'twice')],
  [3, phrase('triple')],
  [4, phrase('quadruple')],
  [0.5, phrase('halve', 'half', 'cut in half')],
] as const

/** `double the amount`, `halve the period`: of the one number or time that is meant. */
export function scaling({ reading, current, from, to }: FollowUp): Refined {
  const found = FACTORS.find(([, words]) => words(reading, from) >= 0)
  if (found === undefined) return undefined
  const [factor, words] = found
  const at = words(reading, from)
  const named = referred(reading, at, to, { current })
  if (at >= to || named === undefined) return undefined
  const about = (one: typeof numberWords) => [...Array(to - at).keys()].some((i) => one(reading, at + i) >= 0)
  const [ofNumber, ofTime] = [about(numberWords), about(timeWords)]
  const numbers = ofTime ? [] : numbersOf(named.conditions).map((one) => scaledNumber(current, one, factor))
  const times = ofNumber ? [] : timesOf(named.conditions).map((time) => scaledTime(time))
  const edits = [...numbers, ...times].flatMap((one) => one ?? [])
  return firmly(refinedBy(changeOf(edits, 'Which of them should change?'), at, to)) ?? { kind: 'unclear' }

  function scaledTime(time: ReturnType<typeof timesOf>[number]) {
    const length = lengthOf(time.facet.value)
    const n = length === undefined ? 0 : length.n * factor
    if (length === undefined || n < 1 || !Number.isInteger(n)) return undefined
    const change: Change | undefined = setTime(
      current,
      [time.condition],
      { length: { n, unit: length.unit } },
      [time],
    )
    return change?.kind === 'edit' ? change.edit : undefined
  }
}

function scaledNumber(current: FollowUp['current'], number: NumberAt, factor: number) {
  const { test, value } = number
  const scaled: Comparison['value'] = Array.isArray(value)
    ? [value[0] * factor, value[1] * factor]
    : value * factor
  const next = number.with({ op: test?.op ?? '=', value: scaled })
  return next && replacing(current, number.condition, next, 'this number instead')
}

const move = phrase(
  'lift|raise|bump|increase|extend|open|widen|stretch|push|move|set|change|make|bring|lower|drop|reduce|cut|put the|that|its|this? upper|lower|top|bottom? end|bound|cap|ceiling|maximum|max|top|limit|floor|minimum|min|bottom to|up|down|at|out? to?',
)
/** "cut it off at 300" */
const cutOff = phrase(
  'cut|cap|stop|limit|max it|that|this|them? off|out? at',
  'cut|cap|stop|limit|max the size|headcount|amount|number|count|range|spend off|out? at',
)
/** "go up to 1000", "start at 100", of a range */
const reaches = phrase(
  'go|run|stretch|extend|reach|range|make|let it|that|this|them|the? range|size|band|go|run? all? the? way? up to',
  'all the way up? to',
)
const starts = phrase(
  'start|begin|go|run|range|make it|that|this|them|the? range|size|band|start|begin? at|from',
)
const toWord = phrase('to|at')
const upper = /^(?:cap|ceiling|maximum|max|top|upper)$/
const lower = /^(?:floor|minimum|min|bottom|lower)$/

/** `lift the cap to 500`, `lower the minimum to 20`: one end of a range, or the limit on that side. */
export function bounding({ reading, current, from, to }: FollowUp): Refined {
  const cut = cutOff(reading, from)
  const range = cut >= 0 ? undefined : rangeEnd(reading, current, from)
  const opened = cut >= 0 ? cut : (range?.end ?? move(reading, from))
  if (opened < 0) return undefined
  const words = reading.tokens.slice(from, opened).map(({ word }) => word)
  const isUpper =
    cut >= 0 || range?.upper === true || words.some((word) => upper.test(word) && !words.includes('lower'))
  if (range === undefined && !isUpper && !words.slice(1).some((word) => lower.test(word))) return undefined
  const said = saidLimit(reading, skip(reading, opened, toWord), to)
  if (said?.kind !== 'bare' && said?.kind !== 'number') return undefined
  const value = said.test.tests[0]?.value
  if (typeof value !== 'number') return undefined
  const edits = numbersOf(conditionsOf(current)).flatMap((number) => {
    const next = bounded(number, value, isUpper)
    const put = next && number.with(next)
    return (put && replacing(current, number.condition, put, 'this limit instead')) ?? []
  })
  return firmly(refinedBy(changeOf(edits, 'Which limit should change?'), opened, to)) ?? { kind: 'unclear' }
}

/** Which end of the only range at hand is said to move. */
function rangeEnd(
  reading: FollowUp['reading'],
  current: FollowUp['current'],
  from: number,
): { readonly end: number; readonly upper: boolean } | undefined {
  const ranges = numbersOf(conditionsOf(current)).filter(({ test }) => Array.isArray(test?.value))
  if (ranges.length !== 1) return undefined
  const up = reaches(reading, from)
  const low = starts(reading, from)
  return up < 0 && low < 0 ? undefined : { end: Math.max(up, low), upper: up >= low }
}

function bounded({ test }: NumberAt, value: number, isUpper: boolean): Comparison | undefined {
  if (test === undefined) return undefined
  if (Array.isArray(test.value)) {
    const [low, high] = test.value
    const range: [number, number] = isUpper ? [low, value] : [value, high]
    return range[0] <= range[1] ? { op: 'between', value: range } : undefined
  }
  return test.op.startsWith(isUpper ? '<' : '>') && test.op !== 'between' ? { op: test.op, value } : undefined
}
