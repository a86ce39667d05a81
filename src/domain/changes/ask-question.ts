import { z } from 'zod'
import { ConflictError, InputError } from '#kernel/errors.ts'
import { countOfEntity } from '../entities/entity.ts'
import { countOf } from '#kernel/text.ts'
import { fitIn, profileWords } from '../profiles/icp-of.ts'
import { describeFit } from '../profiles/describe-fit.ts'
import { capWords, costWords, tokensFor } from '../profiles/questions/estimate.ts'
import { createQuestions } from '../profiles/questions/read.ts'
import { type Answers, answersSchema, priceSchema, questionText } from '../profiles/questions/schema.ts'
import { insertQuestion, insertRun } from '../profiles/questions/store.ts'
import { versionWithIcps } from '../profiles/store.ts'
import { countedOf, defineChange, type DescribeContext, type QuestionOutcome } from './define.ts'

/**
 * Asks a question of every record that a profile fits, each answered by a model over that record's own facts.
 * Confirming leaves a job that asks them, up to the cap. Of a question that was asked before, only those are asked
 * that have no answer yet.
 */
export const askQuestion = defineChange({
  schema: z.strictObject({
    kind: z.literal('ask_question'),
    profileId: z.string(),
    text: questionText,
    answers: answersSchema,
    /** Who answers, and what a million of its tokens cost, as the human is shown. */
    model: z.string(),
    price: priceSchema.nullable(),
    mostTokens: z.int().min(1000).max(1_000_000_000),
  }),
  async describe({ profileId, text, answers, model, price, mostTokens }, ctx) {
    const profile = ctx.profiles.get(profileId)
    refuseDoubles(answers)
    const before = askedBefore(ctx, profile, text, answers)
    const fit = await describeFit(fitIn(ctx.profiles, profile), profile.entity, ctx)
    if (fit.preview === null || fit.preview.count === 0) {
      throw new InputError(`The ${profileWords(profile)} ${fit.words}`, {
        next: 'Give it a filter that some records pass, then ask.',
      })
    }
    const { count } = fit.preview
    const tokens = tokensFor(count).toLocaleString('en-US')
    return {
      summary: `Ask “${text}” of ${countOfEntity(count, profile.entity)} in the ${profileWords(profile)}`,
      target: { id: profile.id, version: versionWithIcps(ctx.reader, [profile.id]) ?? profile.version },
      preview: fit.preview,
      difference: [
        { what: 'answer', before: null, after: answersWords(answers) },
        ...(before === 0
          ? []
          : [
              {
                what: 'answered before',
                before: null,
                after: `${countOf(before, 'record')}, not asked again`,
              },
            ]),
        { what: 'answered by', before: null, after: `${model}, over each record’s own facts and signals` },
        { what: 'cost', before: null, after: `about ${tokens} tokens, ${costWords(count, price)}` },
        {
          what: 'cap',
          before: null,
          after: `stops at ${mostTokens.toLocaleString('en-US')} tokens${capWords(mostTokens, price)}`,
        },
      ],
    }
  },
  version: ({ profileId }, reader) => versionWithIcps(reader, [profileId]),
  apply({ profileId, text, answers, model, price, mostTokens }, ctx): QuestionOutcome {
    const profile = ctx.profiles.get(profileId)
    const before = createQuestions(ctx.writer).find(text, profile.entity)
    const questionId = before?.id ?? ctx.ids.next('qst')
    if (before === undefined) {
      const { entity } = profile
      insertQuestion(ctx.writer, { id: questionId, profileId, entity, text, answers }, ctx.by.at)
    }
    const runId = ctx.ids.next('run')
    const { members } = countedOf(ctx)
    insertRun(ctx.writer, { id: runId, questionId, model, price, mostTokens, members }, ctx.by)
    return { questionId, runId }
  },
  undo: ({ questionId }: QuestionOutcome) => ({ kind: 'delete_question', questionId }),
})

/** How many have an answer already. Throws ConflictError where the same words are another question. */
function askedBefore(
  { reader }: DescribeContext,
  profile: { readonly id: string; readonly entity: 'customer' | 'company' | 'person' },
  text: string,
  answers: Answers,
): number {
  const questions = createQuestions(reader)
  const found = questions.find(text, profile.entity)
  if (found === undefined) return 0
  if (found.profileId !== profile.id || JSON.stringify(found.answers) !== JSON.stringify(answers)) {
    throw new ConflictError(
      `“${text}” is asked already, ${found.profileId === profile.id ? 'with other answers' : 'in another profile'}`,
      {
        next: 'Ask it in other words, or take the first one back.',
      },
    )
  }
  return questions.counts(found.id).reduce((sum, { records }) => sum + records, 0)
}

function refuseDoubles(answers: Answers): void {
  if (answers.kind !== 'choice') return
  const keys = answers.options.map((option) => option.toLowerCase())
  if (new Set(keys).size === keys.length) return
  throw new InputError('Two of the answers are the same', {
    next: 'Give each answer once.',
    path: ['answers', 'options'],
  })
}

const answersWords = (answers: Answers): string =>
  answers.kind === 'choice'
    ? `one of ${answers.options.map((option) => `“${option}”`).join(', ')}, or unknown`
    : answers.kind === 'yes_no'
      ? 'yes, no or unknown'
      : 'a short text, or unknown'
