import type { BreakdownBy } from '../../insights/schema.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, wordAt } from '../grammar/reading.ts'
import { askBack, type Commanded, done, type ReadCriteria } from './commanded.ts'
import { EVERYBODY } from './everybody.ts'
import { dimensions } from './figure-dimensions.ts'
import { FRAMES } from './figure-frames.ts'
import { type Subject, subjectOrAll } from './subject.ts'
import { isOver, sentenceEnd } from './whole.ts'

// “orders from Germany” and “spend in Spain” are people, so these two need a word before them.
const MEASURE = 'aov|revenue|ltv|clv|turnover'
const measure = phrase(
  MEASURE,
  `average|avg|mean|total|typical|overall order|basket|lifetime|customer? value|size|spend|spending|orders|sales|${MEASURE}`,
  `lifetime value|spend|revenue`,
  'average order value|size',
  'average number of orders',
  'number of orders',
  'order count|frequency|value',
  'total amount? spent',
  'figures|numbers|stats|statistics|metrics|kpis|performance|insights',
  'key figures|numbers|metrics',
  'average spend per customer|person|head',
  'spend|revenue|orders per customer|person|head',
)

const withUs = phrase(
  'with|at|on|from us',
  'in|at|on our? store|shop|site|website',
  'so far|overall|altogether',
)

const leadIn = phrase(
  "what|who is|are|was|'s the|our|their|my?",
  "what|which is|are|was|'s the",
  'show|give|tell|get|find|calculate|compute me? the?',
  'how high|big|large is|are the?',
  'the|their|our',
)
const of = phrase('of|for|from|in|among|by|across|on|about', 'of|for|from|in all|the', 'among|within')

const breakLead = phrase(
  'break|split|chart|plot|graph|group|segment|visualize|visualise|show|list|give|see me?',
  'break|split down|up',
  'breakdown|distribution|split|share of?',
  'a|the breakdown|distribution|split of?',
  'how are|do',
)
const breakBy = phrase(
  'by',
  'down? by|per',
  'broken|split|grouped down? by',
  'distributed|spread|split across|over|by',
  'per',
)
const top = phrase(
  'top|best|biggest|main|leading|popular',
  'most popular|bought|common',
  'best selling',
  'what are the? top|best|biggest|main',
  'what are the? most popular|bought|common',
  'which are the? top|most popular',
)

const stop = phrase('?', ',', '.', '-')

/** Figures about people: `where do they live?`, `AOV of Champions`, `break VIP down by country`. */
export function figuresSoFar(
  reading: Reading,
  start: number,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  return (
    figuresAgain(reading, start, criteriaOf) ??
    framed(reading, start, criteriaOf) ??
    ofMeasure(reading, start, criteriaOf) ??
    sizeAndMeasure(reading, start, criteriaOf) ??
    topOf(reading, start, criteriaOf) ??
    mostOf(reading, start, criteriaOf) ??
    splitOf(reading, start, criteriaOf) ??
    brokenDown(reading, start, criteriaOf)
  )
}

const again = phrase(
  'the? same|ditto|likewise thing|question|figures|numbers|breakdown|split|again? for|of|with|by',
  'and|now? for|of',
  'and|now? what|how about',
  'repeat|do that|this|it for|with',
  'that|it again? for',
)

/** "same thing for Summer Buyers", when figures were asked for last. */
function figuresAgain(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  const { figures: by } = reading.situation
  // "and" may have been skipped as a courtesy.
  const opened = Math.max(again(reading, start), again(reading, 0))
  if (by === undefined || opened < 0) return undefined
  const subject = subjectOrAll(reading, opened, sentenceEnd(reading), criteriaOf)
  return subject?.kind === 'segment' ? asked(subject, by) : undefined
}

function framed(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  for (const { open, close, by } of FRAMES) {
    const from = open(reading, start)
    if (from < 0) continue
    for (let at = sentenceEnd(reading) - 1; at > from; at--) {
      const closed = close === undefined ? at : close(reading, at)
      if (closed < 0) continue
      const after = skip(reading, closed, withUs)
      const split = splitBy(reading, after)
      const behind = skip(reading, after, stop)
      if (behind !== split?.at && !isOver(reading, skip(reading, closed, withUs))) continue
      const subject = subjectOrAll(reading, from, at, criteriaOf)
      if (subject !== undefined) return asked(subject, split?.by ?? by)
    }
  }
  return undefined
}

function ofMeasure(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  const named = measure(reading, skip(reading, skip(reading, start, leadIn), leadIn))
  if (named < 0) return undefined
  const alone = splitBy(reading, named)
  if (alone?.at === named) return ofOurs(reading, alone.by)
  const whom = of(reading, named)
  if (whom < 0) {
    // "what's their AOV?"
    const theirs = reading.tokens.slice(start, named).some(({ word }) => word === 'their')
    return theirs && isOver(reading, named) ? atHand(reading, []) : undefined
  }
  const split = splitBy(reading, whom)
  const to = split?.at ?? sentenceEnd(reading)
  const subject = subjectOrAll(reading, whom, to, criteriaOf)
  return subject && asked(subject, split?.by ?? [])
}

const sizeOf = phrase(
  'how many people|customers|members|buyers? are|is|do? there? in|on|within|of',
  'how big|large is|are',
  'what|how is|are the? size|count|number of|in',
)
const andTheirs = phrase(
  ",? and what|which|how? high|big|much? is|are|'s|was? the|their|its|they? average|total?",
)

