import { canonicalJson } from '#kernel/hash.ts'
import { withList } from '../../conditions/facets/lists.ts'
import { withPieces } from '../../conditions/facets/facet.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { allOf } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { tokenize } from '../tokens/tokenize.ts'
import { changeOf, conditionsOf, conjuncts, type Edit, rebuild } from './edit.ts'
import { isDenied, valuesOf } from './edit-values.ts'
import { countriesOf, isPlace, liesWithin } from './places-within.ts'
import { firmly, type FollowUp, type Refined, refinedBy, suffixInstead, trimmed } from './refined.ts'

const widen = phrase(
  'widen|broaden|expand|extend|open|stretch|enlarge|grow|scale|take|make|do|go|set|switch|change|move|use|try|include|cover it|that|this|them|things|the? search|audience|area|scope|net|segment|location? up|out|back? to|into|over|across|for|be|cover|include?',
)
const whole = phrase(
  'the? whole|entire|complete|rest|entirety of? the?',
  'all|anywhere|anyone|anybody|everywhere|everyone|everybody|people of|in|from|across|over? the?',
  'all over the?',
  'across the?',
)
const wholeBehind = phrase(
  ', all|anywhere|everywhere|everyone|everybody of|in? it|there|country|place?',
  ', the? whole|entire of? it|there|country|place|thing|lot?',
  'as a whole',
  'altogether',
  'wide|-wide',
  '- wide',
  'in total|general',
)
const wholeCountry = phrase(
  'the? whole|entire|full|complete country|nation|state',
  'nationwide|countrywide|country-wide|nation-wide',
  'nation|country - wide',
  'the country as a whole',
  'all|anywhere|everywhere|everyone|everybody over|in|across the|that country',
  'all of the country',
)
const notOnly = phrase('not just|only|merely', 'not limited|restricted to')
const notOnlyBehind = phrase(
  ',|;|-|.|(? and? not just|only|merely',
  ',? instead of just|only',
  ',? rather than just|only',
)
const where = phrase('in|from')
const but = phrase(',? but also?', ',', ',? rather', '. it is?')

/** `widen it to the whole of France`, `not just Paris, all of France`: a place gives way to one around it. */
export function widerPlace(follow: FollowUp): Refined {
  const { reading, current, from, to: said, part } = follow
  const end = beforeHeld(follow, trimmed(reading, said, suffixInstead))
  const named = behindHeld(follow, end)
  const to = named === undefined ? trimmed(reading, end, wholeBehind) : end
  let at = named ?? from
  let opened = named !== undefined || to < end
  for (let i = 0; i < 3; i++) {
    const next = Math.max(widen(reading, at), whole(reading, at))
    if (next < 0 || next >= to || wholeCountry(reading, at) === to) break
    opened = true
    at = next
  }
  const country = wholeCountry(reading, at) === to || wholeCountry(reading, at) === end
  if (!country && !opened) return undefined
  const around = country ? countriesAround(current) : [part(at, to)]
  const edits = around.map((one) => (one !== undefined && isPlace(one) ? widened(current, one) : undefined))
  const found = firmly(refinedBy(changeOf(edits, 'Which country?'), at, said))
  return found ?? (country ? { kind: 'unclear' } : undefined)
}

/** "not just Paris, all of France": the token behind what is at hand. */
function behindHeld({ reading, current, from }: FollowUp, to: number): number | undefined {
  const not = notOnly(reading, from)
  const start = not < 0 ? not : skip(reading, not, where)
  for (let i = start + 1; not >= 0 && i < to; i++) {
    const next = but(reading, i)
    if (next < 0 || next >= to) continue
    const named = reading.tokens.slice(start, i).map(({ word }) => word)
    return placesIn(current).some((place) => names(place, named)) ? next : undefined
  }
  return undefined
}

/** "the whole of Germany, not just Munich": the token before what is at hand. */
function beforeHeld({ reading, current, from }: FollowUp, to: number): number {
  for (let i = from + 1; i < to; i++) {
    const behind = notOnlyBehind(reading, i)
    if (behind < 0 || behind >= to) continue
    const named = reading.tokens.slice(skip(reading, behind, where), to).map(({ word }) => word)
    if (placesIn(current).some((place) => names(place, named))) return i
  }
  return to
}

const names = (place: Criteria, words: readonly string[]): boolean =>
  (valuesOf(place) ?? []).some(
    (value) =>
      tokenize(value)
        .map(({ word }) => word)
        .join(' ') === words.join(' '),
  )

const placesIn = (current: Criteria) =>
  conditionsOf(current)
    .filter(isPlace)
    .filter((place) => !isDenied(current, place))

/** So many countries may have a city of that name; the large ones are offered. */
const MOST = 3

/** The country that all places at hand lie in; each of them, where several have places of those names. */
function countriesAround(current: Criteria): readonly (Criteria | undefined)[] {
  const [first, ...others] = placesIn(current)
  if (first === undefined || first.field === 'country') return []
  const countries = countriesOf(first).filter((country) =>
    others.every((other) => countriesOf(other).includes(country)),
  )
  const field = withPieces(first, [['field'], 'country'])
  return countries.slice(0, MOST).map((country) => field && withList(field, ['value'], [country]))
}

function widened(current: Criteria, around: Criteria): Edit | undefined {
  const within = placesIn(current).filter((place) => liesWithin(place, around))
  if (within.length === 0) return undefined
  const gone = (part: Criteria): boolean => within.some((one) => one === part)
  const put = rebuild(current, (part) =>
    gone(part) || ('any' in part && part.any.every(gone)) ? around : part,
  )
  if (put === undefined) return undefined
  const parts = new Map(conjuncts(put).map((part) => [canonicalJson(part), part]))
  return { criteria: allOf([...parts.values()]), says: 'all of it', put: [around], taken: within }
}
