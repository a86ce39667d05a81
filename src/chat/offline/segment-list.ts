import { z } from 'zod'
import { compare, comparisonWords, numberWords } from '#domain/conditions/shared/comparison.ts'
import type { Command } from '#domain/language/interpretation.ts'
import { type Segment, segmentSchema } from '#domain/segments/schema.ts'
import { countOf, foldText, joinWords } from '#kernel/text.ts'
import type { Step } from './heard.ts'
import { call, failed, type Move, say, tell } from './move.ts'
import { unmarked } from './say.ts'

type Listing = Command & { readonly do: 'list_segments' }
type Pick = NonNullable<Listing['pick']>

/** All segments and lists, those with something in their name, or those that are picked by their size. */
export function segmentsListedMove({ search, pick, customer }: Listing, steps: readonly Step[]): Move {
  const [listed, all] = steps
  if (customer !== undefined) return listed === undefined ? call('list_segments', { customer }) : tell(listed)
  const names = search?.split(EITHER) ?? []
  if (listed === undefined) return call('list_segments', names.length === 1 ? { search } : {})
  const segments = segmentsIn(listed)
  if (segments === undefined) return tell(listed)
  if (search !== undefined && names.length > 1) {
    const named = segments.filter(({ name }) => names.some((one) => foldText(name).includes(foldText(one))))
    return say(named.length === 0 ? noneNamed(search, segments) : picked(named, {}))
  }
  if (search !== undefined && segments.length === 0) {
    if (all === undefined) return call('list_segments', {})
    const others = segmentsIn(all)
    return others === undefined ? tell(all) : say(noneNamed(search, others))
  }
  return pick === undefined ? tell(listed) : say(picked(segments, pick))
}

const detailsSchema = z.object({ segments: z.array(segmentSchema) })
const segmentsIn = (step: Step): readonly Segment[] | undefined =>
  failed(step) || 'error' in step.answer
    ? undefined
    : detailsSchema.safeParse(step.answer.details).data?.segments

/** “anything with buyer or purchase in the name” */
const EITHER = /\s+or\s+|\s*[/|]\s*/iu

/** Names alone are searched: whoever looks for what it holds sees which there are. */
const noneNamed = (search: string, all: readonly Segment[]): string =>
  `No segment or list has “${unmarked(search)}” in its name. What is in them isn’t searched; these are there: ${joinWords(
    all.map(({ name }) => `“${unmarked(name)}”`),
    'and',
  )}. “Explain …” tells what one of them is.`

interface Counted extends Segment {
  readonly members: number
}
const isCounted = (segment: Segment): segment is Counted => segment.members !== null

function picked(all: readonly Segment[], pick: Pick): string {
  const { kind, order, top, sized } = pick
  const ofKind = all.filter((segment) => kind === undefined || segment.kind === kind)
  const counted = ofKind.filter(isCounted)
  const fitting = counted.filter(({ members }) => sized?.every((test) => compare(members, test)) ?? true)
  const sign = order === 'smallest' ? 1 : -1
  const inOrder = order === undefined ? fitting : fitting.toSorted((a, b) => sign * (a.members - b.members))
  // Those as large as the last one belong to it.
  const last = top === undefined ? undefined : inOrder[top - 1]?.members
  const shown = last === undefined ? inOrder : inOrder.filter(({ members }) => sign * (members - last) <= 0)
  const uncounted = ofKind.length - counted.length
  return [
    heading({ of: ofKind.length, shown: shown.length, what: WHAT[kind ?? 'all'] }, pick),
    ...shown.map(
      ({ name, kind: own, members }) =>
        `- ${unmarked(name)} (${KINDS[own]}): ${countOf(members, 'customer')}`,
    ),
    ...(uncounted === 0 ? [] : [`${countOf(uncounted, 'other')} not counted yet.`]),
  ].join('\n')
}

const WHAT = { all: 'segments and lists', default: 'RFM segments', list: 'lists' } as const
const KINDS = { default: 'RFM segment', list: 'list', custom: 'segment' } as const

interface Heading {
  readonly of: number
  readonly shown: number
  readonly what: string
}

function heading({ of, shown, what }: Heading, { order, top, sized }: Pick): string {
  const sizes = sized?.map((test) => comparisonWords(test, numberWords)).join(' and ')
  const those = sizes === undefined ? `${of} ${what}` : `${of} ${what} that there are`
  if (shown === 0)
    return sizes === undefined ? `There are no ${what}.` : `None of the ${of} ${what} has ${sizes} customers.`
  if (top !== undefined)
    return `The ${order}${shown === 1 ? '' : ` ${shown}`} of ${sizes === undefined ? those : `the ${what} with ${sizes} customers`}:`
  const sorted = order === undefined ? '' : `, the ${order} first`
  return sizes === undefined
    ? `${those}${sorted}:`
    : `${shown} of ${of} ${what} with ${sizes} customers${sorted}:`
}
