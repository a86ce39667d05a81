import { mapValues } from '../shared/comparison.ts'
import { comparison, mayCount, type Test } from '../../language/grammar/comparison.ts'
import { anyOf, doubtful, type Meaning, meaning, negated, question } from '../../language/grammar/meaning.ts'
import { type Phrase, phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said, wordAt } from '../../language/grammar/reading.ts'
import { numbersAsked, withSuffix } from '../shared/columns/column-phrases.ts'
import { duration, oneLength, type Time } from './duration-phrases.ts'
import { ofPerson } from './person-criteria.ts'

type Field = 'years_in_role' | 'years_experience'

const ROLE = 'role|position|job|post|seat|title'
const have = phrase(
  'with|have|has|having|for|bring|brings|bringing',
  'who|that have|has',
  'been',
  'have|has been',
  'whose',
)
const role = phrase(
  `into the|a|their|this|his|her? new|current|present? ${ROLE}`,
  `in role|position|post|seat|job|place`,
  `in|at|on the|a|an|their|his|her|this|that current|present|same|new? ${ROLE}`,
  `in current|present|same ${ROLE}`,
  `tenure|time|years in|at|on the|a|an|their|this? current|present? ${ROLE}`,
  'of? tenure',
  'of? tenure in|at|on the|a|their|this? current|present|new? role|position|job|post',
  'time in role',
  `held|hold|holding|spent|spend in? the|a|this|their|his|her current|present|same? ${ROLE}`,
)
const behindRole = phrase('for', 'is|are|of|:|=|since', 'for|of? about', 'already')
const experience = phrase(
  "of|' total|overall? professional|work|working|relevant|industry|career? experience",
  "' s? of? professional|work|working? experience",
  'professional|work|working|career? experience',
  'experience|exp',
  'of exp',
  'in the? industry|business|workforce',
  'under|beneath their|the|his|her? belt|belts',
  'in their|the? career',
  'worked|working',
  'been working',
)

/** `in role under 12 months`, `1–3 years in role`, `at least 10 years of experience`. */
export const yearsPhrase: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, polar, have)
  const found =
    before(reading, start) ??
    counted(reading, start) ??
    behind(reading, start) ??
    started(reading, start) ??
    fresh(reading, start) ??
    bareYears(reading, at)
  if (found === undefined) return undefined
  const { criteria } = found.value
  return negative && criteria !== undefined
    ? { ...found, value: { ...found.value, criteria: negated(criteria) } }
    : found
}

/** The time first: `less than 2 years in role`. */
function before(reading: Reading, at: number): Found<Meaning> | undefined {
  const time = duration(reading, at)
  if (time === undefined) return undefined
  for (const [field, words] of NOUNS) {
    const noun = words(reading, time.end)
    if (noun < 0 || /^(?:worked|working)$/.test(wordAt(reading, noun - 1))) continue
    // “5 years of experience or more”
    const { test, end } = withSuffix(reading, time.value.test, noun)
    const first = asked(reading, field, { ...time.value, test }, at, end)
    return orOver(reading, field, first, time.value, end) ?? { value: first, end }
  }
  return undefined
}

const orElse = phrase(',? or')
const unit = phrase('years|year|yrs|yr|y')

/** `under 1 year in role or over 5`: another stretch of the same, in years where nothing else is said. */
function orOver(
  reading: Reading,
  field: Field,
  first: Meaning,
  { test, scale }: Time,
  at: number,
): Found<Meaning> | undefined {
  const next = orElse(reading, at)
  const other = next < 0 ? undefined : comparison(reading, next)
  const [one] = test.tests
  const [two] = other?.value.tests ?? []
  if (other === undefined || one === undefined || two === undefined || first.criteria === undefined)
    return undefined
  if (scale !== 1 || other.value.bare || !mayCount(other.value)) return undefined
  if (Array.isArray(one.value) || Array.isArray(two.value) || one.op[0] === two.op[0]) return undefined
  const end = skip(reading, other.end, unit)
  const noun = NOUNS.find(([named]) => named === field)?.[1](reading, end) ?? -1
  if (noun < 0 && !/^(?:|,|;|\.|and|but|in|at|from|with)$/.test(wordAt(reading, end))) return undefined
  const second = asked(reading, field, { test: other.value, scale }, next, end)
  if (second.criteria === undefined) return undefined
  const either = anyOf([first.criteria, second.criteria])
  return { value: meaning(either, [...first.assumptions, ...second.assumptions]), end: Math.max(noun, end) }
}

/** “Years in role: 1-3”, “years of experience > 10”, “5+ yoe”: the unit is said with the noun. */
const COUNTED: readonly (readonly [Field, Phrase])[] = [
  ['years_in_role', phrase(`years|yrs in|at the|a|their|his|her? current|present? ${ROLE}`)],
  [
    'years_experience',
    phrase("years|yrs of|'? total|overall? professional|work|working? experience|exp", 'yoe'),
  ],
]

function counted(reading: Reading, at: number): Found<Meaning> | undefined {
  const first = comparison(reading, at)
  for (const [field, words] of COUNTED) {
    const behindNumber = first === undefined ? -1 : words(reading, first.end)
    if (first !== undefined && behindNumber >= 0 && wordAt(reading, first.end) === 'yoe')
      return {
        value: asked(reading, field, { test: first.value, scale: 1 }, at, behindNumber),
        end: behindNumber,
      }
    const noun = words(reading, at)
    const found = noun < 0 ? undefined : comparison(reading, skip(reading, noun, behindRole))
    if (found === undefined || !mayCount(found.value)) continue
    return { value: asked(reading, field, { test: found.value, scale: 1 }, at, found.end), end: found.end }
  }
  return undefined
}

/** “Started their role less than 12 months ago” */
const began = phrase(
  `started|took|began|joined|got|moved in? into? the|a|their|his|her|this new|current|present? ${ROLE}`,
  `changed|switched|switching|changing|took their? ${ROLE}|roles|positions|jobs|posts`,
)
const IN_ROLE =
  'It is known how long people have been in their role, and not where they were before: a new role need not be at a new company.'
const ago = phrase('ago', 'back')
const within = phrase('in|within|during|over? the? last|past', 'not? more than')
function started(reading: Reading, at: number): Found<Meaning> | undefined {
  const from = began(reading, at)
  // “Started their job in the last six months”
  const last = from < 0 ? -1 : within(reading, from)
  const lately = last < 0 ? undefined : (oneLength(reading, last) ?? duration(reading, last))
  const [only] = lately?.value.test.tests ?? []
  if (lately?.value.test.bare === true && only !== undefined && !Array.isArray(only.value)) {
    const test: Test = { tests: [{ op: '<=', value: only.value }], bare: false }
    const value = asked(reading, 'years_in_role', { ...lately.value, test }, at, lately.end)
    return { value: { ...value, assumptions: [...value.assumptions, IN_ROLE] }, end: lately.end }
  }
  const time = from < 0 ? undefined : duration(reading, from)
  const end = time === undefined ? -1 : ago(reading, time.end)
  if (time === undefined || end < 0 || time.value.test.bare) return undefined
  return { value: asked(reading, 'years_in_role', time.value, at, end), end }
}

const article = phrase('a|an|the')
/** The noun first: `in role for at least 5 years`, `experience over 10 years`. */
function behind(reading: Reading, at: number): Found<Meaning> | undefined {
  for (const [field, words] of NOUNS) {
    const noun = words(reading, skip(reading, at, article))
    if (noun < 0) continue
    for (const from of new Set([skip(reading, noun, behindRole), noun])) {
      const time = duration(reading, from)
      if (time !== undefined) return { value: asked(reading, field, time.value, at, time.end), end: time.end }
    }
  }
  return undefined
}

const NOUNS: readonly (readonly [Field, Phrase])[] = [
  ['years_in_role', role],
  ['years_experience', experience],
]

function asked(reading: Reading, field: Field, { test, scale }: Time, from: number, to: number): Meaning {
  const rounded = (value: number) => (scale === 1 ? value : Math.round(value * scale * 100) / 100)
  const words = said(reading, from, to)
  const tests = test.bare
    ? test.tests.map((one) => (Array.isArray(one.value) ? one : { op: '>=' as const, value: one.value }))
    : test.tests
  return numbersAsked(
    { ...test, bare: false, tests: tests.map((one) => mapValues(one, rounded)) },
    ({ op, value }) => ofPerson(field, op, value),
    test.bare && !test.tests.some(({ value }) => Array.isArray(value))
      ? [`“${words}” is read as so long or longer.`]
      : [],
  )
}

const newHere = phrase(
  'new|fresh|recent in|to|at the|their|a? role|job|position|post',
  'new|recent in|on seat',
  'newly|recently|freshly appointed|promoted|hired',
  'recent hires|promotions',
  'only? just|recently|newly started|arrived there|here?',
  `recently|just|newly|freshly|lately changed|switched|started|took|joined a|an|the|their? new? ${ROLE}|roles|positions|jobs|posts`,
  `changed|switched ${ROLE}|roles|positions|jobs|posts recently|lately`,
  'recent job|role changers|switchers|starters',
)
/** “New in role, over 10 years of experience” tells of something else. */
const noneElse = (reading: Reading, at: number): boolean =>
  NOUNS.every(([field, words]) => field === 'years_in_role' || words(reading, at) < 0)

const experienced = phrase(
  'experienced|seasoned',
  'a lot of experience',
  'little experience',
  'inexperienced',
)

const told = phrase(',|:|(|-|–|—', ', with|for|at')
const closing = phrase(')')

function fresh(reading: Reading, at: number): Found<Meaning> | undefined {
  const end = newHere(reading, at)
  // “New in role, under 12 months”
  const long = end < 0 ? undefined : duration(reading, skip(reading, end, told))
  if (long !== undefined && !long.value.test.bare && noneElse(reading, long.end)) {
    const there = skip(reading, long.end, role)
    const to = wordAt(reading, end) === '(' ? skip(reading, there, closing) : there
    return { value: asked(reading, 'years_in_role', long.value, at, to), end: to }
  }
  if (end >= 0) {
    const doubt = question(at, end, `“${said(reading, at, end)}”: How long in the role at most?`, [
      ['under 6 months in the role', 'with less than 6 months in the role'],
      ['under a year in the role', 'with less than 1 year in the role'],
    ])
    return { value: doubtful({ ...doubt, settledBy: ['years_in_role'] }), end }
  }
  const old = experienced(reading, at)
  if (old < 0) return undefined
  const doubt = question(at, old, 'How many years of experience do you mean?', [
    ['at least 5 years', 'with at least 5 years of experience'],
    ['at least 10 years', 'with at least 10 years of experience'],
  ])
  return { value: doubtful({ ...doubt, settledBy: ['years_experience'] }), end: old }
}

const SEPARATES = /^[,;.:()=]?$/
const green = phrase('junior|juniors|veteran|veterans|rookie|rookies', 'entry level')

/** “Seasoned marketers (10+ years)”: years alone are of experience where that is spoken of; else it is asked of what. */
function bareYears(reading: Reading, at: number): Found<Meaning> | undefined {
  const time = SEPARATES.test(wordAt(reading, at - 1)) && at > 0 ? duration(reading, at) : undefined
  if (time === undefined || !SEPARATES.test(wordAt(reading, time.end))) return undefined
  const words = said(reading, at, time.end)
  const spoken = reading.tokens.some((_, i) => experienced(reading, i) >= 0 || green(reading, i) >= 0)
  if (!spoken) {
    const doubt = question(at, time.end, `“${words}”: of experience, or in the role?`, [
      ['of experience', `with ${words} of experience`],
      ['in the role', `with ${words} in the role`],
    ])
    return { value: doubtful(doubt), end: time.end }
  }
  const read = asked(reading, 'years_experience', time.value, at, time.end)
  const says = `“${words}” is read as years of experience.`
  return { value: { ...read, assumptions: [...read.assumptions, says] }, end: time.end }
}
