import { countOf, percentOf } from '#kernel/text.ts'
import type { Difference, DifferenceRow, GroupDifferences, GroupWorth } from './shown-differences.ts'

/** Shares nearer than this are no difference to speak of. */
const TELLING = 0.05
/** Money that differs by less than this part of the larger is none either. */
const TELLING_MONEY = 0.2
/** Of fewer customers, shares can be chance. */
const FEW = 30
const MOST = 5
const MOST_OF_A_KIND = 2

/** The differences that tell two groups apart, a sentence each, the largest first. */
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
  const money = spendWords(first, second, currency)
  const few = [first, second]
    .filter(({ customers }) => customers < FEW)
    .map(
      ({ name, customers }) =>
        `“${name}” has only ${countOf(customers, 'customer')}: its shares can be chance.`,
    )
  const all = [...(money === undefined ? [] : [money]), ...shares]
  return [...(all.length === 0 ? [ALIKE] : all), ...few]
}

const ALIKE =
  'They are alike: no country, city, category, product or RFM segment differs by 5 points or more, nor what they spend by a fifth.'

const gapOf = ({ first, second }: DifferenceRow): number => Math.abs(first - second)

/** `In Canada: 41 % of “Champions”, 12 % of “Lost”.` */
const shareWords = (
  verb: Difference['verb'],
  { label, first: a, second: b }: DifferenceRow,
  first: GroupWorth,
  second: GroupWorth,
): string =>
  `${label === 'No orders yet' ? label : `${verb} ${label}`}: ${percentOf(a, 1)} of “${first.name}”, ${percentOf(b, 1)} of “${second.name}”.`

function spendWords(first: GroupWorth, second: GroupWorth, currency: string): string | undefined {
  const [a, b] = [first.spentPerCustomer, second.spentPerCustomer]
  if (a === null || b === null || Math.abs(a - b) < TELLING_MONEY * Math.max(a, b)) return undefined
  const money = (amount: number) =>
    amount.toLocaleString('en-US', {
      style: 'currency',
      currency,
      ...(amount >= 1000 && { maximumFractionDigits: 0 }),
    })
  return `Spent per customer: ${money(a)} in “${first.name}”, ${money(b)} in “${second.name}”.`
}
