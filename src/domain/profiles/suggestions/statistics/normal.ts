/**
 * The chance of a standard normal variable above z, right to seven digits however far out (Press et al., Numerical
 * Recipes, §6.2: erfcc).
 */
export function upperTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.5 * x)
  const series = CHEBYSHEV.reduceRight((sum, coefficient) => sum * t + coefficient, 0)
  const half = (t * Math.exp(-x * x + series)) / 2
  return z >= 0 ? half : 1 - half
}

const CHEBYSHEV = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
]

/** The z above which so much of a standard normal variable lies, for tails of at most a half. */
export function zOfTail(tail: number): number {
  let [low, high] = [0, 40]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (upperTail(middle) > tail) low = middle
    else high = middle
  }
  return (low + high) / 2
}
