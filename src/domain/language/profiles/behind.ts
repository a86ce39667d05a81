import { type Found, type Reading, wordAt } from '../grammar/reading.ts'
import { isOver, type Mode, modeBehind } from './section-words.ts'
import { sizeSaid, type Weight, weightOf } from './weights.ts'

/** What words behind a part say of how it counts. */
export interface Behind {
  readonly mode?: Mode
  readonly weight?: Weight
}

/** What is known of the part that may end here. */
interface Around {
  /** It is preferred already, so that a number in brackets is its weight. */
  readonly preferred: boolean
  /** Others beside it have weights, so that a number alone is one. */
  readonly goesOn: boolean
}

/**
 * “… preferred”, “… (nice, weight 2)”, “… is a plus, 3 points”, “… - must -”, “… w 5”: a mode, a weight or both, with
 * nothing else behind it in the part.
 */
export function behindAt(
  reading: Reading,
  at: number,
  end: number,
  around: Around,
): Found<Behind> | undefined {
  const bracket = wordAt(reading, at) === '('
  const signed = bracket || /^(?:,|-|:|=|->)$/.test(wordAt(reading, at))
  let next = signed ? at + 1 : at
  let last = -1
  let mode: Mode | undefined
  let weight: Weight | undefined
  for (;;) {
    const counted = modeBehind(reading, next)
    // “Preferred, not required” says it twice.
    if (counted !== undefined && (mode === undefined || mode === counted.mode)) {
      mode = counted.mode
      weight ??= counted.mode === 'preferred' ? sizeSaid(reading, next, counted.end) : undefined
      last = counted.end
    } else {
      const inside = bracket || wordAt(reading, next - 1) === '('
      const bare = (inside && (around.preferred || mode === 'preferred')) || (around.goesOn && !signed)
      const found =
        weight === undefined || weight.assumed !== undefined ? weightOf(reading, next, bare) : undefined
      if (found === undefined) break
      weight = found.value
      last = found.end
      if (!bracket && inside && wordAt(reading, last) === ')') last++
    }
    next = last
    if (/^(?:,|with|and|:|-|=|of|at|\()$/.test(wordAt(reading, next))) next++
  }
  if (last < 0 || (mode === 'excluded' && weight !== undefined)) return undefined
  if (bracket && wordAt(reading, last) !== ')') return undefined
  const closed = bracket ? last + 1 : last
  if (closed > end || (closed < end && !isOver(reading, closed))) return undefined
  // A sign and a weight: “SaaS, 5 points for …” was heard before this.
  return {
    value: { ...(mode === undefined ? {} : { mode }), ...(weight === undefined ? {} : { weight }) },
    end: closed,
  }
}
