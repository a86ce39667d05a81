import { mapConditions } from '../../criteria/walk.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { IndicatorKind } from '../../indicators/kind.ts'
import { question } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, said } from '../grammar/reading.ts'
import { span } from '../grammar/span.ts'
import { measureAt } from '../measures/measure-words.ts'
import { type Commanded, done, doubtOf, type ReadCriteria } from './commanded.ts'
import { isOver } from './whole.ts'

const listAll = phrase(
  'list|show|see|view|get|give|display me? all? my|our|the? saved? indicators|statuses|metrics',
  'what|which indicators|statuses do we|i|you have',
  'what|which indicators|statuses are there|defined?',
  'which|what indicators exist',
  'my|our? indicators',
)
const define = phrase('define|redefine', 'let us define', 'i|we define')
const makeNew = phrase(
  'create|make|add|build|define|save|set a|an|the|new? new? indicator|status|metric|measure|kpi|fact',
  'create|make|add|build|define|set up? a|an|new? customer? indicator|status|metric',
  'new indicator|status|metric',
  'indicator',
)
const called = phrase('called|named|for|of', ':')
const means = phrase('as', ':', '=', 'to be', 'means|mean', 'is|are', 'as : |being|meaning')
const people = phrase(
  'customers|people|anyone|someone|everyone|those? who|that|with',
  'customers|people',
  'who|whoever',
)
const kindWord = phrase('the? indicator|status|metric', 'my|our|the', 'indicator|status called|named')

/** Indicators by name: define, show, change, delete and list them. */
export function indicating(
  reading: Reading,
  start: number,
  name: string | undefined,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  const all = listAll(reading, start)
  if (all >= 0 && isOver(reading, all)) return done({ do: 'list_indicators' })
  return (
    defining(reading, start, name, criteriaOf) ??
    changing(reading, start, criteriaOf) ??
    deleting(reading, start) ??
    showing(reading, start)
  )
}

/** More words than that before "as" are no name. */
const LONGEST_NAME = 7

function defining(
  reading: Reading,
  start: number,
  given: string | undefined,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  const made = makeNew(reading, start)
  const opened = made >= 0 ? made : define(reading, start)
  if (opened < 0) return undefined
  const from = skip(reading, opened, called)
  const { length } = reading.tokens
  const joint = given === undefined ? jointIn(reading, from) : { at: from, end: skip(reading, from, means) }
  if (joint === undefined) {
    if (made < 0) return undefined
    const says = 'What is it? Say it as “create an indicator Active customer: ordered in the last 90 days”.'
    return doubtOf(question(start, length, says))
  }
  const name = given ?? unquoted(said(reading, from, joint.at))
  if (name === '' || /\b(?:segments?|audiences?|lists?|cohorts?|customers who)\b/i.test(name))
    return undefined
  const body = skip(reading, joint.end, people)
  const measure = measureAt(reading, joint.end)
  if (measure !== undefined)
    return done({ do: 'create_indicator', name, measure: said(reading, joint.end, length) })
  const criteria = criteriaOf(joint.end, length) ?? criteriaOf(body, length)
  if (criteria !== undefined) return done({ do: 'create_indicator', name, criteria })
  return doubtOf(
    question(
      joint.end,
      length,
      `What makes “${name}”? Say who they are (“ordered in the last 90 days”) or what is measured (“share of spend on Tea”).`,
    ),
  )
}

/** Where the name ends and what it means begins. */
function jointIn(reading: Reading, from: number): { at: number; end: number } | undefined {
  for (let at = from + 1; at <= Math.min(from + LONGEST_NAME, reading.tokens.length - 2); at++) {
    const end = means(reading, at)
    if (end >= 0) return { at, end }
  }
  return undefined
}

