import { foldText } from '#kernel/text.ts'
import { RFM_SEGMENTS, type RfmSegment, rfmSegmentInfo } from '../rfm/patterns.ts'

export interface DefaultSegment {
  readonly id: string
  readonly name: RfmSegment
  readonly description: string
  /** What to aim for with these customers, and with what kind of campaign. */
  readonly objective: string
  readonly campaignType: string
}

const DESCRIPTIONS: Readonly<Record<RfmSegment, string>> = {
  Champions: 'Bought recently, often and for much',
  "Can't Lose Them": 'Bought often and for much, but not for a long time',
  'At Risk': 'Bought often or for much, but not for a long time',
  Lost: 'Bought seldom and for little, and longest ago',
  Hibernating: 'Bought neither often nor for much, and not for a long time',
  'Loyal Customers': 'Buy often',
  'Big Spenders': 'Spend much, though not often',
  'New Customers': 'Bought recently, and the least often',
  Promising: 'Bought recently, a little more often than new customers',
  'Potential Loyalists': 'Bought recently, with average frequency',
  'Need Attention': 'Average in recency, and in frequency or spend',
  'About to Sleep': 'Average in recency, low in frequency and spend',
}

/** `seg_rfm_cant_lose_them`: ids that never change, so that criteria can name them anywhere. */
const idOf = (name: RfmSegment): string =>
  `seg_rfm_${foldText(name).replaceAll("'", '').replaceAll(' ', '_')}`

/** The twelve RFM segments that every workspace has, in the order of their rules. */
export const DEFAULT_SEGMENTS: readonly DefaultSegment[] = RFM_SEGMENTS.map((name) => {
  const { objective, campaignType } = rfmSegmentInfo(name)
  return { id: idOf(name), name, description: DESCRIPTIONS[name], objective, campaignType }
})

const byId = new Map(DEFAULT_SEGMENTS.map((segment) => [segment.id, segment]))

export const defaultSegment = (id: string): DefaultSegment | undefined => byId.get(id)
