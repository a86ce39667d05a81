import { moneyAsked } from '../../language/grammar/asked.ts'
import { comparison, mayCount, type Test } from '../../language/grammar/comparison.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { anyOf, type Meaning, meaning } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { type Found, type Parser, type Reading, said, wordAt } from '../../language/grammar/reading.ts'
import { behindNoun, numbersAsked, withSuffix } from '../shared/columns/column-phrases.ts'
import { ofCompany } from './company-criteria.ts'
import { industry } from './industry-phrases.ts'

const lead = phrase(
  'with|have|has|having|employ|employs|employing|of|count|counts|counting',
  'that|who have|has|employ|employs',
  'that is|are',
)
const staff = phrase(
  'employees|employee|empl|emps|employes|ee|ees|staff|people|heads|ftes|fte|workers|persons|person|headcount|staffers|seats',
  'empl .',
  '- strong',
  'strong',
  'on the payroll|staff',
  'team|staff members',
  'full time employees|staff',
  'people|employees on staff|payroll',
)
const article = phrase('a|an|the|their')
/** What a company makes; what a person does so is an income. */
export const earns = phrase(
  'making|make|makes|earning|earn|earns|generating|generate|generates',
  'turning|turn|turns over',
)
/** “Doing 5m a year”: only an amount of money is done. */
const does = phrase('doing|do|does')
const perYear = phrase('a|per|each|every year', 'annually|yearly')
const headcount = phrase(
  'headcount|staff|workforce|employees|employee',
  'employee|staff|head count|numbers|size',
  'number of employees|staff|people',
  'company|team|staff size|headcount',
  'size',
  'sized',
  'team',
)

/** `51–500 staff`, `more than 200 employees`, `headcount of 50 to 250`, `company size 11-50`. */
const employees: Parser<Meaning> = (reading, at) => {
  const start = skip(reading, skip(reading, at, lead), article)
  const several = bands(reading, start)
  const counted = several === undefined ? -1 : staff(reading, several.end)
  if (several !== undefined && counted >= 0) return { value: meaning(several.value), end: counted }
  const before = comparison(reading, start)
  const noun = before === undefined ? -1 : staff(reading, before.end)
  if (before !== undefined && noun >= 0 && mayCount(before.value)) {
    const { test, end } = withSuffix(reading, before.value, noun)
    return { value: asked(test), end }
  }
  const named = headcount(reading, start)
  const either = named < 0 ? undefined : bands(reading, skip(reading, named, is))
  if (either !== undefined && !OTHERS.test(wordAt(reading, either.end)))
    return { value: meaning(either.value), end: skip(reading, either.end, staff) }
  const behind = named < 0 ? undefined : behindNoun(reading, named)
  if (behind === undefined || behind.test.percent || behind.test.currency !== undefined) return undefined
  return { value: asked(behind.test), end: skip(reading, behind.end, staff) }
}

const is = phrase('of|is|are|:|=|between|either')
const orElse = phrase(',? or', '/')
/** What the last of the bands may be one of instead. */
const OTHERS = /^(?:open|roles?|jobs?|positions?|years?|months?|signals?|%|percent)$/

/** `11-50 or 51-200`: whoever is in one of the bands. */
function bands(reading: Reading, at: number): Found<Criteria> | undefined {
  const found: Criteria[] = []
  let end = at
  for (let next = at; next >= 0; next = orElse(reading, end)) {
    const band = comparison(reading, next)
    const [only, more] = band?.value.tests ?? []
    if (band === undefined || only === undefined || more !== undefined || !Array.isArray(only.value)) break
    if (!mayCount(band.value)) break
    found.push(ofCompany('employees', only.op, only.value))
    ;({ end } = band)
  }
  return found.length < 2 ? undefined : { value: anyOf(found), end }
}

const asked = (test: Test): Meaning =>
  numbersAsked(
    test,
    ({ op, value }) => ofCompany('employees', op, value),
    test.bare && !Array.isArray(test.tests[0]?.value)
      ? [`“${String(test.tests[0]?.value)} employees” is read as exactly so many.`]
      : [],
  )

const revenueNoun = phrase(
  'revenue|revenues|turnover|sales|rev',
  'annual|yearly revenue|revenues|turnover|sales',
  'revenue|turnover per year',
  'in|of annual|yearly? revenue|revenues|turnover|sales',
  'annual|yearly? revenue range|band',
)
const minimum = phrase('minimum|min')
const making = phrase(
  'company|companies|employer|account|firm|business',
  'making|make|makes|earning|earn|earns|generating|generate|generates|doing|with|have|has|having|of|at',
)

