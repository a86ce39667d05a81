import { foldText } from '#kernel/text.ts'
import type { Entity } from '../../entities/entity.ts'
import type { NamesContext, QuestionMeaning } from '../define.ts'
import type { Condition } from '../index.ts'

type Answered = Extract<Condition, { type: `${Entity}_answer` }>

export const isAnswered = (condition: Condition): condition is Answered =>
  condition.type === 'customer_answer' ||
  condition.type === 'company_answer' ||
  condition.type === 'person_answer'

const ENTITY_OF = { customer_answer: 'customer', company_answer: 'company', person_answer: 'person' } as const

/** The same with the words of a question turned into its id; what asks nothing stays for the check. */
export function withQuestionId(condition: Answered, ctx: NamesContext): Answered {
  const found = questionCalled(ctx.questions(), condition.question, ENTITY_OF[condition.type])
  return found === undefined ? condition : { ...condition, question: found.id }
}

/** The question with this id, or with these words about the entity: two of the same words are never asked of one. */
export const questionCalled = (
  questions: readonly QuestionMeaning[],
  called: string,
  entity: Entity,
): QuestionMeaning | undefined =>
  questions.find(({ id }) => id === called) ??
  questions.find((one) => one.entity === entity && foldText(one.text) === foldText(called))

/** What people choose from when they build a condition by hand. */
export const questionChoices = (questions: readonly QuestionMeaning[], entity: Entity) =>
  questions.filter((one) => one.entity === entity).map(({ id, text }) => ({ value: id, label: text }))

/** All that can be answered; undefined where it is a text. */
export function optionsOf({ answers }: Pick<QuestionMeaning, 'answers'>): readonly string[] | undefined {
  if (answers.kind === 'text') return undefined
  return answers.kind === 'choice' ? answers.options : ['yes', 'no']
}
