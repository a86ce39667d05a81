import { InputError } from '#kernel/errors.ts'
import type { CsvFile } from '../csv/header.ts'
import { type FileShape, type ImportFormat, isMismatch } from '../formats/define.ts'
import { importFormats } from '../formats/index.ts'
import { orderLines } from '../formats/order-lines.ts'
import type { FileChoice, PlanProblem } from '../plan/schema.ts'
import { type MappedColumns, mapColumns } from './map-columns.ts'

export type Sureness = 'named' | 'certain' | 'likely' | 'unsure'

/** How a file could be read. */
interface Candidate {
  readonly format: ImportFormat
  readonly shape: FileShape
  readonly mapped: MappedColumns
  readonly likeness: number
}

export interface ChosenFormat {
  /** Undefined when no format fits. */
  readonly best: Candidate | undefined
  readonly sure: Sureness
  /** Other formats that could read the file, the closest first. */
  readonly alternatives: readonly ImportFormat[]
  readonly problems: readonly PlanProblem[]
}

/** So much likeness is enough to say what a file is meant to be, where people don’t say more of it. */
const MEANT = 0.3
/** So much is as sure as headers can be … */
const SURE = 0.9
/** … where nothing else comes closer than that; and formats closer to each other than this are a question. */
const APART = 0.3
const TOO_CLOSE = 0.1

/** Finds the format of a file by its headers, unless people named it, and maps the columns. */
export function chooseFormat(file: CsvFile, choice: FileChoice): ChosenFormat {
  const { format: named, columns = [] } = choice
  const known = named === undefined ? importFormats : [namedFormat(named)]
  const candidates = known
    .flatMap((format): Candidate[] => {
      const shape = format.shape(file)
      if (isMismatch(shape)) return []
      return [{ format, shape, mapped: mapColumns(file, shape, columns), likeness: format.likeness(file) }]
    })
    .toSorted((a, b) => b.likeness - a.likeness)
  const told = named !== undefined || columns.some(({ field }) => field !== null)
  const fitting = candidates.filter(
    ({ mapped, likeness }) => (told || likeness >= MEANT) && mapped.missing.length === 0,
  )
  const [first, second] = fitting
  const best = first ?? (named === undefined ? candidates.filter((c) => c.likeness >= MEANT) : candidates)[0]
  if (best === undefined)
    return { best, sure: 'unsure', alternatives: [], problems: [unreadable(file, choice)] }
  const gap = best.likeness - (second?.likeness ?? 0)
  const sure = named !== undefined ? 'named' : gap < TOO_CLOSE ? 'unsure' : surenessOf(best.likeness, gap)
  const alternatives = fitting.filter((candidate) => candidate !== best).map(({ format }) => format)
  return {
    best,
    sure,
    alternatives,
    problems: [
      ...best.mapped.problems,
      ...(sure === 'unsure' ? [undecided(file, best.format, alternatives)] : []),
    ],
  }
}

const surenessOf = (likeness: number, gap: number): Sureness =>
  likeness >= SURE && gap >= APART ? 'certain' : 'likely'

function namedFormat(name: string): ImportFormat {
  const format = importFormats.find((known) => known.name === name)
  if (format !== undefined) return format
  const names = importFormats.map((known) => known.name)
  throw new InputError(`There is no import format ${name}`, {
    next: `Use one of ${names.join(', ')}, or leave the format out.`,
    path: ['format'],
    choices: names,
  })
}

/** Why no format fits: what each of those that come closest lacks. */
function unreadable(file: CsvFile, { format: named, columns = [] }: FileChoice): PlanProblem {
  const fields = importFormats
    .filter(({ name }) => name === (named ?? name))
    .flatMap((format) => {
      const shape = format.shape(file)
      return isMismatch(shape) ? [] : Object.keys(shape.fields)
    })
  const unknown = columns.find(({ field }) => field !== null && !fields.includes(field))
  if (unknown !== undefined) {
    return {
      severity: 'error',
      message: `There is no field ${unknown.field} to map the column ${unknown.column} to`,
      next: `Map it to any of ${[...new Set(fields)].join(', ')}, or leave it out.`,
      column: unknown.column,
    }
  }
  const reasons = importFormats
    .filter(({ name }) => name === (named ?? orderLines.name))
    .map((format) => {
      const shape = format.shape(file)
      if (isMismatch(shape)) return `as ${format.name}, ${shape.mismatch}`
      return `as ${format.name}, it has no column for ${mapColumns(file, shape, []).missing.join(', ')}`
    })
  return {
    severity: 'error',
    message: `${file.name} has the columns of no file that Muster knows: ${reasons.join('; ')}`,
    next: `Name its format, or say which of its columns is which. It has ${file.header.join(', ')}.`,
  }
}

const undecided = (file: CsvFile, best: ImportFormat, others: readonly ImportFormat[]): PlanProblem => ({
  severity: 'error',
  message: `${file.name} could be ${best.title}, or ${others.map(({ title }) => title).join(', or ')}`,
  next: `Name the format: ${[best, ...others].map(({ name }) => name).join(' or ')}.`,
})
