import { canonicalJson } from '#kernel/hash.ts'
import type { Condition } from '../../conditions/index.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { type Assumed, assumedBy } from './assumed.ts'
import { clashOf, listOf, unite } from '../../criteria/unite.ts'
import { knowsPlaces } from './known-places.ts'
import { allOf, anyOf, type Meaning, negated, UNKNOWN_PLACES } from './meaning.ts'
import { NO_SPENDING, NON_BUYERS, onlyBuyers } from './non-buyers.ts'

/** A request as it is built: phrases under "and", "or" and "not". */
export type Node =
  | {
      readonly kind: 'leaf'
      readonly meaning: Meaning
      readonly from: number
      readonly to: number
      /** How the word said before it denies it: "visited" in "haven’t bought or visited". */
      readonly deniedAs?: 'done' | 'do' | 'doing' | 'noun'
      /** In brackets of its own: what stands beside them lends it no time, and is lent none. */
      readonly bracketed?: true
    }
  | {
      readonly kind: 'all' | 'any'
      readonly of: readonly Node[]
      readonly spoken?: true
      /** "at the same time": all of it holds, even what nobody can meet together. */
      readonly literal?: true
    }
  | { readonly kind: 'not'; readonly of: Node }
  | { readonly kind: 'xor'; readonly of: readonly [Node, Node] }

export type Leaf = Extract<Node, { kind: 'leaf' }>

/** The phrases of a request, in reading order. */
export function leavesIn(node: Node): readonly Leaf[] {
  switch (node.kind) {
    case 'leaf':
      return [node]
    case 'not':
      return leavesIn(node.of)
    case 'all':
    case 'any':
    case 'xor':
      return node.of.flatMap(leavesIn)
  }
}

/** A group; groups of the same kind inside of it become its own members. */
export function group(kind: 'all' | 'any', of: readonly Node[], spoken?: true): Node {
  const [only] = of
  if (of.length === 1 && only !== undefined) return only
  const flat = of.flatMap((node) =>
    node.kind === kind && node.literal !== true && (node.spoken === true || spoken === undefined)
      ? node.of
      : [node],
  )
  return { kind, of: flat, ...(spoken ? { spoken } : {}) }
}

/** Criteria, and what was assumed or found contradictory on the way. Parts in doubt are left out. */
export interface Built {
  readonly criteria?: Criteria
  readonly assumptions: readonly Assumed[]
  /** A pair of conditions that nobody can meet together. */
  readonly impossible?: readonly [Criteria, Criteria]
  /** What excludes each other was asked for at the same time. */
  readonly literal?: true
}

export function build(node: Node): Built {
  switch (node.kind) {
    case 'leaf':
      return {
        ...(node.meaning.criteria === undefined ? {} : { criteria: node.meaning.criteria }),
        assumptions: assumedBy(node.meaning.assumptions, node.from, node.to),
      }
    case 'not': {
      const inner = build(node.of)
      // Who never bought is left out with those who are denied.
      const assumptions = inner.assumptions.filter(({ says }) => says !== NON_BUYERS && says !== NO_SPENDING)
      return {
        ...inner,
        assumptions,
        ...(inner.criteria === undefined ? {} : { criteria: negated(inner.criteria) }),
      }
    }
    case 'xor': {
      const [a, b] = node.of.map(build)
      const assumptions = [...(a?.assumptions ?? []), ...(b?.assumptions ?? [])]
      if (a?.criteria === undefined || b?.criteria === undefined) return { assumptions }
      return {
        criteria: {
          any: [{ all: [a.criteria, negated(b.criteria)] }, { all: [b.criteria, negated(a.criteria)] }],
        },
        assumptions,
      }
    }
    case 'all':
    case 'any':
      return joined(node)
  }
}

