import { foldText } from '#kernel/text.ts'
import type { RfmSegment } from '../conditions/rfm.ts'

interface DefaultSegment {
  readonly id: string
  readonly name: RfmSegment
  readonly description: string
  readonly objective: string
  readonly campaignType: string
}

/** DESIGN, section 5: the first rule that holds places a pattern, so that the twelve partition all buyers. */
const ROWS = {
  Champions: ['Bought recently, often and for much', 'Maximize LTV', 'VIP/Loyalty'],
  "Can't Lose Them": ['Bought often and for much, but not for a long time', 'Retain', 'Win-back'],
  'At Risk': ['Bought often or for much, but not for a long time', 'Retain', 'Win-back'],
  Lost: ['Bought seldom and for little, and longest ago', 'Monitor', 'Sunset'],
  Hibernating: ['Bought neither often nor for much, and not for a long time', 'Reactivate', 'Reactivation'],
  'Loyal Customers': ['Buy often', 'Retain', 'VIP/Loyalty'],
  'Big Spenders': ['Spend much, though not often', 'Maximize LTV', 'Upsell'],
  'New Customers': ['Bought recently, and the least often', 'Acquire', 'Welcome'],
  Promising: ['Bought recently, a little more often than new customers', 'Maximize LTV', 'Nurture'],
  'Potential Loyalists': ['Bought recently, with average frequency', 'Acquire/Retain', 'Nurture'],
  'Need Attention': ['Average in recency, and in frequency or spend', 'Retain', 'Re-engagement'],
  'About to Sleep': ['Average in recency, low in frequency and spend', 'Retain', 'Re-engagement'],
} as const satisfies Record<RfmSegment, readonly [string, string, string]>

const slug = (name: string): string =>
  foldText(name)
    .replaceAll("'", '')
    .replace(/[^a-z0-9]+/g, '_')

const named = (name: RfmSegment): DefaultSegment => {
  const [description, objective, campaignType] = ROWS[name]
  return { id: `seg_rfm_${slug(name)}`, name, description, objective, campaignType }
}

/** The twelve RFM segments that every workspace has, with ids that never change. */
export const DEFAULT_SEGMENTS: readonly DefaultSegment[] = [
  named('Champions'),
  named("Can't Lose Them"),
  named('At Risk'),
  named('Lost'),
  named('Hibernating'),
  named('Loyal Customers'),
  named('Big Spenders'),
  named('New Customers'),
  named('Promising'),
  named('Potential Loyalists'),
  named('Need Attention'),
  named('About to Sleep'),
]

const byId = new Map(DEFAULT_SEGMENTS.map((segment) => [segment.id, segment]))
export const defaultSegment = (id: string): DefaultSegment | undefined => byId.get(id)
