import { expect, test } from 'vitest'
import { foldText } from '#kernel/text.ts'
import { isUnder, signalLabel, signalTypeOf } from './known.ts'
import { strengthNow } from './strength.ts'
import { SIGNAL_TYPES } from './types.ts'

test('no two types share a name, and each is found by all of its own', () => {
  expect(SIGNAL_TYPES.length).toBeGreaterThanOrEqual(40)
  const names = SIGNAL_TYPES.flatMap((type) =>
    [type.key, type.label, ...type.also].map((name) => ({
      name: foldText(name).replaceAll(/[ -]/g, '_'),
      type,
    })),
  )
  for (const { name, type } of names)
    expect({ name, found: signalTypeOf(name)?.key }).toEqual({ name, found: type.key })
})

test('strengths, half-lives, words and wider types are as they must be', () => {
  const keys = new Set(SIGNAL_TYPES.map(({ key }) => key))
  const wrong = SIGNAL_TYPES.filter(
    ({ strength, halfLife, words, under }) =>
      !(strength > 0 && strength <= 1) ||
      !(Number.isInteger(halfLife) && halfLife > 0) ||
      words.some((one) => one === '' || /\s\s|^\s|\s$/.test(one)) ||
      (under !== null && !keys.has(under)),
  )
  expect(wrong).toEqual([])
})

test('names are known however a tool writes them', () => {
  expect(
    ['Demo Requested', 'demo-requested', 'DEMO_REQUESTED', 'page view'].map(
      (name) => signalTypeOf(name)?.key,
    ),
  ).toEqual(['demo_request', 'demo_request', 'demo_request', 'visit'])
  expect(signalTypeOf('Wombat Sighted')).toBeUndefined()
  expect(['job_change', 'new_job', 'ipo', 'Wombat Sighted'].map(signalLabel)).toEqual([
    'job change',
    'new_job',
    'IPO',
    'Wombat Sighted',
  ])
})

test('a pricing page visit is a visit, and no visit is one', () => {
  const [pricing, visit] = ['pricing_visit', 'visit'].map((name) => signalTypeOf(name))
  expect(pricing && isUnder(pricing, 'visit')).toBe(true)
  expect(visit && isUnder(visit, 'pricing_visit')).toBe(false)
})

test('a signal is worth half after each half-life of its type, in thousandths', () => {
  const now = 1_763_640_000
  const ago = (days: number) => now - days * 86_400
  const worth = (type: string, days: number, strength: number | null = null) =>
    strengthNow({ type, at: ago(days), strength }, now)
  expect([0, 90, 180, 900].map((days) => worth('funding', days))).toEqual([900, 450, 225, 1])
  expect(worth('funding_round', 90, 0.5)).toBe(250)
  // One that only the data knows: 0.3, and half of it after 30 days.
  expect(worth('Wombat Sighted', 30)).toBe(150)
})
