import { add, type Bitset, bitsetFor, has } from './bitset.ts'
import type { ValueColumns, ValuesInOrder } from './reader-messages.ts'

/** Everybody who has a number, the least first, then by id: what a list is paged through. */
export interface Order extends ValuesInOrder {
  /** Who stands in it. */
  readonly ranked: Bitset
  readonly byteLength: number
}

/**
 * Sorts numbers and places ids by them, without a comparison function: a million take a fraction of a second. Equal
 * numbers stay in the order they came in.
 */
export function orderOf({ ids, values }: ValueColumns): ValuesInOrder {
  const sorted = values.slice().sort()
  const placed = new Uint32Array(ids.length)
  const taken = new Uint32Array(ids.length)
  for (let i = 0; i < ids.length; i++) {
    const first = firstAtLeast(sorted, values[i] ?? 0)
    placed[first + (taken[first] ?? 0)] = ids[i] ?? 0
    taken[first] = (taken[first] ?? 0) + 1
  }
  return { ids: placed, values: sorted }
}

/** Adds who stands in an order, once for all pages. */
export function withRanked({ ids, values }: ValuesInOrder, highestId: number): Order {
  const ranked = bitsetFor(highestId)
  for (const id of ids) add(ranked, id)
  return { ids, values, ranked, byteLength: ids.byteLength + values.byteLength + ranked.byteLength }
}

/** Where a page begins: behind this customer. Those without a number come last, by id. */
export type Place =
  | { readonly kind: 'start' }
  | { readonly kind: 'ranked'; readonly value: number; readonly id: number }
  /** Behind whoever stands at this place: for orders whose numbers tell nothing apart. */
  | { readonly kind: 'at'; readonly place: number }
  | { readonly kind: 'unranked'; readonly id: number }

/** So many members behind a place, in the order or against it; whoever has no number is last both ways. */
export function membersBehind(
  members: Bitset,
  order: Order,
  { direction, from, most }: { direction: 'asc' | 'desc'; from: Place; most: number },
): readonly number[] {
  const found: number[] = []
  if (from.kind !== 'unranked') {
    const { ids } = order
    const step = direction === 'asc' ? 1 : -1
    let at = firstPlace(order, from, step)
    for (; at >= 0 && at < ids.length && found.length < most; at += step) {
      const id = ids[at] ?? 0
      if (has(members, id)) found.push(id)
    }
  }
  const behind = from.kind === 'unranked' ? from.id : 0
  for (const id of unranked(members, order.ranked, behind)) {
    if (found.length >= most) break
    found.push(id)
  }
  return found
}

function firstPlace(order: Order, from: Exclude<Place, { kind: 'unranked' }>, step: 1 | -1): number {
  switch (from.kind) {
    case 'start':
      return step === 1 ? 0 : order.ids.length - 1
    case 'at':
      return from.place + step
    case 'ranked':
      return placeBehind(order, from, step)
  }
}

/** The first place behind a customer, who need not stand there any more. */
function placeBehind({ ids, values }: Order, after: { value: number; id: number }, step: 1 | -1): number {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const value = values[middle] ?? 0
    const id = ids[middle] ?? 0
    const before =
      value < after.value || (value === after.value && (step === 1 ? id <= after.id : id < after.id))
    if (before) low = middle + 1
    else high = middle
  }
  return step === 1 ? low : low - 1
}

/** Members outside the order, with ids above `behind`, ascending. */
function* unranked(members: Bitset, ranked: Bitset, behind: number): Generator<number> {
  for (let i = behind >>> 5; i < members.length; i++) {
    let word = (members[i] ?? 0) & ~(ranked[i] ?? 0)
    while (word !== 0) {
      const lowest = word & -word
      const id = (i << 5) + (31 - Math.clz32(lowest))
      if (id > behind) yield id
      word ^= lowest
    }
  }
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
