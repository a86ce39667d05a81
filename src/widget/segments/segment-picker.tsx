import { useId, useState } from 'preact/hooks'
import type { SegmentList, SegmentView } from '#http/api.ts'
import { getJson, RequestError } from '../api/client.ts'
import { useLoad } from '../api/use-load.ts'
import { useSettled } from '../api/use-settled.ts'

export interface PickedSegment {
  readonly id: string
  readonly name: string
}

interface Props {
  readonly label: string
  /** Not offered: it is chosen already. */
  readonly without?: readonly string[]
  onPick(segment: PickedSegment): void
}

/** Finds one of all segments by typing; a name that is typed out, or chosen from the list, is picked. */
export function SegmentPicker({ label, without = [], onPick }: Props) {
  const [typed, setTyped] = useState('')
  const [failure, setFailure] = useState<RequestError>()
  const list = useId()
  const note = useId()
  const search = useSettled(typed)
  const { data } = useLoad<SegmentList>(`/api/segments?search=${encodeURIComponent(search)}`)
  const pick = async (name: string) => {
    if (name.trim() === '') return
    try {
      onPick(await getJson<SegmentView>(`/api/segments/${encodeURIComponent(name.trim())}`))
      setTyped('')
    } catch (error) {
      if (error instanceof RequestError) setFailure(error)
    }
  }
  return (
    <label class="picker">
      <span>{label}</span>
      <input
        type="search"
        list={list}
        placeholder="Name of a segment, then Enter"
        aria-invalid={failure !== undefined}
        aria-describedby={note}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          setFailure(undefined)
          // What is chosen from the list comes whole.
          const chosen = event instanceof InputEvent && event.inputType === 'insertReplacementText'
          if (chosen) void pick(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // It picks, and does not send the form around it.
          event.preventDefault()
          void pick(event.currentTarget.value)
        }}
      />
      <datalist id={list}>
        {data?.segments.map(({ id, name }) =>
          without.includes(id) ? null : <option key={id} value={name} />,
        )}
      </datalist>
      <small id={note} role="alert">
        {failure === undefined ? '' : `${failure.message}. ${failure.detail.next}`}
      </small>
    </label>
  )
}