function joined({ kind, of, spoken, literal }: Extract<Node, { kind: 'all' | 'any' }>): Built {
  const parts = (literal === true ? of : shareWindows(of)).map(build)
  const asSaid = literal === true || parts.some((part) => part.literal === true)
  const assumptions = parts.flatMap((part) => part.assumptions)
  const impossible = parts.find((part) => part.impossible !== undefined)?.impossible
  const said = parts.flatMap((part) => (part.criteria === undefined ? [] : [part.criteria]))
  const joinedByAnd = kind === 'all' && spoken === true && !asSaid
  const jobs = joinedByAnd ? jobsApart(of) : undefined
  const apart = jobs ?? (joinedByAnd ? clashOf(said.map((one) => flatten('all', one))) : undefined)
  const inhabitants = joinedByAnd && of.length === said.length && of.every(describesInhabitants)
  const united = inhabitants
    ? [{ any: said }]
    : apart && uniteApart(said, jobs !== undefined && of.every(isJob))
  const members = united ?? said.flatMap((one) => flatten(kind, one))
  const merged = unique(kind === 'any' ? unite(members) : members)
  const clash = kind === 'all' && !asSaid ? clashOf(merged.map((one) => [one])) : undefined
  const opposed = kind === 'all' && !asSaid ? opposedIn(merged) : undefined
  const shown = impossible ?? clash ?? opposed ?? (united === undefined ? jobs : undefined)
  const bought = kind === 'all' && merged.some(onlyBuyers)
  const placed = kind === 'all' && knowsPlaces(merged)
  const needless = [...(bought ? [NON_BUYERS, NO_SPENDING] : []), ...(placed ? [UNKNOWN_PLACES] : [])]
  const stated = assumptions.filter(({ says }) => !needless.includes(says))
  return {
    ...(merged.length === 0 ? {} : { criteria: (kind === 'all' ? allOf : anyOf)(merged) }),
    assumptions: united === undefined ? stated : [...stated, { says: EITHER, ...stretchOf(of) }],
    ...(shown === undefined ? {} : { impossible: shown }),
    ...(asSaid ? { literal: true as const } : {}),
  }
}

function unique(parts: readonly Criteria[]): Criteria[] {
  const seen = new Map(parts.map((part) => [canonicalJson(part), part]))
  return [...seen.values()]
}

/** The tokens from the first to the last word of some parts. */
export function stretchOf(of: readonly Node[]): { readonly from: number; readonly to: number } {
  const parts = of.flatMap(leavesIn)
  return { from: Math.min(...parts.map(({ from }) => from)), to: Math.max(...parts.map(({ to }) => to)) }
}

/** "outside Germany, plus any VP in Germany": the same place is asked for and left out. */
function opposedIn(parts: readonly Criteria[]): readonly [Criteria, Criteria] | undefined {
  for (const part of parts) {
    const key = canonicalJson(negated(part))
    const other = parts.find((one) => canonicalJson(one) === key)
    if (other !== undefined) return [part, other]
  }
  return undefined
}

export const EITHER =
  '“and” between places, jobs or groups that nobody is in at once is read as either of them.'

/** A spoken "and" between what excludes each other means either: of two values, or of two groups of people. */
function uniteApart(said: readonly Criteria[], jobs: boolean): readonly Criteria[] | undefined {
  if (jobs) return [{ any: unite(said) }]
  const lists = said.filter((one) => listOf(one) !== undefined)
  if (clashOf(lists.map((one) => [one])) !== undefined) return unite(said)
  return said.length === 2 ? [{ any: said }] : undefined
}

/** "Californians with 3+ orders, New Yorkers with 5+": people of a place, with something of their own. */
const describesInhabitants = (node: Node): boolean => {
  const [first] = node.kind === 'all' && node.of.length > 1 ? node.of : []
  const place = first?.kind === 'leaf' && first.meaning.nominal === true ? first.meaning.criteria : undefined
  return (
    place !== undefined &&
    isCondition(place) &&
    place.type === 'attribute' &&
    /^(?:country|region|city)$/.test(place.field)
  )
}

const isJob = (node: Node): node is Leaf => node.kind === 'leaf' && node.meaning.job !== undefined

