import { useState } from 'preact/hooks'
import type { DraftExport, ExportFormats, Perimeter, Proposal } from '#http/api.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { RequestCard } from '../proposals/draft-card.tsx'
import type { PickedSegment } from '../segments/segment-picker.tsx'
import { Loading } from '../shell/loading.tsx'
import { chosenColumns, ColumnChoice } from './column-choice.tsx'
import { FormatChoice } from './format-choice.tsx'
import { Rest } from './rest.tsx'
import { Suppressions } from './suppressions.tsx'

interface Props {
  /** Id of a segment or audience. */
  readonly of: string
  /** Of whom it is; customers where nothing is said. */
  readonly entity?: Perimeter['entity']
  /** The channel of an audience; a segment goes to any, as an audience that is made in the same step. */
  readonly audienceOn?: Perimeter['channel']
  onDecided(proposal: Proposal): void
}

type Options = Readonly<Record<string, boolean>>

/**
 * Asks for the format and its options, then shows what the file would hold and whom it leaves out; once that is
 * confirmed, how far the file is and where to find it.
 */
export function ExportForm({ of, entity = 'customer', audienceOn, onDecided }: Props) {
  const { data, error } = useLoad<ExportFormats>(`/api/exports/formats?entity=${entity}`)
  const [chosen, choose] = useState('')
  const [options, setOptions] = useState<Options>({})
  const [without, leaveOut] = useState<readonly string[]>([])
  const [less, setLess] = useState<readonly PickedSegment[]>([])
  const [restDays, setRestDays] = useState<number>()
  const [request, setRequest] = useState<DraftExport>()
  const [confirmed, setConfirmed] = useState(false)

  if (error !== undefined) return <ProblemCard title={error.message} next={error.detail.next} />
  if (data === undefined) return <Loading />
  const format = data.formats.find(({ id }) => id === chosen) ?? data.formats[0]
  if (format === undefined) return <p>No format can be exported.</p>
  if (request !== undefined) {
    return (
      <>
        <RequestCard
          path="/api/exports/draft"
          request={request}
          onDecided={(proposal) => {
            if (proposal.state === 'confirmed') setConfirmed(true)
            else onDecided(proposal)
          }}
        />
        {confirmed ? null : (
          <button type="button" class="quiet" onClick={() => setRequest(undefined)}>
            ← Another format or options
          </button>
        )}
      </>
    )
  }
  const suppresses = audienceOn === undefined && format.channel !== null
  return (
    <form
      class="export-form"
      onSubmit={(event) => {
        event.preventDefault()
        setRequest({
          of,
          format: format.id,
          options: {
            ...Object.fromEntries(format.options.map(({ name }) => [name, options[name] ?? false])),
            ...chosenColumns(format.columns, without, options['contact'] ?? false),
          },
          less: suppresses ? less.map(({ id }) => id) : [],
          ...(suppresses && { restDays }),
        })
      }}
    >
      <FormatChoice
        formats={data.formats}
        chosen={format}
        audienceOn={audienceOn}
        onChoose={({ id }) => choose(id)}
      />
      {format.options.length === 0 ? null : (
        <fieldset class="choices">
          <legend>Options</legend>
          {format.options.map(({ name, label, help }) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={options[name] ?? false}
                onChange={(event) => setOptions({ ...options, [name]: event.currentTarget.checked })}
              />
              <span>
                <span class="choice-name">{label}</span> <small class="muted">{help}</small>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {format.columns === null ? null : (
        <ColumnChoice
          {...format.columns}
          entity={entity}
          withContact={options['contact'] ?? false}
          without={without}
          onChange={leaveOut}
        />
      )}
      {suppresses ? (
        <Suppressions of={of} less={less} onChange={setLess}>
          <Rest goes={format.goes} days={restDays} onChange={setRestDays} />
        </Suppressions>
      ) : null}
      <div class="actions">
        <button type="submit" class="primary">
          Check it
        </button>
        <span class="muted">Counts every row first. Nothing is written before you confirm.</span>
      </div>
    </form>
  )
}
