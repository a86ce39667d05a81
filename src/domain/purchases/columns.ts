/**
 * What customers bought, as columns by customer id, in memory that threads share: what is worked out of them takes
 * milliseconds where SQL takes seconds. They come in pieces of so many ids, which never change once they are made.
 */
export const PIECE = 32_768

type Numbers = Float64Array<SharedArrayBuffer>
type WholeNumbers = Uint32Array<SharedArrayBuffer>

/** Of the counted orders of each customer from the id `low` on; all 0 for whoever has none. */
export interface OrderColumns {
  readonly low: number
  readonly orders: Numbers
  /** Minor units. */
  readonly spent: Numbers
  /** Epoch seconds. */
  readonly lastAt: Numbers
  readonly byteLength: number
}

/** The counted order lines of each customer from the id `low` on, one customer's behind the other's. */
export interface LineColumns {
  readonly low: number
  /** By customer: where their lines end, which is where those of the next begin. */
  readonly ends: WholeNumbers
  /** By line: internal ids. */
  readonly products: WholeNumbers
  /** By line: quantity × price, in minor units. Four bytes each where that is enough for all of the piece. */
  readonly amounts: Numbers | Int32Array<SharedArrayBuffer>
  /** No product has a higher id. */
  readonly highestProduct: number
  readonly byteLength: number
}

const numbers = (length: number): Numbers => new Float64Array(new SharedArrayBuffer(8 * length))

const wholeNumbers = (length: number): WholeNumbers => new Uint32Array(new SharedArrayBuffer(4 * length))

export function orderColumns(low: number): OrderColumns {
  const [orders, spent, lastAt] = [numbers(PIECE), numbers(PIECE), numbers(PIECE)]
  return { low, orders, spent, lastAt, byteLength: 3 * orders.byteLength }
}

/** Room for so many lines, `wide` where amounts may take more than four bytes. */
export function lineColumns(
  low: number,
  { lines, wide, highestProduct }: { lines: number; wide: boolean; highestProduct: number },
): LineColumns {
  const ends = wholeNumbers(PIECE)
  const products = wholeNumbers(lines)
  const amounts = wide ? numbers(lines) : new Int32Array(new SharedArrayBuffer(4 * lines))
  const byteLength = ends.byteLength + products.byteLength + amounts.byteLength
  return { low, ends, products, amounts, highestProduct, byteLength }
}

/** Where the lines of the nth customer of a piece begin. */
export const beginOf = ({ ends }: Pick<LineColumns, 'ends'>, nth: number): number =>
  nth === 0 ? 0 : (ends[nth - 1] ?? 0)