const unquoted = (text: string): string =>
  text
    .trim()
    .replace(/^["'“](.*)["'”]$/u, '$1')
    .trim()

interface Named {
  readonly id: string
  readonly name: string
  readonly is: IndicatorKind
  readonly end: number
  /** It was called an indicator. */
  readonly explicit: boolean
}

function namedAt(reading: Reading, at: number): Named | undefined {
  const from = skip(reading, at, kindWord)
  for (const begin of new Set([from, at])) {
    const link = reading.links.at(begin).find((one) => one.field === 'indicator')
    const [id] = link?.values ?? []
    const is = id === undefined ? undefined : reading.situation.indicator?.(id)
    if (link === undefined || id === undefined || is === undefined) continue
    const behind = phraseKind(reading, link.end)
    const explicit = behind >= 0 || /\b(?:indicator|status|metric)\b/i.test(said(reading, at, begin))
    return { id, name: link.label, is, end: behind >= 0 ? behind : link.end, explicit }
  }
  return undefined
}
const phraseKind = phrase('indicator|status|metric')

const change = phrase('make|set|change|update|redefine|switch|turn', 'let')
const to = phrase('to|as|into|mean|:|=', 'to be|mean', 'be|now')
const frozen = phrase('frozen|stored|cached|static', 'be frozen|stored')
const dynamic = phrase('dynamic|live|computed', 'be dynamic|live')
const freeze = phrase('freeze|store|cache')

function changing(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  const { length } = reading.tokens
  const froze = freeze(reading, start)
  const kept = froze < 0 ? undefined : namedAt(reading, froze)
  if (kept !== undefined && isOver(reading, kept.end)) {
    return done({ do: 'update_indicator', indicator: kept.id, policy: 'frozen' })
  }
  const opened = change(reading, start)
  const named = opened < 0 ? undefined : namedAt(reading, opened)
  if (named === undefined) return undefined
  const from = skip(reading, named.end, to)
  const { id: indicator, is } = named
  for (const [words, policy] of [
    [frozen, 'frozen'],
    [dynamic, 'dynamic'],
  ] as const) {
    const end = words(reading, from)
    if (end >= 0 && isOver(reading, end)) return done({ do: 'update_indicator', indicator, policy })
  }
  if (measureAt(reading, from) !== undefined && is.kind === 'number') {
    return done({ do: 'update_indicator', indicator, measure: said(reading, from, length) })
  }
  const time = span(reading, from)
  if (time !== undefined && isOver(reading, time.end) && is.kind === 'status') {
    const { n, unit } = time.value
    const criteria = withSpan(is.criteria, n, unit)
    if (criteria !== undefined) return done({ do: 'update_indicator', indicator, criteria })
  }
  const criteria = is.kind === 'status' ? criteriaOf(skip(reading, from, people), length) : undefined
  if (criteria !== undefined) return done({ do: 'update_indicator', indicator, criteria })
  const says = `What should ${named.name} be? Say it in full, such as “make ${named.name} ordered in the last 60 days”.`
  return doubtOf(question(from, length, says))
}

type Span = NonNullable<ReturnType<typeof span>>['value']

/** The criteria with another length of their one rolling window; undefined where there is none, or several. */
function withSpan(criteria: Criteria, n: number, unit: Span['unit']): Criteria | undefined {
  let found = 0
  const changed = mapConditions(criteria, (condition) => {
    if ('within' in condition && condition.within?.kind === 'last') {
      found++
      return { ...condition, within: { ...condition.within, n, unit } }
    }
    if ('during' in condition && (condition.during?.kind === 'last' || condition.during?.kind === 'older')) {
      found++
      return { ...condition, during: { ...condition.during, n, unit } }
    }
    return condition
  })
  return found === 1 ? changed : undefined
}

const removal = phrase('delete|remove|drop|trash', 'get rid of')

function deleting(reading: Reading, start: number): Commanded | undefined {
  const opened = removal(reading, start)
  const named = opened < 0 ? undefined : namedAt(reading, opened)
  if (named === undefined || !isOver(reading, named.end)) return undefined
  return done({ do: 'delete_indicator', indicator: named.id })
}

const show = phrase(
  'what is|are|does|counts',
  'what makes an?',
  'show|explain|describe|open me?',
  'how is|are',
  'how do we define',
  'define',
)
const meansWord = phrase('mean|defined|computed|calculated|measured', 'mean exactly')

function showing(reading: Reading, start: number): Commanded | undefined {
  const opened = show(reading, start)
  const named = opened < 0 ? undefined : namedAt(reading, skip(reading, opened, phraseAn))
  if (named === undefined) return undefined
  const end = skip(reading, named.end, meansWord)
  if (!isOver(reading, end)) return undefined
  const common = named.is.kind === 'number' && named.is.common
  return common && !named.explicit ? undefined : done({ do: 'show_indicator', indicator: named.id })
}
const phraseAn = phrase('a|an')
