import { phrase, skip } from '../grammar/phrase.ts'
import { type Found, type Reading, said as textOf, wordAt } from '../grammar/reading.ts'
import {
  prefer,
  preferMuch,
  MUCH,
  leaveOut,
  outBehind,
  mustBehind,
  needNot,
  mustLabel,
  preferredBehind,
  require_,
  deny,
  leave,
  ofName,
  joiner,
  lead,
  ends,
} from './section-words.ts'

/** A stretch of a description in which everything has one mode. */
export interface Section {
  /** What must hold or must not, as its own words say; what is preferred; or what must not hold. */
  readonly mode: 'required' | 'preferred' | 'excluded'
  /** Of what is preferred; null where none is said. */
  readonly weight: number | null
  /** How words that say no number were taken for the weight. */
  readonly assumed?: string
  /** The tokens of what is described. */
  readonly from: number
  readonly to: number
}

/** `weight 3`, `(weight: 3)`, `worth 2 points`, `3 points for` */
function weightAt(reading: Reading, at: number): Found<number> | undefined {
  const opened = wordAt(reading, at) === '(' ? at + 1 : at
  const named = weightWord(reading, opened)
  const number = reading.tokens[named < 0 ? opened : named]?.number
  if (number === undefined) return undefined
  const behind = (named < 0 ? opened : named) + 1
  const points = pointsWord(reading, behind)
  // “Score 10: …” is a weight, and “score 60” is none.
  if (named >= 0 && label(reading, opened) === named && wordAt(reading, behind) !== ':') return undefined
  if (named < 0 && points < 0) return undefined
  const closed = Math.max(points, behind)
  const end = wordAt(reading, closed) === ')' ? closed + 1 : closed
  return { value: number, end: skip(reading, end, towards) }
}
const weightWord = phrase(
  'weight|weighted|weighing|w of|at|by|:|=?',
  'worth',
  'with? a? weight of|:|=?',
  // How “w=20” is spelled out.
  'with =|:',
  'with? a|the? preference|bonus|boost of',
  'score|scores|points|pts',
)
const label = phrase('score|scores|points|pts')
/** “Give Fintech companies a preference of 30”, “give hiring 20 points” */
const give = phrase('give|grant|award|rank|score')
const given = phrase(
  'a|an|some|the? preference|bonus|boost|priority|weight of?',
  'a|an|some? higher|extra|more|bonus score|points|weight|credit|priority of?',
  'higher|first',
)
const moreFor = phrase('for|if|when')
const pointsWord = phrase('points|point|pts')
const towards = phrase('for|if|when|on|to|:')

/** The first token of the clause that ends here: behind the last joining word. */
function clauseStart(reading: Reading, from: number, at: number): number {
  for (let i = at - 1; i >= from; i--)
    if (/^(?:,|;|\.|:|and|but|plus|also)$/.test(wordAt(reading, i)) && !ofName(reading, i)) return i + 1
  return from
}

/** A section without joining words at its ends; nothing where it holds nothing else. */
export function trimmed(reading: Reading, section: Section): readonly Section[] {
  let { from, to } = section
  while (from < to && lead(reading, from) === from + 1) from++
  while (to > from && joiner(reading, to - 1) === to) to--
  return from < to ? [{ ...section, from, to }] : []
}

