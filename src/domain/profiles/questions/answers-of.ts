import { query, type Reader } from '#db/run.ts'
import type { Entity } from '../../entities/entity.ts'

/** What a model answered about a record, and how sure it is, from 0 to 100. */
export interface AnswerRecord {
  readonly answer: string
  readonly confidence: number
}

/** The known answers about one record, by the ids of their questions. */
export const loadAnswers = (reader: Reader, entity: Entity, id: number): ReadonlyMap<string, AnswerRecord> =>
  new Map(
    reader
      .all(
        query
          .selectFrom('questions as q')
          .innerJoin('answers as a', 'a.question', 'q.number')
          .select(['q.id', 'a.answer', 'a.confidence'])
          .where('q.entity', '=', entity)
          .where('q.deleted_at', 'is', null)
          .where('a.record_id', '=', id),
      )
      .flatMap(({ id: question, answer, confidence }) =>
        answer === null ? [] : [[question, { answer, confidence: confidence ?? 0 }] as const],
      ),
  )
