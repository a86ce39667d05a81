import { Hono } from 'hono'
import { z } from 'zod'
import { ENTITIES } from '#domain/entities/entity.ts'
import { findOne } from '#domain/explanations/find-one.ts'
import { questionChange } from '#domain/profiles/questions/requested.ts'
import { answersSchema, type Question, questionRunSchema } from '#domain/profiles/questions/schema.ts'
import { shownProposalSchema } from '#domain/proposals/shown.ts'
import { profileQuestionsAnswer, recordAnswersAnswer } from '../answers/profiles.ts'
import { about } from '../openapi/about.ts'
import type { AskQuestion, ProfileQuestions, QuestionView, RecordAnswers } from '../question-api.ts'
import { readBody } from '../body.ts'
import type { HttpDeps, SignedInEnv } from '../deps.ts'
import { requireEditor } from '../guards/role.ts'

const askSchema: z.ZodType<AskQuestion> = z.strictObject({
  text: z.string(),
  answers: answersSchema,
  mostTokens: z.int().exactOptional(),
})
const entitySchema = z.enum(ENTITIES)

/** Questions about each record of a profile: how far they are, what was answered, and a proposal to ask one. */
export function questionRoutes({ services, questionJobs }: Pick<HttpDeps, 'services' | 'questionJobs'>) {
  const { questions, draft, answering } = services
  const view = (question: Question): QuestionView => ({
    ...question,
    runs: questions.runs(question.id),
    counts: questions.counts(question.id),
  })
  return new Hono<SignedInEnv>()
    .get(
      '/of/:profile',
      about({
        does: 'Questions about each record of a profile, and what was answered',
        answer: { ProfileQuestions: profileQuestionsAnswer },
      }),
      (c) =>
        c.json({
          questions: questions.of(c.req.param('profile')).map(view),
          model: answering?.model ?? null,
        } satisfies ProfileQuestions),
    )
    .post(
      '/of/:profile/draft',
      about({
        does: 'Propose to ask one',
        body: { AskQuestion: askSchema },
        answer: { Proposal: shownProposalSchema },
        status: 201,
      }),
      async (c) => {
        const { user, session } = c.get('signedIn')
        requireEditor(user, 'propose questions')
        const wanted = await readBody(c, askSchema)
        const { signal } = c.req.raw
        const change = await questionChange(services, { profile: c.req.param('profile'), ...wanted, signal })
        const actor = { userId: user.id, name: user.name, surface: 'web', session } as const
        return c.json(await draft.proposal(change, { actor, signal }), 201)
      },
    )
    .get(
      '/answers/:entity/:record',
      about({ does: 'What was answered about one record', answer: { RecordAnswers: recordAnswersAnswer } }),
      (c) => {
        const entity = entitySchema.parse(c.req.param('entity'))
        const { record } = findOne(services.reader, entity, c.req.param('record'))
        const answers = questions.answersOf(entity, record.id)
        return c.json({ answers } satisfies RecordAnswers)
      },
    )
    .post(
      '/runs/:run/cancel',
      about({ does: 'Stop a job that asks', answer: { QuestionRun: questionRunSchema } }),
      async (c) => {
        requireEditor(c.get('signedIn').user, 'stop a job')
        return c.json(await questionJobs.cancel(c.req.param('run')))
      },
    )
    .post(
      '/runs/:run/restart',
      about({ does: 'Let a job that asks go on', answer: { QuestionRun: questionRunSchema } }),
      async (c) => {
        requireEditor(c.get('signedIn').user, 'let a job go on')
        return c.json(await questionJobs.restart(c.req.param('run')))
      },
    )
}
