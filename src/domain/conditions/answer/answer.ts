import { z } from 'zod'
import type { ConditionDefinition } from '../define.ts'
import { answerFromSql } from './answer-from-sql.ts'
import { answerPhrases } from './answer-phrases.ts'
import { answerReadings } from './answer-readings.ts'
import { type AnswerAsked, answerShape, refineAnswer } from './answer-shape.ts'

export interface CustomerAnswerCondition extends AnswerAsked {
  type: 'customer_answer'
}
export interface CompanyAnswerCondition extends AnswerAsked {
  type: 'company_answer'
}
export interface PersonAnswerCondition extends AnswerAsked {
  type: 'person_answer'
}

const customers = (asked: AnswerAsked): CustomerAnswerCondition => ({ type: 'customer_answer', ...asked })
const companies = (asked: AnswerAsked): CompanyAnswerCondition => ({ type: 'company_answer', ...asked })
const people = (asked: AnswerAsked): PersonAnswerCondition => ({ type: 'person_answer', ...asked })

/**
 * What a model answered about a person, to a question that a human had it asked: one of some answers, a text that
 * mentions something, or any answer at all; with a least confidence.
 *
 * @example { type: 'person_answer', question: 'qst_1', answer: ['Cutting costs'], confidence: 60 }
 */
export const personAnswer: ConditionDefinition<'person_answer', PersonAnswerCondition, 'person'> = {
  type: 'person_answer',
  entity: 'person',
  schema: z.strictObject({ type: z.literal('person_answer'), ...answerShape }).superRefine(refineAnswer),
  form: {
    title: 'Answer about the person',
    start: people({ question: '' }),
    names: { question: 'person_question' },
  },
  meaning: 'The same about a person',
  phrases: answerPhrases(people),
  ...answerReadings('person'),
  fromSql: (test, ctx) =>
    test.kind === 'members' && test.entity === 'person' ? answerFromSql(test, ctx, people) : undefined,
}

/** The same about a company. */
export const companyAnswer: ConditionDefinition<'company_answer', CompanyAnswerCondition, 'company'> = {
  type: 'company_answer',
  entity: 'company',
  schema: z.strictObject({ type: z.literal('company_answer'), ...answerShape }).superRefine(refineAnswer),
  form: {
    title: 'Answer about the company',
    start: companies({ question: '' }),
    names: { question: 'company_question' },
  },
  meaning: 'The same about a company',
  phrases: answerPhrases(companies),
  ...answerReadings('company'),
  fromSql: (test, ctx) =>
    test.kind === 'members' && test.entity === 'company' ? answerFromSql(test, ctx, companies) : undefined,
}

/** The same about a customer. */
export const customerAnswer: ConditionDefinition<'customer_answer', CustomerAnswerCondition> = {
  type: 'customer_answer',
  entity: 'customer',
  schema: z.strictObject({ type: z.literal('customer_answer'), ...answerShape }).superRefine(refineAnswer),
  form: {
    title: 'Answer about the customer',
    start: customers({ question: '' }),
    names: { question: 'customer_question' },
  },
  meaning:
    'A model’s answer to a question (id or text): one of answer, or a text that mentions; confidence at least, in %',
  phrases: answerPhrases(customers),
  ...answerReadings('customer'),
  fromSql: (test, ctx) =>
    test.kind === 'members' && test.entity === 'customer' ? answerFromSql(test, ctx, customers) : undefined,
}
