import { asFilters } from '../../../profiles/as-parameters.ts'
import type { Parameter, ProfileParameters } from '../../../profiles/parameter.ts'
import { type Phrase, phrase, skip } from '../../grammar/phrase.ts'
import { type Reading, wordAt } from '../../grammar/reading.ts'
import { inMode, withOthers } from './changed-parameters.ts'
import {
  article,
  type Edited,
  endOf,
  list,
  made,
  meant,
  nounBefore,
  points,
  type ReadEdit,
  startOf,
  UNWEIGHED,
  type Whose,
  worth,
  wordsIn,
} from './edit.ts'
import { modeNounAt } from './mode-words.ts'
import { wholePart } from './parameter-meant.ts'

const turn = phrase('make|turn|mark|set|treat|change|convert|have|let')
const being = phrase('should|is|are|be|to|as|into|a|an|only|just|now|rather|merely')
const AS: readonly (readonly [Phrase, Parameter['mode']])[] = [
  [
    phrase(
      'must',
      'must have',
      'must-have',
      'required|mandatory|essential|compulsory|obligatory|imperative|indispensable',
      'hard|strict|firm? requirement|filter|must|condition|criterion',
    ),
    'filter',
  ],
  [phrase('nice to have', 'nice-to-have', 'optional|preferred|preference|bonus|plus|score'), 'score'],
  [
    phrase('dealbreaker|exclude|exclusion|excluded|disqualifier|no-go', 'deal breaker|-breaker', 'no go'),
    'exclude',
  ],
]
const MODE = /^(?:must|required|mandatory|essential|optional|preferred)$/
const notMust = phrase(
  ',? not a? must|required|requirement|filter',
  ',? not a? must have',
  ',? not a? must-have',
  ',? rather than a? must|requirement|filter',
  ',? instead|rather of|than just|only|merely? a? must|requirement|filter|preference|preferred|bonus|nice-to-have',
  ',? instead|rather of|than just|only|merely? a? nice to have',
  ',? instead|rather of|than being? just|only|merely? optional|required|mandatory|preferred',
  ',? not a? preferred|optional|preference|required|mandatory|bonus|plus|nice-to-have',
  ',? instead of a? preferred|optional|preference|required|mandatory|bonus|plus|nice-to-have',
  ',? rather than a? preferred|optional|preference|required|mandatory|bonus|plus|nice-to-have',
)
const comma = phrase(',|(', ', with')
const everything = phrase(
  'everything|all',
  'all|every|each of? the|its|their? parameter|parameters|filter|filters|must|musts|requirement|requirements',
)
const noLonger = phrase('no longer|not? a? must|required|mandatory|requirement', 'is not required|mandatory')

/** `make Snowflake a must-have`, `turn the country requirement into a nice-to-have with weight 15` */
export const turned: ReadEdit = (edit, parameters, whose) => {
  const start = startOf(edit)
  const end = endOf(edit)
  const opened = turn(edit, start)
  const from = skip(edit, opened < 0 ? start : opened, article)
  const alone = modeAt(edit, skip(edit, from, being))
  const [recent, another] = whose.recent
  if (alone !== undefined && alone[0] >= end && recent !== undefined && another === undefined) {
    const [, mode] = alone
    return turnedInto(edit, recent, { mode, weight: undefined }, parameters, whose)
  }
  for (let i = from + 1; i < end; i++) {
    let at = i
    while (being(edit, at) === at + 1) at++
    const found = noLonger(edit, at) === end ? ([end, 'score'] as const) : modeAt(edit, at)
    if (found === undefined) continue
    // “HubSpot, and Germany only as a bonus” says another thing of each.
    if (edit.tokens.slice(from, i).some(({ word }) => /^[,;:]$/.test(word))) continue
    // “Hiring mandatory”: without a verb it has to be there already.
    const there = () => !('asks' in meant(edit, from, nounBefore(edit, from, i), parameters, whose))
    const plain = MODE.test(wordAt(edit, i)) && edit.unit(edit, from) !== undefined
    if (opened < 0 && at === i && !(plain && there())) continue
    const [behind, mode] = found
    const apart = skip(edit, behind, notMust)
    const weighed = worth(edit, skip(edit, apart, comma))
    const weight = weighed < 0 ? undefined : edit.tokens[weighed]?.number
    const rest = weight === undefined ? apart : skip(edit, skip(edit, weighed + 1, points), notMust)
    if (rest < end || (weight !== undefined && mode !== 'score')) continue
    return inOther(edit, { from, to: i, mode, weight }, parameters, whose)
  }
  return undefined
}

function modeAt(edit: Reading, at: number): readonly [number, Parameter['mode']] | undefined {
  for (const [words, mode] of AS) {
    const end = words(edit, at)
    if (end >= 0) return [end, mode]
  }
  const noun = modeNounAt(edit, at)
  return noun && [noun.end, noun.value]
}

function inOther(
  edit: Reading,
  asked: {
    readonly from: number
    readonly to: number
    readonly mode: Parameter['mode']
    readonly weight: number | undefined
  },
  parameters: ProfileParameters,
  whose: Whose,
): Edited {
  const { name } = whose
  const { from, to, mode, weight = 1 } = asked
  if (everything(edit, from) === to) return allInOther(asked, parameters, name)
  const noun = nounBefore(edit, from, to)
  const one = meant(edit, from, noun, parameters, whose)
  if (!('asks' in one)) return turnedInto(edit, one, asked, parameters, whose)
  const criteria = noun < to ? undefined : wholePart(edit, from, to)
  if (criteria === undefined) return one
  const others = asFilters(criteria).map((each) => inMode(each, mode, weight))
  return made(
    withOthers(parameters, others).parameters,
    `“${wordsIn(edit, from, to)}” is new in “${name}”.`,
    ...unsaid(asked),
  )
}

interface Turn {
  readonly mode: Parameter['mode']
  readonly weight: number | undefined
}

const unsaid = ({ mode, weight }: Turn): readonly string[] =>
  mode === 'score' && weight === undefined ? [UNWEIGHED] : []

function turnedInto(
  edit: Reading,
  one: Parameter,
  asked: Turn,
  parameters: ProfileParameters,
  { name }: Whose,
): Edited {
  const { mode, weight = 1 } = asked
  if (one.mode === mode && (one.mode !== 'score' || one.weight === weight))
    return { asks: `That is so in “${name}” already: ${list(edit, [one])}. What should be changed?` }
  const rest = parameters.filter((each) => each !== one)
  return made(withOthers(rest, [inMode(one, mode, weight)]).parameters, ...unsaid(asked))
}

/** "Make all parameters preferences": the filters, since what is left out is no wish. */
function allInOther(
  { mode, weight = 1 }: { readonly mode: Parameter['mode']; readonly weight: number | undefined },
  parameters: ProfileParameters,
  name: string,
): Edited {
  const from = mode === 'score' ? 'filter' : 'score'
  if (mode === 'exclude' || !parameters.some((one) => one.mode === from))
    return { asks: `Nothing in “${name}” could become that. What should be changed?` }
  const out = parameters.some((one) => one.mode === 'exclude')
  return made(
    parameters.map((one) => (one.mode === from ? inMode(one, mode, weight) : one)),
    ...(mode === 'score' ? [`Each that was a must has weight ${weight}.`] : []),
    ...(out ? ['What is left out stays left out.'] : []),
  )
}
