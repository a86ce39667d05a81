import { z } from 'zod'
import { InputError } from '#kernel/errors.ts'
import { exportFormat, type FormatId } from './formats/index.ts'

/** What is chosen about a file and confirmed with it. */
export const exportOptionsSchema = z.strictObject({
  /** E-mail, phone and names stand in the file. */
  contact: z.boolean(),
  /** Addresses and names stand in it as SHA-256. */
  hashed: z.boolean(),
  /** Cells that a spreadsheet would take for formulas are kept as they are: for machines alone. */
  formulas: z.boolean(),
})
export type ExportOptions = z.infer<typeof exportOptionsSchema>

export const PLAIN: ExportOptions = { contact: false, hashed: false, formulas: false }

/** What options are called, and what whoever chooses them should know. */
export const OPTION_WORDS = {
  contact: { label: 'contact columns', help: 'E-mail address, phone and names of everybody in the file' },
  hashed: { label: 'hashed values', help: 'SHA-256 instead of readable addresses and names' },
  formulas: {
    label: 'formulas kept as they are',
    help: 'For machines alone: cells that begin with = would run in a spreadsheet',
  },
} as const satisfies Record<keyof ExportOptions, { readonly label: string; readonly help: string }>

/** The options of a file in this format. Throws InputError for one that it doesn't have. */
export function optionsFor(id: FormatId, given: Partial<ExportOptions>): ExportOptions {
  const { options, title } = exportFormat(id)
  for (const name of ['contact', 'hashed', 'formulas'] as const) {
    if (given[name] !== true || options.includes(name)) continue
    throw new InputError(`A file for ${title} has no choice of ${OPTION_WORDS[name].label}`, {
      next: `Leave that out${options.length === 0 ? '' : `; it has: ${options.map((each) => OPTION_WORDS[each].label).join(', ')}`}.`,
      path: [name],
    })
  }
  return { ...PLAIN, ...given }
}
