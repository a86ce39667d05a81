import { foldText } from '#kernel/text.ts'
import type { OrderFilter } from '../../conditions/shared/filters.ts'
import { missing } from './meaning.ts'
import { listed, type Named } from './order-words.ts'
import { otherCodes } from './other-codes.ts'
import { phrase, skip } from './phrase.ts'
import { type Found, type Parser, type Reading, wordAt } from './reading.ts'
import { shownCode } from './shown-places.ts'

/** What is said of a code beside "used". */
export const TOOK: readonly string[] = [
  'took|taken|take|takes|taking advantage of',
  'took|taken|takes',
  'touched|touch|touches|touching',
  'made|make use of',
  'cashed in',
  'claimed|availed of?',
  'slipped|slipping|dropped|popped|typed|punched|keyed|stuck|put in?',
]

const codeLead = phrase(
  'and with|using the|a?',
  'with|using|use|uses|used|redeem|redeems|redeemed|apply|applied|enter|entered|through|via the|a|an|our?',
  'with|using|use|uses|used|redeem|redeems|redeemed|apply|applied|enter|entered',
  ...TOOK,
)
const codeWord = phrase(
  'the|a|an? discount|promo|coupon|voucher|promotional? code|codes|coupon|coupons|voucher|vouchers',
  'code|codes|coupon|coupons|voucher|promo|discount',
)
const articles = phrase('the|a|an|our|both|either')
const andOr = phrase('and|or|/', ',', ', or|and')

/** `with code SUMMER20 or VIP15`, `used a BLACKFRIDAY code`: whole codes, or those that begin with it. */
export const code: Parser<Named> = (reading, at) => {
  const shown = shownCode(reading, at)
  if (shown !== undefined) return { value: { values: shown.value, doubts: [] }, end: shown.end }
  const others = otherCodes(reading, at)
  if (others !== undefined) return { value: { values: [...others.value], doubts: [] }, end: others.end }
  const opened = codeLead(reading, at)
  const start = skip(reading, opened >= 0 ? opened : at, articles)
  const said = codeWord(reading, start)
  if (opened < 0 && said < 0) return undefined
  // "both A and B" are two codes; without "both" the next condition may begin behind "and".
  const joints = wordAt(reading, start - 1) === 'both' ? andOr : listed
  let found = codeAt(reading, said >= 0 ? said : start, said >= 0)
  for (;;) {
    const joint = found === undefined ? -1 : joints(reading, found.end)
    const next = joint < 0 ? undefined : codeAt(reading, skip(reading, joint, codeWord), said >= 0)
    if (found === undefined || next === undefined) return found
    const { values, doubts } = found.value
    found = {
      value: { values: [...values, ...next.value.values], doubts: [...doubts, ...next.value.doubts] },
      end: next.end,
    }
  }
}

function codeAt(reading: Reading, at: number, named: boolean): Found<Named> | undefined {
  const token = reading.tokens[at]
  if (token === undefined || token.kind === 'sign') return undefined
  const after = codeWord(reading, at + 1)
  const held = reading.situation.vocabulary.values('discount_code')
  const exact = held.filter((info) => foldText(info.value) === token.word)
  const sure = named || after >= 0
  const values =
    exact.length > 0 || !sure ? exact : held.filter((info) => foldText(info.value).startsWith(token.word))
  const end = after >= 0 ? after : at + 1
  if (values.length > 0) return { value: { values: values.map((info) => info.value), doubts: [] }, end }
  // A word in capitals beside "code" is a code, even one that nobody has used.
  if (!sure || !(/^[A-Z][A-Z0-9_-]{2,}$/.test(token.text) || token.kind === 'quoted')) return undefined
  const doubt = missing(
    at,
    at + 1,
    `discount code ${token.text}`,
    `No order has used the code ${token.text}.`,
  )
  return { value: { values: [], doubts: [doubt] }, end }
}

const aDiscount = phrase('a|an|any|some? discount|discounts|promotion')
const noDiscount = phrase('no|zero|without|any discount|discounts')
const aCode = phrase(
  'a|an|any|some|our? discount|promo|coupon|voucher|promotional code|codes',
  'a|an|any|some|our? coupon|coupons|voucher|vouchers|code|codes',
)
const noCode = phrase(
  'no|zero|without discount|promo|coupon|voucher|promotional code|codes',
  'no|zero|without coupon|coupons|voucher|vouchers|code|codes',
)

/** What an order "carried", "had" or "used", the verb aside: `VIP15`, `a discount code`, `no coupon`, `a discount`. */
export const heldCode: Parser<Pick<OrderFilter, 'code' | 'coded' | 'discounted'>> = (reading, at) => {
  const named = namedCodes(reading, skip(reading, at, codeWord, articles))
  if (named !== undefined) return { value: { code: named.value }, end: named.end }
  const said = [
    { value: { coded: true }, end: aCode(reading, at) },
    { value: { coded: false }, end: noCode(reading, at) },
    { value: { discounted: true }, end: aDiscount(reading, at) },
    { value: { discounted: false }, end: noDiscount(reading, at) },
  ].toSorted((a, b) => b.end - a.end)[0]
  return said === undefined || said.end < 0 ? undefined : said
}

/** Codes of the data by their whole names, with "or" between them. */
export function namedCodes(reading: Reading, at: number): Found<string[]> | undefined {
  const first = codeAt(reading, at, false)
  if (first === undefined || first.value.doubts.length > 0) return undefined
  let found: Found<string[]> = { value: first.value.values, end: first.end }
  for (;;) {
    const joint = listed(reading, found.end)
    const next = joint < 0 ? undefined : codeAt(reading, joint, false)
    if (next === undefined || next.value.doubts.length > 0) return found
    found = { value: [...found.value, ...next.value.values], end: next.end }
  }
}

const withCode = phrase(
  'with|using|used|via a|any|some|our? discount|promo|coupon|voucher|promotional code|codes',
  'with|using|used|via a|any|some|our? coupon|coupons|voucher|vouchers|code|codes',
  'coded',
)
const withoutCode = phrase(
  'without a|any|our? discount|promo|coupon|voucher|promotional code|codes',
  'without a|any|our? coupon|coupons|voucher|vouchers|code|codes',
  'with no discount|promo|coupon|voucher? code|codes|coupon|coupons|voucher',
  'no discount|promo|coupon|voucher? code|codes|coupon|coupons|voucher on|in|with|for that|the|this same? order|purchase|one',
)

/** true: with any discount code; false: without one. */
export const coded: Parser<boolean> = (reading, at) => {
  const yes = withCode(reading, at)
  const no = withoutCode(reading, at)
  if (yes < 0 && no < 0) return undefined
  return yes > no ? { value: true, end: yes } : { value: false, end: no }
}
