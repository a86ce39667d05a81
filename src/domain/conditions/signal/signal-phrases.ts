import type { Condition } from '../index.ts'
import { comparison, mayCount, type Test } from '../../language/grammar/comparison.ts'
import {
  allOf,
  anyOf,
  type Doubt,
  doubtful,
  type Meaning,
  negated,
  question,
} from '../../language/grammar/meaning.ts'
import { beginning, phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import {
  type Found,
  type Parser,
  type Reading,
  remembered,
  said,
  wordAt,
} from '../../language/grammar/reading.ts'
import { window } from '../../language/grammar/window.ts'
import { stem } from '../../language/linking/stem.ts'
import type { Window } from '../../time/window.ts'
import { heldTypes, lacking } from './held-signals.ts'
import { textValues } from '../shared/columns/text-values.ts'
import { isUnder, signalLabel, signalTypeOf } from '../../signals/known.ts'
import { SIGNAL_KINDS } from './signal-kinds.ts'
import type { SignalAsked } from './signal-shape.ts'
import { wordsOfTopics } from './topic-words.ts'

type Make = (asked: SignalAsked) => Condition

/** What a stretch says of signals, before how many and when. */
interface Asked {
  readonly signal?: string[]
  readonly topic?: string[]
  readonly weak?: true
  /** The data holds none of the kind. */
  readonly lacking?: string
  readonly count?: Test
  readonly end: number
}

/** `had a hiring signal about “SDR”`, `hiring SDRs in the last 60 days`, `visited pricing twice`, `never replied`. */
export const signalPhrases = (make: Make, entity: 'company' | 'person'): readonly Parser<Meaning>[] => [
  remembered((reading, at) => {
    const { negative, end: polar } = polarity(reading, at)
    const asked =
      named(reading, polar) ??
      told(reading, skip(reading, polar, somebody), entity) ??
      topicFirst(reading, polar)
    return asked && finished(reading, at, asked, negative, make)
  }),
]

/** “Where someone changed jobs”: of a company, whoever works there. */
const somebody = phrase(
  'where|that|who someone|somebody|anyone|anybody|people who|there?',
  'someone|somebody|anyone|anybody who|there?',
  'where|that we|they had',
)
const no = phrase('no', 'no such', 'never any?')
const some = phrase('a|an|any|some', 'with|show|shows|showing a|an|any?')
const noun = phrase('signal|signals', 'buying signal|signals')
const lead = phrase('with|having|show|shows|showing')

/** The types by their names: `a hiring signal`, `at least 2 “job change” signals`. */
function named(reading: Reading, at: number): Asked | undefined {
  const start = skip(reading, at, lead)
  const none = no(reading, start)
  const count = none >= 0 ? undefined : comparison(reading, start)
  const any = some(reading, start)
  const from = none >= 0 ? none : (count?.end ?? Math.max(any, start))
  const types = typesAt(reading, from)
  const end = noun(reading, types?.end ?? from)
  if (end < 0) return undefined
  const about = topicBehind(reading, end)
  if (types === undefined && about === undefined) return undefined
  return {
    ...(types === undefined ? {} : { signal: types.value }),
    ...(about === undefined ? {} : { topic: about.value }),
    ...(none >= 0 ? { count: { tests: [{ op: '=' as const, value: 0 }], bare: false } } : {}),
    ...(count === undefined ? {} : { count: count.value }),
    end: about?.end ?? end,
  }
}

const joint = phrase('or', ',', ', or', 'and', '/')

/** Types by their names, one or several: `hiring`, `hiring or “job change”`. */
export function typesAt(reading: Reading, at: number): Found<string[]> | undefined {
  const types: string[] = []
  let end = at
  for (let from = at; ; ) {
    const link = reading.links.at(from).find(({ field }) => field === 'signal.type')
    // “new signals” are none about news.
    if (reading.tokens[from]?.word === 'new' && link?.end === from + 1) break
    const [value] = link?.values ?? []
    if (link === undefined || value === undefined) break
    types.push(value)
    ;({ end } = link)
    const next = joint(reading, end)
    if (next < 0) break
    from = next
  }
  return types.length === 0 ? undefined : { value: types, end }
}

const kindsAt = beginning(SIGNAL_KINDS, ({ words }) => words)

/** As people tell it: `raised money`, `hiring SDRs`, `visited the pricing page`. */
function told(reading: Reading, at: number, entity: 'company' | 'person'): Asked | undefined {
  const said = kindsAt(reading, at).flatMap((kind) => {
    const end = kind.of.includes(entity) ? kind.words(reading, at) : -1
    return end < 0 ? [] : [{ kind, end, held: heldTypes(reading, kind.type) }]
  })
  const [first, ...others] = said
  if (first === undefined) return undefined
  const longest = others.reduce((best, one) => (one.end > best.end ? one : best), first)
  // Where the data holds no visits to the pricing page as such, it may hold visits with that for a topic.
  const wider = said.find(
    ({ kind, held }) =>
      longest.held.length === 0 && held.length > 0 && isUnder(longest.kind.type, kind.type.key),
  )
  const { kind, end, held } = wider ?? longest
  const behind = kind.to === undefined ? end : skip(reading, end, kind.to)
  const topic = topicBehind(reading, end) ?? topicAt(reading, behind)
  return {
    ...(held.length === 0 ? { lacking: signalLabel(kind.type.key) } : { signal: [...held] }),
    ...(topic === undefined ? {} : { topic: topic.value }),
    ...(kind.weak && topic === undefined ? { weak: true as const } : {}),
    end: topic?.end ?? end,
  }
}

const visits = phrase('visit|visits|view|views|visitor|visitors|hit|hits', 'page visit|visits|view|views')
/** Topics that are named by themselves only where their last word says that something was done. */
const DONE = /\b(?:page|request|requests|demo|trial|download|webinar)$/iu

/** The topic first: `an equipment page visit`, `sample request signal`, `sample requests`. */
function topicFirst(reading: Reading, at: number): Asked | undefined {
  const start = skip(reading, skip(reading, at, lead), some)
  const topic = topicAt(reading, start)
  if (topic === undefined) return undefined
  const visited = visits(reading, topic.end)
  const signal = visited < 0 ? -1 : noun(reading, visited)
  const held = reading.situation.vocabulary
    .values('signal.type')
    .flatMap(({ value }) => (signalTypeOf(value)?.key === 'visit' ? [value] : []))
  if (visited >= 0 && held.length > 0)
    return { signal: held, topic: topic.value, end: Math.max(visited, signal) }
  const named = noun(reading, topic.end)
  const whole = topic.value.every((one) => DONE.test(one))
  return named < 0 && !whole ? undefined : { topic: topic.value, end: Math.max(named, topic.end) }
}

const about = phrase('about|on|regarding|mentioning|around|for', 'on the topic|topics of?', 'with the topic')

function topicBehind(reading: Reading, at: number): Found<string[]> | undefined {
  const opened = about(reading, at)
  if (opened < 0 || window(reading, at) !== undefined) return undefined
  return textValues(reading, opened) ?? topicAt(reading, opened)
}

const page = phrase('page|pages')
const ownArticle = phrase('a|an|the|our')
const orTopic = phrase('or', ',', ', or')

/** Words that stand in some topic of the data: `SDRs`, `pricing`. */
function topicAt(reading: Reading, at: number): Found<string[]> | undefined {
  const topics: string[] = []
  let end = at
  for (let from = at; ; ) {
    const one = oneTopic(reading, skip(reading, from, ownArticle))
    if (one === undefined) break
    topics.push(one.value)
    end = skip(reading, one.end, page)
    const next = orTopic(reading, end)
    if (next < 0) break
    from = next
  }
  return topics.length === 0 ? undefined : { value: topics, end }
}

function oneTopic(reading: Reading, at: number): Found<string> | undefined {
  const link = reading.links.at(at).find(({ field }) => field === 'signal.topic')
  const [value] = link?.values ?? []
  if (link !== undefined && value !== undefined) return { value, end: link.end }
  const token = reading.tokens[at]
  if (token?.kind !== 'word' || token.word.length < 3 || SMALL.test(token.word)) return undefined
  const part = stem(token.word)
  const held = wordsOfTopics(reading.situation.vocabulary.values('signal.topic'))
  return held.has(part) ? { value: part, end: at + 1 } : undefined
}

const SMALL = /^(?:and|the|for|not|new|our|page|last|this|that|who|with)$/

const strengthWord = phrase('with|of? a? strength of|is|:|=?', 'with strength', 'strength')
const strong = phrase('at least', '>=', 'or more', 'above|over')

/** How many, how strong, when: in any order. */
function finished(
  reading: Reading,
  from: number,
  asked: Asked,
  negative: boolean,
  make: Make,
): Found<Meaning> | undefined {
  let { end } = asked
  let test: Test | undefined = asked.count
  let strength: number | undefined
  let windows: readonly Window[] = []
  const assumptions: string[] = []
  const doubts: Doubt[] = []
  for (;;) {
    const time = windows.length > 0 ? undefined : window(reading, end)
    if (time !== undefined) {
      windows = time.value.windows
      assumptions.push(...time.value.assumptions)
      doubts.push(...time.value.doubts)
      ;({ end } = time)
      continue
    }
    const power = strength === undefined ? strengthWord(reading, end) : -1
    const number = power < 0 ? undefined : comparison(reading, skip(reading, power, strong))
    const least = number?.value.tests[0]?.value
    if (number !== undefined && typeof least === 'number' && least <= 1) {
      strength = least
      ;({ end } = number)
      continue
    }
    const counted = test === undefined ? times(reading, end) : undefined
    if (counted === undefined) break
    test = counted.value
    ;({ end } = counted)
  }
  if (asked.weak === true && windows.length === 0 && test === undefined) return undefined
  if (asked.lacking !== undefined) return lacking(reading, from, end, asked.lacking)
  if (windows.length === 0 && test === undefined && JUST.test(wordAt(reading, from - 1))) {
    const told = said(reading, from, end)
    const doubt = question(from - 1, end, 'How recently?', [
      ['in the last 30 days', `${told} in the last 30 days`],
      ['in the last 90 days', `${told} in the last 90 days`],
    ])
    return { value: doubtful({ ...doubt, understood: true }), end }
  }
  const { signal, topic } = asked
  const some: SignalAsked = {
    ...(signal && { signal }),
    ...(topic && { topic }),
    ...(strength === undefined ? {} : { strength }),
  }
  const one = (within?: Window) =>
    allOf(
      (test?.tests ?? [undefined]).map((each) =>
        make({
          ...some,
          ...(within && { within }),
          ...(each === undefined ? (negative ? { op: '=', value: 0 } : {}) : atLeast(each, test)),
        }),
      ),
    )
  const criteria = windows.length === 0 ? one() : anyOf(windows.map((each) => one(each)))
  if (test?.assumption !== undefined) assumptions.push(test.assumption)
  const value: Meaning = {
    ...(doubts.length > 0 ? {} : { criteria: negative && test !== undefined ? negated(criteria) : criteria }),
    assumptions,
    doubts,
  }
  return { value, end }
}

const atLeast = (one: Test['tests'][number], test: Test | undefined): Test['tests'][number] =>
  test?.bare === true && test.times !== true && one.value !== 0 && !Array.isArray(one.value)
    ? { op: '>=', value: one.value }
    : test?.bare === true && !Array.isArray(one.value) && one.value !== 0
      ? { op: '>=', value: one.value }
      : one

const JUST = /^(?:just|recently|newly|freshly|lately)$/

const timesWord = phrase('times|time', 'x', 'or more times')

/** `twice`, `at least 3 times` */
function times(reading: Reading, at: number): Found<Test> | undefined {
  const found = comparison(reading, at)
  if (found === undefined || !mayCount(found.value)) return undefined
  const behind = timesWord(reading, found.end)
  return behind < 0 && found.value.times !== true
    ? undefined
    : { value: found.value, end: Math.max(behind, found.end) }
}
