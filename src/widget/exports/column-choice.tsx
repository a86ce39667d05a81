import type { ExportFormats, Perimeter } from '#http/api.ts'

type Columns = ExportFormats['formats'][number]['columns']

interface Props extends NonNullable<Columns> {
  readonly entity: Perimeter['entity']
  /** Contact columns were chosen: without that, none of them can be. */
  readonly withContact: boolean
  /** Those that are left out. */
  readonly without: readonly string[]
  onChange(without: readonly string[]): void
}

/** Which columns a file has: all of them, until some are unticked. */
export function ColumnChoice({ entity, plain, contact, withContact, without, onChange }: Props) {
  const offered = withContact ? [...plain, ...contact] : plain
  const left = offered.filter((name) => !without.includes(name)).length
  const group = (title: string, names: readonly string[], disabled: boolean) => (
    <fieldset class="choices columns" disabled={disabled}>
      <legend>{title}</legend>
      {names.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={!disabled && !without.includes(name)}
            onChange={({ currentTarget: { checked } }) =>
              onChange(checked ? without.filter((each) => each !== name) : [...without, name])
            }
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  )
  return (
    <details class="column-choice">
      <summary>
        Columns: {left === offered.length ? 'all' : left} of {offered.length}
      </summary>
      {group(`About the ${entity}`, plain, false)}
      {contact.length === 0
        ? null
        : group(
            withContact ? 'Contact columns' : 'Contact columns: only with that option',
            contact,
            !withContact,
          )}
    </details>
  )
}

/** The part of a request that names columns; none where the file has all that can be in it. */
export function chosenColumns(
  columns: Columns,
  without: readonly string[],
  withContact: boolean,
): { readonly columns?: string[] } {
  if (columns === null) return {}
  const offered = withContact ? [...columns.plain, ...columns.contact] : columns.plain
  const chosen = offered.filter((name) => !without.includes(name))
  return chosen.length === offered.length ? {} : { columns: chosen }
}
