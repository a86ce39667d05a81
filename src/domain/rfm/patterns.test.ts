import { expect, test } from 'vitest'
import { patternText, RFM_PATTERNS, RFM_SEGMENTS, rfmRule, rfmSegmentInfo, rfmSegmentOf } from './patterns.ts'
import { patternIndex } from './scores.ts'

test('the segments partition all 125 patterns, and none is empty', () => {
  const placed = RFM_SEGMENTS.flatMap((name) => rfmSegmentInfo(name).patterns)
  expect(placed).toHaveLength(125)
  expect(new Set(placed).size).toBe(125)
  for (const name of RFM_SEGMENTS) expect(rfmSegmentInfo(name).patterns).not.toEqual([])
})

test('patterns stand in the order of their indexes', () => {
  expect(RFM_PATTERNS.map((s) => patternIndex(s.recency, s.frequency, s.monetary))).toEqual(
    Array.from({ length: 125 }, (_, i) => i),
  )
})

test.for([
  ['111', 'Champions'],
  ['222', 'Champions'],
  ['311', 'Loyal Customers'],
  ['411', "Can't Lose Them"],
  ['415', 'At Risk'],
  ['551', 'At Risk'],
  ['544', 'Lost'],
  ['444', 'Hibernating'],
  ['543', 'Hibernating'],
  ['331', 'Big Spenders'],
  ['153', 'New Customers'],
  ['144', 'Promising'],
  ['133', 'Potential Loyalists'],
  ['334', 'Need Attention'],
  ['343', 'Need Attention'],
  ['344', 'About to Sleep'],
] as const)('%s is in %s', ([pattern, segment]) => {
  const scores = RFM_PATTERNS.find((candidate) => patternText(candidate) === pattern)
  expect(scores && rfmSegmentOf(scores)).toBe(segment)
})

test('a segment says what to do with its customers', () => {
  expect(rfmSegmentInfo('Lost')).toMatchInlineSnapshot(`
    {
      "campaignType": "Sunset",
      "name": "Lost",
      "objective": "Monitor",
      "patterns": [
        "544",
        "545",
        "554",
        "555",
      ],
    }
  `)
})

test('the rule of a segment is told with what its scores are', () => {
  expect(rfmRule('Need Attention')).toBe(
    'Need Attention: frequency or monetary 3, of those whom no segment before it takes. Scores run from 1 (best) to 5: recency is how lately somebody ordered, frequency how often, monetary how much was spent.',
  )
})
