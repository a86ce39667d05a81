import { InputError } from '#kernel/errors.ts'
import type { AudienceSource } from '../audiences/definition.ts'
import type { Services } from '../services.ts'
import { audienceFor } from './audience-for.ts'
import { exportFormat, type FormatId } from './formats/index.ts'
import { type ChosenOptions, type ExportOptions, optionsFor } from './options.ts'
import type { ExportSubject, MadeAudience } from './subject.ts'

/** An export as people ask for it. */
export interface RequestedExport {
  /** An audience or segment, by id or name. */
  readonly of: string
  readonly format: FormatId
  readonly options: ChosenOptions
  /** Segments, by id or name, whose members are suppressed when a segment goes to a channel. */
  readonly less: readonly string[]
  /** Whoever was exported in this format in the last so many days is suppressed too. */
  readonly restDays?: number | undefined
}

/** The change that is asked for. Throws NotFoundError, and InputError for what this format or subject has no place for. */
export function exportChange(
  { segments, audiences, ids }: Pick<Services, 'segments' | 'audiences' | 'ids'>,
  { of, format, options: chosen, less, restDays }: RequestedExport,
): {
  readonly kind: 'export'
  readonly subject: ExportSubject
  readonly audience?: MadeAudience
  readonly format: FormatId
  readonly options: ExportOptions
} {
  const suppressed: readonly AudienceSource[] = [
    ...less.map((name) => ({ type: 'segment', segment: segments.get(name).id }) as const),
    ...(restDays === undefined ? [] : [rested(format, restDays)]),
  ]
  const ready = audiences.find(of)
  const options = optionsFor(format, chosen, ready?.entity ?? 'customer')
  if (ready === undefined) {
    const { channel } = exportFormat(format)
    const segment = segments.get(of)
    return {
      kind: 'export',
      ...audienceFor({ ids, audiences }, { segment, channel, less: suppressed }),
      format,
      options,
    }
  }
  if (suppressed.length > 0) {
    throw new InputError(`“${ready.name}” is an audience, which has suppressions of its own`, {
      next: 'Update the audience to leave somebody out, or export its segment.',
      path: ['less'],
    })
  }
  return { kind: 'export', subject: { kind: 'audience', id: ready.id }, format, options }
}

const rested = (format: FormatId, days: number): AudienceSource => ({
  type: 'criteria',
  criteria: { type: 'exported', to: format, within: { kind: 'last', n: days, unit: 'day' } },
})
