import { joinWords } from '#kernel/text.ts'
import type { Reading } from './grammar/reading.ts'
import { heldOf } from './held-of-accounts.ts'
import type { Message } from './read-message.ts'

/** Tokens [from, to) that nothing reads. */
export type Stretch = readonly [from: number, to: number]

/** More of them, or more of their words, are no question that anybody reads. The receipt marks all. */
const MOST_NAMED = 5
const LONGEST_NAMED = 120

/** As they were written: `“blorp” and “quux”`. */
export function namedAs({ text, reading }: Message, stretches: readonly Stretch[]): string {
  const said = stretches.slice(0, MOST_NAMED).map(([from, to]) => {
    const words = text.slice(reading.tokens[from]?.start, reading.tokens[to - 1]?.end)
    return `“${words.length > LONGEST_NAMED ? `${words.slice(0, LONGEST_NAMED - 1)}…` : words}”`
  })
  const more = stretches.length - said.length
  return joinWords(more > 0 ? [...said, `${more} more`] : said, 'and')
}

/** How a question begins that is about words which nothing reads. */
export const UNPLACED = 'I can’t place'

/** Asks for other words, with what is known of companies and the people there where they are asked for. */
export function unplacedQuestion(message: Message, stretches: readonly Stretch[]): string {
  const asks = `${UNPLACED} ${namedAs(message, stretches)}. Can you say it in another way, or leave it out?`
  const held = heldOf(message.reading)
  return held === undefined ? asks : `${asks} ${held}`
}

/** Longer words are no misspelled value. */
const LONGEST_VALUE = 60
const NEAR = 0.7

/** Values of the company that are spelled nearly so, with what they are, of those who are asked for. */
export function nearValues({ text, reading }: Message, [from, to]: Stretch): readonly NearValue[] {
  const words = text.slice(reading.tokens[from]?.start, reading.tokens[to - 1]?.end)
  if (words.length > LONGEST_VALUE) return []
  return reading.situation.vocabulary
    .find(words, { limit: 4 })
    .filter(({ score, field }) => score >= NEAR && isOf(field, reading.entity))
    .map(({ label, field }) => ({ label, field: field.replaceAll('_', ' ') }))
}

interface NearValue {
  readonly label: string
  /** The column that has it: `company.tech stack`. */
  readonly field: string
}

/** Whether it is something that can be said of them. */
const isOf = (field: string, entity: Reading['entity']): boolean =>
  /^(?:company|person|signal)\./.test(field) === (entity !== 'customer')
