import { type Doubt, question } from '../grammar/meaning.ts'
import { type Phrase, phrase, skip } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { askAbout, type Read } from '../conclude.ts'
import type { Command, Interpretation } from '../interpretation.ts'
import { receiptOf } from '../receipt.ts'
import { type Marks, mark } from '../grammar/marks.ts'
import type { Message } from '../read-message.ts'
import { afterCourtesy, isOver } from '../intents/whole.ts'
import { profilesAt } from './profile-at.ts'

type Asked = Command | Doubt

const improve = phrase(
  'how|what can|could|should|do i|we do? to? improve|optimise|optimize|sharpen|tune|refine',
  'how to improve|optimise|optimize|sharpen|tune|refine',
  'improve|optimise|optimize|sharpen|tune',
  'suggest|propose|recommend|show|give me|us? some? improvements|changes|suggestions|tweaks to|for|of|in|on',
  'what|which should|could|can i|we change|improve|fix about|in|on|at|with',
  'what is|are wrong|off with',
  'any? suggestions|improvements for|to|on',
  'suggest|recommend something for',
)
const make = phrase(
  'how can|could|should|do i|we make|get|turn',
  'how to make|get',
  'what would|could|can make|get',
  'make|get',
)
const better = phrase(
  'any? better|sharper|stronger',
  'more accurate|precise|selective',
  'to? perform|work better',
)

const find = phrase(
  'find|discover|suggest|propose|learn|derive|detect|show|give|mine me|us? a|an|some|new|possible new|good|whole? icp|icps hidden|hiding?',
  'find|discover|suggest|propose|learn|derive|detect|mine me|us? the|our? new|good|whole? icp|icps hidden|hiding?',
  'show|give me|us? the|our? icp|icps hidden|hiding',
  'find|discover|suggest|propose|learn|derive|detect me|us? a|an|some|the|our? ideal customer profile|profiles',
  'which|what icps|icp is|are|hide|hides|do|does hidden|hiding?',
  'what should our|the icp be',
)
const inThem = phrase('in|from|among|inside|within|out|based|by|using|behind on|of? the|our|my|all?')
const common = phrase('what do|does', 'what have', 'what is it that')
const haveInCommon = phrase('all? have|share|got in? common?', 'got? in common', 'common')
const apart = phrase('what sets|makes', 'what distinguishes|separates|differentiates')
const setApart = phrase('apart|different|special from? the? others|rest?')

/** Companies by how a deal with them ended. */
const companies = phrase(
  'the|our|all|my? best|good|won|closed-won|winning|converted|successful companies|accounts|deals|opportunities',
  'the|our|all|my? closed won companies|accounts|deals|opportunities|customers',
  'the|our|all|my? closed - won companies|accounts|deals|opportunities|customers',
  'the|our|all|my? companies|accounts|deals that? we|were|have|became|become|closed|won won|customers?',
  'the|our? won|closed deals|accounts|companies',
  'the|our? outcomes of? our|the? deals|sales|companies|accounts',
  'the|our? sales|deal outcomes',
)
/** Buyers by what they spend, and by whether they come back. */
const spenders = phrase(
  'the|our|my? top|biggest|highest spenders|shoppers|buyers',
  'the|our|my? best|top shoppers|buyers',
)
const repeaters = phrase(
  'the|our|my? repeat|returning|loyal customers|buyers|shoppers',
  'the|our|my? customers|buyers who|that order|buy|come again|back',
)
/** They may be companies or shoppers. */
const customers = phrase('the|our|my|all? best|good|top|ideal|great|happiest? customers|clients|outcomes')

const apply = phrase(
  'apply|use|take|draft|propose|accept|create|build|make|adopt the|your|this|that? suggestion|suggestions|improvement number|nr|no?',
)
const applyNth = phrase('apply|use|take|draft|propose|accept|create|build|make|adopt the|your?')
const suggestion = phrase(
  'suggestion|suggestions|improvement',
  'suggested|discovered|proposed|found icp|profile|one',
)

/** What outcomes say: how a profile gets better, and which ICPs there are in them. */
export function askedOfOutcomes(message: Message, again: Read['again']): Interpretation | undefined {
  const { reading } = message
  const found = improved(reading) ?? applied(reading) ?? discovered(reading)
  if (found === undefined) return undefined
  if ('says' in found) return askAbout(message, found, again)
  const marks: Marks = []
  mark(marks, 0, reading.tokens.length, 'command', 'learn from outcomes')
  return { kind: 'command', command: found, receipt: receiptOf(message, marks) }
}

