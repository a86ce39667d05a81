import { phrase } from '../grammar/phrase.ts'
import { type Found, type Reading, wordAt } from '../grammar/reading.ts'
import { behindAt } from './behind.ts'
import { givenAt } from './given-points.ts'
import { groupEnd, opensInside } from './groups.ts'
import { beginsLine, behindBullet } from './lines.ts'
import { isOneThing } from './one-thing.ts'
import { moreAt, scoredOn } from './prefer-more.ts'
import {
  allSoft,
  deny,
  ends,
  headingAt,
  insist,
  isOver,
  joiner,
  lead,
  leave,
  type Mode,
  ofName,
  prefer,
  preferMuch,
  require_,
} from './section-words.ts'
import { label, sizeSaid, towards, type Weight, weightAt, weightOf } from './weights.ts'

/** A stretch of a description in which everything has one mode. */
export interface Section {
  readonly mode: Mode
  /** Of what is preferred; null where none is said. */
  readonly weight: number | null
  /** How words that say no number were taken for the weight. */
  readonly assumed?: string
  /** Behind words that leave out what follows: “never anybody who churned”. */
  readonly denied?: number
  /** The tokens of what is described. */
  readonly from: number
  readonly to: number
}

type Open = Omit<Section, 'to'>
/** What a part counts as where nothing by it says so; `lasts` up to the next heading. */
interface Base {
  readonly mode: Mode
  readonly weight: number | null
  readonly assumed?: string
  readonly lasts: boolean
}

const REQUIRED: Base = { mode: 'required', weight: null, lasts: false }

/**
 * The modes of tokens [start, end): those of headings (“Nice: …”), of words in front (“prefer …”, “weight 3 for …”)
 * up to the next that say another, and of words behind (“… is a plus, 3 points”), which say it of one part alone.
 */
