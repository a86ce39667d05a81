import { z } from 'zod'
import { InputError } from '#kernel/errors.ts'
import { type Entity, ENTITY_WORDS } from '../entities/entity.ts'
import { chosenColumns } from './chosen-columns.ts'
import type { OptionName } from './formats/define.ts'
import { exportFormat, type FormatId } from './formats/index.ts'

/** What is chosen about a file and confirmed with it. */
export const exportOptionsSchema = z.strictObject({
  /** E-mail, phone and names stand in the file. */
  contact: z.boolean(),
  /** Addresses and names stand in it as SHA-256. */
  hashed: z.boolean(),
  /** Cells that a spreadsheet would take for formulas are kept as they are: for machines alone. */
  formulas: z.boolean(),
  /** These columns alone; without it, all that the format has. */
  columns: z.array(z.string()).min(1).exactOptional(),
})
export type ExportOptions = z.infer<typeof exportOptionsSchema>

/** What people say of it: what is not said is off, and no column is left out. */
export const chosenOptionsSchema = z.strictObject({
  contact: z.boolean().exactOptional(),
  hashed: z.boolean().exactOptional(),
  formulas: z.boolean().exactOptional(),
  columns: z.array(z.string()).max(100).exactOptional(),
})
export type ChosenOptions = z.infer<typeof chosenOptionsSchema>

export const PLAIN: ExportOptions = { contact: false, hashed: false, formulas: false }

/** What options are called, and what whoever chooses them should know. */
export const OPTION_WORDS = {
  contact: { label: 'contact columns', help: 'E-mail address, phone and names of everybody in the file' },
  hashed: { label: 'hashed values', help: 'SHA-256 instead of readable addresses and names' },
  formulas: {
    label: 'formulas kept as they are',
    help: 'For machines alone: cells that begin with = would run in a spreadsheet',
  },
} as const satisfies Record<OptionName, { readonly label: string; readonly help: string }>

/** The options of a file in this format. Throws InputError for one, and for a column, that it doesn't have. */
export function optionsFor(
  id: FormatId,
  { columns, ...given }: ChosenOptions,
  entity: Entity,
): ExportOptions {
  const format = exportFormat(id)
  const { options, title } = format
  for (const name of ['contact', 'hashed', 'formulas'] as const) {
    if (given[name] !== true || options.includes(name)) continue
    throw new InputError(`A file for ${title} has no choice of ${OPTION_WORDS[name].label}`, {
      next: `Leave that out${options.length === 0 ? '' : `; it has: ${options.map((each) => OPTION_WORDS[each].label).join(', ')}`}.`,
      path: [name],
    })
  }
  const has = format.columns?.[entity]
  if (given.contact === true && has?.contact.length === 0) {
    throw new InputError(`A file of ${ENTITY_WORDS[entity].many} has no contact columns`, {
      next: 'Leave them out, or export the people there.',
      path: ['contact'],
    })
  }
  const switches = { ...PLAIN, ...given }
  if (columns === undefined) return switches
  return { ...switches, columns: chosenColumns({ title, columns: has }, columns, switches) }
}
