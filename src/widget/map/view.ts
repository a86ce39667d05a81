/** What part of a drawing is looked at: it is scaled by `k`, then moved by `x` and `y`. */
export interface View {
  readonly k: number
  readonly x: number
  readonly y: number
}

export const WHOLE: View = { k: 1, x: 0, y: 0 }
const CLOSEST = 40

interface Size {
  readonly width: number
  readonly height: number
}

/** Closer by a factor, or farther; what lies at (x, y) of the frame stays there. */
export function zoomed(view: View, factor: number, [x, y]: readonly [number, number], size: Size): View {
  const k = Math.min(CLOSEST, Math.max(1, view.k * factor))
  const grown = k / view.k
  return inside({ k, x: x - (x - view.x) * grown, y: y - (y - view.y) * grown }, size)
}

export const moved = (view: View, dx: number, dy: number, size: Size): View =>
  inside({ ...view, x: view.x + dx, y: view.y + dy }, size)

/** The frame never shows what lies beyond the drawing. */
const inside = ({ k, x, y }: View, { width, height }: Size): View => ({
  k,
  x: Math.min(0, Math.max(width * (1 - k), x)),
  y: Math.min(0, Math.max(height * (1 - k), y)),
})
