import { currencyOf, formatMoney } from '#kernel/money.ts'
import { countOf, percentOf } from '#kernel/text.ts'
import type { Difference, DifferenceRow, GroupDifferences, GroupWorth } from './shown-differences.ts'

/** Shares nearer than this are no difference to speak of. */
const TELLING = 0.05
/** Figures that differ by less than this part of the larger are none either. */
const TELLING_FIGURE = 0.2
/** Of fewer customers, shares can be chance. */
const FEW = 30
const MOST = 5
const MOST_OF_A_KIND = 2

/** What each group is worth, a sentence a figure, then the shares that tell them apart, the largest first. */
export function toldDifferences({
  first,
  second,
  differences,
  currency,
}: Pick<GroupDifferences, 'first' | 'second' | 'differences' | 'currency'>): readonly string[] {
  const empty = [first, second].filter(({ customers }) => customers === 0)
  if (empty.length > 0) {
    const names = empty.map(({ name }) => `“${name}”`).join(' or ')
    return [`Nobody is in ${names}: there is nothing to compare.`]
  }
  const shares = differences
    .flatMap(({ by, verb, rows }) =>
      rows.slice(0, MOST_OF_A_KIND).map((row) => ({ verb, row, gap: gapOf(row), by })),
    )
    .filter(({ gap }) => gap >= TELLING)
    .toSorted((a, b) => b.gap - a.gap)
    .slice(0, MOST)
    .map(({ verb, row }) => shareWords(verb, row, first, second))
  const figures = figureWords(first, second, currency)
  const few = [first, second]
    .filter(({ customers }) => customers < FEW)
    .map(
      ({ name, customers }) =>
        `“${name}” has only ${countOf(customers, 'customer')}: its shares can be chance.`,
    )
  const alike = shares.length === 0 && !FIGURES.some(({ of }) => differ(of(first), of(second)))
  return [...figures, ...(alike ? [ALIKE] : shares), ...few]
}

const ALIKE =
  'They are alike: no country, city, category, product or RFM segment differs by 5 points or more, nor one of these figures by a fifth.'

const gapOf = ({ first, second }: DifferenceRow): number => Math.abs(first - second)

/** `In Canada: 41 % of “Champions”, 12 % of “Lost”.` */
const shareWords = (
  verb: Difference['verb'],
  { label, first: a, second: b }: DifferenceRow,
  first: GroupWorth,
  second: GroupWorth,
): string =>
  `${label === 'No orders yet' ? label : `${verb} ${label}`}: ${percentOf(a, 1)} of “${first.name}”, ${percentOf(b, 1)} of “${second.name}”.`

interface Figure {
  readonly title: string
  readonly money: boolean
  of(group: GroupWorth): number | null
}

/** Whoever compares two groups by one figure finds it here, however little it differs. */
const FIGURES: readonly Figure[] = [
  { title: 'Spent in total', money: true, of: ({ spent }) => spent },
  { title: 'Spent per customer', money: true, of: ({ spentPerCustomer }) => spentPerCustomer },
  { title: 'Orders per customer', money: false, of: ({ ordersPerCustomer }) => ordersPerCustomer },
  { title: 'Average order', money: true, of: ({ averageOrder }) => averageOrder },
]

const differ = (a: number | null, b: number | null): boolean =>
  a !== null && b !== null && Math.abs(a - b) >= TELLING_FIGURE * Math.max(a, b) && a !== b

/** `Average order: $331.94 in “VIP”, unknown in “Lost”.` */
function figureWords(first: GroupWorth, second: GroupWorth, code: string): readonly string[] {
  const currency = currencyOf(code)
  return FIGURES.map(({ title, money, of }) => {
    const said = (amount: number | null) =>
      amount === null
        ? 'unknown'
        : money
          ? formatMoney(amount, currency)
          : amount.toLocaleString('en-US', { maximumFractionDigits: 2 })
    return `${title}: ${said(of(first))} in “${first.name}”, ${said(of(second))} in “${second.name}”.`
  })
}
