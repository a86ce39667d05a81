import { type Phrase, phrase, skip } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { type Commanded, done, doubtOf } from './commanded.ts'
import { theOthers, theSame } from './compared-others.ts'
import { segmentAt, whichSegment } from './segment-reference.ts'
import { isOver } from './whole.ts'

const SEGMENTS = 'the|my|our? segments|lists|audiences|groups :?'
const FIGURE =
  'size|sizes|spend|spending|revenue|sales|overlap|members|counts|count|numbers|figures|orders|aov|aovs|basket|ltv|clv|value|countries'
/** What is compared of them: a comparison tells all that there is. */
const figure = phrase(
  `the|their? total|average|mean|median|lifetime|number? order|basket? ${FIGURE} of|for|in|between?`,
  'the|their? average|mean|lifetime? order|customer|basket value|size of|for|in|between?',
  'by|on|in the? size|spend|aov|revenue|value :',
  SEGMENTS,
)
/** "who spends more, A or B?" */
const whoMore = phrase(
  "who|which|what one|segment|list|audience|group|of? spends|spend|orders|order|buys|buy|has|have|is|'s|are|brings|makes|generates|earns a|the? more|most|less|least|better|higher|highest|lower|lowest|bigger|biggest|larger|largest|smaller|smallest often|frequently|money|revenue|people|customers|members|orders|average|aov|order|spend|value|basket|ltv? order? value|size? ,|:|-|,|of?",
  'are|is there more|fewer people|customers|members in|on',
  'what|which of',
)
const than = phrase(
  'bigger|larger|smaller|better|higher|lower|more|less than that|those|the|aov|one? of?',
  'spend|spends|order|orders|buy|buys|have|has a|the? more|less|fewer|higher|lower|bigger|larger|smaller money|often|people|customers|members|revenue|orders|average|aov? order? value? than',
  'as big|large|small|good|valuable as',
  'completely|fully|entirely|wholly|totally|all|also? contained|included|part|inside in|of|within?',
  'a? subset|superset of',
)
const compare = phrase(
  'compare the|their? sizes|size|counts|numbers? of|between?',
  'compare',
  'comparison|comparisons of|between|:?',
  "what is|are|'s",
  'a|the comparison of|between|:?',
  'how is|are',
  'show|give|make me|us? a|the? comparison of|between|:?',
  'put|show|see|place|lay me|us?',
  'what do|does',
  'how do|does|much|many|big? people|customers? do|does|of?',
  "what is|are|'s the? overlap|difference|intersection|differences of|between|in?",
  'overlap|intersection|difference|differences|venn diagram? of|between|for?',
  'show me? the? overlap|difference|intersection of|between?',
  'is there an? overlap between',
  'how big|large|much|strong|high is|was the|their? overlap|intersection|crossover of|between|in|for?',
  'what|how much overlap is|exists? there? is? of|between|in?',
  'size of the overlap|intersection of|between?',
  'do|does',
  'which|what one|segment|list|audience? is|has|are? the? bigger|larger|smaller|biggest|more|fewer people|customers|members? ,|:?',
  'is|are',
)
export const joint = phrase(
  'and|with|to|vs|versus|against|,|&|or',
  'vs .',
  'compare|compares|compared|differ|differs to|with|from|against|and',
  'compared|relative|next to|with',
  'stack|stacks|hold|holds|measure|measures|fare|fares up? against|to|with|next',
  'overlap with',
)
const overlapEnd = phrase(
  'overlap|overlaps|differ|compare|intersect',
  'have|share in? common?',
  'side by side',
  'next to each other|another',
  'overlap with each other',
  'different|alike|similar|overlapping',
  'compared',
  'bigger|larger|smaller',
  'the? same size?',
)
const versus = phrase('vs|versus|against', 'vs .', 'compared|relative|next to|with', 'side by side')
const pair = phrase('and|&|or')

/** Of whoever is at hand. */
const compareThat = phrase(
  'how does|do|did that|it|this|they|these|those compare with|to|against|versus|vs',
  'how does|do that|it|this|they|these|those stack up against|to|with',
  'compare that|it|this|them|these|those with|to|against|and|vs|versus',
  'what is|are the? overlap|difference|intersection of|between? that|it|this|them|these|those and|with',
  'overlap of|between? that|it|this|them|these|those and|with',
  'that|this|these|those vs|versus|against',
  'how much|far does|do that|it|this|they|these|those overlap with',
)
/** "what share of VIP is in Champions?" is told by how they overlap. */
const share = phrase(
  'are|is all|every|everyone|everybody|each in|on|of? the|my|our?',
  'what|which % of',
  "what|which is|'s? the? percentage|percent|share|proportion|part|fraction of",
  'how much of',
  'the? percentage|percent|share|proportion of',
)
const shared = phrase(
  'is|are|was|were also? in|on|within|part|members|inside of?',
  'also? in|on|within',
  'is|are also?',
  'also',
)

