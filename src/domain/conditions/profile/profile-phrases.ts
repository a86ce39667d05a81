import { atLeast } from '../../language/grammar/asked.ts'
import { comparison, type Test } from '../../language/grammar/comparison.ts'
import {
  allOf,
  doubtful,
  type Doubt,
  type Meaning,
  negated,
  question,
} from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import {
  type Found,
  longest,
  type Parser,
  type Reading,
  remembered,
  wordAt,
} from '../../language/grammar/reading.ts'
import type { Entity } from '../../entities/entity.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Condition } from '../index.ts'
import { bareName } from './bare-name-phrases.ts'
import { cornerPhrase } from './corner-phrases.ts'
import { type Kind, kindAt, type Named, namesAt, noneLive, profilesOf } from './profile-names-phrases.ts'
import { unfit } from './unfit-phrases.ts'
import { BEST_SCORE, type ProfileAsked } from './profile-shape.ts'

export type MakeProfile = (asked: ProfileAsked) => Condition

/** What was said about scores, before it was denied. */
interface Said {
  readonly kinds: readonly Kind[]
  readonly named?: Named
  readonly test?: Test
  readonly assumptions?: readonly string[]
  readonly end: number
}

/** `ICP score over 60`, `score at least 60 as the ICP “SMB SaaS”`, `fit Enterprise`, `no persona fit`. */
export const profilePhrases = (make: MakeProfile, entity: Entity): readonly Parser<Meaning>[] => [
  remembered(longest(unfit(make), told(make), loose, ...(entity === 'customer' ? [] : [cornerPhrase(make)]))),
]

const told =
  (make: MakeProfile): Parser<Meaning> =>
  (reading, at) => {
    const { negative, end: polar } = polarity(reading, at)
    const start = skip(reading, polar, lead)
    let best: Said | undefined
    for (const read of [byScore, scoredAs, ofBoth, named, bare, fitting, some]) {
      for (const from of new Set([start, polar])) {
        const found = read(reading, from)
        if (found !== undefined && found.end > (best?.end ?? at)) best = found
      }
    }
    return best && meant(reading, at, best, negative, make)
  }

const lead = phrase(
  'with|having|whose|where|have|has|had|in|at|of|under|from|inside|within|by|get|gets|got|reach|reaches',
  'with|having|whose|have|has|had|in|of|under|from|inside|within|get|gets|got the|an|a|our|their|its',
  'the|an|a|our|their|its|any',
  'where the|their|its',
)

function meant(
  reading: Reading,
  at: number,
  { kinds, named: names, test, assumptions = [], end }: Said,
  negative: boolean,
  make: MakeProfile,
): Found<Meaning> | undefined {
  const lacking = kinds.flatMap((kind) => noneLive(reading, kind, at, end)).slice(0, 1)
  const asked = test === undefined ? undefined : atLeast(test, '')
  const impossible = (asked?.test.tests ?? [])
    .flatMap(({ value }) => value)
    .some((value) => !Number.isInteger(value) || value < 0 || value > BEST_SCORE)
  const doubts: readonly Doubt[] = [
    ...(lacking.length > 0 ? lacking : (names?.doubts ?? [])),
    ...(impossible ? [question(at, end, `Scores go from 0 to ${BEST_SCORE}. Which score do you mean?`)] : []),
  ]
  if (doubts.length > 0) return { value: doubtful(...doubts), end }
  const one = (kind: Kind): Criteria[] => {
    const base: ProfileAsked = { kind, ...(names && { profile: [...names.ids] }) }
    return asked === undefined
      ? [make(base)]
      : asked.test.tests.map((compared) => make({ ...base, ...compared }))
  }
  const criteria = allOf(kinds.flatMap(one))
  const value: Meaning = {
    criteria: negative ? negated(criteria) : criteria,
    assumptions: [...assumptions, ...(asked?.assumptions ?? []), ...(names?.assumptions ?? [])],
    doubts: [],
  }
  return { value, end }
}

const scoreWord = phrase('score|scores|points|rating', 'fit|match score|scores')
const equals = phrase('of|is|are|was|:|=|at|being|sits|stands', 'is|are of|at|:|=')
const both = phrase('and|&|/|+')
const under = phrase('for|as|in|under|on|against')

