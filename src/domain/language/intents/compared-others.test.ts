import { expect, test } from 'vitest'
import type { Criteria } from '../../criteria/schema.ts'
import { brief, situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'

const FRANCE: Criteria = { type: 'attribute', field: 'country', op: 'equals', value: 'FR' }

/** The two groups: a segment by its id, or criteria in short; `at hand`. */
function groups(text: string, criteria?: Criteria): string {
  const found = interpret(text, situation(criteria))
  if (found.kind !== 'command') return found.kind
  const { command } = found
  if (command.do === 'compare_segments') return `${command.first} | ${command.second}`
  if (command.do !== 'compare_groups') return command.do
  return command.groups
    .map((group) => group.segment ?? (group.criteria ? brief(group.criteria) : 'at hand'))
    .join(' | ')
}

test.for([
  ['AOV of VIP vs everybody else?', 'list_vip | not(segment list_vip)'],
  ['compare VIP with everyone else', 'list_vip | not(segment list_vip)'],
  ['average order value of VIP versus the rest', 'list_vip | not(segment list_vip)'],
  ['women vs everyone else: who spends more per order', 'gender equals female | not(gender equals female)'],
  ['VIP vs Newsletter: who spends more per order?', 'list_vip | list_news'],
  ['what percentage of VIP is also in Newsletter, and the other way round', 'list_vip | list_news'],
  ['Is VIP completely contained in Newsletter?', 'list_vip | list_news'],
  ['are all VIPs in Newsletter?', 'list_vip | list_news'],
  [
    'which list has more French people in it, VIP or Newsletter',
    '(segment list_vip & country equals FR) | (segment list_news & country equals FR)',
  ],
  [
    'which segment has more women, VIP or Newsletter?',
    '(segment list_vip & gender equals female) | (segment list_news & gender equals female)',
  ],
])('%s', ([text = '', wanted]) => expect(groups(text)).toBe(wanted))

test.for([
  ['compare that with the same in Spain', 'at hand | country equals ES'],
  ['versus the same in Spain', 'at hand | country equals ES'],
  ['how do they compare to everybody else', 'at hand | not(country equals FR)'],
])('%s, of whoever is at hand', ([text = '', wanted]) => expect(groups(text, FRANCE)).toBe(wanted))
