import type { Distribution } from '#http/api.ts'

type Unit = Distribution['unit']
type Bin = NonNullable<Distribution['spread']>['bins'][number]

/** A number as what it is: `$312.50`, `14 days`, `35%`. */
export function numberIn(value: number, unit: Unit, currency: string): string {
  switch (unit) {
    case 'money':
      return value.toLocaleString('en-US', {
        style: 'currency',
        currency,
        ...(Number.isInteger(value) ? { maximumFractionDigits: 0 } : {}),
      })
    case 'percent':
      return `${plain(value)}%`
    case 'days':
      return `${plain(value)} ${plain(value) === '1' ? 'day' : 'days'}`
    case 'count':
    case 'score':
    case null:
      return plain(value)
  }
}

/** `$0 to $50`, `5`, `90 days or more`. The last range of most units is open. */
export function rangeIn({ from, to }: Bin, unit: Unit, currency: string, last: boolean): string {
  const low = from ?? 0
  if (unit === 'score') return `${plain(low)}${low === 1 ? ' (best)' : ''}`
  if (unit === 'percent') return `${plain(low)}% to ${plain(to ?? 100)}%`
  if (to === null) return `${numberIn(low, unit, currency)}${last ? ' or more' : ''}`
  if (unit === 'count' && to - low === 1) return plain(low)
  if (unit === 'count') return `${plain(low)} to ${plain(to - 1)}`
  if (unit === 'days') return `${plain(low)} to ${numberIn(to, unit, currency)}`
  return `${numberIn(low, unit, currency)} to ${numberIn(to, unit, currency)}`
}

const plain = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: Math.abs(value) < 100 ? 1 : 0 })
