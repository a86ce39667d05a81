import type { Explanation } from '../criteria/evaluate.ts'
import type { OneExplained } from './explanations.ts'
import type { Why, WhyLine } from './shown.ts'

/** An explanation as surfaces show it: the tree as lines, each as deep as it stands. */
export const shownWhy = ({ entity, one, explanation, nearest, next }: OneExplained): Why => ({
  entity,
  customer: one,
  holds: explanation.holds,
  lines: linesOf(explanation, 0),
  nearest: [...nearest],
  next: { ...next, because: [...next.because] },
})

/** The tree as lines, each as deep as it stands. */
export const linesOf = (part: Explanation, depth: number): WhyLine[] => [
  {
    depth,
    holds: part.holds,
    words: part.words,
    actual: part.actual ?? null,
    miss: part.miss ?? null,
    joined: part.group ?? null,
  },
  ...(part.parts ?? []).flatMap((inner) => linesOf(inner, depth + 1)),
]
