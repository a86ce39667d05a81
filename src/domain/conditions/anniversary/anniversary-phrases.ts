import type { Criteria } from '../../criteria/schema.ts'
import { comparison, isPlain } from '../../language/grammar/comparison.ts'
import {
  type Doubt,
  doubtful,
  type Meaning,
  missing,
  negated,
  question,
} from '../../language/grammar/meaning.ts'
import { longestIn, type Phrase, phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import type { Comparison } from '../shared/comparison.ts'
import type { AnniversaryCondition } from './anniversary.ts'
import type { When } from './anniversary-dates.ts'
import { isRunning, saysWill, sided, sideSaid, WHOLE_PERIOD } from './anniversary-side.ts'
import { anniversaryWhen } from './anniversary-when.ts'

type Of = AnniversaryCondition['of']

const birthday = phrase(
  'birthday|birthdays|bday|bdays|birthdates|birthdate',
  'birth date|dates|day|days',
  'date|dates of birth',
  'b - day',
  'turn|turns|turning|turned a|one? year? older',
  'get|gets|getting|grow|grows|growing|become|becomes|becoming a|one year older',
)
const lead = phrase(
  'whose|their|a|an|the|have|has|having|with|celebrate|celebrates|celebrating|mark|marks|marking|got',
  'have|has|having|with|celebrate|celebrates|celebrating|got a|an|their|his|her',
  'it is|was their',
)
const fallsWord = phrase(
  'is|are|was|were|falls|fall|falling|comes|come|coming|lands|occurs|happens|being|up|has',
  'comes|coming|is|are|falls|fall up|due|on|coming',
  'is|are coming up',
  'month|date|day is?',
  'will|would|to be|fall|come',
  'people|customers|boys|girls|folks|celebrants|kids',
)
const possessive = phrase("'s")
const signUp =
  'signup|signups|sign-up|joining|join|registration|membership|member|account|enrolment|enrollment|registering'
const firstOrder = 'first|initial|1st ever? order|orders|purchase|purchases|buy|transaction'
const anniversaries = 'anniversary|anniversaries'

const heads: readonly (readonly [Of | 'unsaid' | 'missing', Phrase])[] = [
  ['birthday', birthday],
  [
    'created_at',
    phrase(
      `${signUp} date? ${anniversaries}`,
      `sign up date? ${anniversaries}`,
      `${anniversaries} of their|the? ${signUp} date?`,
      `${anniversaries} of their|the? sign up`,
      `${anniversaries} of joining|registering us?`,
      `${anniversaries} of signing up`,
      `${anniversaries} as a? members|member`,
      `${anniversaries} of becoming a customer|member`,
    ),
  ],
  [
    'first_order',
    phrase(
      `${firstOrder} ${anniversaries}`,
      `${anniversaries} of their|the|a? ${firstOrder}`,
      `${anniversaries} of their|the? first buying|ordering`,
      `order|purchase|buying ${anniversaries}`,
    ),
  ],
  ['missing', phrase(`wedding|work ${anniversaries}`)],
  [
    'unsaid',
    phrase(`customer|brand? ${anniversaries}`, `${anniversaries} with|as us|customers?`, anniversaries),
  ],
]

/** "30th birthday", "1-year anniversary", "first anniversary of …". */
function ordinalAt(reading: Reading, at: number): Found<Comparison> | undefined {
  const token = reading.tokens[at]
  const n = token?.number
  if (n === undefined || !Number.isInteger(n) || n > 150 || token?.currency !== undefined) return undefined
  const years = yearWord(reading, at + 1)
  if (token?.ordinal === true) {
    return firstOfOrder(reading, at) ? undefined : { value: { op: '=', value: n }, end: at + 1 }
  }
  return years < 0 ? undefined : { value: { op: '=', value: n }, end: years }
}

const yearWord = phrase('year|years|yr|yrs', '- year|years')
const firstOfOrder = (reading: Reading, at: number): boolean =>
  /^(?:order|purchase|ever|buy|transaction)s?$/.test(reading.tokens[at + 1]?.word ?? '')

const afterwards = phrase('later|on|after it|that|then|since')
const comma = phrase(',')

/** ", at least 1 year after it": how many years have passed. */
function yearsPassed(reading: Reading, at: number): Found<Comparison> | undefined {
  const found = comparison(reading, skip(reading, at, comma))
  const [test, more] = found?.value.tests ?? []
  if (found === undefined || test === undefined || more !== undefined || found.value.bare) return undefined
  const noun = yearWord(reading, found.end)
  const end = noun < 0 ? -1 : afterwards(reading, noun)
  return end < 0 ? undefined : { value: test, end }
}

/** Whether a head word is near enough for the phrase to begin here: times are read only then. */
const isNear = ({ tokens }: Reading, at: number): boolean =>
  tokens
    .slice(at, at + FARTHEST)
    .some(({ word }) => /^(?:b|bdays?|birth.*|dates?|anniversar.+|older)$/.test(word))
const FARTHEST = 16

/** `birthdays this month`, `whose first-order anniversary falls in the next 7 days`, `December birthdays`. */
const falls: Parser<Meaning> = (reading, at) => {
  if (!isNear(reading, at)) return undefined
  const { negative, end: polar } = polarity(reading, at)
  const lacking = noWord(reading, polar)
  const start = skip(reading, skip(reading, Math.max(polar, lacking), lead), lead)
  const before = anniversaryWhen(reading, start)
  const from = before === undefined ? start : skip(reading, before.end, possessive)
  const ordinal = ordinalAt(reading, from)
  const head = longestIn(reading, ordinal?.end ?? from, heads)
  if (head === undefined) return undefined
  const { negative: later, end: verb } = polarity(reading, skip(reading, head.end, fallsWord))
  const behind = timeBehind(reading, head.end) ?? timeBehind(reading, verb)
  const time = behind ?? before
  const passed = yearsPassed(reading, time?.end ?? head.end)
  const end = Math.max(head.end, behind?.end ?? 0, passed?.end ?? 0)
  if (time === undefined) return head.value === 'birthday' ? undefined : untimed(reading, at, head)
  const years = passed?.value ?? ordinal?.value
  const asked = { of: head.value, when: time.value, ...(years === undefined ? {} : { years }) }
  return {
    value: meant(reading, { ...asked, from: at, to: end, negative: (negative !== later) !== lacking >= 0 }),
    end,
  }
}

/** "coming up" is a time of its own, unless one follows. */
function timeBehind(reading: Reading, at: number): Found<When> | undefined {
  const alone = anniversaryWhen(reading, at)
  const further = anniversaryWhen(reading, skip(reading, skip(reading, at, fallsWord), fallsWord))
  return (further?.end ?? 0) > (alone?.end ?? 0) ? further : alone
}

const noWord = phrase('no', 'without a|any|their?')

/** An anniversary without a time is asked about; "birthday" alone may be a field. */
function untimed(
  reading: Reading,
  at: number,
  { value, end }: Found<Of | 'unsaid' | 'missing'>,
): Found<Meaning> {
  if (value === 'missing') return { value: noSuch(at, end), end }
  const text = said(reading, at, end)
  const doubt = question(at, end, 'When should the anniversary fall?', [
    ['today', `${text} today`],
    ['in the next 7 days', `${text} in the next 7 days`],
    ['this month', `${text} this month`],
  ])
  return { value: doubtful(doubt), end }
}

const noSuch = (from: number, to: number): Meaning =>
  doubtful(
    missing(
      from,
      to,
      'wedding and work anniversaries',
      'Muster knows birthdays, joining dates and orders only.',
    ),
  )

const turn = phrase(
  'turn|turns|turning|turned|reach|reaches|reaching|become|becomes|becoming|hit|hits|hitting',
  'will|would|to? turn|be|reach|become',
  'are|is about to turn',
  'celebrate|celebrates|celebrating their',
  'reach|reaches|reaching the age of',
)
const ofAge = phrase('years? old', 'years of age', 'birthday')

/** `turning 30 this year`, `will be 18 next month`, `turn between 30 and 39 in 2026`. */
const turning: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const verb = Math.max(turn(reading, start), turn(reading, at))
  const found = verb < 0 ? undefined : comparison(reading, verb)
  const [years, more] = found?.value.tests ?? []
  if (found === undefined || years === undefined || more !== undefined || !isAge(years)) return undefined
  if (!isPlain(found.value)) return undefined
  const aged = skip(reading, found.end, ofAge)
  const time = anniversaryWhen(reading, aged)
  // “Have not yet turned 30” are younger.
  if (time === undefined && negative && reading.tokens.slice(at, verb).some(({ word }) => word === 'yet'))
    return undefined
  if (time === undefined) {
    const text = said(reading, at, aged)
    const doubt = question(at, aged, 'In what time?', [
      ['this year', `${text} this year`],
      ['in the next 30 days', `${text} in the next 30 days`],
      ['next month', `${text} next month`],
    ])
    return { value: doubtful(doubt), end: aged }
  }
  const asked = { of: 'birthday', when: time.value, years, from: at, to: time.end, negative } as const
  return { value: meant(reading, asked), end: time.end }
}

