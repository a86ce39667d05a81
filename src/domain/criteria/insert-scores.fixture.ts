import type { Writer } from '#db/run.ts'
import { foldText } from '#kernel/text.ts'
import { ENTITIES } from '../entities/entity.ts'
import type { Company } from './company.fixture.ts'
import { insertRow } from './insert-row.fixture.ts'

/** ICPs and personas without a parameter, questions, and the scores and answers as the records have them. */
export function insertScores(
  writer: Writer,
  { profiles = [], questions = [], customers, companies = [], people = [], now }: Company,
): void {
  for (const { id, number, kind, entity, name, code, icp, live } of profiles) {
    insertRow(writer, 'profiles', {
      number,
      id,
      kind,
      icp_id: profiles.find((one) => one.number === icp?.number)?.id ?? null,
      entity,
      code,
      name,
      name_key: foldText(name),
      goal: '',
      status: live ? 'live' : 'draft',
      parameters: '[]',
      version: 1,
      created_at: now,
      updated_at: now,
      deleted_at: null,
    })
  }
  for (const { id, number, entity, text, answers } of questions) {
    insertRow(writer, 'questions', {
      number,
      id,
      profile_id: '',
      entity,
      text,
      text_key: foldText(text),
      answer: answers.kind,
      options: JSON.stringify(answers.kind === 'choice' ? answers.options : []),
      created_at: now,
      deleted_at: null,
    })
  }
  const records = { customer: customers, company: companies, person: people } as const
  for (const entity of ENTITIES) {
    for (const { id, score, answers } of records[entity]) {
      for (const [question, { answer, confidence }] of answers) {
        insertRow(writer, 'answers', {
          question: questions.find((one) => one.id === question)?.number ?? 0,
          record_id: id,
          run: 0,
          answer,
          answer_key: foldText(answer),
          confidence,
          facts: '[]',
          why: null,
          answered_at: now,
        })
      }
      if (score === null) continue
      const { icp, icpScore, persona } = score
      insertRow(writer, 'scores', {
        entity,
        record_id: id,
        icp,
        icp_score: icpScore,
        persona: persona?.number ?? null,
        persona_score: persona?.score ?? null,
      })
    }
  }
}
