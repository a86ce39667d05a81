import { query, type Writer } from '#db/run.ts'
import type { RunState } from '#db/schema.ts'
import { canonicalJson } from '#kernel/hash.ts'
import { foldText } from '#kernel/text.ts'
import type { Entity } from '../../entities/entity.ts'
import { raiseVersions } from '../../imports/apply/raise-versions.ts'
import { appendLog } from '../../log/append.ts'
import { type Bitset, count } from '../../members/bitset.ts'
import { encodeMembers } from '../../members/encode.ts'
import type { Authorship } from '../../segments/store.ts'
import type { Operation } from '../../writer/operation.ts'
import type { Understood } from './read-reply.ts'
import type { Answers, Price } from './schema.ts'

/** Inserts a question; the caller holds the transaction. */
export function insertQuestion(
  writer: Writer,
  added: {
    readonly id: string
    readonly profileId: string
    readonly entity: Entity
    readonly text: string
    readonly answers: Answers
  },
  at: number,
): void {
  const { id, profileId, entity, text, answers } = added
  writer.run(
    query.insertInto('questions').values({
      id,
      profile_id: profileId,
      entity,
      text,
      text_key: foldText(text),
      answer: answers.kind,
      options: canonicalJson(answers.kind === 'choice' ? answers.options : []),
      created_at: at,
      deleted_at: null,
    }),
  )
  raiseVersions(writer, new Set(['answers']))
}

/** Takes a question away or brings it back; its answers stay with it. The caller holds the transaction. */
export function setQuestionDeleted(writer: Writer, id: string, at: number | null): void {
  writer.run(query.updateTable('questions').set({ deleted_at: at }).where('id', '=', id))
  raiseVersions(writer, new Set(['answers']))
}

/** Keeps a confirmed job; the caller holds the transaction. */
export function insertRun(
  writer: Writer,
  added: {
    readonly id: string
    readonly questionId: string
    readonly model: string
    readonly price: Price | null
    readonly mostTokens: number
    readonly members: Bitset
  },
  by: Authorship,
): void {
  const question = writer.get(
    query.selectFrom('questions').select('number').where('id', '=', added.questionId),
  )
  if (question === undefined)
    throw new Error(`The question ${added.questionId} was to be asked and is not there`)
  writer.run(
    query.insertInto('question_runs').values({
      id: added.id,
      question: question.number,
      proposal_id: by.proposalId ?? '',
      model: added.model,
      price: added.price === null ? null : canonicalJson(added.price),
      most_tokens: added.mostTokens,
      confirmed: count(added.members),
      members: encodeMembers(added.members),
      confirmed_by: JSON.stringify(by.actor),
      confirmed_at: by.at,
      state: 'waiting',
      reason: null,
      input_tokens: 0,
      output_tokens: 0,
      finished_at: null,
    }),
  )
}

/** What came of asking one record, with what it took: in one transaction, so that nothing is paid for twice. */
export const storeRecordAnswer: Operation<
  {
    readonly run: number
    readonly question: number
    readonly recordId: number
    readonly understood: Understood
    readonly tokens: { readonly input: number; readonly output: number }
  },
  null
> = ({ writer, clock }, { run, question, recordId, understood, tokens }) => {
  const { answer } = understood
  writer.transaction(() => {
    const values = {
      run,
      answer,
      answer_key: answer === null ? null : foldText(answer),
      confidence: answer === null ? null : understood.confidence,
      facts: JSON.stringify(answer === null ? [] : understood.facts),
      why: answer === null ? understood.why : null,
      answered_at: clock.now(),
    }
    writer.run(
      query
        .insertInto('answers')
        .values({ question, record_id: recordId, ...values })
        .onConflict((on) => on.columns(['question', 'record_id']).doUpdateSet(values)),
    )
    writer.run(
      query
        .updateTable('question_runs')
        .set((eb) => ({
          input_tokens: eb('input_tokens', '+', tokens.input),
          output_tokens: eb('output_tokens', '+', tokens.output),
        }))
        .where('number', '=', run),
    )
    raiseVersions(writer, new Set(['answers']))
  })
  return null
}

/** Ends a job that waits or runs. */
export const endQuestionRun: Operation<
  { readonly runId: string; readonly state: Exclude<RunState, 'waiting'>; readonly reason: string | null },
  null
> = ({ writer, clock }, { runId, state, reason }) => {
  writer.transaction(() => {
    const changed = writer.run(
      query
        .updateTable('question_runs')
        .set({ state, reason, finished_at: clock.now() })
        .where('id', '=', runId)
        .where('state', '=', 'waiting'),
    )
    if (changed !== 1) return
    const actor = { userId: null, name: 'Muster', surface: 'system', session: null } as const
    appendLog(writer, {
      at: clock.now(),
      actor,
      action: `question_${state}`,
      subject: runId,
      detail: { reason },
    })
  })
  return null
}

/** Lets a job that failed or was cancelled go on where it ended: it was confirmed, and its cap stays. */
export const restartQuestionRun: Operation<{ readonly runId: string }, boolean> = ({ writer }, { runId }) =>
  writer.run(
    query
      .updateTable('question_runs')
      .set({ state: 'waiting', reason: null, finished_at: null })
      .where('id', '=', runId)
      .where('state', 'in', ['failed', 'cancelled']),
  ) === 1
