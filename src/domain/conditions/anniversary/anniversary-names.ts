import { monthName } from '../../time/words.ts'
import type { AnniversaryWindow } from './anniversary-window.ts'

/** What SQL calls the days of a window: `next 7 days`, `this month`, `June, July`, `12-20 to 01-06` */
export function windowName(on: AnniversaryWindow): string {
  switch (on.kind) {
    case 'next':
    case 'last':
      return `${on.kind} ${on.n} ${on.unit}${on.n === 1 ? '' : 's'}`
    case 'calendar': {
      const { unit, offset } = on
      const named = { 0: `this ${unit}`, 1: `next ${unit}`, [-1]: `last ${unit}` }[offset]
      return named ?? `the ${unit} ${Math.abs(offset)} ${unit}s ${offset > 0 ? 'from now' : 'ago'}`
    }
    case 'months':
      return on.months.map(monthName).join(', ')
    case 'days':
    case 'dates':
      return `${on.from} to ${on.to}`
  }
}

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1)
const SPANS = ['day', 'week', 'month'] as const
const UNITS = [...SPANS, 'quarter', 'year'] as const

/** The window with such a name; undefined for other names. */
export function windowNamed(name: string): AnniversaryWindow | undefined {
  const on = windowLike(name)
  return on !== undefined && windowName(on) === name ? on : undefined
}

function windowLike(name: string): AnniversaryWindow | undefined {
  const [, from, to] = /^([\d-]+) to ([\d-]+)$/.exec(name) ?? []
  if (from !== undefined && to !== undefined) return { kind: from.length > 5 ? 'dates' : 'days', from, to }
  const [, kind, n, span] = /^(next|last) (\d{1,3}) (day|week|month)s?$/.exec(name) ?? []
  const rolling = SPANS.find((one) => one === span)
  if (rolling !== undefined) return { kind: kind === 'next' ? 'next' : 'last', n: Number(n), unit: rolling }
  for (const unit of UNITS) {
    const at = [`last ${unit}`, `this ${unit}`, `next ${unit}`].indexOf(name)
    if (at >= 0) return { kind: 'calendar', unit, offset: at - 1 }
    const [, far, when] = new RegExp(`^the ${unit} (\\d{1,3}) ${unit}s (from now|ago)$`).exec(name) ?? []
    if (far !== undefined)
      return { kind: 'calendar', unit, offset: when === 'ago' ? -Number(far) : Number(far) }
  }
  const months = name.split(', ').map((one) => MONTHS.find((month) => monthName(month) === one) ?? 0)
  return months.includes(0) ? undefined : { kind: 'months', months }
}
