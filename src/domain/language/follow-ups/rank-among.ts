import { canonicalJson } from '#kernel/hash.ts'
import { withPieces } from '../../conditions/facets/facet.ts'
import { allOf } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { wordAt } from '../grammar/reading.ts'
import { conditionsOf, conjuncts, type Edit, rebuild } from './edit.ts'
import type { FollowUp, Refined } from './refined.ts'

const ranking = phrase(
  'rank|ranked|ranking only|just among|within?',
  'rank|ranked|ranking among|amongst|within only|just?',
  'take the? top|best|rank|ranking only|just? among|amongst|within|of only|just?',
)
const those = phrase('those|people|customers|the|ones who|that|in|from|with?')
const THEM = /^(?:them|those|these)$/

/** `rank only those in Spain`, `rank only them`: the one rank at hand, taken among them alone. */
export function rankingAmong({ reading, current, from, to, part }: FollowUp): Refined {
  const start = ranking(reading, from)
  const [held, more] = conditionsOf(current).filter(({ type }) => type === 'rank')
  if (start < 0 || start >= to || held?.type !== 'rank' || more !== undefined) return undefined
  const beside = conjuncts(current).filter((one) => one !== held)
  const them = to === start + 1 && THEM.test(wordAt(reading, start))
  const next = them
    ? beside
    : [part(start, to) ?? part(skip(reading, start, those), to)].filter((one) => one !== undefined)
  if (next.length === 0) return { kind: 'unclear' }
  const among = allOf([...(held.among === undefined ? [] : [held.among]), ...next])
  const rank = withPieces(held, [['among'], among])
  // Whom it is taken among is in it, and need not be said beside it.
  const said = new Set(next.map((one) => canonicalJson(one)))
  const criteria =
    rank && rebuild(current, (one) => (one === held ? rank : said.has(canonicalJson(one)) ? undefined : one))
  if (rank === undefined || criteria === undefined) return { kind: 'unclear' }
  const edit: Edit = { criteria, says: 'ranked among them alone', put: [rank], taken: [held] }
  return { kind: 'edit', edit, said: { from: start, to }, firm: true }
}
