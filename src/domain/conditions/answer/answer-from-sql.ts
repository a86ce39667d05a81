import { foldText } from '#kernel/text.ts'
import type { Expression } from '../../criteria/sql/expression.ts'
import { type SqlContext, type SqlReading, type SqlTest, unread } from '../../criteria/sql/reading.ts'
import { fieldName, likePattern, numberTest, oneOf, take, takeIf } from '../../criteria/sql/take.ts'
import type { Condition } from '../index.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'
import { optionsOf, questionCalled } from './answer-named.ts'
import type { AnswerAsked } from './answer-shape.ts'

/** Rows of `v_answers` for one question. */
export function answerFromSql(
  test: SqlTest,
  ctx: SqlContext,
  make: (asked: AnswerAsked) => Condition,
): SqlReading {
  if (test.kind !== 'members' || test.rows.view !== 'v_answers') return undefined
  const { rows, not, entity } = test
  const plain = rows.groupBy.length === 0 && rows.having.length === 0
  if (!plain || rows.limit !== undefined || rows.next !== undefined) return undefined
  const tests = [...rows.tests]
  takeIf(tests, isKnown(`${entity}_id`))
  const [text, another] = take(tests, oneOf('question')) ?? []
  if (text === undefined || another !== undefined)
    return unread(test.shown, 'asks for the answers to no one question', "Say which: question = '…'.")
  const question = questionCalled(ctx.questions(), text, entity)
  if (question === undefined) return unread({ kind: 'text', value: text }, 'is no question that is asked')
  const answer = take(tests, oneOf('answer'))?.map((value) => spelled(value, optionsOf(question)))
  const mentions = answer === undefined ? take(tests, mentioned) : undefined
  takeIf(tests, isKnown('answer'))
  const confidence = take(tests, atLeast)
  const [left] = tests
  if (left !== undefined) return unread(left, 'is nothing that answers can be narrowed by')
  const condition = make({
    question: question.id,
    ...(answer && { answer }),
    ...(mentions && { mentions: [...mentions] }),
    ...(confidence === undefined ? {} : { confidence }),
  })
  return not ? { none: [condition] } : condition
}

const isKnown = (column: string) => (part: Expression) =>
  part.kind === 'is' && part.what === 'null' && part.not && fieldName(part.of) === column

const spelled = (value: string, options: readonly string[] = []): string =>
  options.find((option) => foldText(option) === foldText(value)) ?? value

function atLeast(test: Expression): number | undefined {
  const found = numberTest(test, isNamed('confidence'))
  if (typeof found?.value !== 'number') return undefined
  if (found.op === '>=') return found.value
  // Confidence is a whole number.
  return found.op === '>' ? Math.floor(found.value) + 1 : undefined
}

/** `answer_key LIKE '%cost%'`, any of several. */
function mentioned(test: Expression): readonly string[] | undefined {
  if (test.kind === 'or') {
    const parts = test.of.map(mentioned)
    return parts.every((part) => part !== undefined) ? parts.flatMap((part) => part ?? []) : undefined
  }
  if (test.kind !== 'like' || test.not || fieldName(test.of) !== 'answer') return undefined
  const found = test.pattern.kind === 'text' ? likePattern(test.pattern.value, test.escape) : undefined
  return found?.match === 'contains' ? [found.value] : undefined
}
