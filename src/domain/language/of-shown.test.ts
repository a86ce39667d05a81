import { describe, expect, test } from 'vitest'
import type { Criteria } from '../criteria/schema.ts'
import { brief, situation } from './company.fixture.ts'
import { interpret } from './interpret.ts'

const VIP: Criteria = { type: 'segment', segment: 'list_vip' }
const NEWS: Criteria = { type: 'segment', segment: 'list_news' }

function read(text: string, shown: readonly Criteria[]): string {
  const found = interpret(text, { ...situation(), shown })
  if (found.kind === 'criteria') return `${found.intent} ${brief(found.criteria)}`
  return found.kind === 'command' ? `do ${found.command.do}` : found.kind
}

describe('behind a list that was shown', () => {
  test.for([
    ['how many of those are in Canada?', 'refine (segment list_vip & country equals CA)'],
    ['only the women', 'refine (segment list_vip & gender equals female)'],
    ['exclude wholesale', 'refine (segment list_vip & not(tags has wholesale))'],
    ['which of them ordered twice?', 'refine (segment list_vip & orders count >= 2)'],
    ['customers in Spain', 'count country equals ES'],
    ['how many in Canada?', 'question'],
    ['list the segments', 'do list_segments'],
  ] as const)('%s', ([text, wanted]) => expect(read(text, [VIP])).toBe(wanted))
})

describe('behind two groups that were compared', () => {
  const BOTH = '(segment list_news & segment list_vip)'
  test.for([
    ['save the ones who are in both', `create ${BOTH}`],
    ['how many are in both?', `refine ${BOTH}`],
    ['show me the overlap', `refine ${BOTH}`],
    ['make a segment of the overlap called Best Readers', `create ${BOTH}`],
    ['everyone in either', 'refine (segment list_news | segment list_vip)'],
    ['how many of them are in Canada?', 'question'],
    ['customers in Spain', 'count country equals ES'],
  ] as const)('%s', ([text, wanted]) => expect(read(text, [NEWS, VIP])).toBe(wanted))
})
