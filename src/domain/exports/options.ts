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

const WORDS = {
  contact: 'contact columns',
  hashed: 'hashed values',
  formulas: 'formulas kept as they are',
} as const satisfies Record<keyof ExportOptions, string>

/** The options of a file in this format. Throws InputError for one that it doesn't have. */
export function optionsFor(id: FormatId, given: Partial<ExportOptions>): ExportOptions {
  const { options, title } = exportFormat(id)
  for (const name of ['contact', 'hashed', 'formulas'] as const) {
    if (given[name] !== true || options.includes(name)) continue
    throw new InputError(`A file for ${title} has no choice of ${WORDS[name]}`, {
      next: `Leave that out${options.length === 0 ? '' : `; it has: ${options.map((each) => WORDS[each]).join(', ')}`}.`,
      path: [name],
    })
  }
  return { ...PLAIN, ...given }
}
