import { describe, expect, test } from 'vitest'
import type { Criteria } from '../../criteria/schema.ts'
import { brief, situation } from '../company.fixture.ts'
import { interpret } from '../interpret.ts'

const TEA: Criteria = { type: 'purchases', match: 'any', of: { category: ['Tea'] } }

/** A command in one line: `figures seg_vip by country`. */
function command(text: string, atHand?: Criteria): string {
  const found = interpret(text, situation(atHand))
  if (found.kind !== 'command') return found.kind
  const { do: what, ...rest } = found.command
  const criteria = 'criteria' in rest && rest.criteria !== undefined ? [brief(rest.criteria)] : []
  const others = Object.entries(rest).flatMap(([key, value]) =>
    key === 'criteria' ? [] : [`${key}:${[value].flat().map(String).join(',')}`],
  )
  return [what, ...criteria, ...others].join(' ')
}

describe('figures', () => {
  test.for([
    ['where do the customers in At Risk EU live?', 'figures by:country,city segment:list_eu'],
    ["what's the average order value of VIP?", 'figures by: segment:list_vip'],
    ['AOV of customers in France', 'figures country equals FR by:'],
    ['average spend per customer of VIP', 'figures by: segment:list_vip'],
    ['break VIP down by country', 'figures by:country segment:list_vip'],
    ['breakdown of VIP by country and city', 'figures by:country,city segment:list_vip'],
    ['top products of Champions', 'figures by:product segment:seg_rfm_champions'],
    ['top 5 categories bought by VIP', 'figures by:category segment:list_vip'],
    ['how much did customers in Spain spend?', 'figures country equals ES by:'],
    ['how many orders did VIP place?', 'figures by: segment:list_vip'],
    ['which categories do VIPs buy?', 'figures by:category segment:list_vip'],
    ['what products do Champions buy most?', 'figures by:product segment:seg_rfm_champions'],
    ['what do Champions buy most?', 'figures by:product,category segment:seg_rfm_champions'],
    ['customers in France by city', 'figures country equals FR by:city'],
    ['total revenue from Champions by category', 'figures by:category segment:seg_rfm_champions'],
    ['which country has the most VIPs?', 'figures by:country segment:list_vip'],
    ['gender split in VIP pls', 'figures by:gender segment:list_vip'],
    ['whats our repeat rate', 'share of:[object Object] those:[object Object] words:orders count >= 2'],
    ['revenue by channel', 'figures orders count >= 0 by:channel'],
  ] as const)('%s', ([text, meant]) => {
    expect(command(text)).toBe(meant)
  })

  test.for<[string, object]>([
    ['total revenue from VIP so far this year', { from: '2025-01-01', to: '2025-11-20' }],
    ['how much did the VIPs spend with us last quarter', { from: '2025-07-01', to: '2025-09-30' }],
    ['revenue by channel, last 12 months', { from: '2024-11-21', to: '2025-11-20' }],
    ['Revenue this year from VIP pls', { from: '2025-01-01', to: '2025-11-20' }],
    ['average order value last quarter of VIP', { from: '2025-07-01', to: '2025-09-30' }],
    ['AOV of Champions in 2024', { from: '2024-01-01', to: '2024-12-31' }],
    ['what did Champions buy most last year?', { from: '2024-01-01', to: '2024-12-31' }],
    ['total revenue in the last 7 days', { from: '2025-11-14', to: '2025-11-20' }],
    ['revenue before 2024', { to: '2023-12-31' }],
  ])('%s, of the orders of those days', ([text, ordered]) => {
    expect(interpret(text, situation())).toMatchObject({ command: { do: 'figures', ordered } })
  })

  test.for([
    ['where do they live?', 'figures by:country,city'],
    ["what's their AOV?", 'figures by:'],
    ['top products', 'figures by:product'],
    ['break them down by country', 'figures by:country'],
    ['how much did they spend?', 'figures by:'],
    ['split by device', 'figures by:device'],
  ] as const)('%s, of whoever is at hand', ([text, meant]) => {
    expect(command(text, TEA)).toBe(meant)
  })

  test('asks of whom, where nobody is at hand', () => {
    expect(command('top products')).toBe('question')
  })

  test('people are still counted', () => {
    expect(command('how many customers in France bought twice or more?')).toBe('criteria')
    expect(command('top 10% of customers by spend')).toBe('criteria')
    expect(command('customers who ordered by mobile')).not.toContain('figures')
  })
})

describe('groups', () => {
  test.for([
    ['compare VIP and At Risk EU', 'compare_segments first:list_vip second:list_eu'],
    ['how much do VIP and Champions overlap?', 'compare_segments first:list_vip second:seg_rfm_champions'],
    [
      "what's the overlap between VIP and Champions",
      'compare_segments first:list_vip second:seg_rfm_champions',
    ],
    ['VIP vs Champions', 'compare_segments first:list_vip second:seg_rfm_champions'],
    ['compare VIP with the moon', 'question'],
    ['what changed since Monday?', 'list_changes since:2025-11-17'],
    ['what changed since yesterday?', 'list_changes since:2025-11-19'],
    ['any new signals since yesterday?', 'list_changes since:2025-11-19'],
    ['which companies moved since Monday', 'list_changes since:2025-11-17'],
    ['which scores changed this week?', 'list_changes since:2025-11-17'],
    ['what has changed in VIP this month', 'list_changes segment:list_vip since:2025-11-01'],
    ['history of VIP', 'list_changes segment:list_vip'],
    ['who changed VIP?', 'list_changes segment:list_vip'],
    ['has anyone touched VIP since Monday?', 'list_changes segment:list_vip since:2025-11-17'],
    ['did anybody change VIP?', 'list_changes segment:list_vip'],
    ['has somebody else edited VIP?', 'list_changes segment:list_vip'],
    ['how has VIP changed over time?', 'list_changes segment:list_vip'],
    ['refresh VIP', 'refresh_segment segment:list_vip'],
    ['recount Champions please', 'refresh_segment segment:seg_rfm_champions'],
    ['refresh the moon', 'question'],
  ] as const)('%s', ([text, meant]) => {
    expect(command(text)).toBe(meant)
  })

  test.for([
    ['how healthy is our data?', 'get_health'],
    ['check the quality of my data please', 'get_health'],
    ['which segments are empty?', 'get_health finding:empty_segments'],
    ['are there any duplicate customers?', 'get_health finding:duplicates'],
    ['which segments were never used', 'get_health finding:unused_segments'],
    ['which segments are there?', 'list_segments'],
  ] as const)('%s is about the data', ([text, meant]) => {
    expect(command(text)).toBe(meant)
  })

  test('members of both are counted as before', () => {
    expect(command('who is in both VIP and At Risk EU?')).toBe('criteria')
  })
})