function improved(reading: Reading): Asked | undefined {
  for (const start of starts(reading)) {
    const opened = improve(reading, start)
    const made = make(reading, start)
    for (const [at, behind] of [
      [opened, undefined],
      [made, better],
    ] as const) {
      const found = at < 0 ? undefined : profilesAt(reading, at)
      if (found === undefined) continue
      const end = behind === undefined ? found.end : behind(reading, found.end)
      if (end < 0 || !isOver(reading, end)) continue
      const [only, another] = found.value
      if (only === undefined) continue
      if (another === undefined) return { do: 'suggest_profile', profile: only.id }
      return question(
        at,
        found.end,
        `“${only.name}” is in several ICPs. Which one do you mean? Say in which ICP it is.`,
      )
    }
  }
  return undefined
}

/** “apply suggestion 2”, “draft the first suggestion” */
function applied(reading: Reading): Asked | undefined {
  const start = afterCourtesy(reading)
  const opened = apply(reading, start)
  if (opened >= 0) {
    if (isOver(reading, opened)) return { do: 'apply_suggestion', nth: 1 }
    const nth = reading.tokens[opened]?.number
    if (nth !== undefined && Number.isInteger(nth) && nth > 0 && isOver(reading, opened + 1))
      return { do: 'apply_suggestion', nth }
  }
  const before = applyNth(reading, start)
  const place = before < 0 ? undefined : reading.tokens[before]
  const nth = place?.ordinal === true ? (place.number ?? 0) : 0
  const end = nth === 0 ? -1 : suggestion(reading, before + 1)
  return end >= 0 && isOver(reading, end) ? { do: 'apply_suggestion', nth } : undefined
}

function discovered(reading: Reading): Asked | undefined {
  for (const start of starts(reading)) {
    const among = amongWhom(reading, start)
    if (among !== undefined) return among
  }
  return undefined
}

function amongWhom(reading: Reading, start: number): Asked | undefined {
  const icps = find(reading, start)
  if (icps >= 0) return whoseOutcomes(reading, skip(reading, icps, inThem), () => true, icps)
  const shared = common(reading, start)
  if (shared >= 0) {
    return whoseOutcomes(reading, shared, (end) => {
      const over = haveInCommon(reading, end)
      return over >= 0 && isOver(reading, over)
    })
  }
  const sets = apart(reading, start)
  return sets < 0
    ? undefined
    : whoseOutcomes(reading, sets, (end) => {
        const over = setApart(reading, end)
        return over < 0 ? isOver(reading, end) : isOver(reading, over)
      })
}

/** `bare`: where nothing needs to be said of whom. */
function whoseOutcomes(
  reading: Reading,
  at: number,
  ends: (end: number) => boolean,
  bare?: number,
): Asked | undefined {
  const kinds: readonly (readonly [Phrase, () => Asked])[] = [
    [companies, () => ({ do: 'discover_icps', entity: 'company' })],
    [spenders, () => ({ do: 'discover_icps', entity: 'customer', outcome: 'net_spend' })],
    [repeaters, () => ({ do: 'discover_icps', entity: 'customer', outcome: 'repeat' })],
    [customers, () => customersOrCompanies(reading, at)],
  ]
  for (const [words, meant] of kinds) {
    const end = words(reading, at)
    if (end >= 0 && ends(end) && (bare === undefined || isOver(reading, end))) return meant()
  }
  return bare !== undefined && isOver(reading, bare) ? customersOrCompanies(reading, at) : undefined
}

/** Whoever has one kind of record alone means it. */
function customersOrCompanies(reading: Reading, at: number): Asked {
  const { vocabulary } = reading.situation
  const shop = vocabulary.filled('id') > 0
  const accounts = vocabulary.filled('company.relationship') > 0
  if (accounts && !shop) return { do: 'discover_icps', entity: 'company' }
  if (shop && !accounts) return { do: 'discover_icps', entity: 'customer' }
  return question(
    at,
    reading.tokens.length,
    'Which of them do you mean: companies that became customers, or people who buy from you?',
    [
      ['companies that became customers', 'our closed-won companies'],
      ['customers who order again', 'our repeat customers'],
      ['customers who spend most', 'our top spenders'],
    ],
  )
}

/** With and without small courtesies before it: “can we” belongs to a question. */
const starts = (reading: Reading): ReadonlySet<number> => new Set([0, afterCourtesy(reading)])
