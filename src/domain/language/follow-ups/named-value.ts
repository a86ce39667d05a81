import { type Facet } from '../../conditions/facets/facet.ts'
import { listsIn, withList } from '../../conditions/facets/lists.ts'
import type { Condition } from '../../conditions/index.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Reading } from '../grammar/reading.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import {
  type Change,
  changeOf,
  conditionsOf,
  type Edit,
  narrowing,
  replacing,
  replacingEach,
} from './edit.ts'

/** Names that say nothing of people by themselves, and the keys that conditions have for them. */
const KEYS: Readonly<Record<string, string>> = {
  campaign: 'campaign',
  discount_code: 'code',
  channel: 'channel',
  device: 'device',
}

const before = phrase(
  'the|with|for|using|from|in|via',
  'with|for|using|from|in|via the',
  'the? campaign|issue|edition|code|channel|newsletter|email',
)
const behind = phrase('campaign|issue|edition|code|email|newsletter|one|ones')

interface Named {
  readonly key: string
  readonly values: readonly string[]
}

/** "Weekly 41", "VIP15", "in the marketplace": all of tokens [from, to) as such a name. */
function namedAt(reading: Reading, from: number, to: number): Named | undefined {
  for (const start of [from, skip(reading, from, before)])
    for (const { field, values, end, match } of reading.links.at(start)) {
      const key = KEYS[field]
      if (key !== undefined && match === 'whole' && (end === to || behind(reading, end) === to))
        return { key, values }
    }
  return undefined
}

type Place = Facet<readonly string[]> & { readonly condition: Condition }

const placesOf = (current: Criteria, key: string): readonly Place[] =>
  conditionsOf(current).flatMap((condition) =>
    listsIn(condition)
      .filter(({ path }) => path.at(-1) === key)
      .map((facet) => ({ condition, ...facet })),
  )

/** "opened Weekly 41 but did not click it": of one campaign, which another stands in for in each part. */
function sameInAll(current: Criteria, places: readonly Place[], values: readonly string[]): Edit | undefined {
  const [first, ...others] = places
  if (first === undefined || others.length === 0) return undefined
  if (!others.every(({ value }) => value.join() === first.value.join())) return undefined
  const nexts = new Map<Criteria, Criteria>()
  for (const { condition, path } of places) {
    const put = nexts.has(condition) ? undefined : withList(condition, path, values)
    if (put === undefined) return undefined
    nexts.set(condition, put)
  }
  return replacingEach(current, nexts, 'this instead')
}

/** `it should be Weekly 41`, `the same with VIP15`: a name in the place of another of its kind within a condition. */
export function replaceNamed(
  reading: Reading,
  current: Criteria,
  [from, to]: readonly [number, number],
  old?: readonly [number, number],
): Change | undefined {
  const next = namedAt(reading, from, to)
  const held = old && namedAt(reading, ...old)
  if (next === undefined || (old !== undefined && held?.key !== next.key)) return undefined
  const places = placesOf(current, next.key)
  const everywhere = sameInAll(current, places, next.values)
  if (everywhere !== undefined) return { kind: 'edit', edit: everywhere }
  const edits = places.flatMap(({ condition, path, value }) => {
    if (held !== undefined && !held.values.every((one) => value.includes(one))) return []
    const left = held === undefined ? [] : value.filter((one) => !held.values.includes(one))
    const put = withList(condition, path, [...new Set([...left, ...next.values])])
    return put === undefined ? [] : [replacing(current, condition, put, 'this instead')]
  })
  return changeOf(edits, 'In which part should it stand?')
}

/** `tablet counts too`: a name beside another of its kind within a condition, of which one is enough. */
export function addNamed(
  reading: Reading,
  current: Criteria,
  [from, to]: readonly [number, number],
): Change | undefined {
  const next = namedAt(reading, from, to)
  if (next === undefined) return undefined
  const edits = placesOf(current, next.key).map((place) => eitherOf(current, place, next.values))
  return changeOf(edits, 'In which part should it count too?')
}

function eitherOf(
  current: Criteria,
  { condition, path, value }: Place,
  values: readonly string[],
): Edit | undefined {
  const put = withList(condition, path, [...new Set([...value, ...values])])
  return put && replacing(current, condition, put, 'either of them')
}

/** A name where only one place at hand holds names of its kind, with that place. */
function onePlace(reading: Reading, current: Criteria, [from, to]: readonly [number, number]) {
  const next = namedAt(reading, from, to)
  const [place, ...more] = next === undefined ? [] : placesOf(current, next.key)
  return next === undefined || place === undefined || more.length > 0
    ? undefined
    : { values: next.values, place }
}

/** "and tablet" of orders on mobile: on one of the two, or on each of them? */
export function besideNamed(
  reading: Reading,
  current: Criteria,
  stretch: readonly [number, number],
): Change | undefined {
  const found = onePlace(reading, current, stretch)
  if (found === undefined) return undefined
  const { values, place } = found
  const either = eitherOf(current, place, values)
  const other = withList(place.condition, place.path, values)
  return changeOf(
    [either, either && other && narrowing(current, other, 'this as well')],
    'Is one of the two enough, or does it have to be both?',
  )
}

/** "but not WELCOME10" of those who used a code: they did not use that one. */
export function withoutNamed(
  reading: Reading,
  current: Criteria,
  stretch: readonly [number, number],
): Change | undefined {
  const found = onePlace(reading, current, stretch)
  if (found === undefined) return undefined
  const { values, place } = found
  if (values.some((value) => place.value.includes(value))) return undefined
  const other = withList(place.condition, place.path, values)
  return other && { kind: 'edit', edit: narrowing(current, { none: [other] }, 'without them') }
}
