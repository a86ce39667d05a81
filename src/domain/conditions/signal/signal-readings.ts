import { type RawBuilder, sql } from 'kysely'
import { countOf, foldText, joinWords } from '#kernel/text.ts'
import type { SignalRecord } from '../../accounts/record.ts'
import type { SetPlan } from '../../members/plan.ts'
import { signalLabel } from '../../signals/known.ts'
import { within } from '../../time/bounds.ts'
import { windowSql } from '../../time/sql-text.ts'
import type { Miss, PlanContext, Problem, ReadingContext } from '../define.ts'
import { compare, comparisonWords, isNone, isSome, normalCount, numberWords } from '../shared/comparison.ts'
import { comparisonRaw, comparisonText } from '../shared/comparison-sql.ts'
import { countMiss } from '../shared/miss.ts'
import { boundsIn, withinWords } from '../shared/order-rows.ts'
import { unknownValues } from '../shared/problems.ts'
import { allOf, cutBy, inBounds, inPiece, isEmpty, nobody, not } from '../shared/set-query.ts'
import { likeText, oneOfText } from '../shared/sql-text.ts'
import { distinct, isAmong } from '../shared/text-match.ts'
import { anyOf, quotedWords } from '../shared/value-words.ts'
import { countOfSignals, type SignalAsked } from './signal-shape.ts'

/** The readings of conditions about the signals of companies, or of people. */
export function signalReadings(entity: 'company' | 'person') {
  const owner = `${entity}_id`
  return {
    normal<C extends SignalAsked>(condition: C): C {
      const test = normalCount(countOfSignals(condition))
      const asked = isSome(test) ? { op: undefined, value: undefined } : test
      const { signal, topic } = condition
      return withoutUndefined({
        ...condition,
        ...(signal && { signal: distinct(signal) }),
        ...(topic && { topic: distinct(topic) }),
        ...asked,
      })
    },
    columns: () => [{ name: 'signal.type', key: 'signal' }],
    check: ({ signal }: SignalAsked, { dictionary }: PlanContext): readonly Problem[] =>
      unknownValues(dictionary, 'signal.type', signal, ['signal']),
    words: (condition: SignalAsked) => `had ${countWords(condition)}${scopeWords(condition)}`,
    plan(condition: SignalAsked, ctx: PlanContext): SetPlan {
      const test = countOfSignals(condition)
      const complement = compare(0, test)
      const bounds = boundsIn(condition.within, ctx)
      const one = sql.ref(`s.${owner}`)
      const counted = (complement ? isNone(test) : isSome(test))
        ? sql``
        : sql` GROUP BY ${one} HAVING ${comparisonRaw(sql`count(*)`, test, { complement })}`
      const tests = [inPiece(`s.${owner}`), inBounds(sql`s.occurred_at`, bounds), ...rowTests(condition, ctx)]
      const members = isEmpty(bounds)
        ? nobody
        : cutBy(entity, ctx.dialect, sql`SELECT ${one} FROM signals AS s WHERE ${allOf(tests)}${counted}`)
      return complement ? not(members) : members
    },
    predicate(condition: SignalAsked, ctx: PlanContext): string {
      const test = countOfSignals(condition)
      const complement = compare(0, test)
      const tests = [
        ...(condition.signal === undefined ? [] : [oneOfText('type_key', condition.signal.map(foldText))]),
        ...(condition.topic === undefined
          ? []
          : [likeText('topic_key', 'contains', condition.topic.map(foldText))]),
        ...(condition.strength === undefined ? [] : [`strength >= ${condition.strength}`]),
        windowSql('occurred_at', condition.within, ctx.now, ctx.zone),
        ...(complement ? [`${owner} IS NOT NULL`] : []),
      ]
      const having = (complement ? isNone(test) : isSome(test))
        ? ''
        : ` GROUP BY ${owner} HAVING ${comparisonText('COUNT(*)', test, { complement })}`
      return `${entity}.id ${complement ? 'NOT IN' : 'IN'} (SELECT ${owner} FROM v_signals WHERE ${tests.join(' AND ')}${having})`
    },
    holds: (
      condition: SignalAsked,
      { signals }: { readonly signals: readonly SignalRecord[] },
      _population: unknown,
      ctx: ReadingContext,
    ): boolean => compare(signalsIn(signals, condition, ctx).length, countOfSignals(condition)),
    miss: (
      condition: SignalAsked,
      { signals }: { readonly signals: readonly SignalRecord[] },
      _population: unknown,
      ctx: ReadingContext,
    ): Miss | undefined =>
      countMiss(signalsIn(signals, condition, ctx).length, countOfSignals(condition), 'such signal'),
    actual(
      condition: SignalAsked,
      { signals }: { readonly signals: readonly SignalRecord[] },
      _population: unknown,
      ctx: ReadingContext,
    ): string {
      const found = signalsIn(signals, condition, ctx).length
      return `had ${found === 0 ? 'no such signal' : countOf(found, 'such signal')}${withinWords(condition.within)}`
    },
  }
}

/** "At least one" is what a condition without a count says. */
function withoutUndefined<C extends SignalAsked>(condition: C): C {
  const copy = { ...condition }
  for (const key of ['op', 'value'] as const) if (copy[key] === undefined) Reflect.deleteProperty(copy, key)
  return copy
}

const rowTests = (
  { signal, topic, strength }: SignalAsked,
  { dialect }: PlanContext,
): RawBuilder<boolean>[] => [
  ...(signal === undefined ? [] : [dialect.oneOf(sql`s.type_key`, signal.map(foldText))]),
  ...(topic === undefined
    ? []
    : [
        sql<boolean>`(${sql.join(
          topic.map((part) => dialect.contains(sql`s.topic_key`, foldText(part))),
          sql` OR `,
        )})`,
      ]),
  ...(strength === undefined ? [] : [sql<boolean>`s.strength >= ${strength}`]),
]

function signalsIn(
  signals: readonly SignalRecord[],
  { signal, topic, strength, within: window }: SignalAsked,
  ctx: ReadingContext,
): readonly SignalRecord[] {
  const bounds = boundsIn(window, ctx)
  return signals.filter(
    (one) =>
      isAmong(one.type, signal) &&
      within(bounds, one.at) &&
      (topic === undefined ||
        (one.topic !== null && topic.some((part) => foldText(one.topic ?? '').includes(foldText(part))))) &&
      (strength === undefined || (one.strength !== null && one.strength >= strength)),
  )
}

/** `a hiring signal`, `no hiring or funding signal`, `at least 2 signals` */
function countWords(condition: SignalAsked): string {
  const test = countOfSignals(condition)
  const types = condition.signal === undefined ? '' : `${anyOf(condition.signal.map(signalLabel))} `
  if (isNone(test)) return `no ${types}signal`
  if (condition.op === undefined) return `a ${types}signal`
  return `${comparisonWords(test, numberWords)} ${types}signal${test.value === 1 ? '' : 's'}`
}

const scopeWords = ({ topic, strength, within: window }: SignalAsked): string =>
  (topic === undefined ? '' : ` about ${joinWords(topic.map(quotedWords), 'or')}`) +
  (strength === undefined ? '' : ` with a strength of at least ${numberWords(strength)}`) +
  withinWords(window)
