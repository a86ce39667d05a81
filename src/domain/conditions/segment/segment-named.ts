import { phrase, skip } from '../../language/grammar/phrase.ts'
import type { Found, Reading } from '../../language/grammar/reading.ts'
import type { Link } from '../../language/linking/links.ts'
import { stem } from '../../language/linking/stem.ts'
import { wordsOf } from '../../language/linking/value-index.ts'
import { DEFAULT_SEGMENTS } from '../../segments/defaults.ts'

const before = phrase(
  'the|our|my? rfm? segment|list|audience|group|tier|stage called|named?',
  'the|our|my|a|an',
)
const after = phrase(
  'segment|list|audience|group|segments|members|member|tier|status|stage|customers|customer',
)

/** The twelve by their own names, and by those of one word that people say for them. */
const SPOKEN = DEFAULT_SEGMENTS.flatMap(({ id, name }) => [
  { id, name, words: wordsOf(name) },
  ...(name === 'Loyal Customers' ? [{ id, name, words: ['loyal'] }] : []),
  ...(name === "Can't Lose Them" ? [{ id, name, words: wordsOf('cannot lose them') }] : []),
  ...(name === "Can't Lose Them"
    ? [
        { id, name, words: ['can', 'not', 'lose', 'them'] },
        { id, name, words: ['can', 'not', 'lose'] },
      ]
    : []),
])

interface Named {
  readonly id: string
  readonly name: string
  /** Where it was found among the company's own segments and lists. */
  readonly link?: Link
}

/** A segment or list by its name: `Champions`, `the “At Risk” segment`, `our VIP list`. */
export function segmentNamed(reading: Reading, at: number): Found<Named> | undefined {
  const start = skip(reading, at, before)
  const link = reading.links.at(start).find(({ field }) => field === 'segment')
  const [id] = link?.values ?? []
  const rfm = spokenAt(reading, start)
  if (link !== undefined && id !== undefined && link.end >= (rfm?.end ?? 0)) {
    return { value: { id, name: link.label, link }, end: skip(reading, link.end, after) }
  }
  return rfm && { ...rfm, end: skip(reading, rfm.end, after) }
}

function spokenAt(reading: Reading, at: number): Found<Named> | undefined {
  const token = reading.tokens[at]
  const quoted = token?.kind === 'quoted' ? wordsOf(token.text.slice(1, -1)) : undefined
  let best: Found<Named> | undefined
  for (const { id, name, words } of SPOKEN) {
    const said = quoted ?? reading.tokens.slice(at, at + words.length).map((one) => stem(one.word))
    if (said.length !== words.length || !words.every((word, i) => said[i] === word)) continue
    const end = quoted === undefined ? at + words.length : at + 1
    if (best === undefined || end > best.end) best = { value: { id, name }, end }
  }
  return best
}
