import { asFilters } from '../../../profiles/as-parameters.ts'
import type { Parameter, ProfileParameters } from '../../../profiles/parameter.ts'
import { type Phrase, phrase, skip } from '../../grammar/phrase.ts'
import type { Reading } from '../../grammar/reading.ts'
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
  worth,
  wordsIn,
} from './edit.ts'
import { wholePart } from './parameter-meant.ts'

const turn = phrase('make|turn|mark|set|treat|change|convert|have|let')
const being = phrase('should|is|are|be|to|as|into|a|an|only|just|now|rather|merely')
const AS: readonly (readonly [Phrase, Parameter['mode']])[] = [
  [
    phrase(
      'must',
      'must have',
      'must-have',
      'required|mandatory|essential',
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
const notMust = phrase(
  ',? not a? must|required|requirement|filter',
  ',? not a? must have',
  ',? not a? must-have',
  ',? rather than a? must|requirement|filter',
  ',? instead of a? must|requirement|filter',
  ',? not a? preferred|optional|preference|required|mandatory|bonus|plus|nice-to-have',
  ',? instead of a? preferred|optional|preference|required|mandatory|bonus|plus|nice-to-have',
  ',? rather than a? preferred|optional|preference|required|mandatory|bonus|plus|nice-to-have',
)
const noLonger = phrase('no longer|not? a? must|required|mandatory|requirement', 'is not required|mandatory')

/** `make Snowflake a must-have`, `turn the country requirement into a nice-to-have with weight 15` */
export const turned: ReadEdit = (edit, parameters, name) => {
  const start = startOf(edit)
  const end = endOf(edit)
  const opened = turn(edit, start)
  const from = skip(edit, opened < 0 ? start : opened, article)
  for (let i = from + 1; i < end; i++) {
    let at = i
    while (being(edit, at) === at + 1) at++
    const found = noLonger(edit, at) === end ? ([end, 'score'] as const) : modeAt(edit, at)
    if (found === undefined || (opened < 0 && at === i)) continue
    const [behind, mode] = found
    const apart = skip(edit, behind, notMust)
    const weighed = worth(edit, apart)
    const weight = weighed < 0 ? undefined : edit.tokens[weighed]?.number
    const rest = weight === undefined ? apart : skip(edit, skip(edit, weighed + 1, points), notMust)
    if (rest < end || (weight !== undefined && mode !== 'score')) continue
    return inOther(edit, { from, to: i, mode, weight }, parameters, name)
  }
  return undefined
}

function modeAt(edit: Reading, at: number): readonly [number, Parameter['mode']] | undefined {
  for (const [words, mode] of AS) {
    const end = words(edit, at)
    if (end >= 0) return [end, mode]
  }
  return undefined
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
  name: string,
): Edited {
  const { from, to, mode, weight = 1 } = asked
  const noun = nounBefore(edit, from, to)
  const one = meant(edit, from, noun, parameters, name)
  const unsaid = mode === 'score' && asked.weight === undefined ? ['No weight was said: it is 1.'] : []
  if (!('asks' in one)) {
    if (one.mode === mode && (one.mode !== 'score' || one.weight === weight))
      return { asks: `That is so in “${name}” already: ${list(edit, [one])}. What should be changed?` }
    const rest = parameters.filter((each) => each !== one)
    return made(withOthers(rest, [inMode(one, mode, weight)]).parameters, ...unsaid)
  }
  const criteria = noun < to ? undefined : wholePart(edit, from, to)
  if (criteria === undefined) return one
  const others = asFilters(criteria).map((each) => inMode(each, mode, weight))
  return made(
    withOthers(parameters, others).parameters,
    `“${wordsIn(edit, from, to)}” is new in “${name}”.`,
    ...unsaid,
  )
}
