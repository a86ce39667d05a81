interface Props {
  /** Behind “exported”: `to Meta`. */
  readonly goes: string
  /** Undefined: nobody rests. */
  readonly days: number | undefined
  onChange(days: number | undefined): void
}

const USUAL = 30
const MOST = 3650

/** Leaves out whoever was exported there lately, for as many days as are chosen. */
export function Rest({ goes, days, onChange }: Props) {
  const off = days === undefined
  return (
    <div class="rest">
      <label>
        <input
          type="checkbox"
          checked={!off}
          onChange={(event) => onChange(event.currentTarget.checked ? USUAL : undefined)}
        />
        <span>Whoever was exported {goes} in the last</span>
      </label>
      <label>
        <input
          type="number"
          min={1}
          max={MOST}
          required
          disabled={off}
          value={days ?? USUAL}
          onInput={(event) => {
            const typed = event.currentTarget.valueAsNumber
            if (Number.isInteger(typed)) onChange(typed)
          }}
        />
        <span>days</span>
      </label>
    </div>
  )
}
