import fc from 'fast-check'
import type { Entity } from '../../entities/entity.ts'
import type { AnswerRecord } from '../../profiles/questions/answers-of.ts'
import type { NamesContext, QuestionMeaning } from '../define.ts'
import { optionsOf } from './answer-named.ts'

const OPTIONS = ['Cutting costs', 'Hiring & firing', 'cost', '100% “growth”'] as const
const HOSTILE = ['“a” \\ or b', "O'Neil, and 3 more", 'in the last 30 days']
const TEXTS = ['Cutting costs of ads', 'Growth, then costs', 'ÉTÉ 100%_', ...HOSTILE]
const PARTS = ['cost', 'COST', 'growth', 'été', '%', ...HOSTILE]

const asked = (
  number: number,
  entity: Entity,
  text: string,
  answers: QuestionMeaning['answers'],
): QuestionMeaning => ({ id: `qst_${number}`, number, entity, text, answers, answered: true })

const solving = 'What are they trying to solve right now?'

/** Questions of a company, some of the same words about others. */
export const TEST_QUESTIONS: readonly QuestionMeaning[] = [
  asked(1, 'customer', solving, { kind: 'choice', options: [...OPTIONS] }),
  asked(2, 'company', solving, { kind: 'choice', options: [...OPTIONS] }),
  asked(3, 'person', solving, { kind: 'choice', options: [...OPTIONS] }),
  asked(4, 'person', 'Do they buy, or build and buy?', { kind: 'yes_no' }),
  asked(5, 'person', 'What is “their” goal?', { kind: 'text' }),
  asked(6, 'company', 'Is it growing?', { kind: 'yes_no' }),
  asked(7, 'customer', 'For whom do they buy?', { kind: 'text' }),
]

/** The names of a company that asks no questions. */
export const unasked: Pick<NamesContext, 'question' | 'questions'> = {
  question(id) {
    throw new Error(`Nothing is the question ${id} here`)
  },
  questions: () => [],
}

const of = (entity: Entity) => TEST_QUESTIONS.filter((one) => one.entity === entity)

/** What a model may have answered about one record. */
export const arbitraryAnswers = (entity: Entity): fc.Arbitrary<ReadonlyMap<string, AnswerRecord>> =>
  fc
    .tuple(
      ...of(entity).map((one) =>
        fc.option(
          fc.record({
            answer: fc.constantFrom(...(optionsOf(one) ?? TEXTS)),
            confidence: fc.constantFrom(0, 59, 60, 61, 100),
          }),
          { nil: undefined },
        ),
      ),
    )
    .map(
      (drawn) =>
        new Map(of(entity).flatMap(({ id }, i) => (drawn[i] === undefined ? [] : [[id, drawn[i]] as const]))),
    )

/** Random conditions about the answers of an entity’s records. */
export const answerConditions = (entity: Entity): fc.Arbitrary<unknown> =>
  fc.constantFrom(...of(entity)).chain((one) => {
    const options = optionsOf(one)
    const some = fc.uniqueArray(fc.constantFrom(...(options ?? PARTS)), { minLength: 1, maxLength: 3 })
    return fc
      .record({
        values: fc.option(some, { nil: undefined }),
        confidence: fc.option(fc.constantFrom(1, 60, 100), { nil: undefined }),
      })
      .map(({ values, confidence }) => ({
        question: one.id,
        ...(values && { [options === undefined ? 'mentions' : 'answer']: values }),
        ...(confidence && { confidence }),
      }))
  })
