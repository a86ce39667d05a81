import type { RfmScores } from '../customers/record.ts'

/** In the order of the rules: the first that holds places a pattern. */
export const RFM_SEGMENTS = [
  'Champions',
  "Can't Lose Them",
  'At Risk',
  'Lost',
  'Hibernating',
  'Loyal Customers',
  'Big Spenders',
  'New Customers',
  'Promising',
  'Potential Loyalists',
  'Need Attention',
  'About to Sleep',
] as const
export type RfmSegment = (typeof RFM_SEGMENTS)[number]

interface Rule {
  /** Of recency, frequency and monetary, each 1 (best) to 5 (lowest). */
  holds(r: number, f: number, m: number): boolean
  /** The same in words. */
  readonly words: string
  /** What to aim for with these customers. */
  readonly objective: string
  readonly campaignType: string
}

const RULES: Readonly<Record<RfmSegment, Rule>> = {
  Champions: {
    holds: (r, f, m) => r <= 2 && f <= 2 && m <= 2,
    words: 'recency, frequency and monetary all 1 or 2',
    objective: 'Maximize LTV',
    campaignType: 'VIP/Loyalty',
  },
  "Can't Lose Them": {
    holds: (r, f, m) => r >= 4 && f <= 2 && m <= 2,
    words: 'recency 4 or 5, frequency and monetary both 1 or 2',
    objective: 'Retain',
    campaignType: 'Win-back',
  },
  'At Risk': {
    holds: (r, f, m) => r >= 4 && (f <= 2 || m <= 2),
    words: 'recency 4 or 5, frequency or monetary 1 or 2',
    objective: 'Retain',
    campaignType: 'Win-back',
  },
  Lost: {
    holds: (r, f, m) => r === 5 && f >= 4 && m >= 4,
    words: 'recency 5, frequency and monetary both 4 or 5',
    objective: 'Monitor',
    campaignType: 'Sunset',
  },
  Hibernating: {
    holds: (r) => r >= 4,
    words: 'recency 4 or 5',
    objective: 'Reactivate',
    campaignType: 'Reactivation',
  },
  'Loyal Customers': {
    holds: (_r, f) => f <= 2,
    words: 'frequency 1 or 2',
    objective: 'Retain',
    campaignType: 'VIP/Loyalty',
  },
  'Big Spenders': {
    holds: (_r, _f, m) => m <= 2,
    words: 'monetary 1 or 2',
    objective: 'Maximize LTV',
    campaignType: 'Upsell',
  },
  'New Customers': {
    holds: (r, f) => r <= 2 && f === 5,
    words: 'recency 1 or 2, frequency 5',
    objective: 'Acquire',
    campaignType: 'Welcome',
  },
  Promising: {
    holds: (r, f) => r <= 2 && f === 4,
    words: 'recency 1 or 2, frequency 4',
    objective: 'Maximize LTV',
    campaignType: 'Nurture',
  },
  'Potential Loyalists': {
    holds: (r) => r <= 2,
    words: 'recency 1 or 2',
    objective: 'Acquire/Retain',
    campaignType: 'Nurture',
  },
  'Need Attention': {
    holds: (_r, f, m) => f === 3 || m === 3,
    words: 'frequency or monetary 3',
    objective: 'Retain',
    campaignType: 'Re-engagement',
  },
  'About to Sleep': {
    holds: () => true,
    words: 'any scores',
    objective: 'Retain',
    campaignType: 'Re-engagement',
  },
}

const SCALE =
  'Scores run from 1 (best) to 5: recency is how lately somebody ordered, frequency how often, monetary how much was spent.'

/** The rule of a default segment, for people. */
export function rfmRule(name: RfmSegment): string {
  const before = RFM_SEGMENTS.indexOf(name) > 0 ? ', of those whom no segment before it takes' : ''
  return `${name}: ${RULES[name].words}${before}. ${SCALE}`
}

const SCORES = [1, 2, 3, 4, 5] as const

/** All 125, in the order of their indexes: 25(r−1) + 5(f−1) + (m−1). */
export const RFM_PATTERNS: readonly RfmScores[] = SCORES.flatMap((recency) =>
  SCORES.flatMap((frequency) => SCORES.map((monetary) => ({ recency, frequency, monetary }))),
)

/** `111`: recency, frequency, monetary. */
export const patternText = ({ recency, frequency, monetary }: RfmScores): string =>
  `${recency}${frequency}${monetary}`

/** The one default segment that a customer with these scores stands in. */
export function rfmSegmentOf({ recency, frequency, monetary }: RfmScores): RfmSegment {
  const placed = RFM_SEGMENTS.find((name) => RULES[name].holds(recency, frequency, monetary))
  // The last rule always holds.
  return placed ?? 'About to Sleep'
}

export interface RfmSegmentInfo {
  readonly name: RfmSegment
  readonly objective: string
  readonly campaignType: string
  /** As texts, "111" first. */
  readonly patterns: readonly string[]
}

/** What a default segment is for, and the patterns that it holds. */
export function rfmSegmentInfo(name: RfmSegment): RfmSegmentInfo {
  const { objective, campaignType } = RULES[name]
  const patterns = RFM_PATTERNS.filter((scores) => rfmSegmentOf(scores) === name).map(patternText)
  return { name, objective, campaignType, patterns }
}