export function sectionsOf(reading: Reading, start: number, end: number): readonly Section[] {
  const sections: Section[] = []
  const structured = headingsIn(reading, start, end) > 1
  let base = REQUIRED
  const opened = (from: number): Open => ({
    mode: base.mode,
    weight: base.weight,
    from,
    ...(base.assumed === undefined ? {} : { assumed: base.assumed }),
  })
  let open = opened(start)
  const close = (at: number): void => {
    sections.push(...trimmed(reading, { ...open, to: at }))
  }
  /** The part that ends here is a section of its own; what was open goes on behind it. */
  const apart = (at: number, behind: number, section: Pick<Section, 'mode' | 'weight' | 'assumed'>): void => {
    const from = partStart(reading, open.from, at, behind)
    close(from)
    open = { ...section, from }
    close(at)
    open = opened(behind)
  }
  for (let at = start; at < end; ) {
    const group = groupEnd(reading, at)
    if (group > at && at > open.from) {
      at = group
      continue
    }
    const line = beginsLine(reading, at)
    if (line && at > open.from) {
      close(at)
      open = opened(at)
    }
    const bounded = at === start || at === open.from || line || joiner(reading, at - 1) === at
    const from = line || at === start ? behindBullet(reading, at) : at
    const heading = bounded ? headedAt(reading, from, end, structured) : undefined
    if (heading !== undefined) {
      close(at)
      base = heading.value
      open = opened(heading.end)
      at = heading.end
      continue
    }
    const opening =
      bounded || scoredOn(reading, from) >= 0 ? openedAt(reading, from, end, [...sections, open]) : undefined
    if (opening !== undefined) {
      close(at)
      open = opening.value
      if (opening.until !== undefined) {
        close(opening.until)
        open = opened(opening.end)
      }
      at = opening.end
      continue
    }
    const goesOn =
      (open.mode === 'preferred' && sections.some(({ weight }) => weight !== null)) ||
      (sections.at(-1)?.weight ?? null) !== null
    const behind =
      at > open.from
        ? behindAt(reading, at, end, { preferred: open.mode === 'preferred', goesOn })
        : undefined
    if (behind !== undefined) {
      const { mode = 'preferred', weight } = behind.value
      const said = { mode, weight: weight?.value ?? null, ...assumedOf(weight) }
      if (mode === 'preferred' && open.mode === 'preferred' && open.weight === null) {
        open = { ...said, from: open.from }
        close(at)
        // A list of what is preferred goes on behind one weight of it.
        open = { mode: 'preferred', weight: null, from: behind.end }
      } else if (mode === 'required' && open.mode === 'required') {
        close(at)
        open = opened(behind.end)
      } else apart(at, behind.end, said)
      at = behind.end
      continue
    }
    const weight = weightAt(reading, at)
    if (weight !== undefined && weight.end <= end && open.mode !== 'excluded') {
      const ahead = towards(reading, weight.end - 1) >= 0
      const section = { mode: 'preferred', weight: weight.value.value, ...assumedOf(weight.value) } as const
      if (bounded && (at === open.from || ahead || !isOver(reading, weight.end))) {
        close(at)
        open = { ...section, from: weight.end }
      } else apart(bounded ? at - 1 : at, weight.end, section)
      at = weight.end
      continue
    }
    const turns =
      open.mode !== base.mode
        ? ends(reading, at) >= 0 ||
          (bounded &&
            at > open.from &&
            (require_(reading, at) >= 0 || (deny(reading, at) >= 0 && compares(reading, at) < 0)))
        : bounded && !base.lasts && base !== REQUIRED && ends(reading, at - 1) >= 0
    const out =
      bounded && compares(reading, from) < 0 && (open.denied ?? -1) < at && open.mode !== 'excluded'
        ? leave(reading, from)
        : -1
    if (turns || (out >= 0 && out < end)) {
      if (at > open.from) close(at)
      if (ends(reading, at) >= 0 || (turns && open.mode === base.mode)) base = base.lasts ? base : REQUIRED
      const required = bounded && (require_(reading, at) >= 0 || out >= 0)
      open = required ? { mode: 'required', weight: null, from: at } : opened(at)
      if (out >= 0 && out < end) open = { mode: 'required', weight: null, from: at, denied: out }
    }
    at++
  }
  close(end)
  return sections
}

/** “No less than 100 employees” leaves nobody out. */
const compares = phrase(
  'no|not|never less|fewer|more|lower|higher|under|over|above|below|smaller|greater than?',
)

const assumedOf = (weight: Weight | undefined) =>
  weight?.assumed === undefined ? {} : { assumed: weight.assumed }

/** The first token of the part that ends here: behind the last joining word, but for “and” in “A and B are a plus”. */
function partStart(reading: Reading, from: number, at: number, behind: number): number {
  const all = reading.tokens.slice(at, behind).some(({ word }) => word === 'are' || word === 'both')
  for (let i = at - 1; i >= from; i--) {
    if (ofName(reading, i)) continue
    const word = wordAt(reading, i)
    // “Seniority: VP preferred”, “Snowflake and dbt is a plus”
    const inner = /^(?::|and|but|plus|also|\+|&)$/.test(word) && isOneThing(reading, from, i, at)
    if (!inner && (/^(?:,|;|\.|:|but|plus|also)$/.test(word) || (word === 'and' && !all))) return i + 1
  }
  return from
}

/** A section without joining words at its ends; nothing where it holds nothing else. */
export function trimmed(reading: Reading, section: Section): readonly Section[] {
  let { from, to } = section
  if (beginsLine(reading, from)) from = Math.min(to, behindBullet(reading, from))
  while (from < to && lead(reading, from) === from + 1) from++
  // “When they use AWS, rank them higher”
  if (section.mode === 'preferred' && /^(?:if|when|whenever)$/.test(wordAt(reading, from))) from++
  while (
    to > from &&
    (joiner(reading, to - 1) === to || /^[/|]$/.test(wordAt(reading, to - 1))) &&
    !opensInside(reading, from, to)
  )
    to--
  // “Exclude: nothing”
  return from < to && nothing(reading, from) !== to ? [{ ...section, from, to }] : []
}
const nothing = phrase('nothing|none|nobody|noone|n/a', 'no one')

