import { textValues } from '../../conditions/shared/columns/text-values.ts'
import { doubtful, type Meaning, question } from '../grammar/meaning.ts'
import { phrase } from '../grammar/phrase.ts'
import { type Parser, said } from '../grammar/reading.ts'

const alike = phrase('like|resembling', 'similar|comparable to', 'such as')
const HEAD =
  /^(?:companies|company|accounts|account|firms|firm|businesses|business|brands|brand|ones|those|icp|lookalikes)$/

/** “Companies like Stripe”: no company of the data says of itself whom it is like. */
export const likeCompany: Parser<Meaning> = (reading, at) => {
  const from = alike(reading, at)
  if (from < 0 || !HEAD.test(reading.tokens[at - 1]?.word ?? '')) return undefined
  const named = textValues(reading, from)
  if (named === undefined) return undefined
  const words = said(reading, at, named.end)
  const name = said(reading, from, named.end)
  const uses = reading.links.at(from).some(({ field }) => field === 'company.technology')
  const says = `“${words}”: the data does not say which companies are alike. Say by what (industry, size, place, technologies), or ask “what do our customers have in common”, which proposes an ICP from outcomes.`
  return {
    value: doubtful(
      question(at, named.end, says, uses ? [[`companies that use ${name}`, `that use ${name}`]] : []),
    ),
    end: named.end,
  }
}
