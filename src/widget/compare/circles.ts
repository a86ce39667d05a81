/** Two circles whose areas, and that of what they share, are in proportion to three numbers. */
export interface Circles {
  readonly first: { readonly r: number; readonly x: number }
  readonly second: { readonly r: number; readonly x: number }
  /** From the left edge of the first to the right edge of what reaches furthest. */
  readonly width: number
  readonly height: number
}

/** The larger of the two has this radius. */
const LARGE = 100
const STEPS = 50

/** Where the circles lie for two groups and what both have; a group of nobody has no circle. */
export function circlesOf({
  first,
  second,
  both,
}: {
  readonly first: number
  readonly second: number
  readonly both: number
}): Circles {
  const most = Math.max(first, second, 1)
  const [a, b] = [first, second].map((n) => LARGE * Math.sqrt(n / most))
  const [r1, r2] = [a ?? 0, b ?? 0]
  const shared = (Math.PI * LARGE * LARGE * both) / most
  const apart = distanceFor(r1, r2, shared)
  const left = Math.min(-r1, apart - r2)
  const right = Math.max(r1, apart + r2)
  return {
    first: { r: r1, x: -left },
    second: { r: r2, x: apart - left },
    width: right - left,
    height: 2 * Math.max(r1, r2),
  }
}

/** The distance of the middles at which the circles share this area: it falls as they move apart. */
function distanceFor(r1: number, r2: number, shared: number): number {
  if (shared <= 0) return r1 + r2
  let [near, far] = [Math.abs(r1 - r2), r1 + r2]
  for (let step = 0; step < STEPS; step++) {
    const middle = (near + far) / 2
    if (sharedArea(r1, r2, middle) > shared) near = middle
    else far = middle
  }
  return (near + far) / 2
}

/** The area that two circles share, by the two segments that a common chord cuts off. */
export function sharedArea(r1: number, r2: number, apart: number): number {
  if (apart >= r1 + r2) return 0
  if (apart <= Math.abs(r1 - r2)) return Math.PI * Math.min(r1, r2) ** 2
  const cut = (r: number, other: number) => {
    const toChord = (apart * apart + r * r - other * other) / (2 * apart)
    return (
      r * r * Math.acos(Math.min(1, Math.max(-1, toChord / r))) -
      toChord * Math.sqrt(Math.max(0, r * r - toChord * toChord))
    )
  }
  return cut(r1, r2) + cut(r2, r1)
}
