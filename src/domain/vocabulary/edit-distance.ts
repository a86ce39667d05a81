/**
 * How many single-letter slips lie between two texts: a letter too many, too few or wrong, or two neighbours
 * swapped (Damerau-Levenshtein, optimal string alignment). Undefined when there are more than `most`.
 */
export function slipsBetween(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let slips = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        slips = Math.min(slips, at(beforeLast, j - 2) + 1)
      }
      row.push(slips)
    }
    if (Math.min(...row) > most) return undefined
    beforeLast = last
    last = row
  }
  const slips = at(last, b.length)
  return slips <= most ? slips : undefined
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY
