import type { Comparison } from '../shared/comparison.ts'
import { mapValues } from '../shared/comparison.ts'
import { fractionOf } from '../shared/percent.ts'
import { behindNoun, type NumberSaid, numbersAsked, withSuffix } from '../shared/columns/column-phrases.ts'
import { comparison, type Test } from '../../language/grammar/comparison.ts'
import { doubtful, type Meaning, meaning, negated, question } from '../../language/grammar/meaning.ts'
import { longestIn, phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said, wordAt } from '../../language/grammar/reading.ts'
import { window } from '../../language/grammar/window.ts'
import { ofCompany } from './company-criteria.ts'

const people = 'headcount|staff|team|workforce|employee|employees|personnel'
const whose = phrase('whose|with|have|has|having|had a|an|their?', 'where')
const grown = phrase(
  `${people} up|growing|grew|grown|rising|rose|increasing|increased|expanding|expanded by?`,
  `${people} is|are|was|has|have up|growing|grown|rising|risen|increasing|increased|expanding by?`,
  `growing|grew|grown|increasing|increased|expanding|expanded their|its|the? ${people} by?`,
  `${people} growth is|are|=|of|:|at|rate?`,
  `growth in|of ${people} of?`,
  'growing|grew|grown by|at? a? rate? of?',
  'growing|grew|grown|grow|grows',
  'grow|grows by|at',
  'growth of|at|rate|:|is?',
)
const shrunk = phrase(
  `${people} down|shrinking|shrank|shrunk|falling|fell|declining|declined|decreasing|decreased by?`,
  `${people} is|are|was|has|have down|shrinking|shrunk|falling|declining|decreasing by?`,
  `shrinking|shrank|shrunk|cut|cutting|reduced|reducing|decreasing|losing|lost|shedding|shed|trimming their|its|the|some? ${people} by?`,
  'shrinking|shrank|shrunk by?',
  `negative ${people} growth`,
  'negative growth',
)
/** “Headcount flat or falling”: no growth, or less. */
const flat = phrase(
  `${people} is|are|being? flat|stagnant|unchanged|static`,
  `flat|stagnant|unchanged|static ${people} growth?`,
  'not|no growing|growth',
  `no ${people} growth`,
  'zero growth',
)
const orFalling = phrase(
  'or|and|/ falling|shrinking|declining|down|decreasing|negative|worse|less|lower|below|dropping|reduced',
)
const growth = phrase(`${people} growth`, 'growth', `growth in ${people}`)
const rising = phrase(
  'growing',
  `${people} up|growing|rising|increasing`,
  `growing|adding|gaining|increasing|expanding their|its|the? ${people}`,
  `positive ${people} growth`,
  'positive growth',
)
const doubled = phrase(`doubled|doubling their|its|the|in? ${people}|size`, 'doubled|doubling')
const peopleHave = phrase(`${people} has|have|is|are?`)
const tripled = phrase(`tripled|tripling their|its|the|in? ${people}|size`, 'tripled|tripling')
const least = phrase('at least', 'that|who? at least')
const more = phrase('more than', 'that|who? more than')
const faster = phrase('faster|quicker than')
const slower = phrase('slower than', 'less quickly than')
const fold = phrase('x|times|fold', '- fold', 'times their|its size|headcount')
const strong = phrase(
  `high|higher|strong|fast|good|great|rapid|solid|big|healthy ${people} growth`,
  `${people} growth is|are? high|strong|fast|good`,
  'high|strong|fast|rapid growth rate?',
)
const past = phrase(
  'yoy|yearly|annually',
  'year over|on year',
  'a|per year',
  'this year',
  'in|over|during|within the? last|past|previous year|12 months|twelve months',
  'last year',
)

/** `headcount up 30%+`, `headcount growth above 20%`, `shrinking`, `doubled headcount this year`. */
export const headcountGrowth: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, polar, whose)
  const found =
    vague(reading, start) ??
    unchanged(reading, start) ??
    times(reading, start) ??
    sized(reading, start) ??
    before(reading, start) ??
    plain(reading, start)
  if (found === undefined) return undefined
  const { value, end } = found
  const behind = past(reading, end)
  const timed = behind >= 0 ? behind : (window(reading, end)?.end ?? end)
  if (timed > end && behind < 0) {
    const asks = 'Headcount growth is kept over the past year alone. Is that what you mean?'
    const instead = said(reading, at, end)
    return { value: doubtful(question(at, timed, asks, [['over the past year', instead]])), end: timed }
  }
  const stated = timed > end ? ['Headcount growth is the one over the past year.'] : []
  const both = { ...value, assumptions: [...value.assumptions, ...stated] }
  const { criteria } = both
  return { value: negative && criteria ? { ...both, criteria: negated(criteria) } : both, end: timed }
}

/** How much is told beside it, or asked. */
function vague(reading: Reading, at: number): Found<Meaning> | undefined {
  const end = strong(reading, at)
  if (end < 0 || behindNoun(reading, end) !== undefined) return undefined
  const doubt = question(at, end, `How much growth is meant by “${said(reading, at, end)}”?`, [
    ['headcount up by 10% or more', 'headcount growth of at least 10%'],
    ['headcount up by 20% or more', 'headcount growth of at least 20%'],
    ['headcount up by 50% or more', 'headcount growth of at least 50%'],
  ])
  return { value: doubtful({ ...doubt, settledBy: ['headcount_growth'] }), end }
}

/** “Flat headcount”, “no growth”, “headcount flat or falling” */
function unchanged(reading: Reading, at: number): Found<Meaning> | undefined {
  const stays = flat(reading, at)
  if (stays < 0) return undefined
  const worse = orFalling(reading, stays)
  const [end, op] = worse < 0 ? [stays, '=' as const] : [worse, '<=' as const]
  const words = said(reading, at, end)
  const asked = op === '=' ? 'of exactly 0%' : 'of 0% or less'
  const says = `“${words}” is read as a headcount growth ${asked}.`
  return { value: meaning(ofCompany('headcount_growth', op, 0), [says]), end }
}

function times(reading: Reading, at: number): Found<Meaning> | undefined {
  // “Headcount more than doubled”, “doubled their headcount”
  const whose = peopleHave(reading, at)
  const begin = Math.max(whose, at)
  const over = more(reading, begin)
  const start = over >= 0 ? over : skip(reading, begin, least)
  for (const [words, share] of [
    [doubled, 1],
    [tripled, 2],
  ] as const) {
    const end = words(reading, start)
    // “Doubled” alone may be said of anything.
    const told = whose >= 0 || end > start + 1
    if (end >= 0 && told)
      return { value: meaning(ofCompany('headcount_growth', over >= 0 ? '>' : '>=', share)), end }
  }
  return undefined
}

/** “Growing faster than 40%”, “grew at least 2x”: a size in other words than a comparison has. */
function likened(reading: Reading, from: number, noun: number): Found<Meaning> | undefined {
  for (const [op, words] of [
    ['>', faster],
    ['<', slower],
  ] as const) {
    const opened = words(reading, noun)
    const number = opened < 0 ? undefined : comparison(reading, opened)
    if (number?.value.bare !== true) continue
    const tests = number.value.tests.map(({ value }) =>
      Array.isArray(value) ? { op, value: value[0] } : { op, value },
    )
    return asked(reading, from, { test: { ...number.value, bare: false, tests }, end: number.end }, false)
  }
  const times = comparison(reading, noun)
  const end = times === undefined || times.value.percent ? -1 : fold(reading, times.end)
  if (times === undefined || end < 0) return undefined
  // Twice the size is a growth of all that there was.
  const tests = times.value.tests.map((one) => mapValues(one, (value) => value - 1))
  const told = tests.map((one) =>
    times.value.bare && !Array.isArray(one.value) ? { ...one, op: '>=' as const } : one,
  )
  const says = `“${said(reading, from, end)}” is read as the headcount now beside that of a year ago: twice as many is a growth of 100%.`
  return {
    value: numbersAsked(
      times.value,
      ({ op, value }) => ofCompany('headcount_growth', op, value),
      [says],
      told,
    ),
    end,
  }
}

/** A change with its size behind it. */
function sized(reading: Reading, at: number): Found<Meaning> | undefined {
  const up = grown(reading, at)
  const down = shrunk(reading, at)
  const said = Math.max(up, down)
  // “Growing at least 20%” is no “growing at”.
  const noun =
    wordAt(reading, said - 1) === 'at' && /^(?:least|most)$/.test(wordAt(reading, said)) ? said - 1 : said
  const other = noun < 0 || down > up ? undefined : likened(reading, at, noun)
  if (other !== undefined) return other
  const found = noun < 0 ? undefined : (shareSaid(reading, noun) ?? behindNoun(reading, noun))
  const worse = found === undefined || down <= up ? -1 : orWorse(reading, found.end)
  if (found === undefined || worse < 0 || !found.test.bare)
    return found && asked(reading, at, found, down > up)
  const tests = found.test.tests.map((one) =>
    Array.isArray(one.value) ? one : { op: '>=' as const, value: one.value },
  )
  return asked(reading, at, { test: { ...found.test, bare: false, tests }, end: worse }, true)
}

