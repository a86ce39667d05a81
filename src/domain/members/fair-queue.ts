/** Work of several requests, each with a line of its own: they take turns, one piece each. */
export interface FairQueue<T> {
  /** The next piece, from the request that had its turn longest ago. */
  next(): T | undefined
  line(): Line<T>
}

export interface Line<T> {
  add(piece: T): void
  /** Takes everything back that waits. */
  clear(): readonly T[]
}

export function createFairQueue<T>(): FairQueue<T> {
  // Only lines in which something waits. The first is next; after its turn it goes to the end.
  const lines = new Set<T[]>()

  return {
    next() {
      for (const line of lines) {
        lines.delete(line)
        const piece = line.shift()
        if (line.length > 0) lines.add(line)
        return piece
      }
      return undefined
    },
    line() {
      const line: T[] = []
      return {
        add(piece) {
          line.push(piece)
          lines.add(line)
        },
        clear() {
          lines.delete(line)
          return line.splice(0)
        },
      }
    },
  }
}