const isAge = ({ value }: Comparison): boolean =>
  [value].flat().every((n) => Number.isInteger(n) && n >= 0 && n <= 150)

const born = phrase('born')

/** `born in December`, `born on 14 February`: without a year, the day or month of the birth. */
const bornIn: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const head = born(reading, start)
  const time = head < 0 ? undefined : anniversaryWhen(reading, head)
  const kind = time?.value.on?.kind
  if (time === undefined || (kind !== 'months' && kind !== 'days')) return undefined
  const asked = { of: 'birthday', when: time.value, from: at, to: time.end, negative } as const
  return { value: meant(reading, asked), end: time.end }
}

interface Asked {
  readonly of: Of | 'unsaid' | 'missing'
  readonly when: When
  readonly years?: Comparison
  readonly from: number
  readonly to: number
  readonly negative: boolean
}

function meant(reading: Reading, { of, when, years, from, to, negative }: Asked): Meaning {
  if (of === 'missing') return noSuch(from, to)
  if (of === 'unsaid') return whose(reading, from, to)
  if (of !== 'first_order' && reading.situation.vocabulary.filled(of) === 0)
    return doubtful(missing(from, to, of, NONE_KNOWN[of]))
  const { on } = when
  const doubts: Doubt[] = [...when.doubts]
  const today = reading.today.toString()
  const running = on !== undefined && isRunning(on, today)
  const side = running ? sideSaid(reading, from, to) : undefined
  if (years === undefined && on?.kind === 'calendar' && on.unit === 'year')
    doubts.push(question(from, to, 'Everybody’s day is in every year. Which days or months do you mean?'))
  if (on === undefined || doubts.length > 0) return { assumptions: when.assumptions, doubts }
  const whole = { type: 'anniversary', of, on, ...(years === undefined ? {} : { years }) } as const
  const half = side && sided(whole, side, today)
  if (half !== undefined && half.criteria === undefined) return doubtful(question(from, to, ONE_AGE))
  const criteria: Criteria = half?.criteria ?? whole
  // "have yet to turn 40" is no denial: it says that the day is to come.
  const denied = negative && side !== 'ahead'
  const assumptions = [...when.assumptions, ...(half === undefined ? [] : [half.says])]
  if (running && side === undefined && saysWill(reading, from, to)) assumptions.push(WHOLE_PERIOD)
  if (of !== 'birthday' && years === undefined) assumptions.push(WHATEVER_YEAR[of])
  if (denied && of !== 'first_order') assumptions.push(`${UNKNOWN[of]} are in too.`)
  if (denied && of === 'first_order') assumptions.push('People who never ordered are in too.')
  return { criteria: denied ? negated(criteria) : criteria, assumptions, doubts: [], people: true }
}

