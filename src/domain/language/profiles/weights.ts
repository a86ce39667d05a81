import { phrase, skip } from '../grammar/phrase.ts'
import { type Found, type Reading, said, wordAt } from '../grammar/reading.ts'

/** How much something that is preferred counts. */
export interface Weight {
  readonly value: number
  /** How words that say no number were taken for it. */
  readonly assumed?: string
}

/** What is “strongly” preferred, where what is simply preferred has 1. */
const MUCH = 3

const named = phrase(
  'weight|weights|weighted|weighing|weighs|wt|wgt|w of|at|by|:|=?',
  'is|are? worth|weighted|weighing',
  'counts|scores|gets|earns|adds extra|another|plus?',
  'with? a? weight of|:|=?',
  // How “w=20” is spelled out.
  'with =|:',
  'with? a|the? preference|bonus|boost of',
  'score|scores|points|pts',
)
/** “Companies that hire get 5 points”: without the points it would say how many. */
const given = phrase('get|gets|earn|earns|receive|receives|collect|collects an? extra?')
export const label = phrase('score|scores|points|pts')
export const pointsWord = phrase('points|point|pts|pt')
export const towards = phrase('for|if|when|on|to|:')

const WEIGHT = 'the? weight|weighting|points|score|bonus|importance'
const COUNTS = 'should? just? counts|count|counting|scores|matters|matter|weighs|weigh|for?'
const GETS = 'should? get|gets|earn|earns|receive|receives|give|gives|have|has'
const times: readonly (readonly [ReturnType<typeof phrase>, number])[] = [
  [phrase(`double|twice ${WEIGHT}`, 'double', `${COUNTS} double|twice`, `${GETS} double|twice ${WEIGHT}`), 2],
  [
    phrase(`triple|thrice ${WEIGHT}`, 'triple', `${COUNTS} triple|thrice`, `${GETS} triple|thrice ${WEIGHT}`),
    3,
  ],
  [
    phrase(
      `single|simple|normal|regular ${WEIGHT}`,
      'single|once',
      `${GETS} single|simple|normal|regular ${WEIGHT}`,
    ),
    1,
  ],
]
const degrees: readonly (readonly [ReturnType<typeof phrase>, number])[] = [
  [phrase('high|higher|heavy|big|more|strong|extra weight|weighting|priority|importance|preference'), MUCH],
  [phrase('low|lower|light|small|less|normal weight|weighting|priority|importance|preference'), 1],
]
const sizes: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:big|huge|major|strong|strongly|heavy|heavily|really|highly|greatly|much|definitely|especially|particularly|large|super)$/,
    MUCH,
  ],
  [/^(?:small|slight|slightly|minor|light|lightly|little|tiny)$/, 1],
]

/** How words that say no number are taken: “strongly prefer”, “a big plus”. */
export function sizeSaid(reading: Reading, from: number, to: number): Weight | undefined {
  for (let at = from; at < to; at++) {
    const found = sizes.find(([words]) => words.test(wordAt(reading, at)))
    if (found !== undefined) return taken(reading, from, to, found[1])
  }
  return undefined
}

const taken = (reading: Reading, from: number, to: number, value: number): Weight => ({
  value,
  assumed:
    value === 1
      ? `“${said(reading, from, to)}” is read as weight 1.`
      : `“${said(reading, from, to)}” is read as weight ${value}, where what is simply preferred has 1.`,
})

/**
 * A weight by itself: `weight 3`, `w 5`, `w2`, `+5`, `5 points`, `worth 10`, `double weight`, `heavy weight`. `bare`: a
 * number alone is one too, where the place says so: “stripe nice (2)”.
 */
export function weightOf(reading: Reading, at: number, bare: boolean): Found<Weight> | undefined {
  const token = reading.tokens[at]
  if (token === undefined) return undefined
  const short = /^[wx](?<n>\d{1,4})$/u.exec(token.word)?.groups?.['n']
  if (short !== undefined) return { value: { value: Number(short) }, end: skip(reading, at + 1, pointsWord) }
  for (const [words, value] of times) {
    const end = words(reading, at)
    if (end >= 0) return { value: taken(reading, at, end, value), end }
  }
  for (const [words, value] of degrees) {
    const end = words(reading, at)
    if (end >= 0) return { value: taken(reading, at, end, value), end }
  }
  const got = given(reading, at)
  const pointed = got >= 0 && pointsWord(reading, got + 1) >= 0 ? got : -1
  const opened = Math.max(named(reading, at), pointed)
  const sign = token.text === '+' && reading.tokens[at + 1]?.start === token.end ? at + 1 : -1
  const w = token.text.toLowerCase() === 'w' ? at + 1 : -1
  const from = Math.max(opened, sign, w)
  const { number, currency } = reading.tokens[from < 0 ? at : from] ?? {}
  if (number === undefined || currency !== undefined) return undefined
  const behind = (from < 0 ? at : from) + 1
  const points = pointsWord(reading, behind)
  // “Score 10: …” is a weight, and “score 60” is none.
  if (opened >= 0 && label(reading, at) === opened && wordAt(reading, behind) !== ':') return undefined
  if (from < 0 && points < 0 && !bare) return undefined
  return { value: { value: number }, end: Math.max(points, behind) }
}

/** A weight with what it leads to: `weight 3 for`, `(weight: 3)`, `3 points if`, `double weight for`. */
export function weightAt(reading: Reading, at: number): Found<Weight> | undefined {
  const bracket = wordAt(reading, at) === '('
  const found = weightOf(reading, bracket ? at + 1 : at, false) ?? saidFirst(reading, at)
  if (found === undefined) return undefined
  const end = bracket && wordAt(reading, found.end) === ')' ? found.end + 1 : found.end
  return { value: found.value, end: skip(reading, end, towards) }
}

/** `40 for Fintech`: a number alone, and what it is for. */
function saidFirst({ tokens }: Reading, at: number): Found<Weight> | undefined {
  const { number, currency, kind } = tokens[at] ?? {}
  if (kind !== 'number' || number === undefined || currency !== undefined) return undefined
  return /^(?:for|if|when)$/.test(tokens[at + 1]?.word ?? '')
    ? { value: { value: number }, end: at + 1 }
    : undefined
}
