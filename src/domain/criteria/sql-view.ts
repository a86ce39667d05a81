import { format } from 'sql-formatter'
import type { PlanContext } from '../conditions/define.ts'
import type { Entity } from '../entities/entity.ts'
import { type Condition, definitionOf } from '../conditions/index.ts'
import { indicatorRows, indicatorText } from '../conditions/indicator/indicator.ts'
import { INDICATOR_PART } from '../conditions/indicator/indicator-from-sql.ts'
import { allText, identifier, literal } from '../conditions/shared/sql-text.ts'
import { type Measure, measureOf } from '../indicators/measures/index.ts'
import { dateNamed, dateText } from '../time/named-dates.ts'
import { entityOf } from './entity.ts'
import { isCondition } from './node.ts'
import type { Criteria } from './schema.ts'
import { SEGMENT_PART } from './sql/customers.ts'
import { groupOf } from './walk.ts'

/**
 * Criteria as a whole statement over the documented views, for people to read, copy and run: its internal ids
 * are the members. Dates have names that say where they come from, and segments are named parts of it, so that
 * the statement reads back to the same criteria (from-sql.ts).
 */
export function sqlView(criteria: Criteria, ctx: PlanContext): string {
  const sql = statementOf(criteria, ctx)
  return withDates(joinShortClauses(format(sql, { language: 'sqlite', expressionWidth: 100 })))
}

/** The same statement as a machine reads it. */
export function statementOf(criteria: Criteria, ctx: PlanContext): string {
  const parts = new Map<string, Part>()
  const members = membersOf(criteria, ctx, parts)
  const segments = [...parts.values()].map(({ name, select }) => `${identifier(name)} AS (${select})`)
  const dates = datesIn([...segments, members].join(' '), ctx)
  const named = [...(dates === undefined ? [] : [dates]), ...segments]
  return `${named.length > 0 ? `WITH ${named.join(', ')} ` : ''}${members}`
}

/** The number of each customer, as a statement of `customer_id` and `value`. */
export function measureSqlView(measure: Measure, ctx: PlanContext): string {
  const select = measureOf(measure).select(measure, ctx)
  const dates = datesIn(select, ctx)
  const sql = `${dates === undefined ? '' : `WITH ${dates} `}${select}`
  return withDates(joinShortClauses(format(sql, { language: 'sqlite', expressionWidth: 100 })))
}

/** A segment as a named part of the statement; its own parts stand before it. */
interface Part {
  readonly name: string
  readonly select: string
}

function membersOf(criteria: Criteria, ctx: PlanContext, parts: Map<string, Part>): string {
  const tests = 'all' in criteria ? criteria.all : [criteria]
  const where = tests.map((test) => predicateOf(test, ctx, parts)).join(' AND ')
  return `SELECT id FROM ${SUBJECTS[entityOf(criteria)]} WHERE ${where}`
}

function partName(id: string, name: string, parts: ReadonlyMap<string, Part>): string {
  const taken = new Set([...parts.values()].map((part) => part.name.toLowerCase()))
  if (!taken.has(name.toLowerCase())) return name
  if (!id.startsWith(name)) return `${name} (${id})`
  for (let n = 2; ; n++) if (!taken.has(`${name} (${n})`.toLowerCase())) return `${name} (${n})`
}

/** What is neither in a text nor in a name: a date's name. */
const DATES = /'[^']*'|dates\."([^"]*)"|"[^"]*"/g

/** The definition of all dates that are named, now first. */
function datesIn(sql: string, { now, zone }: PlanContext): string | undefined {
  const names = new Set([...sql.matchAll(DATES)].flatMap(([, name]) => name ?? []))
  const columns = [...names]
    .toSorted((a, b) => Number(b === 'now') - Number(a === 'now'))
    .map((name) => {
      const date = dateNamed(name)
      if (date === undefined) throw new Error(`There is no date named ${name}`)
      return `${literal(dateText(date, now, zone))} AS ${dateColumn(name)}`
    })
  return columns.length === 0 ? undefined : `dates AS (SELECT ${columns.join(', ')})`
}

