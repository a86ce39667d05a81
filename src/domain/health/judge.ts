import { countOf } from '#kernel/text.ts'
import type { Finding, Looked } from './define.ts'
import type { Found, HealthReport } from './shown.ts'

/** A finding and what it saw; null where there was nothing to look at. */
export interface Sight {
  readonly finding: Pick<Finding, 'id' | 'title' | 'weight' | 'worst' | 'costs' | 'next'>
  readonly looked: Looked | null
}

/**
 * The score: of 100 points each finding takes off its weight in proportion to how far it is to its worst share. Of what
 * there is nothing to look at the weight is left out, and the rest stands for the whole.
 */
export function judge(
  sights: readonly Sight[],
): Pick<HealthReport, 'score' | 'explained' | 'findings' | 'notLookedAt'> {
  const found = sights.flatMap(({ finding, looked }) => (looked === null ? [] : [foundOf(finding, looked)]))
  const points = found.reduce((sum, { weight }) => sum + weight, 0)
  const lost = found.reduce((sum, one) => sum + one.lost, 0)
  const score = points === 0 ? null : Math.round((100 * (points - lost)) / points)
  return {
    score,
    explained: explain(found, { points, lost, score }),
    findings: found.toSorted((a, b) => b.lost - a.lost || b.weight - a.weight),
    notLookedAt: sights.flatMap(({ finding, looked }) => (looked === null ? [finding.title] : [])),
  }
}

function foundOf({ id, title, weight, worst, costs, next }: Sight['finding'], looked: Looked): Found {
  const { affected, of, what, says, parts = [], examples = [] } = looked
  const share = looked.share ?? (of === 0 ? 0 : affected / of)
  const lost = tenths(weight * Math.min(1, share / worst))
  return {
    id,
    title,
    affected,
    of,
    what,
    says,
    parts: [...parts],
    examples: [...examples],
    costs,
    next,
    weight,
    lost,
    why: `${lost} of ${countOf(weight, 'point')}: ${percent(share)} is wrong, and all are lost at ${percent(worst)}`,
  }
}

const tenths = (value: number): number => Math.round(10 * value) / 10
const percent = (share: number): string => `${tenths(100 * share)} %`

function explain(
  found: readonly Found[],
  { points, lost, score }: { points: number; lost: number; score: number | null },
): string {
  if (score === null) return 'There is no data to judge yet.'
  const most = found
    .filter((one) => one.lost > 0)
    .toSorted((a, b) => b.lost - a.lost)
    .slice(0, 3)
    .map((one) => `${one.title} (−${one.lost})`)
  const scaled = points === 100 ? '' : `, of ${points} points that could be judged`
  return most.length === 0
    ? `Nothing takes a point off${scaled}.`
    : `${tenths(lost)} points are lost${scaled}, most by: ${most.join(', ')}.`
}
