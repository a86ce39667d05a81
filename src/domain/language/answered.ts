import { canonicalJson } from '#kernel/hash.ts'
import type { Criteria } from '../criteria/schema.ts'
import { defined } from './defined.ts'
import { definedAtWork } from './defined-at-work.ts'
import { courtesyAtEnd, trimmed } from './follow-ups/refined.ts'
import { saidLimit } from './follow-ups/said-limit.ts'
import { type Marks, mark } from './grammar/marks.ts'
import { phrase } from './grammar/phrase.ts'
import type { Reading } from './grammar/reading.ts'
import type { Interpretation, Option } from './interpretation.ts'
import { type Message, readMessage } from './read-message.ts'
import { receiptOf } from './receipt.ts'
import type { Situation } from './situation.ts'
import { tokenize } from './tokens/tokenize.ts'

/** Whoever says more than this asks for something of their own. */
const SHORT = 10
/** … or, behind the answer, something more of the same people. */
const MOST = 30

const lead = phrase(
  'in|over|within|for|of|say|about|around|since|maybe|like|make|the|it|please|ok|okay|so|well|hmm|,|:|.',
  'i|we mean|meant|would say|want|think',
  'let us say|go with|take|use',
  'go|let us go with|for',
  'let us|me? take|use|say|pick|choose',
)
/** “no order in the last 150 days”, where it was asked how long ago the last one was. */
const idle = phrase(
  'no|without|zero an|any|a? order|orders|purchase|purchases since|in|within|for|over? the? last|past?',
  'have|has|had not|never ordered|bought|purchased anything? since|in|within|for|over? the? last|past?',
  'not ordered|bought|purchased anything? in|within|for|over? the? last|past?',
  'inactive|silent|quiet|gone|away|lapsed for|since|in? the? last|past?',
  'last order|ordered|bought|purchase is|was? more|over|longer? than?',
  'nothing bought|ordered|purchased? in|within|for|over? the? last|past?',
)
const idleAtEnd = phrase(
  'without|no|zero an|any|a? order|orders|purchase|purchases|buying|ordering',
  'not ordering|buying anything?',
)
const IDLE = /\bago\b|\bwithout\b|\bno order/iu
/** As the readings that are offered say it. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['state', 'region'],
  ['province', 'region'],
  ['both', 'all'],
  ['either', 'any'],
  ['usa', 'us'],
  ['america', 'us'],
  ['american', 'us'],
])
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth']
const SMALL =
  /^(?:[^\p{L}\p{N}]|the|a|an|i|we|mean|meant|please|option|reading|one|that|this|is|it|ok|okay|yes|go|with|for|let|us|take|use|pick|choose|of|in|as|ones|people|customers|those|only|just|then|are|who|they|them|each)$/u

/** Reads another text, with other criteria at hand or none that were asked about. */
type Reread = (text: string, situation: Situation) => Interpretation

/**
 * A message as an answer to the question asked last: one of its readings by name ("the country", "the second one"), or
 * one of them with the time or number that was asked for ("60 days"), or what the word that was asked about means.
 * Undefined for what asks for something else.
 */
export function answered(text: string, situation: Situation, reread: Reread): Interpretation | undefined {
  const said = withoutTerm(text, situation.question)
  if (said !== undefined) return answered(said, situation, reread)
  const meaning = defined(text, situation, reread) ?? definedAtWork(text, situation, reread)
  if (meaning !== undefined) return meaning
  const { asked = [], ...rest } = situation
  const message = readMessage(text, rest)
  const { tokens } = message.reading
  if (asked.length === 0 || tokens.length === 0 || tokens.length > MOST) return undefined
  if (tokens.length > SHORT) return answeredAndMore(message, situation, reread)
  const named = namedIn(tokens, asked) ?? namedAgainst(tokens, asked)
  if (named !== undefined) return reread(named.text, rest)
  return limitedTo(message, situation, reread) ?? answeredAndMore(message, situation, reread)
}

/** “dormant for us is a year without an order”, where “dormant shoppers” was asked about: what it is. */
function withoutTerm(text: string, question: string | undefined): string | undefined {
  const [, term] = /^“([^”]+)”/u.exec(question ?? '') ?? []
  if (term === undefined) return undefined
  const words = new Set(tokenize(term).map(({ word }) => word))
  const [, named = '', rest = ''] = DEFINES.exec(text) ?? []
  const told = tokenize(named).filter(({ word }) => !/^(?:the|a|an|by|with)$/.test(word))
  return rest !== '' && told.length > 0 && told.every(({ word }) => words.has(word)) ? rest : undefined
}
const DEFINES =
  /^\s*(?:(?:ok|okay|well|so|hm+)[\s,]+)*((?:\S+\s+){0,3}?\S+?)(?:\s+(?:for|to)\s+(?:us|me))?\s*(?:=|:|\s(?:is|are|means?|being|as in)(?:\s+(?:for|to)\s+(?:us|me))?\s)\s*(\S.*)$/iu

