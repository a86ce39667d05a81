import { describe, expect, test } from 'vitest'
import { situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import { TEST_QUESTIONS } from './answer.fixture.ts'
import { answerProblems } from './answer-problems.ts'
import type { AnswerAsked } from './answer-shape.ts'

const SOLVING = 'What are they trying to solve right now?'
const read = (text: string) => interpret(text, { ...situation(), questions: () => TEST_QUESTIONS })
const criteria = (text: string) => {
  const found = read(text)
  return found.kind === 'criteria' ? found.criteria : found
}
const person = (rest: object) => ({ type: 'person_answer', question: 'qst_3', ...rest })

describe('answers are asked for', () => {
  test.for([
    [`leads whose answer to “${SOLVING}” is Cutting costs`, person({ answer: ['Cutting costs'] })],
    [
      `leads who answered ${SOLVING} with "cutting costs" or "cost"`,
      person({ answer: ['Cutting costs', 'cost'] }),
    ],
    [`leads where "${SOLVING}" is "Hiring & firing"`, person({ answer: ['Hiring & firing'] })],
    [`leads with an answer to ${SOLVING}`, person({})],
    [`leads without an answer to “${SOLVING}”`, { none: [person({})] }],
    [
      `leads with the answer Cutting costs to ${SOLVING} with a confidence over 80%`,
      person({ answer: ['Cutting costs'], confidence: 81 }),
    ],
    [
      'leads whose answer to "What is “their” goal?" mentions "cost"',
      { type: 'person_answer', question: 'qst_5', mentions: ['cost'] },
    ],
    [
      'companies with the answer yes to “Is it growing?”, at least 70% confidence',
      { type: 'company_answer', question: 'qst_6', answer: ['yes'], confidence: 70 },
    ],
    ['leads with the answer "yes"', { type: 'person_answer', question: 'qst_4', answer: ['yes'] }],
  ] as const)('%s', ([text, expected]) => expect(criteria(text)).toEqual(expected))

  test('and an answer that nobody can give is asked about, with those that can be', () => {
    expect(read(`leads with the answer “Fame” to “${SOLVING}”`)).toMatchObject({
      kind: 'question',
      question: expect.stringContaining('“Cutting costs”, “Hiring & firing”'),
    })
  })

  test.for(['150%', 'under 50%'])('a confidence of %s is asked about', (level) => {
    expect(read(`leads with an answer to “${SOLVING}” with a confidence of ${level}`)).toMatchObject({
      kind: 'question',
      question: expect.stringContaining('1% to 100%'),
    })
  })
})

describe('what can’t be asked for says why, and what can', () => {
  const fresh = { id: 'new', number: 9, entity: 'person', text: 'New?', answers: { kind: 'text' } } as const
  const questions = () => [...TEST_QUESTIONS, { ...fresh, answered: false }]
  test.for<[AnswerAsked, string]>([
    [{ question: 'Why?' }, 'No question “Why?” is asked of people'],
    [{ question: '' }, 'No question is chosen'],
    [{ question: 'qst_6' }, 'No question “qst_6” is asked of people'],
    [{ question: 'new' }, '“New?” is not answered for any person yet'],
    [
      { question: 'qst_3', answer: ['Fame'] },
      '“Fame” is no answer to “What are they trying to solve right now?”',
    ],
    [{ question: 'qst_3', mentions: ['cost'] }, 'answered by one of 4, which holds no other words'],
    [{ question: 'qst_5', answer: ['cost'] }, 'answered by a text in the model’s own words'],
  ])('%j', ([asked, message]) => {
    const [problem] = answerProblems('person', asked, { questions })
    expect(problem?.message).toContain(message)
  })
})
