import type { Criteria } from '../criteria/schema.ts'
import { leavesOf } from '../criteria/walk.ts'
import { RFM_SEGMENTS, rfmRule } from './patterns.ts'

/** The rules of the default segments that criteria name, for whoever asks what such a segment is. */
export function rfmRulesOf(criteria: Criteria): readonly string[] {
  const named = new Set(
    leavesOf(criteria).flatMap(({ condition }) =>
      condition.type === 'rfm' && 'segment' in condition ? (condition.segment ?? []) : [],
    ),
  )
  return RFM_SEGMENTS.filter((name) => named.has(name)).map(rfmRule)
}
