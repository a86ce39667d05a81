import { phrase } from '../grammar/phrase.ts'
import { type Found, type Reading, said, wordAt } from '../grammar/reading.ts'
import { unquoted } from '../tokens/token.ts'
import { beginsLine } from './lines.ts'
import { profileAt } from './profile-at.ts'
import { readsWhole } from './reads-whole.ts'

/** What ends a name that is made of a description: the rest says more than whom it is about. */
const ENDS =
  /^(?:,|;|:|\.|\||\(|-|—|with|using|who|that|which|whose|and|but|exclude|excluding|prefer|ideally|must|where|scored|ranked|weighted)$/
/** By themselves they name nobody. */
const LABELS =
  /^(?:industry|industries|sector|vertical|size|geo|country|title|titles|function|seniority|level|tech|stack)$/
const HEADS = /^(?:people|companies|customers|accounts|firms|businesses|anyone|those|shoppers|buyers)$/
/** How something counts is none of whom it is about: “strongly prefer SaaS”, “must be Sales”. */
const PREFERS = /^(?:strongly|heavily|ideally|mostly|mainly|prefer|prefers|preferring|must|should|be)$/
/** What leads to something that is left out of a name: “who spent over $500”. */
const DANGLING =
  /^(?:a|an|the|of|for|from|in|on|at|to|than|over|under|above|below|between|up|more|less|least|most|about|around|spent|spending|paid|paying|who|that|with|have|has|revenue|revenues|worth)$/
const LONGEST = 60

/** A name for a profile whose description begins here: the first words of it. */
export function nameOf(reading: Reading, start: number): string {
  let from = start
  while (from + 1 < reading.tokens.length && PREFERS.test(wordAt(reading, from))) from++
  // “Industry: Retail”
  if (LABELS.test(wordAt(reading, from)) && wordAt(reading, from + 1) === ':') from += 2
  const words = endOfName(reading, from, (at) => reading.tokens[at]?.currency !== undefined)
  // “Customers who spent over $500”: where nothing else says who they are, the amount does.
  let to = words > from && HEADS.test(wordAt(reading, words - 1)) ? endOfName(reading, from) : words
  if (/^(?:and|,)$/.test(wordAt(reading, to))) to = beforePlace(reading, from, to)
  const end = reading.tokens[Math.max(to, from + 1) - 1]?.end ?? 0
  const text = reading.text
    .slice(reading.tokens[from]?.start ?? 0, end)
    .trim()
    .slice(0, LONGEST)
  return text === '' ? 'New profile' : text.charAt(0).toUpperCase() + text.slice(1)
}

/** “Marketing managers in Italy and Spain”: half of a list of places is none of a name. */
function beforePlace(reading: Reading, from: number, to: number): number {
  for (let at = to - 1; at > from; at--) if (/^(?:in|at|from)$/.test(wordAt(reading, at))) return at
  return to
}

/** Behind the words from here that may be a name, without those at its end that lead to nothing any more. */
function endOfName(reading: Reading, from: number, ends: (at: number) => boolean = () => false): number {
  let to = from
  const isOver = () => ENDS.test(wordAt(reading, to)) || beginsLine(reading, to + 1) || ends(to)
  while (to < reading.tokens.length && (!isOver() || onlyHead(reading, from, to))) to++
  to = withoutPoints(reading, from, to)
  while (to > from + 1 && DANGLING.test(wordAt(reading, to - 1))) to--
  return to
}

/** “Fintech = 50 points”: how much it counts is none of a name. */
function withoutPoints({ tokens }: Reading, from: number, to: number): number {
  const word = (at: number) => tokens[at]?.word ?? ''
  const last = /^(?:points?|pts?|%)$/.test(word(to - 1)) ? to - 2 : to - 1
  if (tokens[last]?.number === undefined || last <= from || DANGLING.test(word(last - 1))) return to
  return /^[:=]$/.test(word(last - 1)) ? last - 1 : last
}

const onlyHead = (reading: Reading, from: number, to: number): boolean =>
  to === from + 1 && HEADS.test(wordAt(reading, from))

const MOST_WORDS = 8
const SIGN = /^(?:,|;|:|\.|\(|\)|=|->|=>|→|-|–|—|\/|!|\?|")$/
/** What goes on behind a name, where no colon says that it belongs to it: “Women in Tech: …”. */
const BEHIND =
  /^(?:for|of|with|from|in|under|inside|into|within|to|over|that|who|whose|where|is|are|has|have|should|needs|targeting|please|thanks|thank|companies|customers|people|as)$/
/** Behind “and” they ask for something more: “call it Wholesale Push and keep it as draft”. */
const GOES_ON =
  /^(?:keep|leave|set|save|make|put|then|exclude|excluding|prefer|please|give|add|show|only|have|has)$/
const home = phrase('under|inside|into|within|beneath', 'in|for|to the|our|my? icp')

/** The name that begins at a token: in quotes, or up to what can’t belong to it. */
export function nameAt(reading: Reading, at: number, to: number): Found<string> | undefined {
  const quoted = reading.tokens[at]
  if (quoted?.kind === 'quoted') return { value: unquoted(quoted.text).trim(), end: at + 1 }
  const whole = endOf(reading, at, to, (i) => home(reading, i) >= 0 || (i > at && isHome(reading, i)))
  const titled = (/^(?::|=)$/.test(wordAt(reading, whole)) && whole < to) || isName(reading, at, whole)
  const end = titled ? whole : endOf(reading, at, to, (i) => i > at && BEHIND.test(wordAt(reading, i)))
  return end === at ? undefined : { value: said(reading, at, end).trim(), end }
}

/** “… called Mgr for Enterprise Hospitality: …”: where it should live, and no part of its name. */
const isHome = (reading: Reading, at: number): boolean =>
  /^(?:in|for|to|at)$/.test(wordAt(reading, at)) && profileAt(reading, at + 1, 'icp') !== undefined

/** “Pods for Offices.”: in capitals up to a sign, where what stands behind the small word says nothing by itself. */
function isName(reading: Reading, at: number, end: number): boolean {
  if (end >= reading.tokens.length || !looksNamed(reading, at, end)) return false
  for (let i = at + 1; i < end - 1; i++)
    if (BEHIND.test(wordAt(reading, i)) && !readsWhole(reading, i + 1, end)) return true
  return false
}

function endOf(reading: Reading, at: number, to: number, stops: (i: number) => boolean): number {
  let end = at
  while (
    end < Math.min(to, at + MOST_WORDS) &&
    !SIGN.test(wordAt(reading, end)) &&
    !(wordAt(reading, end) === 'and' && GOES_ON.test(wordAt(reading, end + 1))) &&
    !stops(end)
  )
    end++
  return end
}

/** Whether words [from, to) are written as a name is: each but the small ones begins with a capital or a digit. */
export const looksNamed = (reading: Reading, from: number, to: number): boolean =>
  to - from <= MOST_WORDS &&
  reading.tokens
    .slice(from, to)
    .every(({ text, word }) => /^[\p{Lu}\d&+]/u.test(text) || /^(?:of|and|in|the|for|but|&)$/.test(word))
