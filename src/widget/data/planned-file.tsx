import type { ImportPlan } from '#http/api.ts'
import { number } from '../api/format.ts'

type File = ImportPlan['files'][number]

interface Props {
  readonly file: File
  readonly disabled: boolean
  onRemove(): void
  onFormat(format: string): void
  onColumn(column: { readonly at: number; readonly column: string; readonly field: string | null }): void
}

/** How one file would be read: its format, what each column becomes, its first rows, what stands in the way. */
export function PlannedFile({ file, disabled, onRemove, onFormat, onColumn }: Props) {
  const read = file.columns.filter(({ field }) => field !== null).length
  return (
    <section class="card planned" aria-label={file.file}>
      <p>
        <strong dir="auto">{file.file}</strong>{' '}
        <span class="muted">
          about {number(file.rowsAbout)} rows, {file.encoding}
          {file.source === null ? '' : `, ids of “${file.source}”`}
        </span>{' '}
        <button
          type="button"
          class="quiet"
          aria-label={`Leave out ${file.file}`}
          disabled={disabled}
          onClick={onRemove}
        >
          Leave out
        </button>
      </p>
      {file.format === null ? null : (
        <label>
          Format{' '}
          <select
            value={file.format.name}
            disabled={disabled}
            onChange={(event) => onFormat(event.currentTarget.value)}
          >
            {[file.format, ...file.alternatives].map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      {file.problems.map(({ severity, message, next }) => (
        <p
          key={message}
          class={severity === 'error' ? 'warning' : 'muted'}
          role={severity === 'error' ? 'alert' : 'note'}
        >
          {message}. {next}
        </p>
      ))}
      {file.rejects.map(({ reason, rows, line }) => (
        <p key={reason} class="warning" role="note">
          Of the first {number(file.lookedAt)} rows {number(rows)} would be rejected: {reason} (line {line})
        </p>
      ))}
      {file.columns.length === 0 ? null : (
        <details open>
          <summary>
            {number(read)} of {number(file.columns.length)} columns are read
          </summary>
          <div class="columns" tabIndex={0} role="region" aria-label={`Columns of ${file.file}`}>
            <table>
              <thead>
                <tr>
                  <th scope="col">Column</th>
                  <th scope="col">Is read as</th>
                  <th scope="col">First rows</th>
                </tr>
              </thead>
              <tbody>
                {file.columns.map(({ at, column, field }, place) => (
                  <tr key={at}>
                    <td dir="auto">{column === '' ? `(column ${at + 1})` : column}</td>
                    <td>
                      <select
                        aria-label={`${column} is read as`}
                        value={field ?? ''}
                        disabled={disabled}
                        onChange={(event) =>
                          onColumn({ at, column, field: event.currentTarget.value || null })
                        }
                      >
                        <option value="">not read</option>
                        {file.fields.map(({ name, words, required }) => (
                          <option key={name} value={name}>
                            {words}
                            {required ? ' (needed)' : ''}
                          </option>
                        ))}
                      </select>
                    </td>
                    <td class="muted" dir="auto">
                      {file.sample
                        .slice(0, 3)
                        .flatMap(({ cells }) => cells[place] || [])
                        .join(' · ')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </section>
  )
}