/** `ICP score over 60`, `persona 60+`, `ICP and persona scores of at least 60`. */
function byScore(reading: Reading, at: number): Said | undefined {
  const first = kindAt(reading, at)
  if (first === undefined) return undefined
  const other = secondKind(reading, first)
  const kinds = other === undefined ? [first.value] : [first.value, other.value]
  const kindEnd = other?.end ?? first.end
  const word = scoreWord(reading, kindEnd)
  const from = skip(reading, word >= 0 ? word : kindEnd, equals)
  const test = comparison(reading, from) ?? comparison(reading, word >= 0 ? word : kindEnd)
  if (test === undefined || test.value.currency !== undefined) return undefined
  // “ICP: 50–500 employees” says no score.
  if (word < 0 && !(isScore(test.value) && ENDS.test(wordAt(reading, test.end)))) return undefined
  const behind = kinds.length > 1 ? -1 : under(reading, test.end)
  const names = behind < 0 ? undefined : namesAt(reading, behind, kinds[0])
  return { kinds, test: test.value, ...(names && { named: names.value }), end: names?.end ?? test.end }
}

const ENDS = /^(?:|and|or|but|,|;|\.|\)|\?|!|with|in|for|as|from|who|that|which|on|at|plus|yet|nor)$/
const isScore = ({ tests, percent }: Test): boolean =>
  percent === undefined && tests.every(({ value }) => [value].flat().every((one) => one <= BEST_SCORE))

function secondKind(reading: Reading, { value, end }: Found<Kind>): Found<Kind> | undefined {
  const joined = both(reading, skip(reading, end, scoreWord))
  const other = joined < 0 ? undefined : kindAt(reading, joined)
  return other === undefined || other.value === value ? undefined : other
}

const scoring = phrase('score|scores|scored|scoring|rate|rates|rated of?', 'a|the? score of|is|:')
const as = phrase('as|for|under|on|in|against|by')

/** `score at least 60 as the ICP “SMB SaaS”`, `scored over 80 for Enterprise`, `score 60+ as a persona`. */
function scoredAs(reading: Reading, at: number): Said | undefined {
  const word = scoring(reading, at)
  const test = word < 0 ? undefined : comparison(reading, word)
  const opened = test === undefined ? -1 : as(reading, test.end)
  if (test === undefined || opened < 0 || test.value.currency !== undefined) return undefined
  const start = skip(reading, opened, article)
  const kind = kindAt(reading, start)
  const names = namesAt(reading, kind?.end ?? start, kind?.value)
  if (names !== undefined)
    return { kinds: [names.value.kind], named: names.value, test: test.value, end: names.end }
  return kind && { kinds: [kind.value], test: test.value, end: kind.end }
}

const bothScores = phrase('both scores|score', 'both of the? scores', 'both icp and persona scores|score')
const onBoth = phrase('on|for|in both scores?')

/** `both scores over 60`, `score at least 60 on both`. */
function ofBoth(reading: Reading, at: number): Said | undefined {
  if (reading.entity === 'company') return undefined
  const kinds: readonly Kind[] = ['icp', 'persona']
  const opened = bothScores(reading, at)
  const test = opened < 0 ? undefined : comparison(reading, skip(reading, opened, equals))
  if (test !== undefined) return { kinds, test: test.value, end: test.end }
  const word = scoring(reading, at)
  const scored = word < 0 ? undefined : comparison(reading, word)
  const end = scored === undefined ? -1 : onBoth(reading, scored.end)
  return scored === undefined || end < 0 ? undefined : { kinds, test: scored.value, end }
}

const article = phrase('the|an|a|our|their|its')
const best = phrase('best|top|main|primary|highest?', 'best|highest scoring|ranking|matching')
const called = phrase('is|are|was|:|=|called|named|being', 'is|are one of|either :?')
const and = phrase('and')
const withScore = phrase('with|and|at|on a|an|the? score|scores of|is|:?')

/** `the ICP “SMB SaaS”`, `best ICP is Enterprise`, `the SMB SaaS ICP`. */
function named(reading: Reading, at: number): Said | undefined {
  const start = skip(reading, at, best)
  const kind = kindAt(reading, start)
  const names =
    kind === undefined
      ? kindBehind(reading, namesAt(reading, at))
      : namesAt(reading, skip(reading, kind.end, called), kind.value)
  return names && scoredWith(reading, { kinds: [names.value.kind], named: names.value, end: names.end })
}

