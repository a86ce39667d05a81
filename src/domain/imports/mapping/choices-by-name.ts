import { InputError } from '#kernel/errors.ts'
import { type CsvFile, readHeader } from '../csv/header.ts'
import { openText } from '../csv/text.ts'
import type { FileChoice } from '../plan/schema.ts'
import { headerKey } from './header-key.ts'

/** What people say of columns by their names, of all files at once. */
export interface NamedChoices {
  readonly format?: string | undefined
  /** Which column a field is in: `{ order_id: 'Order No' }`. */
  readonly map: Readonly<Record<string, string>>
  /** Columns that are left out. */
  readonly ignore: readonly string[]
}

/** The choices for each file. Throws InputError when a named column is in none of the files. */
export async function choicesByName(
  paths: readonly string[],
  { format, map, ignore }: NamedChoices,
): Promise<FileChoice[]> {
  const files = await Promise.all(paths.map(async (path) => readHeader(await openText(path))))
  const wishes: { column: string; field: string | null }[] = [
    ...Object.entries(map).map(([field, column]) => ({ column, field })),
    ...ignore.map((column) => ({ column, field: null })),
  ]
  for (const { column, field } of wishes) {
    if (files.some((file) => placesOf(file, column).length > 0)) continue
    const headers = files.flatMap(({ header }) => header)
    const purpose = field === null ? 'left out' : field
    throw new InputError(
      `${files.map(({ name }) => name).join(', ')} has no column ${column}, which is to be ${purpose}`,
      { next: `Name one of the columns it has: ${headers.join(', ')}.`, choices: headers },
    )
  }
  return files.map((file) => ({
    path: file.path,
    ...(format === undefined ? {} : { format }),
    columns: wishes.flatMap(({ column, field }) =>
      placesOf(file, column).map((at) => ({ at, column: file.header[at] ?? '', field })),
    ),
  }))
}

/** Where a name stands in a header: as it is written, else as it is compared. */
function placesOf({ header }: CsvFile, name: string): number[] {
  const places = (same: (column: string) => boolean) =>
    header.flatMap((column, at) => (same(column) ? [at] : []))
  const exact = places((column) => column === name.trim())
  return exact.length > 0 ? exact : places((column) => headerKey(column) === headerKey(name))
}
