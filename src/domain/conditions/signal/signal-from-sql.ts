import { aggregated, comparedCriteria, isCount } from '../../criteria/sql/aggregate.ts'
import type { Expression } from '../../criteria/sql/expression.ts'
import { type SqlContext, type SqlReading, type SqlTest, unread } from '../../criteria/sql/reading.ts'
import { fieldName, likePattern, numberTest, oneOf, take, takeIf } from '../../criteria/sql/take.ts'
import { takeWindow } from '../../criteria/sql/take-window.ts'
import type { Condition } from '../index.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'
import type { SignalAsked } from './signal-shape.ts'

/** Rows of `v_signals`: that there are any, or how many. */
export function signalFromSql(
  test: SqlTest,
  ctx: SqlContext,
  make: (asked: SignalAsked) => Condition,
): SqlReading {
  if (test.kind !== 'members' || test.rows.view !== 'v_signals') return undefined
  const { rows, not, entity } = test
  if (rows.groupBy.length > 0 || rows.limit !== undefined || rows.next !== undefined) return undefined
  const tests = [...rows.tests]
  takeIf(
    tests,
    (one) => one.kind === 'is' && one.what === 'null' && one.not && isNamed(`${entity}_id`)(one.of),
  )
  const signal = take(tests, oneOf('type'))?.map((value) => ctx.spelled('signal.type', value))
  const topic = take(tests, topics)
  const strength = take(tests, (one) => {
    const found = numberTest(one, isNamed('strength'))
    return found?.op === '>=' && typeof found.value === 'number' ? found.value : undefined
  })
  const { within } = takeWindow(tests, isNamed('occurred_at'), ctx)
  const [left] = tests
  if (left !== undefined) return unread(left, 'is nothing that signals can be narrowed by')
  if (signal === undefined && topic === undefined) {
    return unread(test.shown, 'asks for signals of no type or topic', "Say which: type = 'hiring'.")
  }
  const asked: SignalAsked = {
    ...(signal && { signal }),
    ...(topic && { topic: [...topic] }),
    ...(strength === undefined ? {} : { strength }),
    ...(within === undefined ? {} : { within }),
  }
  const [having, another] = rows.having
  if (having === undefined) return make(not ? { ...asked, op: '=', value: 0 } : asked)
  const found = another === undefined ? aggregated(having, (part) => isCount(part, 'id')) : undefined
  if (found === undefined) return unread(having, 'is no number of signals', 'Compare COUNT(*).')
  return comparedCriteria({
    members: test,
    aggregated: found,
    counts: true,
    empty: 0,
    condition: (compared) => make({ ...asked, ...compared }),
    some: make(asked),
  })
}

/** `topic_key LIKE '%sdr%'`, any of several. */
function topics(test: Expression): readonly string[] | undefined {
  if (test.kind === 'or') {
    const parts = test.of.map(topics)
    return parts.every((part) => part !== undefined) ? parts.flatMap((part) => part ?? []) : undefined
  }
  if (test.kind !== 'like' || test.not || fieldName(test.of) !== 'topic') return undefined
  const found = test.pattern.kind === 'text' ? likePattern(test.pattern.value, test.escape) : undefined
  return found?.match === 'contains' ? [found.value] : undefined
}
