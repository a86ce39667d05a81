import { joinWords } from '#kernel/text.ts'
import type { CsvFile } from '../csv/header.ts'
import type { FileShape, FormatField } from '../formats/define.ts'
import type { FileChoice, PlanProblem } from '../plan/schema.ts'
import { headerKey } from './header-key.ts'

/** A column whose values become labels of a field, each with the column's name before it. */
export interface LabelColumn {
  readonly at: number
  readonly name: string
}

export interface MappedColumns {
  /** The place of each field's column in the file's rows. */
  readonly at: ReadonlyMap<string, number>
  readonly labels: ReadonlyMap<string, readonly LabelColumn[]>
  /** The places of columns of which people said what becomes of them. */
  readonly chosen: ReadonlySet<number>
  /** What the format can't do without, and no column is for. */
  readonly missing: readonly string[]
  readonly problems: readonly PlanProblem[]
}

type ColumnChoice = NonNullable<FileChoice['columns']>[number]

/**
 * Finds the column of each field: the one that people chose, else the first of the field's names that the header
 * has. What can't be done as they chose is a problem; nothing is mapped twice.
 */
export function mapColumns(
  file: CsvFile,
  { fields, anyOf = [] }: FileShape,
  choices: readonly ColumnChoice[],
): MappedColumns {
  const problems: PlanProblem[] = []
  const at = new Map<string, number>()
  const labels = new Map<string, LabelColumn[]>()
  const chosen = new Set<number>()
  for (const choice of choices) choose(choice)
  const byChoice = new Set(at.keys())

  const keys = file.header.map(headerKey)
  const used = new Set([...at.values(), ...chosen])
  for (const [name, { names }] of Object.entries(fields)) {
    if (at.has(name)) continue
    const key = names
      .map(headerKey)
      .find((synonym) => keys.some((k, place) => k === synonym && !used.has(place)))
    if (key === undefined) continue
    const [first = 0, second] = keys.flatMap((k, place) => (k === key && !used.has(place) ? [place] : []))
    if (second !== undefined) {
      problems.push({
        severity: 'error',
        message: `${file.name} has the column ${file.header[first]} twice`,
        next: 'Give each column a name of its own, or leave one of them out.',
        column: file.header[first] ?? '',
      })
    }
    at.set(name, first)
    used.add(first)
  }
  for (const name of byChoice) tellDisplaced(name)
  const missing = missingFields()
  if (missing.length > 0) {
    problems.push({
      severity: 'error',
      message: `${file.name} has no column for ${joinWords(missing, 'and')}`,
      next: `Say which of its columns is which: ${file.header.join(', ')}.`,
    })
  }
  return { at, labels, chosen, missing, problems }

  function choose({ at: place, column, field: name }: ColumnChoice): void {
    const refuse = (message: string, next: string) =>
      problems.push({ severity: 'error', message, next, column })
    if (file.header[place] !== column) {
      refuse(
        `${file.name} has no column ${column} at place ${place + 1} any more`,
        'The file has changed since it was looked at: look at it again.',
      )
      return
    }
    if (chosen.has(place)) {
      refuse(`The column ${column} of ${file.name} is mapped twice`, 'Map it to one field, or leave it out.')
      return
    }
    chosen.add(place)
    if (name === null) return
    const field = fieldOf(name)
    if (field === undefined) {
      refuse(
        `There is no field ${name} to map the column ${column} to`,
        `Map it to any of ${Object.keys(fields).join(', ')}, or leave it out.`,
      )
      return
    }
    if (field.labelsOf !== undefined) {
      labels.set(field.labelsOf, [...(labels.get(field.labelsOf) ?? []), { at: place, name: column }])
      return
    }
    const other = at.get(name)
    if (other !== undefined) {
      refuse(
        `Two columns of ${file.name} are mapped to ${name}: ${file.header[other]} and ${column}`,
        'Leave one of them out.',
      )
      return
    }
    at.set(name, place)
  }

  /** A column that would have filled the field by its name, and is not read now that another one does. */
  function tellDisplaced(name: string): void {
    const key = fieldOf(name)
      ?.names.map(headerKey)
      .find((synonym) => keys.includes(synonym))
    const place = keys.findIndex((k, other) => k === key && !used.has(other))
    if (place === -1) return
    const [column, other] = [file.header[place] ?? '', file.header[at.get(name) ?? -1] ?? '']
    problems.push({
      severity: 'warning',
      message: `${column} is not read any more: ${other} fills ${fieldOf(name)?.words ?? name} now`,
      next: `To keep ${column} as well, map it to something else.`,
      column,
    })
  }

  function fieldOf(name: string): FormatField | undefined {
    return Object.hasOwn(fields, name) ? fields[name] : undefined
  }

  /** Required fields that no column fills. */
  function missingFields(): string[] {
    const single = Object.entries(fields).filter(([name, { column }]) => column.required && !at.has(name))
    const groups = anyOf.filter((group) => !group.fields.some((name) => at.has(name)))
    return [...single.map(([name]) => name), ...groups.map(({ words }) => words)]
  }
}
