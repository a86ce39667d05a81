import { InputError } from '#kernel/errors.ts'
import type { CsvFile } from '../csv/header.ts'
import { type FilePlan, type ImportFormat, isMismatch, type PlanOptions } from '../formats/define.ts'
import { importFormats } from '../formats/index.ts'

export interface PlannedFile {
  readonly file: CsvFile
  readonly plan: FilePlan
}

export interface ChosenFormat {
  readonly format: ImportFormat
  readonly files: readonly PlannedFile[]
}

/** Finds the format that can read all of the files, or tells why each of them can't. */
export function chooseFormat(
  files: readonly CsvFile[],
  wanted: string | undefined,
  options: PlanOptions,
): ChosenFormat {
  const candidates = wanted === undefined ? importFormats : [namedFormat(wanted)]
  const usable = candidates.filter(({ fields }) =>
    Object.keys(options.map).every((field) => fields.includes(field)),
  )
  if (usable.length === 0) throw unknownField(candidates, options)
  const mismatches: string[] = []
  for (const format of usable) {
    const chosen = planFiles(format, files, options)
    if (!Array.isArray(chosen)) return chosen
    mismatches.push(...chosen)
  }
  const headers = files.map((file) => `${file.name} has ${file.header.join(', ')}`)
  throw new InputError(`These files can't be read: ${mismatches.join('; ')}`, {
    next: `Rename the columns, or say which is which with map (field=Column). ${headers.join('. ')}.`,
    choices: files.flatMap(({ header }) => header),
  })
}

/** The plans, or the reasons why there are none. */
function planFiles(
  format: ImportFormat,
  files: readonly CsvFile[],
  options: PlanOptions,
): ChosenFormat | string[] {
  const planned: PlannedFile[] = []
  const mismatches: string[] = []
  for (const file of files) {
    const plan = format.plan(file, options)
    if (isMismatch(plan)) mismatches.push(`as ${format.name}, ${file.name} does not fit: ${plan.mismatch}`)
    else planned.push({ file, plan })
  }
  return mismatches.length > 0 ? mismatches : { format, files: planned }
}

function namedFormat(name: string): ImportFormat {
  const format = importFormats.find((known) => known.name === name)
  if (format !== undefined) return format
  const names = importFormats.map((known) => known.name)
  throw new InputError(`There is no import format ${name}`, {
    next: `Use ${names.join(' or ')}, or leave the format out.`,
    path: ['format'],
    choices: names,
  })
}

function unknownField(formats: readonly ImportFormat[], { map }: PlanOptions): InputError {
  const fields = [...new Set(formats.flatMap((format) => format.fields))]
  const [unknown] = Object.keys(map).filter((field) => !fields.includes(field))
  return new InputError(
    unknown === undefined
      ? `No format has all of the fields ${Object.keys(map).join(', ')}`
      : `There is no field ${unknown} to map a column to`,
    { next: `Map any of ${fields.join(', ')}.`, path: ['map'], choices: fields },
  )
}
