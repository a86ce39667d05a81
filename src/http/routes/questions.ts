import { Hono } from 'hono'
import { z } from 'zod'
import { ENTITIES } from '#domain/entities/entity.ts'
import { findOne } from '#domain/explanations/find-one.ts'
import { questionChange } from '#domain/profiles/questions/requested.ts'
import { answersSchema, type Question } from '#domain/profiles/questions/schema.ts'
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
    .get('/of/:profile', (c) =>
      c.json({
        questions: questions.of(c.req.param('profile')).map(view),
        model: answering?.model ?? null,
      } satisfies ProfileQuestions),
    )
    .post('/of/:profile/draft', async (c) => {
      const { user, session } = c.get('signedIn')
      requireEditor(user, 'propose questions')
      const wanted = await readBody(c, askSchema)
      const { signal } = c.req.raw
      const change = await questionChange(services, { profile: c.req.param('profile'), ...wanted, signal })
      const actor = { userId: user.id, name: user.name, surface: 'web', session } as const
      return c.json(await draft.proposal(change, { actor, signal }), 201)
    })
    .get('/answers/:entity/:record', (c) => {
      const entity = entitySchema.parse(c.req.param('entity'))
      const { record } = findOne(services.reader, entity, c.req.param('record'))
      const answers = questions.answersOf(entity, record.id)
      return c.json({ answers } satisfies RecordAnswers)
    })
    .post('/runs/:run/cancel', async (c) => {
      requireEditor(c.get('signedIn').user, 'stop a job')
      return c.json(await questionJobs.cancel(c.req.param('run')))
    })
    .post('/runs/:run/restart', async (c) => {
      requireEditor(c.get('signedIn').user, 'let a job go on')
      return c.json(await questionJobs.restart(c.req.param('run')))
    })
}
