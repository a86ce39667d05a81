import { comparison, type Test } from '../../language/grammar/comparison.ts'
import { doubtful, type Meaning, meaning, negated, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import { behindNoun, numbersAsked, withSuffix } from '../shared/columns/column-phrases.ts'
import { functionsAt } from '../person/function-words.ts'
import { rankAt } from '../person/rank-words.ts'
import { ofCompany } from './company-criteria.ts'

const lead = phrase('with|have|has|having|a|an|their', 'with|have|has|having a|an', 'whose|where')
const hiringSome = phrase(
  'hiring|recruiting|hire|recruit for?',
  'looking to fill',
  'trying? to? fill|filling',
)
const velocity = phrase('hiring? velocity|speed|pace|rate', 'velocity of hiring')
const roles = phrase(
  'open|unfilled role|roles|position|positions|job|jobs|vacancies|requisitions|reqs|headcount',
  'roles|positions|jobs open|unfilled',
  'openings|vacancies|vacancy|reqs',
  'job|hiring openings|postings|ads|listings',
)
const hires = phrase(
  'people|hires',
  'new people|employees|hires',
  'new? role|roles|position|positions|job|jobs|post|posts|seat|seats|spots',
)
const hiring = phrase(
  'actively|currently|still? hiring|recruiting',
  'are|is actively|currently|still|now? hiring|recruiting right? now?',
  'that|who|they hire right? now?',
  'hiring|recruiting right? now',
  'are hiring',
)
const quickly = phrase(
  'hiring|recruiting fast|quickly|rapidly|aggressively|heavily',
  'hiring|recruiting a lot',
  'hiring|recruiting like crazy|mad|hell',
  'hiring|recruiting nonstop|massively|strongly|intensively|furiously',
  'hiring|recruiting non stop',
  'hiring|recruiting at scale|pace|speed',
  'on a hiring spree',
)
const strong = phrase(
  'high|higher|strong|fast|good|great|rapid|big|decent hiring velocity|speed|pace|rate|numbers|activity?',
  'high|strong|fast|rapid velocity|hiring',
  'hiring velocity|speed|pace|rate is|are? high|strong|fast|good',
  'lots|plenty|many|tons of? open|unfilled? roles|positions|jobs|vacancies|openings',
  'strong|fast|rapid|aggressive hiring',
  'those|ones|companies? that|who? are? hiring fast|quickly|rapidly|aggressively|heavily',
)
const opened = phrase('(', ',', ':', 'with|at a?')
const closing = phrase(')')
const gloss = phrase('( hiring velocity )', '( velocity )')

/** `hiring`, `hiring velocity of 5 or more`, `at least 10 open roles`, `not hiring`. */
export const hiringVelocity: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, polar, lead)
  const forJobs = ofJobs(reading, at, start)
  if (forJobs !== undefined) return forJobs
  const found =
    measured(reading, start) ?? counted(reading, start) ?? fast(reading, start) ?? any(reading, polar)
  if (found === undefined) return undefined
  const { criteria } = found.value
  return {
    value: negative && criteria ? { ...found.value, criteria: negated(criteria) } : found.value,
    end: skip(reading, found.end, gloss),
  }
}

function measured(reading: Reading, at: number): Found<Meaning> | undefined {
  const open = roles(reading, at)
  // “Open roles > 10”; “open roles, 50-200 employees” are two things.
  const noun = Math.max(velocity(reading, at), openWith(reading, open) >= 0 ? open : -1)
  const behind = noun < 0 ? undefined : behindNoun(reading, noun)
  if (behind === undefined) return undefined
  return { value: asked(behind.test), end: behind.end }
}

const openWith = phrase(
  'of|is|are|:|=|>|<|>=|<=|over|above|under|below|at|more|fewer|less|between|from|exceed|exceeds|exceeding',
)

const asked = (test: Parameters<typeof numbersAsked>[0]): Meaning =>
  numbersAsked(test, ({ op, value }) => ofCompany('hiring_velocity', op, value))