/** “180 days, and only those who bought before”: the answer, and what is said of those people then. */
function answeredAndMore(message: Message, situation: Situation, reread: Reread) {
  const { text, reading } = message
  const { asked: _asked, question: _question, ...rest } = situation
  for (const { word, start, end } of reading.tokens.slice(1)) {
    if (!JOINS.test(word)) continue
    const first = text.slice(0, start)
    const more = text.slice(/^[,;.]$/.test(word) ? end : start).trim()
    const answer = answered(first, situation, reread)
    if (answer?.kind === 'command') {
      // What drafts something reads all that is said of it.
      const whole = namedIn(readMessage(first, rest).reading.tokens, situation.asked ?? [])
      const drafted = whole && reread(`${whole.text}, ${more}`, rest)
      return drafted?.kind === 'command' ? drafted : undefined
    }
    if (answer?.kind !== 'criteria') continue
    const read = more === '' ? undefined : reread(more, { ...rest, criteria: answer.criteria })
    if (read?.kind !== 'criteria' || read.intent !== 'refine' || 'note' in read) return undefined
    const marks: Marks = []
    mark(marks, 0, reading.tokens.length, 'condition', rest.describe(read.criteria))
    const assumptions = [...new Set([...answer.assumptions, ...read.assumptions])]
    return { ...read, assumptions, receipt: receiptOf(message, marks) }
  }
  return undefined
}

const JOINS = /^(?:,|;|\.|and|but|with)$/

/** A time or a number alone, in one of the readings that were offered. */
function limitedTo(message: Message, { asked = [], ...rest }: Situation, reread: Reread) {
  const limit = limitIn(
    message.reading,
    asked.every(({ label }) => IDLE.test(label)),
  )
  return limit && withLimit(message, limit, { ...rest, asked }, reread)
}

/** The one option that all content words of the message belong to, or that is counted out. */
function namedIn(tokens: Reading['tokens'], options: readonly Option[]): Option | undefined {
  // "the US one" is no "let us".
  const words = tokens.flatMap(({ word, text }) => (SMALL.test(word) && text !== 'US' ? [] : [word]))
  const [only, ...more] = words
  if (only === undefined) return undefined
  const at = more.length > 0 ? -1 : ORDINALS.indexOf(only)
  if (at >= 0) return options[at]
  const fitting = options.filter(({ label }) => {
    const known = new Set(tokenize(label).map(({ word }) => word))
    return words.every((word) => known.has(word) || known.has(MEANT.get(word) ?? word))
  })
  return fitting.length === 1 ? fitting[0] : undefined
}

const NOT = /^(?:not|rather|instead|nor)$/
const THAN = /^(?:than|of|all|whole|entire|just|only)$/
const BUT = /^(?:,|;|\.|but)$/

/** “the city not the state”, “not the state, the city”: one of the readings, with another that is not meant. */
function namedAgainst(tokens: Reading['tokens'], options: readonly Option[]): Option | undefined {
  const at = tokens.findIndex(({ word }) => NOT.test(word))
  if (at < 0) return undefined
  const turn = tokens.findIndex(({ word }, i) => i > at && BUT.test(word))
  const over = tokens.slice(at + 1, at === 0 && turn > 0 ? turn : tokens.length)
  const meant = at > 0 ? tokens.slice(0, at) : turn > 0 ? tokens.slice(turn) : []
  const chosen = namedIn(meant, options)
  const others = options.filter((one) => one !== chosen)
  const denied = namedIn(
    over.filter(({ word }) => !THAN.test(word)),
    others,
  )
  if (denied === undefined) return undefined
  if (chosen !== undefined) return chosen
  const [left, ...more] = options.filter((one) => one !== denied)
  return meant.length === 0 && more.length === 0 ? left : undefined
}

/** Where a message that is nothing but a time or a number says it. */
function limitIn(reading: Reading, ofIdle: boolean): readonly [from: number, to: number] | undefined {
  const whole = trimmed(reading, trimmed(reading, reading.tokens.length, courtesyAtEnd), courtesyAtEnd)
  const to = ofIdle ? trimmed(reading, whole, idleAtEnd) : whole
  for (let from = 0; from < to; ) {
    const said = saidLimit(reading, from, to)
    if (said !== undefined && said.kind !== 'operator') return [from, to]
    const next = Math.max(lead(reading, from), ofIdle ? idle(reading, from) : -1)
    if (next < 0) return undefined
    from = next
  }
  return undefined
}

/** Every reading in which the time or number can stand, where that comes to the same people. */
function withLimit(
  message: Message,
  [from, to]: readonly [number, number],
  { asked = [], ...situation }: Situation,
  reread: Reread,
): Interpretation | undefined {
  const { text, reading } = message
  const said = text.slice(reading.tokens[from]?.start, reading.tokens[to - 1]?.end).trim()
  const found = asked.flatMap(({ criteria }) => {
    if (criteria === undefined) return []
    const read = reread(`make it ${said}`, { ...situation, criteria })
    return read.kind === 'criteria' && read.intent === 'refine' ? [read] : []
  })
  const [first, ...others] = found
  if (first === undefined) return undefined
  const marks: Marks = []
  if (others.some((one) => !same(one, first))) {
    mark(marks, 0, reading.tokens.length, 'not accounted for', WHICH)
    return {
      kind: 'question',
      question: WHICH,
      options: optionsOf(found, situation),
      receipt: receiptOf(message, marks),
    }
  }
  mark(marks, 0, reading.tokens.length, 'condition', situation.describe(first.criteria))
  return { ...first, receipt: receiptOf(message, marks) }
}

const WHICH = 'Which of these do you mean?'

const optionsOf = (
  found: readonly { readonly criteria: Criteria }[],
  { describe }: Pick<Situation, 'describe'>,
): readonly Option[] =>
  found.map(({ criteria }) => {
    const label = describe(criteria)
    return { label, text: `customers who ${label}`, criteria }
  })

const same = (a: { readonly criteria: unknown }, b: { readonly criteria: unknown }): boolean =>
  canonicalJson(a.criteria) === canonicalJson(b.criteria)
