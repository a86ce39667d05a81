import { readClauses, type Sentence } from '../grammar/clauses.ts'
import { saidOf } from '../grammar/assumed.ts'
import { type Reading, wordAt } from '../grammar/reading.ts'
import { type Built, build } from '../grammar/tree.ts'
import { leavesScores } from '../phrases/preferred.ts'
import { unit } from '../unit.ts'
import type { Opening } from './opening.ts'
import { beginsLine, isDash } from './lines.ts'
import { isLabelled } from './one-thing.ts'
import { orderedIn } from './ordered-apart.ts'
import { leave } from './section-words.ts'
import { saysHow, type Section, sectionsOf, trimmed } from './sections.ts'
import { leftOutApart } from './left-out-apart.ts'
import { unsayableAt } from './unsayable.ts'
import { weighedApart } from './weighed-apart.ts'

export interface Unsaid {
  readonly from: number
  readonly to: number
  readonly why: string
}

/** A description, read section by section as being about one kind of record. */
export interface Described {
  readonly reading: Reading
  readonly opening: Opening
  /** Words in front of the description that only say what it is for. */
  readonly title?: readonly [from: number, to: number]
  /** What no data can say. */
  readonly named: readonly Unsaid[]
  readonly parts: readonly {
    readonly section: Section
    readonly sentence: Sentence
    readonly built: Built
  }[]
}

/** The description of a profile, read as being about the entity of the reading. */
export function describedAs(opening: Opening, reading: Reading): Described {
  const named: Unsaid[] = []
  const [[start] = [0]] = opening.stretches
  const title = titleEnd(reading, start)
  const stretches = opening.stretches.map(([from, to]) => [from === start ? title : from, to] as const)
  const split = stretches
    .flatMap(([from, to]) => inOrder(reading, from, to))
    .flatMap((section) => leftOutApart(reading, section))
    .flatMap((section) => weighedApart(reading, section))
    .flatMap((section) => around(reading, section, named))
    .map((section) => partOf(reading, section))
  const parts = isRead(split) ? split : (wholeOf(reading, stretches) ?? split)
  if (parts !== split) named.length = 0
  const before: Described['title'] = title > start ? [start, title] : opening.title
  return { reading, opening, parts, named, ...(before === undefined ? {} : { title: before }) }
}

/** What is preferred in an order, and what stands before and behind it. */
function inOrder(reading: Reading, from: number, to: number): readonly Section[] {
  const ordered = orderedIn(reading, from, to)
  return ordered === undefined
    ? sectionsOf(reading, from, to)
    : [
        ...sectionsOf(reading, from, ordered.from),
        ...ordered.sections,
        ...sectionsOf(reading, ordered.to, to),
      ]
}

type Part = Described['parts'][number]

function partOf(reading: Reading, section: Section): Part {
  const sentence = sentenceIn(reading, section)
  const built: Built = sentence.node === undefined ? { assumptions: [] } : build(sentence.node)
  return { section, sentence, built }
}

const isRead = (parts: Described['parts']): boolean =>
  parts.every(({ sentence: { leftovers, doubts } }) => leftovers.length + doubts.length === 0)

/** “Viewed a product and then never ordered” leaves nobody out: what reads whole where its pieces don’t is one part. */
function wholeOf(reading: Reading, stretches: Opening['stretches']): Described['parts'] | undefined {
  const parts = stretches
    .flatMap(([from, to]) => trimmed(reading, { mode: 'required', weight: null, from, to }))
    .map((section) => partOf(reading, section))
  // What only scores would be lost in it.
  const scores = parts
    .flatMap(({ sentence, built }) => [...sentence.assumptions, ...built.assumptions])
    .some(({ says }) => leavesScores(says))
  return isRead(parts) && !scores ? parts : undefined
}

/** A stretch that is not read to its end because of what stands behind it may be read by itself. */
function sentenceIn(reading: Reading, { from, to }: Section): Sentence {
  const inPlace = readClauses(reading, unit, from, to)
  if (inPlace.leftovers.length === 0) return inPlace
  const alone = reading.over(reading.tokens.slice(from, to))
  const { node, leftovers, doubts, assumptions, headed } = readClauses(alone, unit, 0, to - from)
  const built = node === undefined ? undefined : build(node)
  if (built?.criteria === undefined || leftovers.length > 0 || doubts.length > 0) return inPlace
  const meaning = {
    criteria: built.criteria,
    assumptions: saidOf([...assumptions, ...built.assumptions]),
    doubts: [],
  }
  return {
    node: { kind: 'leaf', meaning, from, to },
    marks: [],
    leftovers: [],
    doubts: [],
    assumptions: [],
    headed,
  }
}

/** A section without what no data can say in it. */
function around(reading: Reading, section: Section, named: Unsaid[]): readonly Section[] {
  const pieces: Section[] = []
  let from = section.from
  for (let at = from; at < section.to; ) {
    const found = unsayableAt(reading, at)
    if (found === undefined || found.end > section.to) {
      at++
      continue
    }
    named.push({ from: at, to: found.end, why: found.value })
    pieces.push({ ...section, from, to: at })
    from = found.end
    at = from
  }
  return [...pieces, { ...section, from }].flatMap((piece) => trimmed(reading, piece))
}

/** Names longer than this are none. */
const LONGEST_TITLE = 6

/** The first token behind a title that says nothing of its own: "drop-ready buyers: …". */
function titleEnd(reading: Reading, from: number): number {
  for (let at = from + 1; at < Math.min(from + LONGEST_TITLE + 1, reading.tokens.length - 1); at++) {
    // A list, a number or a word that says how things count is no title.
    if (/^[,;./+&]$/.test(wordAt(reading, at)) || reading.tokens[at]?.kind === 'number') return from
    if (beginsLine(reading, at) || isDash(reading, at) || leave(reading, at) >= 0) return from
    if (wordAt(reading, at) !== ':') continue
    if (isLabelled(reading, at) || saysHow(reading, from, at + 1)) return from
    const { leftovers, doubts } = readClauses(reading, unit, from, at)
    return leftovers.length + doubts.length > 0 ? at + 1 : from
  }
  return from
}

/** Words that nothing reads, or that would be asked about. */
export const costOf = ({ parts }: Described): number =>
  parts.reduce(
    (sum, { sentence: { leftovers, doubts } }) =>
      sum +
      [...leftovers, ...doubts.map(({ from, to }) => [from, to] as const)].reduce(
        (n, [from, to]) => n + to - from,
        0,
      ),
    0,
  )
