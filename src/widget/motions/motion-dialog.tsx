import { useState } from 'preact/hooks'
import type { DraftMotion, Motions } from '#http/api.ts'
import { useLoad } from '../api/use-load.ts'
import { CHANNELS } from '../cards/perimeter.tsx'
import { ProblemCard } from '../cards/problem-card.tsx'
import type { Thresholds } from '../profiles/thresholds.ts'
import { RequestCard } from '../proposals/draft-card.tsx'
import { Dialog } from '../shell/dialog.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePlace } from '../shell/place.ts'

interface Props {
  readonly entity: DraftMotion['entity']
  /** As they stand on the page: what a motion begins with. */
  readonly thresholds: Thresholds
  onClose(): void
}

type Motion = Motions['motions'][number]
type Channel = DraftMotion['channel']

/** An audience by scores: which motion, with which numbers, on which channel; then the proposal as it is counted. */
export function MotionDialog({ entity, thresholds, onClose }: Props) {
  const { data, error } = useLoad<Motions>(`/api/motions?entity=${entity}`)
  const [request, setRequest] = useState<DraftMotion>()
  const { go } = usePlace()
  return (
    <Dialog title="Make an audience of scores" onClose={onClose}>
      {error === undefined ? null : <ProblemCard title={error.message} next={error.detail.next} />}
      {data === undefined && error === undefined ? <Loading /> : null}
      {data === undefined || request !== undefined ? null : (
        <MotionForm entity={entity} motions={data.motions} thresholds={thresholds} onDone={setRequest} />
      )}
      {request === undefined ? null : (
        <>
          <RequestCard
            path="/api/motions/draft"
            request={request}
            onDecided={({ state, outcome }) => {
              onClose()
              const made = outcome?.['audienceId']
              if (state === 'confirmed' && made !== undefined) go(`/audiences/${made}`)
            }}
          />
          <button type="button" class="quiet" onClick={() => setRequest(undefined)}>
            ← Other numbers
          </button>
        </>
      )}
    </Dialog>
  )
}

interface FormProps {
  readonly entity: DraftMotion['entity']
  readonly motions: readonly Motion[]
  readonly thresholds: Thresholds
  onDone(request: DraftMotion): void
}

function MotionForm({ entity, motions, thresholds, onDone }: FormProps) {
  const [id, setId] = useState(motions[0]?.id)
  const [numbers, setNumbers] = useState<DraftMotion['asked']>({
    minIcp: thresholds.icp,
    minPersona: thresholds.persona,
  })
  const [channel, setChannel] = useState<Channel>('email')
  const [typed, setTyped] = useState('')
  const motion = motions.find((each) => each.id === id)
  if (motion === undefined) return <p>There is no motion to choose.</p>
  const name = typed === '' ? motion.title : typed
  const numberOf = ({ name: input, offered }: Motion['inputs'][number]) => numbers[input] ?? offered
  const channels: readonly Channel[] =
    entity === 'person' ? ['email', 'sms', 'ads', 'sales'] : ['email', 'sms', 'ads']
  return (
    <form
      class="export-form"
      onSubmit={(event) => {
        event.preventDefault()
        const asked = Object.fromEntries(motion.inputs.map((input) => [input.name, numberOf(input)]))
        onDone({ motion: motion.id, entity, name: name.trim(), channel, asked })
      }}
    >
      <fieldset class="choices">
        <legend>Motion</legend>
        {motions.map((each) => (
          <label key={each.id}>
            <input type="radio" name="motion" checked={each.id === id} onChange={() => setId(each.id)} />
            <span>
              <span class="choice-name">{each.title}</span> <small class="muted">{each.about}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="thresholds">
        {motion.inputs.map((input) => (
          <label key={input.name} class="threshold">
            <span>{input.label}</span>
            <input
              type="number"
              required
              min={input.name.startsWith('min') ? 0 : 1}
              {...(input.name.startsWith('min') && { max: 100 })}
              value={numberOf(input)}
              onInput={({ currentTarget: { valueAsNumber } }) => {
                if (Number.isInteger(valueAsNumber)) setNumbers({ ...numbers, [input.name]: valueAsNumber })
              }}
            />
          </label>
        ))}
      </div>
      <label class="threshold">
        <span>Channel</span>
        <select
          value={channel}
          onChange={({ currentTarget: { value } }) =>
            setChannel(channels.find((each) => each === value) ?? 'email')
          }
        >
          {channels.map((each) => (
            <option key={each} value={each}>
              {CHANNELS[each]}
              {each === 'sales' ? ': a list to work through, no address needed' : ''}
            </option>
          ))}
        </select>
      </label>
      <label class="threshold">
        <span>Name</span>
        <input
          maxLength={100}
          placeholder={motion.title}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <div class="actions">
        <button type="submit" class="primary">
          Count it
        </button>
        <span class="muted">Nothing changes before you confirm.</span>
      </div>
    </form>
  )
}
