import type { AddressedChannel } from '../audiences/shown.ts'
import type { Entity } from '../entities/entity.ts'
import type { ColumnNames, OptionName } from './formats/define.ts'
import { exportFormat, formatId } from './formats/index.ts'
import { OPTION_WORDS } from './options.ts'
import { whyNot } from './takes.ts'

/** A kind of file and what can be chosen about it, as people see it before they ask for one. */
export interface ExportChoice {
  readonly id: string
  readonly title: string
  /** Behind “exported”: `to Meta`. */
  readonly goes: string
  readonly about: string
  /** What goes to a channel is an audience on it; null for analysis, where anything goes. */
  readonly channel: AddressedChannel | null
  /** Why it can't be; null for one that can. */
  readonly refused: string | null
  readonly options: readonly { readonly name: OptionName; readonly label: string; readonly help: string }[]
  /** Single columns can be chosen of these, `contact` only with the option of that name; null where they are fixed. */
  readonly columns: ColumnNames | null
  /** Fewer rows than this do not deliver there; null where any number does. */
  readonly leastRows: number | null
}

/** Every kind of file, of customers, companies or people. */
export const exportChoices = (entity: Entity): readonly ExportChoice[] =>
  [...formatId.values].map((id) => {
    const format = exportFormat(id)
    const { title, goes, about, channel, options, leastRows = null } = format
    const columns = format.columns?.[entity] ?? null
    const offered = options.filter((name) => name !== 'contact' || columns?.contact.length !== 0)
    const named = offered.map((name) => ({ name, ...OPTION_WORDS[name] }))
    const refused = whyNot(format, entity) ?? null
    return { id, title, goes, about, channel, refused, options: named, columns, leastRows }
  })
