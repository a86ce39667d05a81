import { InputError } from '#kernel/errors.ts'
import { type CsvFile, readHeader } from '../csv/header.ts'
import { openText } from '../csv/text.ts'
import { importFormats } from '../formats/index.ts'
import type { FileChoice, PlanProblem } from '../plan/schema.ts'
import { type ChosenFormat, chooseFormat } from './choose-format.ts'
import { mainTable, type PlannedFile, planFile } from './file-plan.ts'

/** A file, and how it would be read. */
export interface PreparedFile extends ChosenFormat {
  readonly file: CsvFile
  readonly planned: PlannedFile | undefined
}

/** Opens a file and finds out how it is read. */
export async function prepareFile(choice: FileChoice): Promise<PreparedFile> {
  const file = await readHeader(await openText(choice.path))
  const chosen = chooseFormat(file, choice)
  const { best } = chosen
  const planned = best && planFile(choice, file, best, best.mapped)
  return { ...chosen, file, planned }
}

/** The files by format, in the order in which their rows are applied: what others refer to comes first. */
export function groupByFormat(files: readonly PlannedFile[]): PlannedFile[][] {
  return importFormats
    .map((format) => files.filter((file) => file.format === format))
    .filter((group) => group.length > 0)
}

/** What is wrong with files of one kind together: what one of them lacks would be taken for empty. */
export function unevenFiles(files: readonly PlannedFile[]): PlanProblem[] {
  const problems: PlanProblem[] = []
  const columnsOf = new Map<string, string>()
  for (const planned of files) {
    const { file, format, columns } = planned
    const kind = `${format.name} ${mainTable(planned)}`
    const names = columns
      .map(({ name }) => name)
      .toSorted()
      .join(', ')
    const before = columnsOf.get(kind)
    if (before !== undefined && before !== names) {
      problems.push({
        severity: 'error',
        message: `${file.name} has other columns than another file with the same kind of rows`,
        next: `Import the files one after the other. One has ${before}; the other ${names}.`,
      })
    }
    columnsOf.set(kind, names)
  }
  return problems
}

/** Throws the first problem that stands in the way. */
export function refuseProblems(problems: readonly PlanProblem[], choices: readonly string[] = []): void {
  const problem = problems.find(({ severity }) => severity === 'error')
  if (problem !== undefined) throw new InputError(problem.message, { next: problem.next, choices })
}
