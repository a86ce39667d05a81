import { amount } from '../grammar/amount.ts'
import { doubtful, type Meaning, question } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Parser, said } from '../grammar/reading.ts'

export const ABOUT = 'about|around|roughly|approximately|circa|nearly|almost'

const about = phrase(ABOUT)
const isWord = phrase('is|are|was|were|of')
/** Of small numbers the next ones, else a tenth below and above. */
const width = (n: number): number => (n <= 10 ? 1 : n / 10)

/** "spent around 200", "about 3 orders": how far from it is still about it has to be said. */
export const roughly: Parser<Meaning> = (reading, at) => {
  const from = skip(reading, at, isWord)
  const opened = about(reading, from)
  const found = opened < 0 ? undefined : amount(reading, opened)
  if (found === undefined || found.value.times === true || found.value.value <= 0) return undefined
  const { value, currency, percent } = found.value
  const [low, high] = [value - width(value), value + width(value)].map((n) => Math.round(n * 100) / 100)
  const unit = percent === true ? '%' : currency === undefined ? '' : ` ${currency}`
  const band = `between ${low} and ${high}${unit}`
  const says = `“${said(reading, from, found.end)}”: from where to where?`
  const choices = [band, `at least ${value}${unit}`, `at most ${value}${unit}`]
  const doubt = question(
    from,
    found.end,
    says,
    choices.map((choice) => [choice, choice] as const),
  )
  return { value: { ...doubtful(doubt), people: true }, end: found.end }
}