/** `revenue between 10 and 50 million`, `5–20M in revenue`, `making over $10M`. */
const revenue: Parser<Meaning> = (reading, at) => {
  const made = earned(reading, at)
  if (made !== undefined) return made
  const led = skip(reading, skip(reading, at, making), article)
  // “At least $10m in revenue”: “at” is of the comparison.
  const start = comparison(reading, at) === undefined ? led : at
  const least = minimum(reading, led)
  const atLeast = least < 0 ? undefined : behindNoun(reading, revenueNoun(reading, least))
  if (atLeast?.test.bare === true) {
    const tests = atLeast.test.tests.map((one) =>
      Array.isArray(one.value) ? one : { op: '>=' as const, value: one.value },
    )
    return {
      value: revenueAsked(reading, { ...atLeast.test, bare: false, tests }, least, atLeast.end),
      end: atLeast.end,
    }
  }
  const named = revenueNoun(reading, start)
  const behind = named < 0 ? undefined : behindNoun(reading, named)
  if (behind !== undefined)
    return { value: revenueAsked(reading, behind.test, named, behind.end), end: behind.end }
  const before = comparison(reading, start)
  const noun = before === undefined ? -1 : revenueNoun(reading, before.end)
  if (before === undefined || noun < 0) return undefined
  const { test, end } = withSuffix(reading, before.value, noun)
  return { value: revenueAsked(reading, test, start, before.end), end }
}

/** `making 5–20M a year`: an amount of money, and nothing else that it could be. */
function earned(reading: Reading, at: number): Found<Meaning> | undefined {
  const verb = Math.max(earns(reading, at), does(reading, at))
  const found = verb < 0 ? undefined : comparison(reading, verb)
  if (found === undefined) return undefined
  const yearly = perYear(reading, found.end)
  const large = found.value.tests.every(({ value }) => [value].flat().every((n) => n >= 10_000))
  const scaled = reading.tokens.slice(verb, found.end).some((token) => token.scaled)
  const isMoney = found.value.currency !== undefined || scaled || (large && does(reading, at) < 0)
  if (!isMoney && yearly < 0) return undefined
  return {
    value: revenueAsked(reading, found.value, verb, found.end),
    end: skip(reading, Math.max(yearly, found.end), revenueNoun),
  }
}

function revenueAsked(reading: Reading, test: Test, from: number, to: number): Meaning {
  const tests = test.tests.map((one) =>
    Array.isArray(one.value) ? { ...one, value: scaledRange(reading, one.value, from, to) } : one,
  )
  const money = moneyAsked(reading, { ...test, tests })
  return numbersAsked(money.test, ({ op, value }) => ofCompany('revenue', op, value), money.assumptions)
}

/** "Between 10 and 50 million", "5–20M": the scale is said once for both. */
function scaledRange(
  reading: Reading,
  [low, high]: [number, number],
  from: number,
  to: number,
): [number, number] {
  const words = said(reading, from, to).toLowerCase()
  const scale = SCALES.find(([pattern]) => pattern.test(words))?.[1] ?? 1
  return low < 1000 && low * scale <= high ? [low * scale, high] : [low, high]
}

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/\d\s*(?:bn|b|billion)\b|billion/, 1e9],
  [/\d\s*(?:m|mm|mn|mio|mil|mln|million)\b|million/, 1e6],
  [/\d\s*k\b|thousand/, 1e3],
]

const SEPARATES = /^[,;.:)]?$/
/** “Mid-size tech companies (100 to 1000)”, “SMBs, meaning 10-200”: what explains a size is one. */
const EXPLAINS = /^(?:\(|=|meaning|so|ie)$/
const COMPANIES =
  /^(?:compan(?:y|ies)|cos|accounts?|firms?|businesses|organi[sz]ations|icps?|startups?|smbs?|smes?|enterprises?|mid|midsized?|midmarket)$/
/** Something else in the message has to be about companies: by itself a number counts anything, “over 100”, “discounts: 50 to 100”. */
const tellsOfCompanies = (reading: Reading): boolean =>
  reading.tokens.some(({ word }, at) => COMPANIES.test(word) || industry(reading, at) !== undefined)

const LEAST_STAFF = 10
/** A range of years is none of employees. */
const isYears = (values: readonly number[]): boolean => values.every((n) => n >= 1900 && n <= 2100)

/** “SaaS, 50-500, US”, “EMEA logistics, 500+”: between commas, with no word for what it counts, a size is meant, and that is said. */
const bareSize: Parser<Meaning> = (reading, at) => {
  const before = wordAt(reading, at - 1)
  if (reading.entity !== 'company' || !(SEPARATES.test(before) || EXPLAINS.test(before))) return undefined
  const found = comparison(reading, at)
  if (found === undefined || !tellsOfCompanies(reading) || !SEPARATES.test(wordAt(reading, found.end)))
    return undefined
  const { tests, bare, percent, currency } = found.value
  const values = tests.flatMap(({ value }) => value)
  if (bare || percent || currency !== undefined || isYears(values)) return undefined
  const scaled = reading.tokens.slice(at, found.end).some((token) => token.scaled)
  if (scaled || values.some((n) => n < LEAST_STAFF)) return undefined
  const { criteria, ...rest } = asked(found.value)
  if (criteria === undefined) return undefined
  const says = `“${said(reading, at, found.end)}” is read as a number of employees.`
  return { value: { ...rest, criteria, assumptions: [...rest.assumptions, says] }, end: found.end }
}

export const sizePhrases: readonly Parser<Meaning>[] = [employees, revenue, bareSize]
