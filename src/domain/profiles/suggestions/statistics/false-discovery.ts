/** Of the findings that are told, this share at most is expected to be chance. */
const FALSE_SHARE = 0.05

/**
 * Which of many tests still count once it is considered how many were made: the procedure of Benjamini and Yekutieli
 * (Annals of Statistics 29, 2001), which is stricter than that of Benjamini and Hochberg by Σ 1/i and holds however the
 * tests hang together, as bands of one field do. Answers the largest p that counts; 0 where none does.
 */
export function threshold(ps: readonly number[], share = FALSE_SHARE): number {
  const sorted = ps.toSorted((a, b) => a - b)
  const allowed = perTest(ps.length, share)
  return sorted.findLast((p, at) => p <= (at + 1) * allowed) ?? 0
}

/**
 * How much of a test’s intervals may miss, where `told` of `tried` are told: intervals of what was chosen by looking
 * must be wider (Benjamini and Yekutieli, JASA 100, 2005: false coverage rate).
 */
export const missRate = (told: number, tried: number): number =>
  Math.max(1, told) * perTest(tried, FALSE_SHARE)

const perTest = (tests: number, share: number): number => {
  let harmonic = 0
  for (let i = 1; i <= tests; i++) harmonic += 1 / i
  return tests === 0 ? share : share / (tests * harmonic)
}