/** The modes of tokens [start, end), each up to the next that says another. */
export function sectionsOf(reading: Reading, start: number, end: number): readonly Section[] {
  const sections: Section[] = []
  let open: Omit<Section, 'to'> = { mode: 'required', weight: null, from: start }
  const close = (at: number): void => {
    sections.push(...trimmed(reading, { ...open, to: at }))
  }
  /** The clause that ends here is a section of its own; what was open goes on behind it. */
  const apart = (at: number, behind: number, section: Pick<Section, 'mode' | 'weight'>): void => {
    const { mode } = open
    const from = clauseStart(reading, open.from, at)
    close(from)
    open = { ...section, from }
    close(at)
    open = { mode, weight: null, from: behind }
  }
  const isOver = (at: number): boolean => at >= end || joiner(reading, at) >= 0
  for (let at = start; at < end; ) {
    const bounded = at === start || at === open.from || joiner(reading, at - 1) === at
    const opening = bounded ? openedAt(reading, at, end, sections) : undefined
    if (opening !== undefined) {
      close(at)
      open = opening.value
      if (opening.until !== undefined) {
        close(opening.until)
        open = { mode: 'required', weight: null, from: opening.end }
      }
      at = opening.end
      continue
    }
    const weight = weightAt(reading, at)
    if (weight !== undefined && weight.end <= end) {
      const ahead = towards(reading, weight.end - 1) >= 0
      if (
        open.mode === 'preferred' &&
        open.weight === null &&
        at > open.from &&
        !ahead &&
        isOver(weight.end)
      ) {
        open = { ...open, weight: weight.value }
        close(at)
        // A list of what is preferred goes on behind one weight of it.
        open = { mode: 'preferred', weight: null, from: weight.end }
      } else if (bounded && (at === open.from || ahead || !isOver(weight.end))) {
        close(at)
        open = { mode: 'preferred', weight: weight.value, from: weight.end }
      } else {
        apart(bounded ? at - 1 : at, weight.end, { mode: 'preferred', weight: weight.value })
      }
      at = weight.end
      continue
    }
    const liked = preferredBehind(reading, at)
    const unneeded = needNot(reading, at)
    const out = outBehind(reading, at)
    const must = mustBehind(reading, at)
    if (at > open.from && unneeded >= 0 && isOver(unneeded)) {
      if (open.mode === 'preferred') {
        close(at)
        open = { mode: 'required', weight: null, from: unneeded }
      } else apart(at, unneeded, { mode: 'preferred', weight: null })
      at = unneeded
    } else if (at > open.from && liked >= 0 && isOver(liked)) {
      apart(at, liked, { mode: 'preferred', weight: null })
      open = { ...open, mode: 'required' }
      at = liked
    } else if (at > open.from && out >= 0 && isOver(out)) {
      apart(at, out, { mode: 'excluded', weight: null })
      open = { ...open, mode: 'required' }
      at = out
    } else if (at > open.from && must >= 0 && isOver(must)) {
      close(at)
      open = { mode: 'required', weight: null, from: must }
      at = must
    } else {
      const turns =
        open.mode !== 'required' &&
        (ends(reading, at) >= 0 || (bounded && (require_(reading, at) >= 0 || deny(reading, at) >= 0)))
      // What is left out is read by itself.
      const leavesOut = open.mode === 'required' && bounded && leave(reading, at) >= 0
      if ((turns || leavesOut) && at > open.from) {
        close(at)
        open = { mode: 'required', weight: null, from: at }
      }
      at++
    }
  }
  close(end)
  return sections
}

interface Opened extends Found<Omit<Section, 'to'>> {
  /** Where it ends, when that is known. */
  readonly until?: number
}

/** A section that begins at a token, by the words that say how it counts. */
function openedAt(reading: Reading, at: number, end: number, before: readonly Section[]): Opened | undefined {
  const labelled = label(reading, at) < 0 ? undefined : weightAt(reading, at)
  if (labelled !== undefined && labelled.end <= end) {
    return { value: { mode: 'preferred', weight: labelled.value, from: labelled.end }, end: labelled.end }
  }
  const much = preferMuch(reading, at)
  const liked = Math.max(prefer(reading, at), much)
  if (liked >= 0 && liked <= end) {
    const said = weightAt(reading, liked)
    const from = said?.end ?? liked
    const strongly = much >= 0 && said === undefined
    const says = `“${textOf(reading, at, liked)}” is read as weight ${MUCH}, where what is simply preferred has 1.`
    return {
      value: {
        mode: 'preferred',
        weight: said?.value ?? (strongly ? MUCH : null),
        from,
        ...(strongly ? { assumed: says } : {}),
      },
      end: from,
    }
  }
  const must = mustLabel(reading, at)
  if (must >= 0 && must <= end) return { value: { mode: 'required', weight: null, from: must }, end: must }
  const out = leaveOut(reading, at)
  if (out >= 0 && out <= end) return { value: { mode: 'excluded', weight: null, from: out }, end: out }
  const number = reading.tokens[at]?.number
  const goesOn = before.some(({ weight }) => weight !== null)
  const more = number === undefined || !goesOn ? -1 : moreFor(reading, at + 1)
  if (number !== undefined && more >= 0)
    return { value: { mode: 'preferred', weight: number, from: more }, end: more }
  return givenAt(reading, at, end)
}

/** Whether tokens [from, to) are nothing but words that say how what follows counts: “Dealbreakers:”. */
export const saysHow = (reading: Reading, from: number, to: number): boolean =>
  openedAt(reading, from, to, [])?.end === to

/** “Give Fintech companies a preference of 30” */
function givenAt(reading: Reading, at: number, end: number): Opened | undefined {
  const from = give(reading, at)
  if (from < 0) return undefined
  for (let i = from + 1; i < end && ends(reading, i) < 0; i++) {
    const weight = weightAt(reading, i)
    const words = given(reading, i)
    const number = words < 0 ? undefined : reading.tokens[words]?.number
    const behind = weight?.end ?? (words < 0 ? -1 : words + (number === undefined ? 0 : 1))
    if (behind < 0 || behind > end) continue
    const value = weight?.value ?? number ?? null
    const points = pointsWord(reading, behind)
    return {
      value: { mode: 'preferred', weight: value, from },
      until: i,
      end: Math.max(points, behind),
    }
  }
  return undefined
}