function headingsIn(reading: Reading, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) {
    const bounded = at === start || beginsLine(reading, at) || joiner(reading, at - 1) === at
    if (bounded && headedAt(reading, behindBullet(reading, at), end, false) !== undefined) count++
  }
  return count
}

/** “Must:”, “Nice to have (weight 2):”, or that nothing at all is a must. */
function headedAt(reading: Reading, at: number, end: number, structured: boolean): Found<Base> | undefined {
  const soft = allSoft(reading, at)
  if (soft >= 0 && (wordAt(reading, soft - 1) === ':' || isOver(reading, soft)))
    return { value: { mode: 'preferred', weight: null, lasts: true }, end: soft }
  const heading = headingAt(reading, at)
  if (heading === undefined) return undefined
  const bracket = wordAt(reading, heading.end) === '('
  const weight = weightOf(reading, bracket ? heading.end + 1 : heading.end, bracket)
  const weighed =
    heading.mode !== 'preferred' || weight === undefined
      ? heading.end
      : bracket && wordAt(reading, weight.end) === ')'
        ? weight.end + 1
        : weight.end
  const closed = /^(?::|=|->)$/.test(wordAt(reading, weighed)) ? weighed + 1 : -1
  if (closed < 0 || closed > end) return undefined
  const value: Base = {
    mode: heading.mode,
    weight: weighed > heading.end ? (weight?.value.value ?? null) : null,
    ...(weighed > heading.end ? assumedOf(weight?.value) : {}),
    lasts: structured || beginsLine(reading, closed),
  }
  return { value, end: closed }
}

type Weighed = Pick<Section, 'weight'>

interface Opened extends Found<Open> {
  /** Where it ends, when that is known. */
  readonly until?: number
}

/** A section that begins at a token, by the words that say how it counts. */
function openedAt(reading: Reading, at: number, end: number, before: readonly Weighed[]): Opened | undefined {
  const labelled = label(reading, at) < 0 ? undefined : weightAt(reading, at)
  if (labelled !== undefined && labelled.end <= end) return preferredFrom(labelled.end, labelled.value)
  const insisted = insist(reading, at)
  if (insisted >= 0 && insisted <= end)
    return { value: { mode: 'required', weight: null, from: insisted }, end: insisted }
  const much = preferMuch(reading, at)
  const more = moreAt(reading, at, end)
  if (more !== undefined) {
    const { from, assumed, ...place } = more
    return { value: { mode: 'preferred', weight: null, from, assumed }, ...place }
  }
  const liked = Math.max(prefer(reading, at), much)
  if (liked >= 0 && liked <= end) {
    const said = weightAt(reading, liked)
    return preferredFrom(said?.end ?? liked, said?.value ?? sizeSaid(reading, at, liked))
  }
  const number = reading.tokens[at]?.number
  const goesOn = before.some(({ weight }) => weight !== null)
  const behind = number === undefined || !goesOn ? -1 : moreFor(reading, at + 1)
  if (number !== undefined && behind >= 0) return preferredFrom(behind, { value: number })
  const given = givenAt(reading, at, end)
  return given && { ...preferredFrom(given.from, given.weight), ...given.place }
}

const preferredFrom = (from: number, weight: Weight | undefined): Opened => ({
  value: { mode: 'preferred', weight: weight?.value ?? null, from, ...assumedOf(weight) },
  end: from,
})

const moreFor = phrase('for|if|when|to')

/** Whether tokens [from, to) are nothing but words that say how what follows counts: “Dealbreakers:”. */
export const saysHow = (reading: Reading, from: number, to: number): boolean =>
  headedAt(reading, from, to, false)?.end === to || openedAt(reading, from, to, [])?.end === to
