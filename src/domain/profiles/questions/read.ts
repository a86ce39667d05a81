import { z } from 'zod'
import { query, type Reader } from '#db/run.ts'
import type { QuestionRow, RunRow } from '#db/schema.ts'
import { toIso } from '#kernel/clock.ts'
import { NotFoundError } from '#kernel/errors.ts'
import { foldText } from '#kernel/text.ts'
import type { Entity } from '../../entities/entity.ts'
import { costOf } from './estimate.ts'
import { type Answers, priceSchema, type Question, type QuestionRun, type RecordAnswer } from './schema.ts'

/** Reads of questions, of the jobs that ask them, and of what was answered. */
export interface Questions {
  /** Of one profile, the older ones first. */
  of(profileId: string): readonly Question[]
  /** By id, or by its words among those about the entity. Undefined for one that is not there any more. */
  find(idOrText: string, entity?: Entity): Question | undefined
  /** Throws NotFoundError. */
  get(id: string): Question
  /** The jobs of a question, the newest first. */
  runs(questionId: string): readonly QuestionRun[]
  /** Throws NotFoundError. */
  run(id: string): QuestionRun
  /** How often each answer was given, the most frequent first; null stands for unknown. */
  counts(questionId: string): readonly { readonly answer: string | null; readonly records: number }[]
  /** What was answered about one record. */
  answersOf(entity: Entity, recordId: number): readonly RecordAnswer[]
}

export function createQuestions(reader: Reader): Questions {
  const living = query.selectFrom('questions').selectAll().where('deleted_at', 'is', null)
  const find = (idOrText: string, entity?: Entity): Question | undefined => {
    const byId = reader.get(living.where('id', '=', idOrText))
    if (byId !== undefined) return questionOf(byId)
    const byText =
      entity === undefined
        ? undefined
        : reader.get(living.where('entity', '=', entity).where('text_key', '=', foldText(idOrText)))
    return byText && questionOf(byText)
  }
  const runRows = query
    .selectFrom('question_runs as r')
    .innerJoin('questions as q', 'q.number', 'r.question')
    .selectAll('r')
  return {
    of: (profileId) =>
      reader.all(living.where('profile_id', '=', profileId).orderBy('number')).map(questionOf),
    find,
    get(id) {
      const found = find(id)
      if (found !== undefined) return found
      throw new NotFoundError(`There is no question ${id}`, {
        next: 'Look at the profile that it belongs to.',
      })
    },
    runs: (questionId) =>
      reader
        .all(runRows.where('q.id', '=', questionId).orderBy('r.number', 'desc'))
        .map((row) => runOf(reader, row)),
    run(id) {
      const row = reader.get(runRows.where('r.id', '=', id))
      if (row !== undefined) return runOf(reader, row)
      throw new NotFoundError(`There is no job ${id}`, { next: 'Look at the question that it asks.' })
    },
    counts: (questionId) =>
      reader.all(
        query
          .selectFrom('answers as a')
          .innerJoin('questions as q', 'q.number', 'a.question')
          .select(['a.answer', (eb) => eb.fn.countAll<number>().as('records')])
          .where('q.id', '=', questionId)
          .groupBy('a.answer')
          .orderBy('records', 'desc'),
      ),
    answersOf: (entity, recordId) =>
      reader
        .all(
          query
            .selectFrom('answers as a')
            .innerJoin('questions as q', 'q.number', 'a.question')
            .innerJoin('question_runs as r', 'r.number', 'a.run')
            .select([
              'q.id',
              'q.text',
              'a.answer',
              'a.why',
              'a.confidence',
              'a.facts',
              'r.model',
              'a.answered_at',
            ])
            .where('q.entity', '=', entity)
            .where('q.deleted_at', 'is', null)
            .where('a.record_id', '=', recordId)
            .orderBy('q.number'),
        )
        .map((row) => ({
          questionId: row.id,
          question: row.text,
          answer: row.answer,
          why: row.why,
          confidence: row.confidence,
          facts: z.array(z.string()).parse(JSON.parse(row.facts)),
          model: row.model,
          answeredAt: toIso(row.answered_at),
        })),
  }
}

/** A question as its row keeps it. */
export const questionOf = (row: QuestionRow): Question => ({
  id: row.id,
  profileId: row.profile_id,
  entity: row.entity,
  text: row.text,
  answers: answersOfRow(row),
})

function answersOfRow({ answer, options }: QuestionRow): Answers {
  if (answer !== 'choice') return { kind: answer }
  return { kind: answer, options: z.array(z.string()).parse(JSON.parse(options)) }
}

function runOf(reader: Reader, row: RunRow): QuestionRun {
  const count = reader.get(
    query
      .selectFrom('answers')
      .select((eb) => [eb.fn.countAll<number>().as('asked'), eb.fn.count<number>('answer').as('known')])
      .where('run', '=', row.number),
  )
  const price = row.price === null ? null : priceSchema.parse(JSON.parse(row.price))
  return {
    id: row.id,
    state: row.state,
    reason: row.reason,
    model: row.model,
    confirmed: row.confirmed,
    asked: count?.asked ?? 0,
    unknown: (count?.asked ?? 0) - (count?.known ?? 0),
    tokens: row.input_tokens + row.output_tokens,
    mostTokens: row.most_tokens,
    cost: price && costOf({ input: row.input_tokens, output: row.output_tokens }, price),
    confirmedAt: toIso(row.confirmed_at),
  }
}
