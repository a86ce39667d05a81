import type { Answerer } from './answerer.ts'
import { createQuestionJobs, type QuestionJobsDeps } from './jobs.ts'
import { createQuestions } from './read.ts'

/** Questions as tools look at them, who would answer, and the jobs that ask, which tools are never given. */
export const createAsking = (deps: QuestionJobsDeps) => ({
  questions: createQuestions(deps.reader),
  answering: deps.answerer === undefined ? null : named(deps.answerer),
  questionJobs: createQuestionJobs(deps),
})

const named = ({ model, price }: Answerer): Pick<Answerer, 'model' | 'price'> => ({ model, price })
