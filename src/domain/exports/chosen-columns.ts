import { InputError } from '#kernel/errors.ts'
import type { ColumnNames } from './formats/define.ts'

/**
 * The columns of a file, in the order of its format. Throws InputError for one that there is not, and where contact
 * data is named and was not chosen, or chosen and not named: what is confirmed says which of the two is meant.
 */
export function chosenColumns(
  { title, columns }: { readonly title: string; readonly columns: ColumnNames | undefined },
  wanted: readonly string[],
  { contact }: { readonly contact: boolean },
): string[] {
  const refuse = (message: string, next: string, choices: readonly string[]) =>
    new InputError(message, { next, choices, path: ['columns'] })
  if (columns === undefined) {
    const next = 'Leave the columns out of the request, or export as Standard CSV.'
    throw refuse(`A file for ${title} has the columns that are expected there`, next, [])
  }
  const all = [...columns.plain, ...columns.contact]
  const unknown = wanted.filter((name) => !all.includes(name))
  if (unknown.length > 0) {
    throw refuse(`${title} has no column “${unknown.join('”, “')}”`, 'Name columns that it has.', all)
  }
  const chosen = all.filter((name) => wanted.includes(name))
  if (chosen.length === 0) throw refuse('A file has at least one column', 'Name those that you need.', all)
  const personal = chosen.filter((name) => columns.contact.includes(name))
  if (!contact && personal.length > 0) {
    const next = 'Choose contact columns as well, or leave these out.'
    throw refuse(`Without contact columns, a file holds no ${personal.join(', ')}`, next, columns.plain)
  }
  if (contact && personal.length === 0) {
    const next = 'Name those that are wanted too, or choose no contact columns.'
    throw refuse('None of the contact columns is among the columns', next, columns.contact)
  }
  return chosen
}