/** `compare A and B`, `how much do A and B overlap?`, `A vs B`, `what share of A is in B?` */
export function comparing(reading: Reading, start: number): Commanded | undefined {
  return comparedToThat(reading, start) ?? sharedPart(reading, start) ?? comparedTwo(reading, start)
}

function comparedToThat(reading: Reading, start: number): Commanded | undefined {
  const opened = compareThat(reading, start)
  if (opened < 0 || reading.situation.criteria === undefined) return undefined
  const second = segmentAt(reading, opened)
  if (second === undefined && (theSame(reading, opened) >= 0 || theOthers(reading, opened) >= 0))
    return undefined
  if (second === undefined) return doubtOf(whichSegment(reading, opened, 'compare it with'))
  return !isOver(reading, second.end) ? undefined : done({ do: 'compare_segments', second: second.value.id })
}

function sharedPart(reading: Reading, start: number): Commanded | undefined {
  const opened = share(reading, start)
  const first = opened < 0 ? undefined : segmentAt(reading, opened)
  const inside = first === undefined ? -1 : shared(reading, first.end)
  const second = inside < 0 ? undefined : segmentAt(reading, inside)
  if (first === undefined || second === undefined) return undefined
  return !isOver(reading, skip(reading, second.end, bothWays))
    ? undefined
    : done({ do: 'compare_segments', first: first.value.id, second: second.value.id })
}

const bothWays = phrase(
  ',? and|& the? other way round|around',
  ',? and|& the? reverse|opposite|inverse',
  ',? and|& vice versa',
  ',? and|& what about|is the? other way round|around',
)

function comparedTwo(reading: Reading, start: number): Commanded | undefined {
  const verb = Math.max(compare(reading, start), whoMore(reading, start))
  const opened = skipAll(reading, verb < 0 ? start : verb, figure)
  const first = segmentAt(reading, opened)
  if (first === undefined) return undefined
  const joined = Math.max(joint(reading, first.end), than(reading, first.end))
  if (joined < 0) return undefined
  const second = segmentAt(reading, skip(reading, joined, ofThat))
  const beside = second !== undefined && overlapEnd(reading, second.end) > second.end
  if (verb < 0 && versus(reading, first.end) < 0 && !(beside && pair(reading, first.end) >= 0))
    return undefined
  const closed = second === undefined ? -1 : skip(reading, second.end, overlapEnd)
  // "compare VIP with everyone else": a group that is described.
  if (second === undefined && theOthers(reading, joined) >= 0) return undefined
  if (second === undefined) {
    return verb >= 0 && /^compare$/.test(reading.tokens[start]?.word ?? '')
      ? doubtOf(whichSegment(reading, joined, 'compare it with'))
      : undefined
  }
  // "… – size, spend, whatever you have": a comparison tells all that there is.
  if (!isOver(reading, skipAll(reading, closed, aspect))) return undefined
  // "how do A and B" alone says nothing yet.
  return done({ do: 'compare_segments', first: first.value.id, second: second.value.id })
}

const ofThat = phrase('that|those|the one|ones? of|in|for', 'the? aov|spend|size|revenue of')

function skipAll(reading: Reading, at: number, words: Phrase): number {
  let end = at
  for (let next = words(reading, end); next > end; next = words(reading, end)) end = next
  return end
}

const ASPECT =
  'size|sizes|spend|spending|revenue|overlap|members|counts|numbers|figures|orders|aov|value|products|countries|differences'
const aspect = phrase(
  `-|:|,|.|;|( and|&|or? the|their|how? total|average|mean? ${ASPECT}`,
  `has|have|with the? higher|highest|lower|lowest|bigger|biggest|most|more|better average|mean? order? ${ASPECT}`,
  `by|on|for|of|in|regarding|with and? the|their? total|average|mean? order? ${ASPECT}`,
  'in|on terms of size|spend|aov|revenue|value|money|orders',
  `and|or|& the|their? ${ASPECT}`,
  'for me|us',
  '-|:|,|( and|&|or? whatever|anything|everything|all|what else|more? you|we|there have|has|got|know|is|can?',
  ')',
)