/** "how many are in VIP and what's their AOV?": the figures say both. */
function sizeAndMeasure(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  const from = sizeOf(reading, start)
  if (from < 0) return undefined
  for (let at = from + 1; at < reading.tokens.length; at++) {
    const opened = andTheirs(reading, at)
    const named = Math.max(measure(reading, opened), measure(reading, opened - 1))
    if (opened < 0 || named < 0 || !isOver(reading, named)) continue
    const subject = subjectOrAll(reading, from, at, criteriaOf)
    if (subject !== undefined) return asked(subject, [])
  }
  return undefined
}

/** How they are ranked anyway. */
const byCustomers = phrase(
  'by|with|in|for the? most|number|count|amount? of? our|my|the? customers|people|members',
)

const whose = phrase('my|our|the|their')
const sold = phrase('bought|sold|ordered')

function topOf(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  const opened = top(reading, skip(reading, skip(reading, start, leadIn), whose))
  if (opened < 0) return undefined
  const counted = reading.tokens[opened]?.kind === 'number' ? opened + 1 : opened
  const named = dimensions(reading, counted)
  if (named === undefined) return undefined
  const found = { ...named, end: skip(reading, named.end, byCustomers) }
  if (isOver(reading, found.end)) {
    const ours = reading.tokens.slice(start, counted).some(({ word }) => word === 'our' || word === 'my')
    return ours ? ofOurs(reading, found.value) : atHand(reading, found.value)
  }
  const whom = of(reading, skip(reading, found.end, sold))
  const subject = whom < 0 ? undefined : subjectOrAll(reading, whom, sentenceEnd(reading), criteriaOf)
  return subject && asked(subject, found.value)
}

const which = phrase('which|what', 'from|in which|what')
const hasMost = phrase(
  'has|have|had|holds|contains|counts the? most|highest|largest|biggest|greatest number|share|amount? of? our|the?',
  'is home to the? most',
)

/** "which country has the most VIPs?" */
function mostOf(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  const named = dimensions(reading, which(reading, start))
  const opened = named === undefined ? -1 : hasMost(reading, named.end)
  const subject = opened < 0 ? undefined : subjectOrAll(reading, opened, sentenceEnd(reading), criteriaOf)
  return named && subject && asked(subject, named.value)
}

const split = phrase('split|breakdown|distribution|mix|breakup|ratio|spread')

/** "gender split in Recent Purchasers" */
function splitOf(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  const named = dimensions(reading, skip(reading, skip(reading, start, leadIn), leadIn))
  const opened = named === undefined ? -1 : split(reading, named.end)
  if (named === undefined || opened < 0) return undefined
  if (isOver(reading, opened)) return ofOurs(reading, named.value)
  const whom = of(reading, opened)
  const subject = whom < 0 ? undefined : subjectOrAll(reading, whom, sentenceEnd(reading), criteriaOf)
  return subject && asked(subject, named.value)
}

function brokenDown(reading: Reading, start: number, criteriaOf: ReadCriteria): Commanded | undefined {
  const opened = breakLead(reading, start)
  const from = opened < 0 ? start : opened
  const split = splitBy(reading, from)
  if (split === undefined) return undefined
  if (split.at <= from) return opened < 0 ? undefined : atHand(reading, split.by)
  const subject = subjectOrAll(reading, from, split.at, criteriaOf)
  return subject && asked(subject, split.by)
}

/** The last "by country" of the message, if it ends with it. */
function splitBy(reading: Reading, from: number): { at: number; by: readonly BreakdownBy[] } | undefined {
  for (let at = reading.tokens.length - 1; at >= from; at--) {
    const said = breakBy(reading, at)
    const found = said < 0 ? undefined : dimensions(reading, said)
    if (found === undefined || !isOver(reading, found.end)) continue
    const begin = /^(?:down|broken|split|grouped|distributed|spread)$/.test(wordAt(reading, at - 1))
      ? at - 1
      : at
    return { at: Math.max(begin, from), by: found.value }
  }
  return undefined
}

const atHand = (reading: Reading, by: readonly BreakdownBy[]): Commanded =>
  reading.situation.criteria === undefined
    ? askBack(reading, 'Of whom? Name a segment, or describe the people.')
    : asked({ kind: 'at hand' }, by)

function asked(subject: Subject, by: readonly BreakdownBy[]): Commanded {
  const base = { do: 'figures', by } as const
  switch (subject.kind) {
    case 'segment':
      return done({ ...base, segment: subject.id })
    case 'criteria':
      return done({ ...base, criteria: subject.criteria })
    case 'at hand':
      return done(base)
  }
}

/** "what are our top countries?": of whoever is at hand, else of everybody. */
const ofOurs = (reading: Reading, by: readonly BreakdownBy[]): Commanded =>
  reading.situation.criteria === undefined
    ? asked({ kind: 'criteria', criteria: EVERYBODY }, by)
    : atHand(reading, by)

/** "revenue" and a time: a measure alone. */
export function ofAnybody(reading: Reading, start: number): Commanded | undefined {
  const named = measure(reading, skip(reading, skip(reading, start, leadIn), leadIn))
  return named >= 0 && isOver(reading, named) ? ofOurs(reading, []) : undefined
}
