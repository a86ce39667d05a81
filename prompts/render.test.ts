import { expect, test } from 'vitest'
import { currencyOf } from '#kernel/money.ts'
import { renderInstructions } from './render.ts'

const at = (iso: string, zone: string) =>
  renderInstructions({
    workspace: { name: 'Roastery', zone, currency: currencyOf('EUR') },
    now: Date.parse(iso) / 1000,
  })

test('today is the workspace’s own date', () => {
  expect(at('2025-11-20T23:30:00Z', 'UTC')).toContain('Today: Thursday, 2025-11-20 (UTC)')
  expect(at('2025-11-20T23:30:00Z', 'Europe/Paris')).toContain('Today: Friday, 2025-11-21 (Europe/Paris)')
})

test('what changes stands last, after a prompt that never does', () => {
  const [one, two] = [at('2025-11-20T12:00:00Z', 'UTC'), at('2026-01-01T12:00:00Z', 'UTC')]
  const start = one.indexOf('## This workspace')
  expect(start).toBeGreaterThan(1000)
  expect(two.slice(0, start)).toBe(one.slice(0, start))
})