/** "DevOps Engineers and CTOs": a title, and another job beside it. */
function jobsApart(of: readonly Node[]): readonly [Criteria, Criteria] | undefined {
  const jobs = of.map((node) =>
    affirmed(node)
      .filter(isJob)
      .flatMap(({ meaning }) => meaning.criteria ?? []),
  )
  const titled = jobs.findIndex((part) => part.some(asksTitle))
  const [one] = jobs[titled] ?? []
  const other = jobs.find(([first], i) => i !== titled && first !== undefined)?.[0]
  return one === undefined || other === undefined ? undefined : [one, other]
}

/** What is asked of them, and not what is left out. */
const affirmed = (node: Node): readonly Leaf[] =>
  node.kind === 'leaf' ? [node] : node.kind === 'not' || node.kind === 'xor' ? [] : node.of.flatMap(affirmed)

const asksTitle = (criteria: Criteria): boolean =>
  isCondition(criteria) && criteria.type === 'person' && criteria.field === 'title'

const flatten = (kind: 'all' | 'any', criteria: Criteria): readonly Criteria[] =>
  kind === 'all'
    ? 'all' in criteria
      ? criteria.all
      : [criteria]
    : 'any' in criteria
      ? criteria.any
      : [criteria]

type Timed = Condition & { type: 'events' }

/**
 * "opened but never clicked in the last 90 days", "opened 3 e-mails in the last 30 days, clicked none": the window of
 * one is said for both.
 */
function shareWindows(nodes: readonly Node[]): readonly Node[] {
  return nodes.map((node, i) => {
    const next = firstOf(nodes[i + 1])
    if (isBracketed(node)) return node
    const earlier = noneBehind(nodes[i - 1], node)
    if (earlier !== undefined) return earlier
    const mine = eventOf(node)
    const theirs = eventOf(next)
    if (node.kind !== 'leaf' || mine === undefined || theirs?.within === undefined || next?.kind !== 'leaf')
      return node
    if (mine.within !== undefined || isBracketed(next) || next.from - node.to > 2) return node
    // "opened at least 3 e-mails without clicking, last 30 days": what is denied goes with what was done.
    if (node.meaning.ever === true || (node.to - node.from > SHORT && !isNone(theirs))) return node
    const criteria: Criteria = { ...mine, within: theirs.within }
    const assumptions = [...node.meaning.assumptions, 'The window is read for both of them.']
    return { ...node, meaning: { ...node.meaning, criteria, assumptions } }
  })
}

/** What is said first of what all holds: “… but did not click in the last 30 days, and who ordered last week”. */
const firstOf = (node: Node | undefined): Node | undefined =>
  node?.kind === 'all' ? firstOf(node.of[0]) : node

/** So many words at most are a deed that shares what is said behind the next one. */
const SHORT = 4

const isNone = ({ op, value }: Timed): boolean => op === '=' && value === 0

const isBracketed = (node: Node): boolean => node.kind === 'leaf' && node.bracketed === true

const IN_THAT_TIME = 'The window said before it is read for it too; say “ever” for any time.'

/** "… , clicked none": right behind what was done in a time, without "never", so that it is of that time. */
function noneBehind(before: Node | undefined, node: Node): Node | undefined {
  const [done, none] = [eventOf(before), eventOf(node)]
  if (before?.kind !== 'leaf' || node.kind !== 'leaf' || none?.within !== undefined) return undefined
  if (before.bracketed === true) return undefined
  if (done?.within === undefined || none === undefined || !isNone(none)) return undefined
  if (node.from - before.to > 2 || node.meaning.ever === true) return undefined
  const criteria: Criteria = { ...none, within: done.within }
  const assumptions = [...node.meaning.assumptions, IN_THAT_TIME]
  return { ...node, meaning: { ...node.meaning, criteria, assumptions } }
}

function eventOf(node: Node | undefined): Timed | undefined {
  const criteria = node?.kind === 'leaf' ? node.meaning.criteria : undefined
  return criteria !== undefined && isCondition(criteria) && criteria.type === 'events' ? criteria : undefined
}
