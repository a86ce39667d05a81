/** Records of the same values, and how many of them turned out well. */
export interface Grouped {
  readonly x: readonly number[]
  readonly good: number
  readonly all: number
}

export interface Fitted {
  /** Of the constant, then of each x: what it adds to the log odds. */
  readonly coefficients: readonly number[]
  readonly covariance: readonly (readonly number[])[]
}

const STEPS = 25
/** A prior of next to nothing, so that what separates good from bad without exception has an end. */
const RIDGE = 1e-3

/**
 * Logistic regression by Newton’s method on grouped data (McCullagh and Nelder, Generalized Linear Models, §4.4).
 * Undefined where it does not come to rest.
 */
export function logistic(rows: readonly Grouped[]): Fitted | undefined {
  const width = 1 + (rows[0]?.x.length ?? 0)
  let coefficients: readonly number[] = Array.from({ length: width }, () => 0)
  for (let step = 0; step < STEPS; step++) {
    const slope: number[] = coefficients.map((coefficient) => -RIDGE * coefficient)
    const curve = Array.from({ length: width }, (_, i) =>
      Array.from({ length: width }, (_, j): number => (i === j ? RIDGE : 0)),
    )
    for (const { x, good, all } of rows) {
      const values = [1, ...x]
      const odds = values.reduce((sum, value, i) => sum + value * (coefficients[i] ?? 0), 0)
      const chance = 1 / (1 + Math.exp(-odds))
      values.forEach((value, i) => {
        slope[i] = (slope[i] ?? 0) + value * (good - all * chance)
        values.forEach((other, j) => {
          const row = curve[i]
          if (row !== undefined) row[j] = (row[j] ?? 0) + value * other * all * chance * (1 - chance)
        })
      })
    }
    const covariance = inverse(curve)
    if (covariance === undefined) return undefined
    const move = covariance.map((row) => row.reduce((sum, value, i) => sum + value * (slope[i] ?? 0), 0))
    coefficients = coefficients.map((coefficient, i) => coefficient + (move[i] ?? 0))
    if (move.every((one) => Math.abs(one) < 1e-8)) return { coefficients, covariance }
  }
  return undefined
}

/** By Gauss and Jordan; undefined for a matrix that has none. */
function inverse(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] | undefined {
  const width = matrix.length
  let rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))])
  for (let at = 0; at < width; at++) {
    const pivot = rows.slice(at).toSorted((a, b) => Math.abs(b[at] ?? 0) - Math.abs(a[at] ?? 0))[0]
    const lead = pivot?.[at] ?? 0
    if (pivot === undefined || Math.abs(lead) < 1e-12) return undefined
    const unit = pivot.map((value) => value / lead)
    const others = rows.filter((row) => row !== pivot)
    const cleared = others.map((row) => row.map((value, j) => value - (row[at] ?? 0) * (unit[j] ?? 0)))
    rows = [...cleared.slice(0, at), unit, ...cleared.slice(at)]
  }
  return rows.map((row) => row.slice(width))
}
