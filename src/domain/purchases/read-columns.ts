import { beginOf, type LineColumns, lineColumns, type OrderColumns, orderColumns, PIECE } from './columns.ts'
import { numberList } from './number-list.ts'

/** What the queries of columns answer: see queries.ts. */
export type OrderLists = readonly (string | null)[]
export type LineLists = readonly [id: number, products: string, amounts: string]

// Room that one piece after the other uses: a thread reads one at a time.
const [first, second] = [numberList(), numberList()]

/** A piece of order columns; `before` with the customers at the offsets `changed` made anew. */
export function ordersIn(
  [ids, ...lists]: OrderLists,
  low: number,
  before?: { readonly piece: OrderColumns; readonly changed: readonly number[] },
): OrderColumns {
  const columns = orderColumns(low)
  const named = [columns.orders, columns.spent, columns.lastAt]
  if (before !== undefined) {
    const { piece, changed } = before
    for (const [at, column] of [piece.orders, piece.spent, piece.lastAt].entries()) {
      named[at]?.set(column)
      for (const offset of changed) if (named[at] !== undefined) named[at][offset] = 0
    }
  }
  const who = listed(first, ids)
  for (const [at, column] of named.entries()) {
    const values = listed(second, lists[at])
    if (values.length !== who.length) throw new Error('Each buyer has all columns')
    for (let i = 0; i < who.length; i++) column[(who[i] ?? 0) - low] = values[i] ?? 0
  }
  return columns
}

function listed(list: typeof first, text: string | null | undefined): Float64Array {
  list.clear()
  if (text !== null && text !== undefined) list.add(text)
  return list.values()
}

/** A piece of line columns, of rows by ascending ids. */
export function linesIn(rows: readonly LineLists[], low: number): LineColumns {
  first.clear()
  second.clear()
  const ends = new Uint32Array(PIECE)
  let next = 0
  for (const [id, ofProducts, ofAmounts] of rows) {
    const nth = id - low
    ends.fill(first.length, next, nth)
    first.add(ofProducts)
    second.add(ofAmounts)
    ends[nth] = first.length
    next = nth + 1
  }
  ends.fill(first.length, next)
  if (first.length !== second.length) throw new Error('Every order line has a product and an amount')
  const [products, amounts] = [first.values(), second.values()]
  let [highestProduct, least, most] = [0, 0, 0]
  for (let line = 0; line < products.length; line++) {
    const product = products[line] ?? 0
    const amount = amounts[line] ?? 0
    if (product > highestProduct) highestProduct = product
    if (amount < least) least = amount
    else if (amount > most) most = amount
  }
  const wide = most >= 2 ** 31 || least < -(2 ** 31)
  const columns = lineColumns(low, { lines: products.length, wide, highestProduct })
  columns.ends.set(ends)
  columns.products.set(products)
  columns.amounts.set(amounts)
  return columns
}

/** The piece from before, with the lines of the customers at these ascending offsets out of `fresh`. */
export function linesWith(before: LineColumns, changed: readonly number[], fresh: LineColumns): LineColumns {
  const dropped = changed.reduce((sum, nth) => sum + (before.ends[nth] ?? 0) - beginOf(before, nth), 0)
  const made = lineColumns(before.low, {
    lines: before.products.length - dropped + fresh.products.length,
    wide: [before, fresh].some(({ amounts }) => amounts instanceof Float64Array),
    highestProduct: Math.max(before.highestProduct, fresh.highestProduct),
  })
  let at = 0
  /** The lines of the customers from `first` until before `end`. */
  const copy = (from: LineColumns, first: number, end: number) => {
    if (first >= end) return
    const [begin, until] = [beginOf(from, first), from.ends[end - 1] ?? 0]
    made.products.set(from.products.subarray(begin, until), at)
    made.amounts.set(from.amounts.subarray(begin, until), at)
    for (let nth = first; nth < end; nth++) made.ends[nth] = (from.ends[nth] ?? 0) - begin + at
    at += until - begin
  }
  let next = 0
  for (const nth of changed) {
    copy(before, next, nth)
    copy(fresh, nth, nth + 1)
    next = nth + 1
  }
  copy(before, next, PIECE)
  return made
}
