import { useEffect, useState } from 'preact/hooks'
import type { ProfileView, Proposal } from '#http/api.ts'
import type { AskQuestion, ProfileQuestions, QuestionView } from '#http/question-api.ts'
import { RequestError, sendJson } from '../api/client.ts'
import { number } from '../api/format.ts'
import { useDecided } from '../api/use-decided.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { Loading } from '../shell/loading.tsx'

/** So often a job that runs is looked at. */
const LOOK_MS = 2000

/** Questions that a model answers about each record: how far they are, what was answered, and a new one. */
export function QuestionsPanel({ profile }: { readonly profile: ProfileView }) {
  const path = `/api/questions/of/${encodeURIComponent(profile.id)}`
  const { data, error, reload } = useLoad<ProfileQuestions>(path)
  useDecided(reload)
  const runs = data?.questions.some(({ runs: [newest] }) => newest?.state === 'waiting') === true
  useEffect(() => {
    if (!runs) return
    const timer = setInterval(reload, LOOK_MS)
    return () => clearInterval(timer)
  }, [runs, reload])
  if (error !== undefined) return <ProblemCard heading title={error.message} next={error.detail.next} />
  if (data === undefined) return <Loading />
  return (
    <>
      {data.questions.map((question) => (
        <Asked key={question.id} question={question} reload={reload} />
      ))}
      {data.model === null ? (
        <p class="muted">
          Questions about each record are answered by a model, and none is set: set MUSTER_MODEL to
          openai/&lt;model&gt; or local/&lt;model&gt; and start Muster again.
        </p>
      ) : (
        <Ask path={path} model={data.model} />
      )}
    </>
  )
}

function Asked({ question, reload }: { readonly question: QuestionView; readonly reload: () => void }) {
  const [run] = question.runs
  const act = (what: 'cancel' | 'restart') => {
    if (run !== undefined) void sendJson('POST', `/api/questions/runs/${run.id}/${what}`, {}).finally(reload)
  }
  return (
    <section class="card">
      <h2 dir="auto">{question.text}</h2>
      {run === undefined ? null : (
        <>
          <p role="status">
            {number(run.asked)} of {number(run.confirmed)} asked by {run.model}, {number(run.unknown)}{' '}
            unknown; {number(run.tokens)} of {number(run.mostTokens)} tokens
            {run.cost === null ? '' : `, $${run.cost.toFixed(2)}`}
          </p>
          {run.state === 'waiting' ? <progress value={run.asked} max={run.confirmed} /> : null}
          {run.reason === null ? null : <p class="muted">{run.reason}</p>}
          <div class="actions">
            {run.state === 'waiting' ? (
              <button type="button" onClick={() => act('cancel')}>
                Stop
              </button>
            ) : null}
            {run.state === 'failed' || run.state === 'cancelled' ? (
              <button type="button" onClick={() => act('restart')}>
                Go on
              </button>
            ) : null}
          </div>
        </>
      )}
      <ul>
        {question.counts.map(({ answer, records }) => (
          <li key={answer ?? ''}>
            <span dir="auto">{answer ?? 'Unknown'}</span>: {number(records)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A proposal is drafted, whose page shows the cost and the cap. */
function Ask({ path, model }: { readonly path: string; readonly model: string }) {
  const [text, setText] = useState('')
  const [options, setOptions] = useState('')
  const [problem, setProblem] = useState<RequestError>()
  const send = () => {
    const choices = options
      .split(',')
      .map((option) => option.trim())
      .filter((option) => option !== '')
    const body: AskQuestion = {
      text,
      answers: choices.length === 0 ? { kind: 'text' } : { kind: 'choice', options: choices },
    }
    sendJson<Proposal>('POST', `${path}/draft`, body).then(
      ({ id }) => location.assign(`/proposals/${id}`),
      (error: unknown) => {
        if (error instanceof RequestError) setProblem(error)
      },
    )
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <label>
        Question about each record
        <input value={text} required minLength={5} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <label>
        Answers to choose from, between commas; none for a short text
        <input value={options} onInput={(event) => setOptions(event.currentTarget.value)} />
      </label>
      {problem === undefined ? null : <ProblemCard title={problem.message} next={problem.detail.next} />}
      <button type="submit">Propose, answered by {model}</button>
    </form>
  )
}
