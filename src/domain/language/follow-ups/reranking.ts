import { withPieces } from '../../conditions/facets/facet.ts'
import { measureBy } from '../../conditions/rank/rank-head-phrases.ts'
import { type Measure, plainMeasureAt } from '../../conditions/rank/rank-measure-phrases.ts'
import { type Size, sizeAt } from '../../conditions/rank/rank-parts-phrases.ts'
import type { RankCondition } from '../../conditions/rank/rank.ts'
import { phrase } from '../grammar/phrase.ts'
import type { Found, Reading } from '../grammar/reading.ts'
import { conditionsOf, replacing } from './edit.ts'
import type { FollowUp, Refined } from './refined.ts'

const measureVerb = phrase(
  'rank|ranked|sort|sorted|order|ordered|ranking|sorting|measure|measured it|them|that|these|those? by|on|according?',
  'judge|go|do it|them|that|these|those? by|on',
  'by|on|per',
  'based|depending on',
  'going by',
)
const top = phrase('top|best|first|highest|biggest|leading', 'the? top|best|first|highest|biggest|leading')
const bottom = phrase('bottom|worst|lowest|smallest|last', 'the? bottom|worst|lowest|smallest|last')
const small = phrase(
  'make|take|use|try|show|give|have|want|need|keep|do|get|say|set|it|that|them|these|those|us|me|to|be|the|a|an|of|instead|rather|please|and|but|,|.|;|then|now|just|only|customers|people|buyers|ones|in|with|for|up|down|go|let|i|we|would|should|like',
)
const LONGEST = 20

interface Said {
  measure?: Measure
  size?: Size
  direction?: RankCondition['direction']
}

/** `by number of orders instead, and make it 100`, `bottom 20`, `the top 5%`: of the one rank at hand. */
export function reranking({ reading, current, from, to }: FollowUp): Refined {
  const [held, more] = conditionsOf(current).filter((condition) => condition.type === 'rank')
  if (held?.type !== 'rank' || more !== undefined || to - from > LONGEST) return undefined
  const said = saidIn(reading, from, to)
  if (said === undefined || Object.keys(said).length === 0) return undefined
  if (said.measure !== undefined && said.measure.doubts.length > 0) return undefined
  const next = withPieces(held, ...piecesOf(held, said))
  const edit = next && replacing(current, held, next, 'ranked so instead')
  return edit && { kind: 'edit', edit, said: { from, to }, firm: true }
}

/** Every word of a stretch as something about a rank. */
function saidIn(reading: Reading, from: number, to: number): Said | undefined {
  const said: Said = {}
  for (let at = from; at < to; ) {
    const measure = said.measure === undefined ? byAt(reading, at) : undefined
    const size = said.size === undefined ? sizeAt(reading, at) : undefined
    const [up, down] = [top(reading, at), bottom(reading, at)]
    const next = Math.max(measure?.end ?? -1, size?.end ?? -1, up, down, small(reading, at))
    if (next < 0 || next > to) return undefined
    if (measure?.end === next) said.measure = measure.value
    else if (size?.end === next) said.size = size.value
    else if (up === next) said.direction = 'top'
    else if (down === next) said.direction = 'bottom'
    at = next
  }
  return said
}

function byAt(reading: Reading, at: number): Found<Measure> | undefined {
  const verb = measureVerb(reading, at)
  const behind = verb < 0 ? undefined : measureBy(reading, verb - 1)
  const plain = verb < 0 ? undefined : plainMeasureAt(reading, verb)
  if (plain !== undefined && plain.end > (behind?.end ?? -1))
    return { value: { by: plain.value, assumptions: [], doubts: [] }, end: plain.end }
  return behind
}

/** What it is ranked by takes its products and its time along, where it says its own. */
function piecesOf(held: RankCondition, { measure, size, direction }: Said) {
  const pieces: (readonly [path: readonly string[], value: unknown])[] = []
  if (measure !== undefined) {
    pieces.push([['by'], measure.by], [['of'], measure.of])
    if (measure.where !== undefined) pieces.push([['where'], measure.where])
    if (measure.within !== undefined) pieces.push([['within'], measure.within])
    if (held.by === 'random') pieces.push([['direction'], 'top'])
  }
  if (size !== undefined) {
    pieces.push([['percent'], 'percent' in size ? size.percent : undefined])
    pieces.push([['customers'], 'customers' in size ? size.customers : undefined])
  }
  if (direction !== undefined) pieces.push([['direction'], direction])
  return pieces
}
