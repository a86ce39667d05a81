import { type OrderColumns, PIECE } from '../purchases/columns.ts'
import { add, type Bitset, bitsetFor, count, has } from './bitset.ts'

/** Everybody who has a number, the least first, then by id: what a list is paged through. In memory that threads share. */
export interface Order {
  readonly ids: Uint32Array<SharedArrayBuffer>
  /** The numbers beside them. */
  readonly values: Float64Array<SharedArrayBuffer>
  /** Who stands in it. */
  readonly ranked: Bitset
  readonly byteLength: number
}

/** What customers bought by which lists are put in order. Whoever never ordered has no last order. */
export type OrderBy = 'orders' | 'spent' | 'lastAt'

/**
 * Puts customers in order by a number of theirs. Of an order from before, at whatever state of the data, only those
 * are moved whose number is another one now: far less work, and the same order.
 */
export function orderBy(by: OrderBy, columns: readonly OrderColumns[], before = emptyOrder(0, 0)): Order {
  const numbers = numbersOf(by, columns)
  const stays = staying(before, numbers)
  const moved = inOrder(numbers, stays)
  const order = emptyOrder(count(stays) + moved.length, numbers.length)
  let at = 0
  const place = (id: number, value: number) => {
    order.ids[at] = id
    order.values[at++] = value
    add(order.ranked, id)
  }
  let from = 0
  /** Those who stay and come before this one. */
  const placeUntil = (id: number, value: number) => {
    for (; from < before.ids.length; from++) {
      const other = before.ids[from] ?? 0
      if (!has(stays, other)) continue
      const its = before.values[from] ?? 0
      if (its > value || (its === value && other > id)) return
      place(other, its)
    }
  }
  for (const id of moved) {
    const value = numbers[id] ?? 0
    placeUntil(id, value)
    place(id, value)
  }
  placeUntil(0, Number.POSITIVE_INFINITY)
  return order
}

/** Whose number is what it was. */
function staying({ ids, values }: Order, numbers: Float64Array): Bitset {
  const stays = bitsetFor(numbers.length)
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0
    if (numbers[id] === values[at]) add(stays, id)
  }
  return stays
}

/** An order of texts, as the database sorted whoever has one. */
export function orderListed(ids: readonly number[]): Order {
  const order = emptyOrder(ids.length, ids.reduce((most, id) => Math.max(most, id), 0) + 1)
  order.ids.set(ids)
  for (const id of ids) add(order.ranked, id)
  return order
}

function emptyOrder(length: number, end: number): Order {
  const ids = new Uint32Array(new SharedArrayBuffer(4 * length))
  const values = new Float64Array(new SharedArrayBuffer(8 * length))
  const ranked = new Uint32Array(new SharedArrayBuffer(4 * bitsetFor(end).length))
  return { ids, values, ranked, byteLength: ids.byteLength + values.byteLength + ranked.byteLength }
}

/** By id; not a number for whoever has none. */
function numbersOf(by: OrderBy, columns: readonly OrderColumns[]): Float64Array {
  const numbers = new Float64Array(PIECE * columns.length)
  for (const { low, orders, ...piece } of columns) {
    numbers.set(by === 'orders' ? orders : piece[by], low)
    if (by !== 'lastAt') continue
    for (let nth = 0; nth < PIECE; nth++) if (orders[nth] === 0) numbers[low + nth] = Number.NaN
  }
  // Nobody has the id 0.
  numbers[0] = Number.NaN
  return numbers
}

/**
 * Whoever has a number and does not stay, sorted without a comparison function: a million take a fraction of a second.
 * Equal numbers stay in the order of the ids.
 */
function inOrder(numbers: Float64Array, stays: Bitset): Uint32Array {
  const ids = new Uint32Array(numbers.length)
  let length = 0
  for (let id = 0; id < numbers.length; id++)
    if (!Number.isNaN(numbers[id]) && !has(stays, id)) ids[length++] = id
  const sorted = new Float64Array(length)
  for (let i = 0; i < length; i++) sorted[i] = numbers[ids[i] ?? 0] ?? 0
  sorted.sort()
  const placed = new Uint32Array(length)
  const taken = new Uint32Array(length)
  for (let i = 0; i < length; i++) {
    const id = ids[i] ?? 0
    const first = firstAtLeast(sorted, numbers[id] ?? 0)
    placed[first + (taken[first] ?? 0)] = id
    taken[first] = (taken[first] ?? 0) + 1
  }
  return placed
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
