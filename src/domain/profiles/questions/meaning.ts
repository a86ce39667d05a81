import { query, type Reader } from '#db/run.ts'
import { NotFoundError } from '#kernel/errors.ts'
import type { QuestionMeaning } from '../../conditions/define.ts'
import { questionOf } from './read.ts'

/** What the question with this id is. Throws NotFoundError when it is not there (any more). */
export function questionMeaning(reader: Reader, id: string): QuestionMeaning {
  const found = reader.get(rows.where('id', '=', id))
  if (found !== undefined) return meaningOf(found, reader)
  throw new NotFoundError(`There is no question ${id}`, {
    next: 'Restore it with undo, or take the condition that asks for its answers out.',
  })
}

/** Questions that are asked, the older ones first. */
export const questionMeanings = (reader: Reader): readonly QuestionMeaning[] =>
  reader.all(rows.orderBy('number')).map((row) => meaningOf(row, reader))

const rows = query.selectFrom('questions').selectAll().where('deleted_at', 'is', null)

type Row = Parameters<typeof questionOf>[0]

const meaningOf = (row: Row, reader: Reader): QuestionMeaning => {
  const { id, entity, text, answers } = questionOf(row)
  const answered = reader.get(
    query
      .selectFrom('answers')
      .select('question')
      .where('question', '=', row.number)
      .where('answer', 'is not', null)
      .limit(1),
  )
  return { id, number: row.number, entity, text, answers, answered: answered !== undefined }
}
