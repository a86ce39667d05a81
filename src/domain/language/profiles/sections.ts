import { phrase, skip } from '../grammar/phrase.ts'
import { type Found, type Reading, wordAt } from '../grammar/reading.ts'

/** A stretch of a description in which everything has one mode. */
export interface Section {
  /** What must hold or must not, as its own words say; or what is preferred. */
  readonly mode: 'required' | 'preferred'
  /** Of what is preferred; null where none is said. */
  readonly weight: number | null
  /** The tokens of what is described. */
  readonly from: number
  readonly to: number
}

const prefer = phrase(
  'with? a|an|some|strong? preference for',
  'prefer|preferring|prefers|preferably|favor|favour|favoring|favouring|prioritize|prioritise|prioritizing',
  'we|i prefer|favor|favour|like?',
  'preferred|optional|optionally|preferences|preference :',
  'ideally ,?',
  'bonus|extra|more|additional? points|point|credit for|if|when|:',
  'bonus for|if|when|:',
  'a|as|big? bonus|plus if|when|for|:',
  'nice to have|haves :?',
  'nice-to-have|nice-to-haves :?',
  'would|will|it be? nice|great|better if|when',
  "it would|'d be nice|great|better if|when",
  'better if|when',
  'score|scoring|reward|rate|rank up? higher for|if|when?',
  'score|scoring|reward|boost|upweight up? for|:?',
  'give more? points|weight|credit to|for|if',
)
/** Behind what is preferred: "Series B preferred". */
const preferredBehind = phrase(
  'is|are|being? preferred',
  'is|are|would|being be? a|an? big? plus|bonus|advantage',
  'is|are|would be? nice|great|ideal to? have?',
  'nice to have',
  'nice-to-have',
  'if possible|available',
)
const require_ = phrase(
  'must|should|has|have|need|needs|required|requires|require|mandatory have|be|use|to?',
  'only',
)
const deny = phrase(
  'exclude|excludes|excluding|except|without|never|no',
  'leave|leaving|rule|filter out',
  'but|and? not|never|no',
  'do not|n’t|dont include|want',
)
const leave = phrase('exclude|excludes|excluding', 'leave|leaving out')
const joiner = phrase(',|;|.|and|but|also|plus|with|then|—|–|:|(|)|&')
const lead = phrase(',|;|.|and|but|also|plus|then|—|–|:|)')
const ends = phrase(';|.')

/** `weight 3`, `(weight: 3)`, `worth 2 points`, `3 points for` */
function weightAt(reading: Reading, at: number): Found<number> | undefined {
  const opened = wordAt(reading, at) === '(' ? at + 1 : at
  const named = weightWord(reading, opened)
  const number = reading.tokens[named < 0 ? opened : named]?.number
  if (number === undefined) return undefined
  const behind = (named < 0 ? opened : named) + 1
  const points = pointsWord(reading, behind)
  if (named < 0 && points < 0) return undefined
  const closed = Math.max(points, behind)
  const end = wordAt(reading, closed) === ')' ? closed + 1 : closed
  return { value: number, end: skip(reading, end, towards) }
}
const weightWord = phrase('weight|weighted|weighing of|at|by|:|=?', 'worth', 'with? a? weight of|:|=?')
const pointsWord = phrase('points|point|pts')
const towards = phrase('for|if|when|on|to|:')

/** The first token of the clause that ends here: behind the last joining word. */
function clauseStart(reading: Reading, from: number, at: number): number {
  for (let i = at - 1; i >= from; i--)
    if (/^(?:,|;|\.|:|and|but|plus|also)$/.test(wordAt(reading, i))) return i + 1
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
  let open: { mode: Section['mode']; weight: number | null; from: number } = {
    mode: 'required',
    weight: null,
    from: start,
  }
  const close = (at: number): void => {
    sections.push(...trimmed(reading, { ...open, to: at }))
  }
  for (let at = start; at < end; ) {
    const bounded = at === start || at === open.from || joiner(reading, at - 1) === at
    const weight = weightAt(reading, at)
    const liked = prefer(reading, at)
    if (liked >= 0 && liked <= end) {
      close(at)
      const given = weightAt(reading, liked)
      open = { mode: 'preferred', weight: given?.value ?? null, from: given?.end ?? liked }
      at = open.from
    } else if (weight !== undefined && weight.end <= end) {
      if (bounded && at > open.from) {
        close(at)
        open = { mode: 'preferred', weight: weight.value, from: weight.end }
      } else if (at === open.from) {
        open = { mode: 'preferred', weight: weight.value, from: weight.end }
      } else {
        // Behind what it is the weight of: that alone is preferred.
        const { mode } = open
        const from =
          open.mode === 'preferred' && open.weight === null ? open.from : clauseStart(reading, open.from, at)
        close(from)
        open = { mode: 'preferred', weight: weight.value, from }
        close(at)
        // A list of what is preferred goes on behind one weight of it.
        open = { mode, weight: null, from: weight.end }
      }
      at = weight.end
    } else {
      const behind = preferredBehind(reading, at)
      if (behind >= 0 && (behind >= end || joiner(reading, behind) >= 0)) {
        const from = clauseStart(reading, open.from, at)
        close(from)
        open = { mode: 'preferred', weight: null, from }
        close(at)
        open = { mode: 'required', weight: null, from: behind }
        at = behind
        continue
      }
      const turns =
        open.mode === 'preferred' &&
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
