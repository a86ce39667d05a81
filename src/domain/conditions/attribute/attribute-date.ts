import { sql } from 'kysely'
import { countOf } from '#kernel/text.ts'
import { dateAt, within } from '../../time/bounds.ts'
import { birthSql, type DateBounds, dateBoundsOf } from '../../time/birth-dates.ts'
import { dateSql, windowSql } from '../../time/sql-text.ts'
import { dateWords, windowWords } from '../../time/words.ts'
import type { AttributeReadings, AttributeTest } from './attribute-test.ts'
import type { Miss } from '../define.ts'
import { boundsIn } from '../shared/order-rows.ts'
import { allOf, byFacts, cutByCustomer, inBounds, inPiece, not } from '../shared/set-query.ts'

export type DateTest = Extract<AttributeTest, { kind: 'known' | 'unknown' | 'window' }>

/** The instant when somebody became a customer. One dated after now is not known yet. */
export function createdReadings(asked: DateTest): AttributeReadings {
  const window = asked.kind === 'window' ? asked.window : undefined
  const complement = asked.kind === 'unknown'
  return {
    words() {
      if (asked.kind === 'window') return `joined ${windowWords(asked.window)}`
      return complement ? 'have no known joining date' : 'have a known joining date'
    },
    plan(ctx) {
      const members = byFacts(ctx.dialect, [inBounds(sql`f.created_at`, boundsIn(window, ctx))])
      return complement ? not(members) : members
    },
    predicate(ctx) {
      const joined = 'customer.created_at'
      if (complement) return `(${joined} IS NULL OR ${joined} > ${dateSql({ kind: 'now' })})`
      return `(${windowSql(joined, window, ctx.now, ctx.zone)})`
    },
    holds({ createdAt }, ctx) {
      return (createdAt !== null && within(boundsIn(window, ctx), createdAt)) !== complement
    },
    actual({ createdAt }, ctx) {
      return createdAt === null || createdAt > ctx.now
        ? 'has no known joining date'
        : `joined on ${dateWords(dateAt(createdAt, ctx.zone))}`
    },
  }
}

/** A date of birth: a calendar date, without a time. */
export function birthdayReadings(asked: DateTest): AttributeReadings {
  const passes = (date: string, { from, to }: DateBounds) =>
    date <= to && (from === undefined || date >= from)
  return {
    words() {
      if (asked.kind === 'window') return `were born ${windowWords(asked.window)}`
      return asked.kind === 'known' ? 'have a known birthday' : 'have no known birthday'
    },
    plan(ctx) {
      const tests = [inPiece('c.id')]
      if (asked.kind === 'unknown') tests.push(sql<boolean>`c.birthday IS NULL`)
      if (asked.kind === 'known') tests.push(sql<boolean>`c.birthday IS NOT NULL`)
      if (asked.kind === 'window') {
        const { from, to } = dateBoundsOf(asked.window, ctx.now, ctx.zone)
        tests.push(sql<boolean>`c.birthday <= ${to}`)
        if (from !== undefined) tests.push(sql<boolean>`c.birthday >= ${from}`)
      }
      return cutByCustomer(ctx.dialect, sql`SELECT c.id FROM customers AS c WHERE ${allOf(tests)}`)
    },
    predicate(ctx) {
      if (asked.kind !== 'window')
        return `customer.birthday IS ${asked.kind === 'known' ? 'NOT NULL' : 'NULL'}`
      return `(${birthSql('customer.birthday', asked.window, ctx.now, ctx.zone)})`
    },
    holds({ birthday }, ctx) {
      if (asked.kind === 'unknown') return birthday === null
      if (birthday === null || asked.kind === 'known') return birthday !== null
      return passes(birthday, dateBoundsOf(asked.window, ctx.now, ctx.zone))
    },
    actual: ({ birthday }) =>
      birthday === null ? 'has no known birthday' : `was born on ${dateWords(birthday)}`,
  }
}

/** How far an age is from the other side of a window of birthdays: `3 years too old`, `40 days younger`. */
export function ageMiss(birthday: string, { from, to }: DateBounds): Miss | undefined {
  const days = (before: string, after: string) => Math.round((Date.parse(after) - Date.parse(before)) / DAY)
  if (birthday > to) return aged(days(to, birthday), 'too young')
  if (from === undefined) return aged(days(birthday, to) + 1, 'younger')
  if (birthday < from) return aged(days(birthday, from), 'too old')
  const [young, old] = [days(birthday, to) + 1, days(from, birthday) + 1]
  return young < old ? aged(young, 'younger') : aged(old, 'older')
}

const DAY = 86_400_000
const YEAR = 365.25

const aged = (days: number, how: string): Miss => ({
  words: `${days < 2 * YEAR ? countOf(days, 'day') : countOf(Math.ceil(days / YEAR), 'year')} ${how}`,
  size: Math.min(1, days / (LIFE * YEAR)),
})

/** Years that ages lie within: what a distance is measured by. */
const LIFE = 80
