import type { RecordAnswers } from '#http/question-api.ts'
import { dateTime } from '../api/format.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'

/** What a model answered about one record: how sure it was, and the facts that it rests on. Nothing where it was asked nothing. */
export function AnswersCard({ entity, id }: { entity: string; id: string }) {
  const path = `/api/questions/answers/${entity}/${encodeURIComponent(id)}`
  const { data, error } = useLoad<RecordAnswers>(path)
  if (error !== undefined) return <ProblemCard title={error.message} next={error.detail.next} />
  if (data === undefined || data.answers.length === 0) return null
  return (
    <section class="card" aria-labelledby="answers-title">
      <h2 id="answers-title">Answers</h2>
      {data.answers.map(({ questionId, question, answer, why, confidence, facts, model, answeredAt }) => (
        <div key={questionId}>
          <h3 dir="auto">{question}</h3>
          {answer === null ? (
            <p>
              Unknown. <span class="muted">{why}</span>
            </p>
          ) : (
            <p>
              <strong dir="auto">{answer}</strong> <span class="muted">{confidence}% confidence</span>
            </p>
          )}
          {facts.length === 0 ? null : (
            <ul>
              {facts.map((fact) => (
                <li key={fact} dir="auto">
                  {fact.replaceAll(/[⟦⟧]/gu, '')}
                </li>
              ))}
            </ul>
          )}
          <p class="muted">
            By {model}, {dateTime(answeredAt)}
          </p>
        </div>
      ))}
    </section>
  )
}