const ONE_AGE =
  'Who has had the day of this year can be asked of one age: “turned 40 this year”. Which age, or which months?'
const NONE_KNOWN = {
  birthday: 'No customer has a known birthday.',
  created_at: 'No customer has a known joining date.',
} as const
const UNKNOWN = {
  birthday: 'People whose birthday is unknown',
  created_at: 'People whose joining date is unknown',
} as const
const WHATEVER_YEAR = {
  created_at:
    'The year is ignored: people who joined within that time itself are in. Say “at least 1 year after it” to leave them out.',
  first_order:
    'The year is ignored: people whose first order lies within that time itself are in. Say “at least 1 year after it” to leave them out.',
} as const

/** "their anniversary": of what? */
function whose(reading: Reading, from: number, to: number): Meaning {
  const words = reading.tokens.slice(from, to).map((token, i) => ({ token, at: from + i }))
  const named = words.find(({ token }) => /^anniversar(?:y|ies)$/.test(token.word))
  const at = named?.at ?? from
  return doubtful(
    question(at, at + 1, 'The anniversary of what?', [
      ['of the first order', 'first-order anniversary'],
      ['of joining', 'sign-up anniversary'],
    ]),
  )
}

export const anniversaryPhrases: readonly Parser<Meaning>[] = [falls, turning, bornIn]