/** `in SMB SaaS with a score of at least 60` */
function bare(reading: Reading, at: number): Said | undefined {
  const names = bareName(reading, at)
  return names && scoredWith(reading, { kinds: [names.value.kind], named: names.value, end: names.end })
}

/** `SMB SaaS ICP`: without the word, a name may be anything. */
function kindBehind(reading: Reading, names: Found<Named> | undefined): Found<Named> | undefined {
  const kind = names && kindAt(reading, names.end)
  return names === undefined || kind?.value !== names.value.kind ? undefined : { ...names, end: kind.end }
}

/** `… with a score of at least 60` */
function scoredWith(reading: Reading, found: Said): Said {
  const opened = withScore(reading, found.end)
  const test = opened < 0 ? undefined : comparison(reading, opened)
  // "… and score over 60 as the ICP B" names the profile of its score itself.
  if (test === undefined || scoredAs(reading, skip(reading, found.end, and)) !== undefined) return found
  return { ...found, test: test.value, end: test.end }
}

const fits = phrase(
  'fit|fits|fitting|fitted|match|matches|matching|matched into|in|with|under?',
  'qualify|qualifies|qualifying|qualified for|as|under',
  'a|the? good|best|great? fit|match for|with|is',
  'best fit|match',
  'fall|falls|falling|belong|belongs in|into|under|to',
)

/** `fit Enterprise`, `match the persona “CFO” in “Enterprise”`, `fit an ICP`. */
function fitting(reading: Reading, at: number): Said | undefined {
  const opened = fits(reading, at)
  if (opened < 0) return undefined
  const names = namesAt(reading, opened)
  if (names !== undefined)
    return scoredWith(reading, { kinds: [names.value.kind], named: names.value, end: names.end })
  return some(reading, opened)
}

const any = phrase('a|an|any|some|one', 'one|any|some of our|the|their', 'at least one')

/** `an ICP`, `any persona` */
function some(reading: Reading, at: number): Said | undefined {
  const opened = any(reading, at)
  // "an" may have been read before: "have an ICP".
  const article = opened < 0 && /^(?:an?|any)$/.test(wordAt(reading, at - 1)) ? at : opened
  const kind = article < 0 ? undefined : kindAt(reading, article)
  return kind && { kinds: [kind.value], end: skip(reading, kind.end, fitWord) }
}
const fitWord = phrase('fit|match|at all', 'fit at all')

const vague = phrase(
  'good|bad|great|strong|weak|poor|high|low|perfect icp|persona? fit|fits|match|matches',
  'good|bad|great|strong|weak|poor|high|low icp|persona score|scores',
  'icp|persona fit|match',
  'fit|fits|match|matches|in|with|by the|our|an|a? icp|persona',
)

/** "Good fits", "in our ICP": from which score on, and in which of them? */
const loose: Parser<Meaning> = (reading, at) => {
  const start = skip(reading, at, article)
  const bare = kindAt(reading, start)
  // "With the SMB SaaS ICP": where there is none, no name is known that could be read with it.
  const lacks = bare === undefined ? [] : noneLive(reading, bare.value, start, bare.end)
  const end = Math.max(vague(reading, start), lacks.length > 0 ? (bare?.end ?? -1) : -1)
  if (end < 0) return undefined
  const words = reading.tokens.slice(start, end).map(({ word }) => word)
  const kind = words.includes('persona') ? 'persona' : 'icp'
  if (kind === 'persona' && reading.entity === 'company') return undefined
  const lacking = noneLive(reading, kind, at, end)
  if (lacking.length > 0) return { value: doubtful(...lacking), end }
  const word = kind === 'icp' ? 'ICP' : 'persona'
  const choices = [60, 80].map((score): [string, string] => [
    `${word} score of at least ${score}`,
    `${word} score of at least ${score}`,
  ])
  const names = profilesOf(reading, kind)
    .filter(({ live, icp }) => live && icp === null)
    .slice(0, 4)
    .map(({ name }): [string, string] => [`the ICP ${name}`, `the ICP “${name}”`])
  return {
    value: doubtful(question(at, end, 'From which score on, or which one?', [...choices, ...names])),
    end,
  }
}
