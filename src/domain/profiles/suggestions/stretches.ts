import type { Instant } from '#kernel/clock.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { and, andNot, type Bitset, count } from '../../members/bitset.ts'
import type { Members } from '../../members/members.ts'
import type { Way } from './outcomes/define.ts'

const DAY = 86_400
/** To be learnt from, and to be held against. */
const LEAST = { earlier: 30, later: 10 } as const
/** The part that stands for the later records where nobody noted when outcomes came about. */
export const LATER_SHARE = 0.3

/** Whose outcome came about in a stretch of time, and what it was. */
export interface Stretch {
  /** As of when what records had is asked. */
  readonly beginning: Instant
  readonly end: Instant
  readonly good: Bitset
  readonly bad: Bitset
}

/** One way to look at an outcome, read. */
export interface Looked {
  readonly way: Way
  readonly stretches: readonly Stretch[]
  /** How many more of each there have to be; both 0 where there are enough. */
  readonly missing: { readonly good: number; readonly bad: number }
}

interface Reading {
  readonly members: Members
  readonly now: Instant
  readonly signal?: AbortSignal | undefined
  /** Whom it is about, of all there are; null for everybody. */
  readonly around: Criteria | null
}

/** The first of the ways that has enough records; else the one that has the most. */
export async function lookAt(ways: readonly [Way, ...Way[]], reading: Reading): Promise<Looked> {
  const [first, ...others] = ways
  let most = await look(first, reading)
  for (const way of others) {
    if (isEnough(most)) break
    const looked = await look(way, reading)
    if (isEnough(looked) || known(looked) > known(most)) most = looked
  }
  return most
}

export const isEnough = ({ missing: { good, bad } }: Looked): boolean => good + bad === 0

const known = ({ stretches }: Looked): number =>
  stretches.reduce((sum, { good, bad }) => sum + count(good) + count(bad), 0)

async function look(way: Way, reading: Reading): Promise<Looked> {
  const { now } = reading
  if (way.kind === 'present') {
    const stretch = await stretchOf(way.among, way.good, { beginning: now, end: now, amongAt: now }, reading)
    const least = Math.ceil(LEAST.earlier / (1 - LATER_SHARE))
    const lacking = (set: Bitset) => Math.max(0, least - count(set))
    return { way, stretches: [stretch], missing: { good: lacking(stretch.good), bad: lacking(stretch.bad) } }
  }
  const stretches: Stretch[] = []
  for (let nth = way.stretches; nth > 0; nth--) {
    const beginning = now - nth * way.days * DAY
    const end = beginning + way.days * DAY
    const amongAt = way.among.asOf === 'end' ? end : beginning
    stretches.push(await stretchOf(way.among.criteria, way.good, { beginning, end, amongAt }, reading))
  }
  const lacking = (side: 'good' | 'bad') => {
    const counts = stretches.map((stretch) => count(stretch[side]))
    const later = counts.at(-1) ?? 0
    const earlier = counts.reduce((sum, one) => sum + one, 0) - later
    return Math.max(0, LEAST.earlier - earlier) + Math.max(0, LEAST.later - later)
  }
  return { way, stretches, missing: { good: lacking('good'), bad: lacking('bad') } }
}

async function stretchOf(
  among: Criteria,
  good: Criteria,
  { beginning, end, amongAt }: { beginning: Instant; end: Instant; amongAt: Instant },
  { members, signal, around }: Reading,
): Promise<Stretch> {
  const at = (asOf: Instant) => ({ asOf, ...(signal && { signal }) })
  const whose = (await members.of(around === null ? among : { all: [among, around] }, at(amongAt))).bits
  const well = (await members.of(good, at(end))).bits
  return { beginning, end, good: and(whose, well), bad: andNot(whose, well) }
}
