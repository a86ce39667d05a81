import type { BreakdownBy } from '../../insights/schema.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, said, wordAt } from '../grammar/reading.ts'
import { askBack, type Commanded, type ReadCriteria } from './commanded.ts'
import { dimensions } from './figure-dimensions.ts'
import { segmentAt } from './segment-reference.ts'
import { drafted, type Whole } from './split-drafts.ts'
import { isSplitBy, MOST_PARTS, partsBy, partsIn, type SaidPart } from './split-parts.ts'
import { afterCourtesy, isOver, sentenceEnd } from './whole.ts'

const THINGS =
  'segments|segment|lists|list|groups|group|parts|audiences|audience|buckets|halves|pieces|ones|one|personas|persona|icps|icp|copies|profiles'
const NUMBER = 'two|2|three|3|four|4|five|5|several'

const split = phrase(
  'split|divide|separate|partition|slice|carve|segment|cut|break up|apart|out?',
  'split|divide|break|cut up|apart|out? the|our|all? members|customers|people of|in|on|from?',
)
const upBehind = phrase('up|apart|out', ', please?')
const into = phrase(
  `:|,|-|–|? into|in|to a|an|the|my|our|${NUMBER}? new|separate|different|smaller|own|single|distinct? ${THINGS} ,|:|-|–|(?`,
  `into|in|to ${NUMBER} ,|:|-|–?`,
  'into|to',
  ':|,|-|–|(',
)
const per = phrase(
  `:|,|-|–? a|an|one|1|separate|its own? ${THINGS} for|per|by|in|of each|every|all|a|an|the?`,
  'one|1|a for|per|by|in each|every|the?',
  'by|per|along each|every|the?',
  'based on the?',
  'according to the?',
  'for each|every|all of? the?',
  'each|every',
)
/** "a copy of it for each country", "VIP, one segment per city" */
const forEach = phrase(
  `,|:|-|–? for|per each|every|all of? these|those|the|my|our?`,
  `,|:|-|–? one|1|a|an? ${THINGS} for|per|by each|every|a|an|of? these|those|the?`,
)
const copied = phrase(
  'i|we? need|want|make|create|build|give|prepare|draft me|us?',
  'clone|copy|duplicate|replicate',
  'make|create|save|need|want|give me|us? a|an|one|two|three|several? copy|clone|duplicate|copies|clones|duplicates of',
  'a|an|one|two|three|several? copy|clone|duplicate|copies|clones|duplicates of',
  'i|we want|need a|an|one|two|three|several? copy|clone|copies|clones of',
  'make|create|build|draft|save|need|want|give me|us? a|an|one|the|separate? segment|list|audience|segments|lists|audiences of|from|out',
)
const twice = phrase(
  ',|:|-? twice|thrice|once',
  `,|-? ${NUMBER} times|copies`,
  `,|-? into|in|as ${NUMBER} copies|clones|duplicates|versions|segments`,
)
const sign = phrase(',|:|;|-|–|(')
const several = phrase(
  `i|we? need|want|make|create|build|give|draft|set|save me|us? up? ${NUMBER} new|separate|different? segments|lists|audiences|groups please|pls? :|,|-|–|.|;`,
  `${NUMBER} new|separate|different? segments|lists|audiences|groups please|pls? :|,|-|–|.|;`,
)
const RANDOM =
  /^(?:random|randomly|randomised|randomized|half|halves|50|equal|equally|equals?|evenly|thirds?|quarters|ab)$/

/**
 * `split VIP by country`, `divide it: spent over 1000 / the rest`, `a copy of VIP for each of Paris and Lyon`: each part
 * is a segment of its own, and drafted as one.
 */
