import type { AudienceChannel } from '../audiences/shown.ts'
import type { ExportFormat, OptionName } from './formats/define.ts'
import { exportFormat, formatId } from './formats/index.ts'
import { OPTION_WORDS } from './options.ts'

/** A kind of file and what can be chosen about it, as people see it before they ask for one. */
export interface ExportChoice {
  readonly id: string
  readonly title: string
  /** Behind “exported”: `to Meta`. */
  readonly goes: string
  readonly about: string
  /** What goes to a channel is an audience on it; null for analysis, where anything goes. */
  readonly channel: AudienceChannel | null
  readonly options: readonly { readonly name: OptionName; readonly label: string; readonly help: string }[]
  /** Single columns can be chosen of these, `contact` only with the option of that name; null where they are fixed. */
  readonly columns: NonNullable<ExportFormat['columns']> | null
  /** Fewer rows than this do not deliver there; null where any number does. */
  readonly leastRows: number | null
}

/** Every kind of file that can be asked for. */
export const exportChoices = (): readonly ExportChoice[] =>
  [...formatId.values].map((id) => {
    const { title, goes, about, channel, options, columns = null, leastRows = null } = exportFormat(id)
    const named = options.map((name) => ({ name, ...OPTION_WORDS[name] }))
    return { id, title, goes, about, channel, options: named, columns, leastRows }
  })