/** “Headcount down 10% or worse” */
const orWorse = phrase('or|and worse')

const SHARES = [
  [50, phrase('half', 'a half')],
  [33, phrase('a|one? third')],
  [25, phrase('a|one? quarter')],
  [20, phrase('a|one? fifth')],
  [10, phrase('a|one tenth')],
] as const
const SHARE_LIMITS = [
  ['>=', phrase('at least')],
  ['>', phrase('more|greater|higher than', 'over', 'above', 'beyond', 'north of')],
  ['<=', phrase('at most', 'up to')],
  ['<', phrase('less|lower than', 'under', 'below')],
] as const

/** “Headcount grew by half or more” */
function shareSaid(reading: Reading, at: number): NumberSaid | undefined {
  const limit = SHARE_LIMITS.map(([op, words]) => ({ op, end: words(reading, at) })).find(
    ({ end }) => end >= 0,
  )
  const from = limit?.end ?? at
  const share = longestIn(reading, from, SHARES)
  if (share === undefined) return undefined
  const test: Test = {
    tests: [{ op: limit?.op ?? '=', value: share.value }],
    bare: limit === undefined,
    percent: true,
  }
  return withSuffix(reading, test, share.end)
}

/** `at least 20% headcount growth` */
function before(reading: Reading, at: number): Found<Meaning> | undefined {
  const found = comparison(reading, at)
  const noun = found === undefined || !found.value.percent ? -1 : growth(reading, found.end)
  if (found === undefined || noun < 0) return undefined
  return asked(reading, at, withSuffix(reading, found.value, noun), false)
}

function plain(reading: Reading, at: number): Found<Meaning> | undefined {
  const down = shrunk(reading, at)
  const up = rising(reading, at)
  const end = Math.max(down, up)
  return end < 0 ? undefined : { value: told(reading, at, end, down > up), end }
}

const told = (reading: Reading, at: number, end: number, down: boolean): Meaning =>
  meaning(ofCompany('headcount_growth', down ? '<' : '>', 0), [
    `“${said(reading, at, end)}” is read as a headcount growth ${down ? 'below' : 'above'} 0%.`,
  ])

function asked(reading: Reading, from: number, { test, end }: NumberSaid, down: boolean): Found<Meaning> {
  const value = fractions(test)
  if (value === undefined) {
    const doubt = question(from, end, 'Growth is a percentage. How many percent do you mean?')
    return { value: doubtful(doubt), end }
  }
  const words = said(reading, from, end)
  const plain = !test.percent && test.tests.some((one) => [one.value].flat().some((n) => Math.abs(n) >= 2))
  const bare = [
    ...(test.bare ? [`“${words}” is read as that or more.`] : []),
    ...(plain ? [`“${words}” is read in percent.`] : []),
  ]
  const tests = value.map((one) =>
    test.bare && !Array.isArray(one.value) ? { ...one, op: '>=' as const } : one,
  )
  const turned = down ? tests.map(mirrored) : tests
  return {
    value: numbersAsked(
      test,
      ({ op, value: limit }) => ofCompany('headcount_growth', op, limit),
      bare,
      turned,
    ),
    end,
  }
}

/** As fractions: "30%" is 0.3, and so is "0.3"; what is neither is no growth. */
function fractions(test: Test): readonly Comparison[] | undefined {
  if (test.percent) return test.tests.map((one) => mapValues(one, fractionOf))
  // “Growth above 20” is no growth of twenty times.
  const percent = test.tests.every(({ value }) => [value].flat().every((n) => Math.abs(n) >= 2))
  if (percent && test.currency === undefined) return test.tests.map((one) => mapValues(one, fractionOf))
  const small = test.tests.every(({ value }) => [value].flat().every((n) => Math.abs(n) <= 1))
  return small && test.currency === undefined ? test.tests : undefined
}

const MIRRORED = { '>': '<', '>=': '<=', '<': '>', '<=': '>=', '=': '=' } as const

/** "Down by more than 10%" is a growth below −10%. */
const mirrored = ({ op, value }: Comparison): Comparison =>
  Array.isArray(value)
    ? { op: 'between', value: [-value[1], -value[0]] }
    : { op: op === 'between' ? op : MIRRORED[op], value: -value }