export function splitting(
  reading: Reading,
  start: number,
  name: string | undefined,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  const opened = split(reading, start)
  const whole = opened < 0 ? undefined : wholeAt(reading, opened)
  // "break VIP down by country" asks for figures.
  if (whole !== undefined && wordAt(reading, whole.end) !== 'down')
    return inParts(reading, whole, name, criteriaOf)
  return (
    copies(reading, start, name, criteriaOf) ??
    onePer(reading, start, name) ??
    fresh(reading, start, name, criteriaOf)
  )
}

const pronoun = phrase(
  'it|that|this|them|these|those up?',
  'the|this|that|these|those|my|our people|customers|segment|audience|list|group|result|selection|companies',
)

function wholeAt(reading: Reading, at: number): Whole | undefined {
  const { criteria, lastSegment } = reading.situation
  const spoken = pronoun(reading, at)
  if (spoken >= 0 && criteria !== undefined)
    return { criteria, ...(lastSegment === undefined ? {} : { name: lastSegment.name }), end: spoken }
  const segment = segmentAt(reading, at)
  if (segment === undefined) return undefined
  const { id, name } = segment.value
  return { criteria: { type: 'segment', segment: id }, name, end: segment.end }
}

function inParts(
  reading: Reading,
  whole: Whole,
  name: string | undefined,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  const { tokens } = reading
  const end = sentenceEnd(reading)
  const behind = skip(reading, whole.end, upBehind)
  if (tokens.slice(behind).some(({ word }) => RANDOM.test(word)))
    return { kind: 'refused', missing: 'random groups', reason: NO_RANDOM }
  const opened = skip(reading, skip(reading, behind, into), sign)
  const by = byAt(reading, [behind, opened])
  if (by !== undefined) return byEach(reading, whole, by, name)
  const parts = partsIn(reading, opened, end, criteriaOf)
  if (parts !== undefined) return drafted(reading, whole, parts, name)
  // “Cut it to 30 days” is about a number.
  if (into(reading, behind) < 0 || wordAt(reading, behind) === 'to') return undefined
  const called = whole.name ?? 'it'
  return askBack(
    reading,
    `Into which parts? I could not read “${said(reading, opened, end) || said(reading, whole.end, end)}”. Say what tells them apart, such as “split ${called} by country” or “split ${called} into women and men”.`,
    whole.name === undefined ? [] : [`split ${called} by country`, `split ${called} by gender`],
  )
}

const NO_RANDOM =
  'A segment can’t be split at random or into parts of equal size: a segment is told by its criteria. An audience can hold out a random share of its people: “make an e-mail audience from VIP, hold out 50 %”.'

/** "by country", "into one segment per country": what it is split by, to the end of the message. */
function byAt(reading: Reading, starts: readonly number[]): BreakdownBy | undefined {
  for (const start of starts) {
    const at = skip(reading, start, per)
    const found = dimensions(reading, at)
    const [by, ...others] = found?.value ?? []
    if (found !== undefined && others.length === 0 && isOver(reading, found.end)) return by
  }
  return undefined
}

function byEach(reading: Reading, whole: Whole, by: BreakdownBy, name: string | undefined): Commanded {
  const { situation } = reading
  const parts = partsBy(reading, by, situation.criteria === whole.criteria ? whole.criteria : undefined)
  if (parts !== undefined && parts.length > 1 && parts.length <= MOST_PARTS)
    return drafted(reading, whole, parts, name)
  const called = whole.name ?? 'it'
  const says =
    parts !== undefined && parts.length > MOST_PARTS
      ? `There are ${parts.length} values of ${by}, and each part is looked at by itself. Which of them? Say it like “split ${called} into ${parts
          .slice(0, 2)
          .map(({ label }) => label)
          .join(' and ')}”.`
      : parts !== undefined && isSplitBy(by)
        ? `Nothing here tells people apart by ${by}: the data hold no ${by}, or only one. By what else should it be split?`
        : `Split ${called} by which ${by}? Say them, such as “split ${called} into … and …”.`
  return askBack(
    reading,
    says,
    by === 'country' || whole.name === undefined ? [] : [`split ${called} by country`],
  )
}

