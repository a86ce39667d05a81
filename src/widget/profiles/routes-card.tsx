import { useState } from 'preact/hooks'
import type { DraftRequest, Routing } from '#http/api.ts'
import { ago, dateTime, number, subjectOf } from '../api/format.ts'
import { useDecided } from '../api/use-decided.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { DraftCard } from '../proposals/draft-card.tsx'
import { Dialog } from '../shell/dialog.tsx'
import { Loading } from '../shell/loading.tsx'
import { recordPath } from './words.ts'

/** Deliveries that are listed, the newest. */
const LATEST = 10

interface Asked {
  readonly title: string
  readonly change: DraftRequest['change']
}

/** To whom companies and people are handed on by which rule, what became of it, and sending again what did not arrive. */
export function RoutesCard() {
  const { data, error, reload } = useLoad<Routing>(`/api/routing?limit=${LATEST}`)
  const [asked, setAsked] = useState<Asked>()
  useDecided(reload)
  return (
    <section class="card wide" aria-labelledby="routes-title">
      <h2 id="routes-title">Handed on by rules</h2>
      {error !== undefined ? (
        <ProblemCard title={error.message} next={error.detail.next} />
      ) : data === undefined ? (
        <Loading />
      ) : data.rules.length === 0 ? (
        <p class="muted">
          No rules yet. Say in the chat, for example: “Route inbound leads above 80 to Anna”. Whoever first
          satisfies a rule is handed on once.
        </p>
      ) : (
        <>
          <Rules rules={data.rules} onAsk={setAsked} />
          <Deliveries deliveries={data.deliveries} />
        </>
      )}
      {asked === undefined ? null : (
        <Dialog title={asked.title} onClose={() => setAsked(undefined)}>
          <DraftCard
            change={asked.change}
            onDecided={() => {
              setAsked(undefined)
              reload()
            }}
          />
        </Dialog>
      )}
    </section>
  )
}

function Rules({ rules, onAsk }: Pick<Routing, 'rules'> & { onAsk(asked: Asked): void }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Rule</th>
          <th scope="col">Whom</th>
          <th scope="col">To</th>
          <th scope="col">Handed on</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rules.map(({ id, name, entity, words, to, tally, undelivered }) => (
          <tr key={id}>
            <th scope="row" dir="auto">
              {name}
            </th>
            <td dir="auto">
              {subjectOf(entity)} {words}
            </td>
            <td dir="auto">{to.type === 'owner' ? to.owner : to.url}</td>
            <td>{tallyWords(tally)}</td>
            <td class="actions">
              {undelivered === 0 ? null : (
                <button
                  type="button"
                  onClick={() =>
                    onAsk({
                      title: 'Send again what did not arrive',
                      change: { kind: 'resend_deliveries', ruleId: id, undelivered },
                    })
                  }
                >
                  Send {number(undelivered)} again…
                </button>
              )}
              <button
                type="button"
                class="quiet"
                onClick={() =>
                  onAsk({ title: `Delete “${name}”`, change: { kind: 'delete_routing_rule', ruleId: id } })
                }
              >
                Delete…
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type State = Routing['deliveries'][number]['state']

const STATES = {
  done: 'arrived',
  waiting: 'waiting',
  sending: 'being sent',
  failed: 'failed',
  cancelled: 'cancelled',
} as const satisfies Record<State, string>

const ORDER: readonly State[] = ['done', 'waiting', 'sending', 'failed', 'cancelled']

function tallyWords(tally: Routing['rules'][number]['tally']): string {
  const said = ORDER.flatMap((state) => {
    const count = tally[state] ?? 0
    return count === 0 ? [] : [`${number(count)} ${STATES[state]}`]
  })
  return said.length === 0 ? 'nobody yet' : said.join(', ')
}

function Deliveries({ deliveries }: Pick<Routing, 'deliveries'>) {
  if (deliveries.length === 0) return null
  return (
    <>
      <h3>The newest</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Rule</th>
            <th scope="col">What came of it</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map(({ id, entity, record, rule, state, attempts, reason, createdAt, nextAt }) => (
            <tr key={id}>
              <td dir="auto">
                {record === null ? 'not there any more' : <a href={recordPath(entity, record)}>{record}</a>}
              </td>
              <td dir="auto">{rule}</td>
              <td dir="auto">
                {STATES[state]}
                {attempts > 1 ? ` after ${number(attempts)} attempts` : ''}
                {reason === null ? '' : `: ${reason}`}
                {nextAt === null || attempts === 0 ? '' : `, tried again ${dateTime(nextAt)}`}
              </td>
              <td>{ago(createdAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
