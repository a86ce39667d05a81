import { type Meaning, meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import { oneOf } from '../../language/grammar/place-list.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'

const lead = phrase(
  'who|that|are|is? really|very? into',
  'interested in',
  'interest|interests in|is|are|:|=|of?',
  'with|have|has|having|showing|shows|show an? interest|interests in|of?',
)
const behind = phrase(
  'interest|interests',
  'enthusiast|enthusiasts',
  'as|among an?|their|the? interest|interests',
)
const having = phrase('with|have|has|having|showing an?|the?')
const joint = phrase('or|and|,|/|&', ', and|or')

/** `into pour over or light roast`, `espresso interest`, `interest: home barista`. */
export const interestPhrase: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const opened = Math.max(lead(reading, start), lead(reading, at))
  const first = opened >= 0 ? opened : Math.max(having(reading, start), start)
  const listed = interestsAt(reading, first)
  if (listed === undefined) return undefined
  const named = behind(reading, listed.end)
  if (opened < 0 && named < 0) return undefined
  const { values, every } = listed.value
  const criteria =
    every && !negative
      ? { all: values.map((value) => oneOf('interests', [value])) }
      : oneOf('interests', values)
  const value = meaning(negative ? negated(criteria) : criteria)
  return { value, end: Math.max(named, listed.end) }
}

interface Listed {
  readonly values: string[]
  /** Joined by “and” alone: all of them are meant. */
  readonly every: boolean
}

function interestsAt(reading: Reading, at: number): Found<Listed> | undefined {
  const values: string[] = []
  const joints: string[] = []
  let end = at
  for (let next = at; next >= 0; next = joint(reading, end)) {
    const link = reading.links.at(next).find(({ field }) => field === 'interests')
    const [value] = link?.values ?? []
    if (link === undefined || value === undefined) break
    if (next > end) joints.push(reading.tokens[next - 1]?.word ?? '')
    values.push(value)
    ;({ end } = link)
  }
  if (values.length === 0) return undefined
  const every = values.length > 1 && joints.at(-1) === 'and'
  return { value: { values, every }, end }
}
