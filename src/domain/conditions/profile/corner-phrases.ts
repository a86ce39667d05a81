import type { Criteria } from '../../criteria/schema.ts'
import { allOf, doubtful, type Meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'
import { type Kind, noneLive } from './profile-names-phrases.ts'
import type { MakeProfile } from './profile-phrases.ts'

/** From which score on a company or a person is the right one, where nobody says. */
const RIGHT_SCORE = 60

interface Side {
  readonly kind: Kind
  readonly right: boolean
}

const lead = phrase('at|in|from|of|with|but|the|a', 'at|in|from|of|with|but the|a')
const company = 'company|companies|account|accounts|firm|firms|employer|employers'
const person = 'person|people|contact|contacts|lead|leads|role|roles|persona'
const SIDES: readonly (Side & { readonly words: ReturnType<typeof phrase> })[] = [
  { kind: 'icp', right: true, words: phrase(`right ${company}`) },
  { kind: 'icp', right: false, words: phrase(`wrong ${company}`) },
  { kind: 'persona', right: true, words: phrase(`right ${person}`) },
  { kind: 'persona', right: false, words: phrase(`wrong ${person}`) },
]
const joint = phrase(',|/|&|;|-|–|—|+', 'and|but|yet|with|at', ', but|and|yet', ', but|and? the')

/** `right company, wrong person`: the four corners that both scores make. */
export const cornerPhrase =
  (make: MakeProfile): Parser<Meaning> =>
  (reading, at) => {
    const first = sideAt(reading, at)
    if (first === undefined) return undefined
    const next = joint(reading, first.end)
    const second = next < 0 ? undefined : sideAt(reading, next)
    const sides = second === undefined || second.value.kind === first.value.kind ? [first] : [first, second]
    const end = sides.at(-1)?.end ?? first.end
    const lacking = sides.flatMap(({ value }) => noneLive(reading, value.kind, at, end)).slice(0, 1)
    if (lacking.length > 0) return { value: doubtful(...lacking), end }
    const criteria = allOf(sides.map(({ value }) => criteriaOf(value, make)))
    const says = `“Right” is read as a score of at least ${RIGHT_SCORE}, “wrong” as a lower one or none.`
    return { value: { criteria, assumptions: [says], doubts: [], people: true }, end }
  }

/** Whether a company or a person that is the right or the wrong one stands at a token. */
export const beginsCorner = (reading: Reading, at: number): boolean =>
  SIDES.some(({ words }) => words(reading, at) >= 0)

function sideAt(reading: Reading, at: number): Found<Side> | undefined {
  const start = skip(reading, at, lead)
  for (const { words, ...side } of SIDES) {
    const end = words(reading, start)
    if (end >= 0 && (side.kind === 'icp' || reading.entity === 'person')) return { value: side, end }
  }
  return undefined
}

function criteriaOf({ kind, right }: Side, make: MakeProfile): Criteria {
  const asked = make({ kind, op: '>=', value: RIGHT_SCORE })
  return right ? asked : negated(asked)
}
