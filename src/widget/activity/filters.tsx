import { usePlace, useQueryChange } from '../shell/place.ts'
import { DEEDS, KINDS } from './words.ts'

/** What is looked for in the log; it stands in the address. */
export function Filters() {
  const { query } = usePlace()
  const change = useQueryChange()
  const set = (name: string) => (event: Event & { readonly currentTarget: { readonly value: string } }) =>
    change({ [name]: event.currentTarget.value, before: undefined }, { replace: true })
  const value = (name: string) => query.get(name) ?? ''
  return (
    <div class="activity-filters" role="search" aria-label="Find in the log">
      <Choice name="kind" label="About" options={KINDS} value={value('kind')} onChange={set('kind')} />
      <Choice
        name="did"
        label="What became of it"
        options={DEEDS}
        value={value('did')}
        onChange={set('did')}
      />
      <label>
        <span>What</span>
        <input type="search" value={value('what')} onInput={set('what')} />
      </label>
      <label>
        <span>Who</span>
        <input type="search" value={value('who')} onInput={set('who')} />
      </label>
      <label>
        <span>From</span>
        <input type="date" value={value('since')} onChange={set('since')} />
      </label>
      <label>
        <span>Until</span>
        <input type="date" value={value('until')} onChange={set('until')} />
      </label>
    </div>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly options: Readonly<Record<string, string>>
  readonly value: string
  onChange(event: Event & { readonly currentTarget: HTMLSelectElement }): void
}

const Choice = ({ label, options, value, onChange }: ChoiceProps) => (
  <label>
    <span>{label}</span>
    <select value={value} onChange={onChange}>
      <option value="">Everything</option>
      {Object.entries(options).map(([id, words]) => (
        <option key={id} value={id}>
          {words}
        </option>
      ))}
    </select>
  </label>
)
