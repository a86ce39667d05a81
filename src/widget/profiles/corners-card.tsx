import type { Corners } from '#http/api.ts'
import { members, number, share } from '../api/format.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { Loading } from '../shell/loading.tsx'
import type { Thresholds, ThresholdsAtHand } from './thresholds.ts'

export type Corner = 'both' | 'icp' | 'persona' | 'neither'

interface Props {
  /** Of everybody of an entity, or of whom a profile has. */
  readonly of: { readonly entity: 'person' | 'customer' } | { readonly profile: string }
  readonly thresholds: ThresholdsAtHand
  /** The corner whose records are listed, and how another one is chosen; without them corners are only counted. */
  readonly chosen?: Corner | undefined
  readonly onChoose?: ((corner: Corner) => void) | undefined
}

/** Two thresholds with how many reach them, and everybody in four corners. */
export function CornersCard({ of, thresholds, chosen, onChoose }: Props) {
  const { icp, persona } = thresholds.settled
  const asked = new URLSearchParams({ ...of, min_icp: String(icp), min_persona: String(persona) })
  const { data, error } = useLoad<Corners>(`/api/scores/corners?${asked}`)
  if (error !== undefined) return <ProblemCard title={error.message} next={error.detail.next} />
  if (data === undefined) return <Loading>Counting…</Loading>
  const right = rightWords(data)
  return (
    <>
      <div class="thresholds">
        <Threshold
          which="icp"
          label="ICP score at least"
          thresholds={thresholds}
          reached={`${members(data.icps.passing, data.icps.entity)} of ${number(data.icps.total)}`}
        />
        <Threshold
          which="persona"
          label="Persona score at least"
          thresholds={thresholds}
          reached={`${members(data.both + data.personaOnly, data.entity)} of ${number(data.total)}`}
        />
      </div>
      <table class="corners">
        <caption class="muted">
          {members(data.total, data.entity)} by both scores. Wrong means below the threshold, or no fit at
          all.
        </caption>
        <thead>
          <tr>
            <td />
            <th scope="col">Right {right.persona}</th>
            <th scope="col">Wrong {right.persona}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Right {right.icp}</th>
            <Cell corner="both" records={data.both} {...{ data, chosen, onChoose }} />
            <Cell corner="icp" records={data.icpOnly} {...{ data, chosen, onChoose }} />
          </tr>
          <tr>
            <th scope="row">Wrong {right.icp}</th>
            <Cell corner="persona" records={data.personaOnly} {...{ data, chosen, onChoose }} />
            <Cell corner="neither" records={data.neither} {...{ data, chosen, onChoose }} />
          </tr>
        </tbody>
      </table>
    </>
  )
}

const rightWords = ({ entity }: Corners) =>
  entity === 'person'
    ? { icp: 'company', persona: 'person' }
    : { icp: 'kind of customer', persona: 'persona' }

/** `Right company, wrong person` */
export function cornerWords(corner: Corner, entity: Corners['entity']): string {
  const words = entity === 'person' ? ['company', 'person'] : ['kind of customer', 'persona']
  const icp = corner === 'both' || corner === 'icp'
  const persona = corner === 'both' || corner === 'persona'
  return `${icp ? 'Right' : 'Wrong'} ${words[0]}, ${persona ? 'right' : 'wrong'} ${words[1]}`
}

interface CellProps extends Pick<Props, 'chosen' | 'onChoose'> {
  readonly corner: Corner
  readonly records: number
  readonly data: Corners
}

function Cell({ corner, records, data, chosen, onChoose }: CellProps) {
  const shade = data.total === 0 ? 0 : Math.ceil((5 * records) / data.total)
  const figures = (
    <>
      <strong>{number(records)}</strong> <span class="share">{share(records, data.total)}</span>
    </>
  )
  return (
    <td class={`heat-${shade}`}>
      {onChoose === undefined ? (
        figures
      ) : (
        <button type="button" aria-pressed={chosen === corner} onClick={() => onChoose(corner)}>
          <span class="hidden">{cornerWords(corner, data.entity)}: </span>
          {figures}
        </button>
      )}
    </td>
  )
}

interface ThresholdProps {
  readonly which: keyof Thresholds
  readonly label: string
  readonly thresholds: ThresholdsAtHand
  readonly reached: string
}

/** A slider, the number beside it, and how many reach it. */
function Threshold({ which, label, thresholds, reached }: ThresholdProps) {
  const value = thresholds.typed[which]
  const set = (text: string) => {
    if (text.trim() !== '' && !Number.isNaN(Number(text))) thresholds.set(which, Number(text))
  }
  return (
    <div class="threshold">
      <span>{label}</span>
      <input
        type="range"
        min="0"
        max="100"
        aria-label={`${label}, slider`}
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
      />
      <input
        type="number"
        min="0"
        max="100"
        aria-label={label}
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
      />
      <span class="muted" role="status">
        {reached}
      </span>
    </div>
  )
}
