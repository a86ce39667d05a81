import { joinWords } from '#kernel/text.ts'
import { dateWords, monthName } from '../../time/words.ts'
import { comparisonWords, timesWords } from '../shared/comparison.ts'
import type { AnniversaryCondition } from './anniversary.ts'
import type { AnniversaryWindow } from './anniversary-window.ts'

/** `have their birthday next month`, `turn exactly 30 this year` */
export function anniversaryWords({ of, on, years }: AnniversaryCondition): string {
  const when = whenWords(on)
  if (of === 'birthday') {
    if (years === undefined) return `have their birthday ${when}`
    return `turn ${comparisonWords(years, String)} ${when}`
  }
  const what = of === 'created_at' ? 'joining' : 'their first order'
  const passed = years === undefined ? '' : `, ${timesWords(years, 'year')} after it`
  return `have the anniversary of ${what} ${when}${passed}`
}

function whenWords(on: AnniversaryWindow): string {
  switch (on.kind) {
    case 'next':
    case 'last':
      return `in the ${on.kind} ${on.n} ${on.unit}${on.n === 1 ? '' : 's'}`
    case 'calendar':
      return calendarWords(on)
    case 'months':
      return `in ${joinWords(on.months.map(monthName), 'or')}`
    case 'days':
      return on.from === on.to ? `on ${dayWords(on.from)}` : `from ${dayWords(on.from)} to ${dayWords(on.to)}`
    case 'dates':
      return on.from === on.to
        ? `on ${dateWords(on.from)}`
        : `from ${dateWords(on.from)} to ${dateWords(on.to)}`
  }
}

/** `12-20` → `20 December` */
function dayWords(monthDay: string): string {
  const [month = 1, day = 1] = monthDay.split('-').map(Number)
  return `${day} ${monthName(month)}`
}

function calendarWords({ unit, offset }: Extract<AnniversaryWindow, { kind: 'calendar' }>): string {
  if (unit === 'day') {
    const named = { 0: 'today', 1: 'tomorrow', [-1]: 'yesterday' }[offset]
    if (named !== undefined) return named
    return `on the day ${Math.abs(offset)} days ${offset > 0 ? 'from now' : 'ago'}`
  }
  const named = { 0: `this ${unit}`, 1: `next ${unit}`, [-1]: `last ${unit}` }[offset]
  if (named !== undefined) return named
  return `in the calendar ${unit} ${Math.abs(offset)} ${unit}s ${offset > 0 ? 'from now' : 'ago'}`
}
