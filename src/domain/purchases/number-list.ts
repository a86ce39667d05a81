const ZERO = '0'.charCodeAt(0)
const MINUS = '-'.charCodeAt(0)

/** Whole numbers one behind the other, out of lists that a database answered as texts. */
export interface NumberList {
  readonly length: number
  /** Adds the numbers of a list with commas between them. */
  add(list: string): void
  /** As they are until the next `add` or `clear`. */
  values(): Float64Array
  clear(): void
}

/** Grows as it needs to, and keeps its room: one serves all pieces. */
export function numberList(): NumberList {
  let room = new Float64Array(4096)
  let length = 0
  return {
    get length() {
      return length
    },
    add(list) {
      // Each number but the last takes two characters at least.
      const most = length + ((list.length + 1) >>> 1)
      if (most > room.length) {
        const larger = new Float64Array(2 * most)
        larger.set(room)
        room = larger
      }
      length = parse(list, room, length)
    },
    values: () => room.subarray(0, length),
    clear() {
      length = 0
    },
  }
}

function parse(list: string, into: Float64Array, from: number): number {
  let at = from
  let value = 0
  let negative = false
  for (let i = 0; i < list.length; i++) {
    const code = list.charCodeAt(i)
    if (code >= ZERO) value = 10 * value + code - ZERO
    else if (code === MINUS) negative = true
    else {
      into[at++] = negative ? -value : value
      value = 0
      negative = false
    }
  }
  into[at++] = negative ? -value : value
  return at
}
