import type { ImportPlan } from '#http/api.ts'
import { countOf } from '#kernel/text.ts'
import { number } from '../api/format.ts'
import { PlanNote } from './plan-note.tsx'

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
  const exact = file.rowsAbout === file.lookedAt
  const read = file.columns.filter(({ field }) => field !== null).length
  return (
    <section class="card planned" aria-label={file.file}>
      <p>
        <strong dir="auto">{file.file}</strong>{' '}
        <span class="muted">
          {exact ? '' : 'about '}
          {countOf(file.rowsAbout, 'row')}, {file.encoding}
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
      {file.problems.map((note) => (
        <PlanNote key={note.message} note={note} />
      ))}
      {file.rejects.map(({ reason, rows, line }) => (
        <p key={reason} class="warning" role="note">
          {number(rows)} of {exact ? 'its' : 'the first'} {countOf(file.lookedAt, 'row')} would be rejected:{' '}
          {reason} (line {number(line)}).
        </p>
      ))}
      {file.columns.length === 0 ? null : (
        <details open>
          <summary>
            {number(read)} of {countOf(file.columns.length, 'column')} {read === 1 ? 'is' : 'are'} read
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
