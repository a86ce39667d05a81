import type { Phrase } from './phrase.ts'

/** "ex-Salesforce people": a company that people at work have left; "Europe, ex-Germany" leaves a place out. */
export const formerEmployer: Phrase = (reading, at) => {
  const [ex, next] = reading.tokens.slice(at, at + 2)
  if (reading.entity !== 'person' || ex?.word !== 'ex' || next === undefined) return -1
  const hyphened = reading.text.slice(ex.end, next.start) === '-'
  const isPlace = reading.links.at(at + 1).some(({ field }) => /country|region|city/.test(field))
  return hyphened && !isPlace ? at + 2 : -1
}
