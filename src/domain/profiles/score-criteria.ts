import type { Criteria } from '../criteria/schema.ts'
import type { ProfileParameters, ScoreParameter } from './parameter.ts'
import { scoreOf, WHOLE_CREDIT } from './score.ts'

/** Of more preferences than these the ways to a score are too many to be said. */
const MOST_PREFERRED = 6

/**
 * Who, of those that a profile fits, would get a score that passes a test, as criteria over what is preferred: null for
 * all of them, `nobody` where no score passes it, undefined where it can’t be said so (grades, or too many of them).
 */
export function scoring(
  parameters: ProfileParameters,
  passes: (score: number) => boolean,
): Criteria | null | 'nobody' | undefined {
  const preferred = parameters.filter((one): one is ScoreParameter => one.mode === 'score')
  if (preferred.length > MOST_PREFERRED || preferred.some(({ grades }) => grades !== undefined))
    return undefined
  const total = preferred.reduce((sum, { weight }) => sum + weight, 0)
  const ways = Array.from({ length: 2 ** preferred.length }, (_, bits) => bits)
  const good = ways.filter((bits) => {
    const held = preferred.reduce((sum, { weight }, at) => (has(bits, at) ? sum + weight : sum), 0)
    return passes(scoreOf(held * WHOLE_CREDIT, total))
  })
  if (good.length === ways.length) return null
  if (good.length === 0) return 'nobody'
  const set = new Set(good)
  // Where holding more of them never hurts, the fewest that suffice say it all.
  const grows = good.every((bits) => preferred.every((_, at) => set.has(bits | (1 << at))))
  const least = good.filter((bits) => !good.some((other) => other !== bits && (other & bits) === other))
  const parts = (grows ? least : good).map((bits): Criteria => {
    const held = preferred.filter((_, at) => has(bits, at)).map(({ criteria }) => criteria)
    const lacking = preferred.filter((_, at) => !has(bits, at)).map(({ criteria }) => criteria)
    return together([...held, ...(grows || lacking.length === 0 ? [] : [{ none: lacking }])])
  })
  const [only, ...others] = parts
  return only !== undefined && others.length === 0 ? only : { any: parts }
}

const has = (bits: number, at: number): boolean => (bits & (1 << at)) !== 0

function together(parts: readonly Criteria[]): Criteria {
  const [only, ...others] = parts
  return only !== undefined && others.length === 0 ? only : { all: [...parts] }
}
