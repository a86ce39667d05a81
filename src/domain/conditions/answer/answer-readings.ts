import { sql } from 'kysely'
import { foldText, joinWords } from '#kernel/text.ts'
import type { Entity } from '../../entities/entity.ts'
import type { SetPlan } from '../../members/plan.ts'
import type { AnswerRecord } from '../../profiles/questions/answers-of.ts'
import type { NamesContext, PlanContext, Problem, ReadingContext } from '../define.ts'
import { allOf, cutBy, inPiece } from '../shared/set-query.ts'
import { likeText, literal, oneOfText } from '../shared/sql-text.ts'
import { distinct, isAmong } from '../shared/text-match.ts'
import { quotedWords } from '../shared/value-words.ts'
import { answerProblems } from './answer-problems.ts'
import type { AnswerAsked } from './answer-shape.ts'

interface Answered {
  readonly answers: ReadonlyMap<string, AnswerRecord>
}

/** The readings of conditions about what a model answered. Whoever was not asked, or whose answer is unknown, has none. */
export const answerReadings = (entity: Entity) => ({
  about: ({ question }: AnswerAsked): string => `answer ${question}`,
  called: () => 'answer answers question reply',
  money: () => false,
  sources: () => ['answers' as const],
  normal<C extends AnswerAsked>(condition: C): C {
    const { answer, mentions } = condition
    return {
      ...condition,
      ...(answer && { answer: distinct(answer) }),
      ...(mentions && { mentions: distinct(mentions) }),
    }
  },
  check: (asked: AnswerAsked, ctx: PlanContext): readonly Problem[] => answerProblems(entity, asked, ctx),
  words({ question, answer, mentions, confidence }: AnswerAsked, ctx: ReadingContext): string {
    const is =
      answer === undefined
        ? `an answer${mentions === undefined ? '' : ` that mentions ${oneOf(mentions)}`}`
        : `the answer ${oneOf(answer)}`
    const sure = confidence === undefined ? '' : ` with at least ${confidence}% confidence`
    return `have ${is} to ${questionWords(question, ctx)}${sure}`
  },
  plan({ question, answer, mentions, confidence }: AnswerAsked, ctx: PlanContext): SetPlan {
    const tests = [
      sql<boolean>`a.question = ${ctx.question(question).number}`,
      inPiece('a.record_id'),
      sql<boolean>`a.answer IS NOT NULL`,
      ...(answer === undefined ? [] : [ctx.dialect.oneOf(sql`a.answer_key`, answer.map(foldText))]),
      ...(mentions === undefined
        ? []
        : [
            sql<boolean>`(${sql.join(
              mentions.map((part) => ctx.dialect.contains(sql`a.answer_key`, foldText(part))),
              sql` OR `,
            )})`,
          ]),
      ...(confidence === undefined ? [] : [sql<boolean>`a.confidence >= ${confidence}`]),
    ]
    return cutBy(entity, ctx.dialect, sql`SELECT a.record_id FROM answers AS a WHERE ${allOf(tests)}`)
  },
  predicate({ question, answer, mentions, confidence }: AnswerAsked, ctx: PlanContext): string {
    const tests = [
      `${entity}_id IS NOT NULL`,
      `question_key = ${literal(foldText(ctx.question(question).text))}`,
      ...(answer === undefined ? [] : [oneOfText('answer_key', answer.map(foldText))]),
      ...(mentions === undefined ? [] : [likeText('answer_key', 'contains', mentions.map(foldText))]),
      ...(answer === undefined && mentions === undefined ? ['answer IS NOT NULL'] : []),
      ...(confidence === undefined ? [] : [`confidence >= ${confidence}`]),
    ]
    return `${entity}.id IN (SELECT ${entity}_id FROM v_answers WHERE ${tests.join(' AND ')})`
  },
  holds({ question, answer, mentions, confidence = 0 }: AnswerAsked, { answers }: Answered): boolean {
    const found = answers.get(question)
    if (found === undefined || found.confidence < confidence) return false
    const key = foldText(found.answer)
    return (
      isAmong(found.answer, answer) &&
      (mentions === undefined || mentions.some((part) => key.includes(foldText(part))))
    )
  },
  actual(
    { question }: AnswerAsked,
    { answers }: Answered,
    _population: unknown,
    ctx: ReadingContext,
  ): string {
    const found = answers.get(question)
    const to = questionWords(question, ctx)
    return found === undefined
      ? `has no answer to ${to}`
      : `has the answer ${quotedWords(found.answer)} to ${to} with ${found.confidence}% confidence`
  },
})

const oneOf = (values: readonly string[]): string => joinWords(values.map(quotedWords), 'or')
const questionWords = (id: string, ctx: Pick<NamesContext, 'question'>): string =>
  quotedWords(ctx.question(id).text)
