import type { Comparison, Operator } from '../../conditions/shared/comparison.ts'

interface Said {
  /** Without a comparison: "400". */
  readonly bare: boolean
  /** Words say that it stands in for what there is: "make it at most 400". */
  readonly instead: boolean
  /** "Raise it to", "push that to": an end of a stretch is moved, and the other one stays. */
  readonly moves: boolean
}

/**
 * What a number may be compared with once another limit is said. Between 100 and 300, "up to 400" is between 100 and
 * 400; whether "over 100" still holds of "up to 400", and which end "400" is, has to be asked.
 */
export function limitsWith(held: Comparison | undefined, said: Comparison, how: Said): readonly Comparison[] {
  const { op, value } = said
  if (held === undefined || Array.isArray(value) || op === '=' || op === 'between') return [said]
  if (Array.isArray(held.value)) {
    const [low, high] = held.value
    const [lowered, raised] = [stretch(value, high), stretch(low, value)]
    const ends = [...raised, ...lowered]
    if (how.bare) return how.moves && ends.length > 0 ? ends : [...ends, said]
    const moved = isUpper(op) ? raised : lowered
    // The ends of a stretch are in it, so that "under 400" is no end of one.
    return moved.length > 0 && op.endsWith('=') ? moved : [...moved, said]
  }
  if (how.bare || how.instead || !(isUpper(op) ? isLower(held.op) : isUpper(held.op))) return [said]
  const both = isUpper(op) ? stretch(held.value, value) : stretch(value, held.value)
  return [...both, said]
}

const isUpper = (op: Operator): boolean => op.startsWith('<')
const isLower = (op: Operator): boolean => op.startsWith('>')

const stretch = (low: number, high: number): readonly Comparison[] =>
  low < high ? [{ op: 'between', value: [low, high] }] : []
