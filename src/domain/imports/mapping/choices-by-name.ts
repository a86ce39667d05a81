import { InputError } from '#kernel/errors.ts'
import { type CsvFile, readHeader } from '../csv/header.ts'
import { openText } from '../csv/text.ts'
import { isMismatch } from '../formats/define.ts'
import { importFormats } from '../formats/index.ts'
import type { FileChoice } from '../plan/schema.ts'
import { headerKey } from './header-key.ts'

/** What people say of columns by their names, of all files at once. */
export interface NamedChoices {
  readonly format?: string | undefined
  /** Which column a field is in: `{ order_id: 'Order No' }`. */
  readonly map?: Readonly<Record<string, string>>
  /** The same in words, either way round: `Order No=order_id`. */
  readonly pairs?: readonly string[]
  /** Columns that are left out. */
  readonly ignore?: readonly string[]
}

interface Wish {
  readonly column: string
  readonly field: string | null
}

/** The choices for each file. Throws InputError when a named column is in none of the files. */
export async function choicesByName(
  paths: readonly string[],
  { format, map = {}, pairs = [], ignore = [] }: NamedChoices,
): Promise<FileChoice[]> {
  const files = await Promise.all(paths.map(async (path) => readHeader(await openText(path))))
  const wishes: Wish[] = [
    ...Object.entries(map).map(([field, column]) => ({ column, field })),
    ...pairs.map((pair) => readPair(pair, files)),
    ...ignore.map((column) => ({ column, field: null })),
  ]
  for (const { column, field } of wishes) {
    if (files.some((file) => placesOf(file, column).length > 0)) continue
    const headers = files.flatMap(({ header }) => header)
    throw new InputError(
      `${files.map(({ name }) => name).join(', ')} has no column ${column}, which is to be ${field ?? 'left out'}`,
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

/** Reads `Column=field` or `field=Column`: what is a field, and what a column, tells which. */
function readPair(pair: string, files: readonly CsvFile[]): Wish {
  const fields = new Set(
    importFormats.flatMap((format) =>
      files.flatMap((file) => {
        const shape = format.shape(file)
        return isMismatch(shape) ? [] : Object.keys(shape.fields)
      }),
    ),
  )
  const isColumn = ({ column }: Wish) => files.some((file) => placesOf(file, column).length > 0)
  const readings = [...pair.matchAll(/=/g)].flatMap(({ index }): Wish[] => {
    const [left, right] = [pair.slice(0, index).trim(), pair.slice(index + 1).trim()]
    return [
      ...(fields.has(right) ? [{ column: left, field: right }] : []),
      ...(fields.has(left) ? [{ column: right, field: left }] : []),
    ]
  })
  const [first, ...others] = readings.some(isColumn) ? readings.filter(isColumn) : readings
  if (
    first !== undefined &&
    others.every(({ column, field }) => column === first.column && field === first.field)
  ) {
    return first
  }
  throw new InputError(
    first === undefined
      ? `--map ${pair} is not understood: it names no field`
      : `--map ${pair} can be read in two ways: both are columns, and both are fields`,
    {
      next: 'Write it as Column=field, for example --map "Buyer no=customer_id"; muster import --plan shows the fields of a file.',
      choices: [...fields],
    },
  )
}

/** Where a name stands in a header: as it is written, else as it is compared. */
function placesOf({ header }: CsvFile, name: string): number[] {
  const places = (same: (column: string) => boolean) =>
    header.flatMap((column, at) => (same(column) ? [at] : []))
  const exact = places((column) => column === name.trim())
  return exact.length > 0 ? exact : places((column) => headerKey(column) === headerKey(name))
}