/** "a copy of VIP for each of Paris and Lyon", "VIP twice, once for the men, once for the women" */
function copies(
  reading: Reading,
  start: number,
  name: string | undefined,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  const opened = copied(reading, start)
  const whole = opened < 0 ? undefined : wholeAt(reading, opened)
  if (whole === undefined) return undefined
  const times = twice(reading, whole.end)
  const each = forEach(reading, whole.end)
  const many = /^(?:two|three|several|copies|clones|duplicates)$/
  const two = reading.tokens.slice(start, opened).some(({ word }) => many.test(word))
  if (times < 0 && each < 0 && !two) return undefined
  const from = skip(reading, Math.max(times, each, whole.end), sign)
  const found = dimensions(reading, from)
  const [by] = each < 0 ? [] : (found?.value ?? [])
  if (by !== undefined && found !== undefined && isOver(reading, found.end))
    return byEach(reading, whole, by, name)
  // "each of these cities: Paris, Lyon"
  const named =
    by === undefined || found === undefined ? from : skip(reading, afterCourtesy(reading, found.end), sign)
  const parts = partsIn(reading, named, sentenceEnd(reading), criteriaOf)
  return parts === undefined ? undefined : drafted(reading, whole, parts, name)
}

const perOne = phrase(
  `i|we? want|need|make|create|build|give|draft|get me|us? a|an|one|1|separate|own|different separate|own|different? ${THINGS} for|per|by each|every|a|an?`,
  `a|an|one|1|separate separate|own|different? ${THINGS} for|per|by each|every|a|an?`,
)
const ofWhom = phrase('of|for|from|in|within|out of?', 'for each|all of')

/** Whether a message asks for one of each: that builds no profile of its own. */
export const asksForOnePer = (reading: Reading): boolean =>
  onePer(reading, afterCourtesy(reading), undefined) !== undefined

/** "one persona per country please", "one segment per country for VIP" */
function onePer(reading: Reading, start: number, name: string | undefined): Commanded | undefined {
  const opened = perOne(reading, start)
  const found = opened < 0 ? undefined : dimensions(reading, opened)
  const [by, ...others] = found?.value ?? []
  if (found === undefined || by === undefined || others.length > 0) return undefined
  const said = ofWhom(reading, found.end)
  const { criteria } = reading.situation
  const whole = said < 0 ? criteria && { criteria, end: found.end } : wholeAt(reading, said)
  return whole === undefined || !isOver(reading, whole.end) ? undefined : byEach(reading, whole, by, name)
}

const numbered = phrase('list|segment|audience|group 1|2|3|4|5|one|two|three|a|b|c =|:|-|–|is')

/** "two segments: one for …, the other for …", "list 1 = … list 2 = …": of nobody in particular. */
function fresh(
  reading: Reading,
  start: number,
  name: string | undefined,
  criteriaOf: ReadCriteria,
): Commanded | undefined {
  const end = sentenceEnd(reading)
  const opened = several(reading, start)
  if (opened >= 0) {
    const parts = partsIn(reading, opened, end, criteriaOf)
    return parts === undefined || parts.some(({ criteria }) => criteria === undefined)
      ? undefined
      : drafted(reading, { end: opened }, parts, name)
  }
  if (numbered(reading, start) < 0) return undefined
  const starts = reading.tokens.flatMap((_, at) => (numbered(reading, at) >= 0 ? [at] : []))
  if (starts.length < 2) return undefined
  const parts = starts.map((at, i): SaidPart | undefined => {
    let to = starts[i + 1] ?? end
    while (/^(?:[.,;|/]|and|&)$/.test(wordAt(reading, to - 1))) to--
    const from = numbered(reading, at)
    const criteria = criteriaOf(from, to)
    return criteria && { label: said(reading, at, from - 1), criteria }
  })
  const read = parts.filter((part) => part !== undefined)
  return read.length < parts.length ? undefined : drafted(reading, { end: start }, read, name)
}
