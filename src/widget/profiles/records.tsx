import { useEffect, useState } from 'preact/hooks'
import type { BestProfile, ScoredPage } from '#http/api.ts'
import { dateTime, members } from '../api/format.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { Loading } from '../shell/loading.tsx'
import { Pager } from '../shell/pager.tsx'
import { profilePath, recordPath } from './words.ts'

interface Props {
  /** Whose records: the query of /api/scores/records, without the page. */
  readonly asked: string
  readonly label: string
  /** What is said when there are none. */
  readonly none: string
}

/** Records with both scores, the highest first, a page at a time. */
export function ScoredRecords({ asked, label, none }: Props) {
  /** The cursors that led here; the first page has none. */
  const [cursors, setCursors] = useState<readonly string[]>([])
  useEffect(() => setCursors([]), [asked])
  const cursor = cursors.at(-1)
  const { data, error } = useLoad<ScoredPage>(
    `/api/scores/records?${asked}${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
  )
  if (error !== undefined) {
    return (
      <ProblemCard title={error.message} next={error.detail.next}>
        {cursors.length === 0 ? null : (
          <button type="button" onClick={() => setCursors([])}>
            To the first page
          </button>
        )}
      </ProblemCard>
    )
  }
  if (data === undefined) return <Loading />
  const { next } = data
  return (
    <section aria-label={label}>
      <p class="muted" role="status">
        {members(data.total, data.entity)}
        {data.asOf === null ? '' : `, scored as of ${dateTime(data.asOf)}`}
        {data.masked ? '. Names and addresses are shortened for viewers.' : ''}
      </p>
      {data.total === 0 ? <p>{none}</p> : <Table page={data} />}
      {data.total === 0 || (next === null && cursors.length === 0) ? null : (
        <Pager cursors={cursors} next={next} onTurn={setCursors} />
      )}
    </section>
  )
}

const NAMES = { customer: 'Customer', company: 'Company', person: 'Person' } as const satisfies Record<
  ScoredPage['entity'],
  string
>

function Table({ page: { entity, rows } }: { page: ScoredPage }) {
  return (
    <table class="wide scored">
      <thead>
        <tr>
          <th scope="col">{NAMES[entity]}</th>
          <th scope="col" class="figure">
            ICP score
          </th>
          {entity === 'company' ? null : (
            <th scope="col" class="figure">
              Persona score
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <a href={recordPath(entity, row.id)}>
                <strong dir="auto">{row.name || row.id}</strong>
              </a>
              <div class="muted segment-description">
                {[row.about, row.contact].filter(Boolean).join(' · ')}
              </div>
            </td>
            <Score best={row.icp} none="No ICP fit" />
            {entity === 'company' ? null : (
              <Score best={row.persona} none={row.icp === null ? '–' : 'No persona fit'} />
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Score = ({ best, none }: { best: BestProfile | null; none: string }) => (
  <td class="figure">
    {best === null ? (
      <span class="muted">{none}</span>
    ) : (
      <>
        <strong>{best.score}</strong>
        <small>
          <a href={profilePath(best.id)} title={best.name}>
            {best.code}
          </a>
        </small>
      </>
    )}
  </td>
)
