import type { Parameter, ProfileParameters, ScoreParameter } from '../../../profiles/parameter.ts'
import { phrase, skip } from '../../grammar/phrase.ts'
import { type Reading, wordAt } from '../../grammar/reading.ts'
import { replaced } from './changed-parameters.ts'
import {
  article,
  type Edited,
  endOf,
  list,
  made,
  meant,
  nounBefore,
  type ReadEdit,
  startOf,
  type Whose,
  wordsIn,
} from './edit.ts'

const FACTORS: readonly (readonly [ReturnType<typeof phrase>, number])[] = [
  [phrase('double|doubles|twice|2x'), 2],
  [phrase('triple|treble|3x', 'three times'), 3],
  [phrase('quadruple|4x', 'four times'), 4],
  [phrase('halve|half|halved'), 0.5],
]
const move = phrase('set|change|raise|lower|increase|decrease|reduce|cut|make|bump|put|drop|give up|down?')
const weight = phrase('weight|weights|weighting|points|score|scores|importance|value')
const of = phrase('of|for|on')
const pointed = phrase('those|these|that|this|its|their')
const everything = phrase(
  'everything|all',
  'all|every|each of? the|its? weight|weights|preference|preferences|score|scores|parameter|parameters',
)
const tail = phrase(
  'to|in|by|into? half|double|triple|twice|2x|3x',
  'x|× 2|3|4',
  'times 2|3|4|two|three|four',
  'twice|double|2x|3x|three as much|heavy|heavily|important|high|strong|strongly',
  'count|counts|weigh|weighs|be? double|twice|triple|half',
  'twice|double|triple|half the|its? weight',
)

/** `double the weight of Stripe`, `halve hiring`, `lower the weight of hiring to half`, `make Stripe twice as important`. */
export const scaled: ReadEdit = (edit, parameters, whose) => {
  const { name } = whose
  const start = startOf(edit)
  const end = endOf(edit)
  const beside = besideAnother(edit, start, end, parameters, whose)
  if (beside !== undefined) return beside
  const asked = leadingFactor(edit, start, end) ?? trailingFactor(edit, start, end)
  if (asked === undefined || asked.from >= asked.to) return undefined
  const scores = parameters.filter((one): one is ScoreParameter => one.mode === 'score')
  // “Double those points”, where nothing was changed that they could be of.
  const those = asked.weighted && whose.recent.length === 0 && pointed(edit, asked.from) === asked.to
  const whole = those || everything(edit, asked.from) === asked.to || weight(edit, asked.from) === asked.to
  const one = whole ? undefined : meant(edit, asked.from, asked.to, parameters, whose)
  if (one !== undefined && 'asks' in one) return asked.weighted ? one : undefined
  if (one !== undefined && one.mode !== 'score')
    return asked.weighted ? { asks: notScored(edit, asked, one, name) } : undefined
  const meantOnes = one === undefined ? scores : [one]
  if (meantOnes.length === 0) return { asks: `“${name}” prefers nothing, so there is no weight to change.` }
  return scaledBy(edit, parameters, meantOnes, asked.factor)
}

const weigh = phrase('weigh|weight|make|score|count|rate')
const asMuch = phrase(
  'twice|double|three|four times? as much|heavy|heavily|important|high|strong|strongly as',
  'twice|double|three times|four times the weight of',
)

/** `weight the size twice as much as the UK one` */
function besideAnother(
  edit: Reading,
  start: number,
  end: number,
  parameters: ProfileParameters,
  whose: Whose,
): Edited | undefined {
  const opened = weigh(edit, start)
  for (let at = opened + 1; opened >= 0 && at < end; at++) {
    const behind = asMuch(edit, at)
    const factor = behind < 0 ? undefined : factorIn(edit, at, behind)
    if (factor === undefined) continue
    const from = skip(edit, behind, article)
    const one = meant(edit, skip(edit, opened, article), at, parameters, whose)
    const other = meant(edit, from, nounBefore(edit, from, end), parameters, whose)
    if ('asks' in one) return one
    if ('asks' in other) return other
    if (one.mode !== 'score' || other.mode !== 'score')
      return { asks: `Only what is preferred has a weight: ${list(edit, [one, other])}.` }
    return made(replaced(parameters, one, { ...one, weight: other.weight * factor }))
  }
  return undefined
}

interface Asked {
  readonly factor: number
  readonly from: number
  readonly to: number
  /** A weight was named, so that nothing else can be meant. */
  readonly weighted: boolean
}

function leadingFactor(edit: Reading, start: number, end: number): Asked | undefined {
  for (const [words, factor] of FACTORS) {
    const opened = words(edit, start)
    if (opened < 0) continue
    return { factor, ...whatOf(edit, opened, end) }
  }
  return undefined
}

function trailingFactor(edit: Reading, start: number, end: number): Asked | undefined {
  const opened = move(edit, start)
  for (let at = end - 1; at > start; at--) {
    if (tail(edit, at) !== end) continue
    const factor = factorIn(edit, at, end)
    if (factor === undefined) continue
    const asked = whatOf(edit, opened < 0 ? start : opened, at)
    if (opened < 0 && !asked.weighted) continue
    return { factor, ...asked }
  }
  return undefined
}

/** What of a profile is scaled: behind “the weight of”, or in front of “weight”. */
function whatOf(edit: Reading, at: number, end: number): Omit<Asked, 'factor'> {
  const from = skip(edit, at, article)
  const named = weight(edit, from)
  if (named >= 0 && named < end) {
    const behind = of(edit, named)
    return { from: skip(edit, behind < 0 ? from : behind, article), to: end, weighted: true }
  }
  const last = weight(edit, end - 1) === end && end - 1 > from ? end - 1 : end
  return { from, to: last, weighted: last < end }
}

function factorIn(edit: Reading, from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) {
    const found = FACTORS.find(([words]) => words(edit, at) >= 0)
    if (found !== undefined) return found[1]
    const number = edit.tokens[at]?.number
    if (number !== undefined) return number
    const spelled = /^(?:two|three|four)$/.exec(wordAt(edit, at))?.[0]
    if (spelled !== undefined) return { two: 2, three: 3, four: 4 }[spelled]
  }
  return undefined
}

function scaledBy(
  edit: Reading,
  parameters: ProfileParameters,
  meantOnes: readonly ScoreParameter[],
  factor: number,
) {
  const odd = meantOnes.find((one) => !Number.isInteger(one.weight * factor))
  if (odd !== undefined) {
    const alone = parameters.filter(({ mode }) => mode === 'score').length === 1
    const why = alone
      ? 'It is the only preference, so that its weight changes no score.'
      : 'Raise the others instead, or say the weight that it should have.'
    return {
      asks: `Weights are whole numbers, and ${list(edit, [odd])} times ${factor} is ${odd.weight * factor}. ${why}`,
    }
  }
  const scaledOnes = new Set<Parameter>(meantOnes)
  const next = parameters.map((one) =>
    scaledOnes.has(one) && one.mode === 'score' ? { ...one, weight: one.weight * factor } : one,
  )
  const alone = parameters.filter(({ mode }) => mode === 'score').length === meantOnes.length
  return made(next, ...(alone ? ['All that is preferred is scaled alike, so that no score changes.'] : []))
}

const notScored = (edit: Reading, { from, to }: Asked, one: Parameter, name: string): string =>
  `“${wordsIn(edit, from, to)}” is a ${one.mode === 'filter' ? 'must' : 'reason to leave out'} in “${name}”, which has no weight. Should it be a nice-to-have instead?`
