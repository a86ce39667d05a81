import { z } from 'zod'
import { ConflictError } from '#kernel/errors.ts'
import { countOf } from '#kernel/text.ts'
import { query, type Reader } from '#db/run.ts'
import { refuseInUse } from '../references/references.ts'
import { createQuestions } from '../profiles/questions/read.ts'
import { setQuestionDeleted } from '../profiles/questions/store.ts'
import { defineChange, type QuestionOutcome } from './define.ts'

/** Takes a question away, or brings it back with its answers: they are kept, and can’t be asked for meanwhile. */
export const deleteQuestion = defineChange({
  schema: z.strictObject({
    kind: z.literal('delete_question'),
    questionId: z.string(),
    restore: z.literal(true).optional(),
  }),
  async describe({ questionId, restore }, { reader }) {
    const { text, deleted } = known(reader, questionId)
    if (deleted === (restore !== true)) {
      throw new ConflictError(`“${text}” is ${deleted ? 'deleted' : 'there'} already`, {
        next: 'Nothing more is needed.',
      })
    }
    refuseUnmakeable(reader, questionId, restore)
    const answers = createQuestions(reader)
      .counts(questionId)
      .reduce((sum, { records }) => sum + records, 0)
    return {
      summary: `${restore === true ? 'Restore' : 'Delete'} the question “${text}” with ${countOf(answers, 'answer')}`,
      target: null,
      preview: null,
      difference: [],
    }
  },
  version: () => null,
  apply({ questionId, restore }, ctx): QuestionOutcome {
    refuseUnmakeable(ctx.writer, questionId, restore)
    setQuestionDeleted(ctx.writer, questionId, restore === true ? null : ctx.by.at)
    return { questionId, runId: null, restored: restore === true }
  },
  undo: ({ questionId, restored }: QuestionOutcome) =>
    restored === true
      ? { kind: 'delete_question', questionId }
      : { kind: 'delete_question', questionId, restore: true },
})

/** Deleted only while nothing asks for its answers, restored only while the same isn’t asked anew. */
function refuseUnmakeable(reader: Reader, id: string, restore: true | undefined): void {
  const { text, entity } = known(reader, id)
  if (restore !== true) refuseInUse(reader, { type: 'question', id, name: text })
  else if (createQuestions(reader).find(text, entity) !== undefined) {
    throw new ConflictError(`“${text}” was asked anew since`, {
      next: 'Delete the newer question first, then restore this one.',
    })
  }
}

/** Also one that is deleted. */
function known(reader: Reader, id: string) {
  const row = reader.get(
    query.selectFrom('questions').select(['text', 'entity', 'deleted_at']).where('id', '=', id),
  )
  if (row === undefined) throw new Error(`The question ${id} was to be deleted and never was`)
  return { text: row.text, entity: row.entity, deleted: row.deleted_at !== null }
}
