import { foldText } from '#kernel/text.ts'
import { phrase, skip } from './phrase.ts'
import type { Found, Parser, Reading } from './reading.ts'

const lead = phrase('with|using|use|uses|used|redeemed|applied|entered|via', 'and with|using')
const some = phrase('a|an|any|some|one|another|other|different|our', 'a|some|any other|different')
const kind = phrase('discount|coupon|promo|voucher|promotional')
const noun = phrase('code|codes|coupon|coupons|voucher|vouchers')
const other = phrase(
  'other|different than|from|to',
  'but|except|besides|than|excluding',
  'but|and? not',
  'that|which? is|are|was|were not',
  'apart|aside from',
  'except for',
)
const joint = phrase('or|and|nor', ',', ', or|and')

/** `some code other than WELCOME10`, `any code except A and B`: the other codes of the data. */
export const otherCodes: Parser<readonly string[]> = (reading, at) => {
  const start = skip(reading, skip(reading, at, lead), some)
  const named = noun(reading, skip(reading, start, kind))
  const opened = named < 0 ? -1 : other(reading, named)
  const left = opened < 0 ? undefined : codesAt(reading, skip(reading, opened, noun))
  if (left === undefined) return undefined
  const held = reading.situation.vocabulary.values('discount_code').map(({ value }) => value)
  return { value: held.filter((value) => !left.value.includes(value)), end: left.end }
}

function codesAt(reading: Reading, at: number): Found<string[]> | undefined {
  const held = reading.situation.vocabulary.values('discount_code')
  const codeAt = (from: number) =>
    held.find(({ value }) => foldText(value) === reading.tokens[from]?.word)?.value
  const first = codeAt(at)
  if (first === undefined) return undefined
  const value = [first]
  let end = at + 1
  for (;;) {
    const next = joint(reading, end)
    const more = next < 0 ? undefined : codeAt(next)
    if (more === undefined) return { value, end }
    value.push(more)
    end = next + 1
  }
}
