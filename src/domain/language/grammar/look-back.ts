/** How far back "it", "that time" and "not since" reach, in tokens. */
const FARTHEST = 40

/** The places before a token, nearest first. */
export function* placesBefore(at: number): Generator<number> {
  for (let i = at - 1; i >= Math.max(0, at - FARTHEST); i--) yield i
}