const dateColumn = (name: string): string => (name === 'now' ? name : identifier(name))

/** Each date as it runs; put in at last, because the formatter would give it four lines. */
const withDates = (sql: string): string =>
  sql.replace(DATES, (text, name: string | undefined) =>
    name === undefined ? text : `(SELECT ${dateColumn(name)} FROM dates)`,
  )

/** Predicates are on these names. */
const SUBJECTS = {
  customer: 'v_customers AS customer',
  company: 'v_companies AS company',
  person: 'v_people AS person',
} as const satisfies Record<Entity, string>

const CLAUSE = /^ *(?:SELECT|FROM|WHERE|GROUP BY|HAVING|ORDER BY|LIMIT)$/

/** The formatter gives every clause a block of its own; one that holds a single line reads better beside it. */
function joinShortClauses(sql: string): string {
  const lines = sql.split('\n')
  const joined: string[] = []
  for (let i = 0; i < lines.length; i++) {
    const [line = '', inside = '', after = ''] = lines.slice(i, i + 3)
    const single = indentOf(after) < indentOf(inside) && !inside.endsWith('(')
    joined.push(CLAUSE.test(line) && single ? `${line} ${inside.trim()}` : line)
    if (CLAUSE.test(line) && single) i++
  }
  return joined.join('\n')
}

const indentOf = (line: string): number => line.length - line.trimStart().length

/** One predicate on the entity's name, which can stand anywhere. */
function predicateOf(criteria: Criteria, ctx: PlanContext, parts: Map<string, Part>): string {
  if (isCondition(criteria)) {
    if (criteria.type === 'indicator' && ctx.indicator(criteria.indicator).storedAt === null) {
      return indicatorPredicate(criteria, ctx, parts)
    }
    const definition = definitionOf(criteria)
    const expanded = definition.expand?.(criteria, ctx)
    const inner = {
      predicate: (nested: Criteria) => predicateOf(nested, ctx, parts),
      part: (name: string, select: () => string) => {
        const selected = select()
        return identifier(partOf(`${name}: ${selected}`, name, parts, () => selected).name)
      },
    }
    if (expanded === undefined) return definition.predicate(criteria, ctx, inner)
    if (criteria.type !== 'segment') return predicateOf(expanded, ctx, parts)
    const name = `${SEGMENT_PART}${ctx.segment(criteria.segment).name}`
    return inPart(partOf(criteria.segment, name, parts, () => membersOf(expanded, ctx, parts)))
  }
  const { group, branches } = groupOf(criteria)
  const tests = branches.map((branch) => predicateOf(branch, ctx, parts))
  switch (group) {
    case 'all':
      return allText(tests)
    case 'any':
      return anyText(tests)
    case 'none':
      // Not NOT: what is unknown passes no test, and so passes its negation.
      return `(${anyText(tests)}) IS NOT TRUE`
  }
}

const inPart = ({ name }: Part): string => `customer.id IN (SELECT id FROM ${identifier(name)})`

/** What is computed is a named part: whom a status holds of, or everybody's number. */
function indicatorPredicate(
  condition: Extract<Condition, { type: 'indicator' }>,
  ctx: PlanContext,
  parts: Map<string, Part>,
): string {
  const meaning = ctx.indicator(condition.indicator)
  const part = partOf(meaning.id, `${INDICATOR_PART}${meaning.name}`, parts, () =>
    meaning.kind === 'status' ? membersOf(meaning.criteria, ctx, parts) : indicatorRows(meaning, ctx),
  )
  return meaning.kind === 'status' ? inPart(part) : indicatorText(condition, identifier(part.name), ctx)
}

function partOf(id: string, name: string, parts: Map<string, Part>, select: () => string): Part {
  const known = parts.get(id)
  if (known !== undefined) return known
  const selected = select()
  const part = { name: partName(id, name, parts), select: selected }
  parts.set(id, part)
  return part
}

const anyText = (tests: readonly string[]): string =>
  tests.length === 1 ? tests.join() : `(${tests.join(' OR ')})`