function counted(reading: Reading, at: number): Found<Meaning> | undefined {
  const some = hiringSome(reading, at)
  const found = comparison(reading, some >= 0 ? some : at) ?? quicker(reading, some)
  if (found === undefined) return undefined
  const noun = Math.max(roles(reading, found.end), some >= 0 ? hires(reading, found.end) : -1)
  if (noun < 0) return undefined
  const { test, end } = withSuffix(reading, found.value, noun)
  const words = said(reading, at, end)
  const value = numbersAsked(test, ({ op, value: limit }) => ofCompany('hiring_velocity', op, limit), [
    `“${words}” is read of the hiring velocity that companies have.`,
  ])
  return { value, end }
}

const quickerThan = phrase('faster|quicker|harder than', 'at a rate of|over|above more? than?')
/** “Hiring faster than 15 roles” */
function quicker(reading: Reading, at: number): Found<Test> | undefined {
  const from = at < 0 ? -1 : quickerThan(reading, at)
  const number = from < 0 ? undefined : comparison(reading, from)
  if (number?.value.bare !== true) return undefined
  const tests = number.value.tests.map(({ value }) => ({ op: '>' as const, value: [value].flat()[0] ?? 0 }))
  return { value: { ...number.value, bare: false, tests }, end: number.end }
}

/** How fast is told behind it, or asked. */
function fast(reading: Reading, at: number): Found<Meaning> | undefined {
  const end = Math.max(quickly(reading, at), strong(reading, at))
  if (end < 0) return undefined
  const from = skip(reading, end, opened)
  const told = measured(reading, from)
  if (told !== undefined) return { value: told.value, end: skip(reading, told.end, closing) }
  const doubt = question(at, end, 'How fast do they hire? The data knows their hiring velocity.', [
    ['a hiring velocity of at least 5', 'with a hiring velocity of at least 5'],
    ['a hiring velocity of at least 10', 'with a hiring velocity of at least 10'],
    ['any hiring', 'hiring'],
  ])
  return { value: doubtful({ ...doubt, settledBy: ['hiring_velocity'] }), end }
}

const hiringFor = phrase(
  'actively|currently|still|now|also? hiring|recruiting for|in? a|an|their|new|more?',
  'open|unfilled? role|roles|position|positions|job|jobs|vacancies|openings for|in a|an|their?',
  'looking to hire a|an|new|more?',
)
const kinds = phrase('role|roles|position|positions|job|jobs|people|team|teams|staff|talent|folks')

/** “Hiring SDRs”, “recruiting for sales”: for which jobs is known of signals alone. */
function ofJobs(reading: Reading, from: number, at: number): Found<Meaning> | undefined {
  const opened = hiringFor(reading, at)
  const job = opened < 0 ? -1 : jobAt(reading, opened)
  if (job < 0 || reading.situation.vocabulary.filled('signal.id') > 0) return undefined
  const end = skip(reading, job, kinds)
  const says = `“${said(reading, from, end)}”: of companies it is known how many positions are open, and not for which jobs. Shall those count that hire at all?`
  const choice = ['hiring, for whatever jobs', 'hiring'] as const
  return { value: doubtful({ ...question(from, end, says, [choice]), understood: true }), end }
}

/** The token behind a job, by its rank, its function or both; -1 where none is named. */
function jobAt(reading: Reading, at: number): number {
  let end = at
  for (let next = at; next >= 0; ) {
    const found = rankAt(reading, next) ?? functionsAt(reading, next)
    next = found?.end ?? -1
    end = Math.max(end, next)
  }
  return end > at ? end : -1
}

function any(reading: Reading, at: number): Found<Meaning> | undefined {
  const plain = hiring(reading, at)
  const open = roles(reading, skip(reading, at, lead))
  const end = Math.max(plain, open)
  if (end < 0) return undefined
  const words = said(reading, at, end)
  return {
    value: meaning(ofCompany('hiring_velocity', '>', 0), [
      `“${words}” is read as a hiring velocity above 0.`,
    ]),
    end,
  }
}
