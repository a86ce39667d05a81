import type { ExportFormats, Perimeter } from '#http/api.ts'
import { number } from '../api/format.ts'
import { CHANNELS } from '../cards/perimeter.tsx'

type Format = ExportFormats['formats'][number]

interface Props {
  readonly formats: readonly Format[]
  readonly chosen: Format
  readonly audienceOn: Perimeter['channel'] | undefined
  onChoose(format: Format): void
}

/** Kinds of files, one to choose; those of other channels than an audience's can't be, and say why. */
export function FormatChoice({ formats, chosen, audienceOn, onChoose }: Props) {
  return (
    <fieldset class="choices">
      <legend>Format</legend>
      {formats.map((format) => {
        const { id, title, about, channel, leastRows } = format
        const refused =
          format.refused ??
          (audienceOn !== undefined && channel !== null && channel !== audienceOn
            ? `Takes audiences for ${CHANNELS[channel]}; this one is for ${CHANNELS[audienceOn]}`
            : null)
        return (
          <label key={id}>
            <input
              type="radio"
              name="format"
              checked={format === chosen}
              disabled={refused !== null}
              onChange={() => onChoose(format)}
            />
            <span>
              <span class="choice-name">{title}</span>{' '}
              <small class="muted">
                {refused ??
                  `${about}${channel === null ? '' : `. Only customers with consent (${CHANNELS[channel]})`}${leastRows === null ? '' : `, at least ${number(leastRows)}`}`}
              </small>
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
