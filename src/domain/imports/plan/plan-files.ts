import { z } from 'zod'
import type { Reader } from '#db/run.ts'
import { InputError } from '#kernel/errors.ts'
import { parseImportInput, settingsSchema } from '../input.ts'
import { type NamedChoices, choicesByName } from '../mapping/choices-by-name.ts'
import { prepareFile, unevenFiles } from '../mapping/prepare-files.ts'
import { readWorkspaceRow } from '../../workspace/workspace.ts'
import { findFiles } from '../reading/find-files.ts'
import { settleWorkspace } from '../settle-workspace.ts'
import { planned, unreadableFile } from './describe-file.ts'
import { idsOfOthers } from './other-shop.ts'
import { sampleFile } from './sample-file.ts'
import { type FileChoice, fileChoiceSchema, type ImportPlan, type PlannedImportFile } from './schema.ts'

export const planInputSchema = settingsSchema
  .pick({ currency: true, timezone: true, source: true })
  .extend({ files: z.array(fileChoiceSchema).min(1) })
export type PlanInput = z.input<typeof planInputSchema>

/**
 * Looks at the headers and first rows of files and tells how they would be read. Nothing is written. The same
 * `files`, given to `importPlanned`, are imported just so.
 *
 * @example planFiles(reader, { files: [{ path: '/tmp/orders.csv', columns: [{ at: 3, column: 'Tag', field: null }] }] })
 */
export async function planFiles(reader: Reader, input: PlanInput): Promise<ImportPlan> {
  const { files: choices, ...wishes } = parseImportInput(planInputSchema, input)
  const files = await Promise.all(
    choices.map((choice) => orUnreadable(choice.path, () => prepareFile(choice))),
  )
  const readable = files.flatMap((file) => ('planned' in file ? (file.planned ?? []) : []))
  // Real data never mixes with the demo company’s: what comes replaces it, and its currency.
  const demo = readWorkspaceRow(reader)?.demo === 1
  const workspace = await settleWorkspace(reader, wishes, readable, demo)
  const { currency } = workspace
  const described: PlannedImportFile[] = []
  for (const file of files) {
    if ('planned' in file) {
      described.push(
        await orUnreadable(file.file.path, async () => {
          const sample = await sampleFile(file, workspace)
          const whose = wishes.source === undefined && !demo ? idsOfOthers(reader, file, sample) : []
          return planned(file, sample, { source: wishes.source, problems: whose })
        }),
      )
    } else described.push(file)
  }
  const problems = [
    ...unevenFiles(readable),
    ...workspace.problems,
    ...workspace.notes.map((message) => ({ severity: 'warning' as const, message, next: '' })),
  ]
  const all = [...problems, ...described.flatMap((file) => file.problems)]
  return {
    currency: { code: currency.code, settled: workspace.settled, choices: [...workspace.choices] },
    timezone: workspace.timezone,
    files: described,
    problems,
    ready: all.every(({ severity }) => severity === 'warning'),
  }
}

/** A file that can’t be read, at its header or further down, is planned as that: the others are planned all the same. */
async function orUnreadable<T>(path: string, read: () => Promise<T>): Promise<T | PlannedImportFile> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof InputError) return unreadableFile(path, error)
    throw error
  }
}

/** The files that paths and folders stand for, with what people say of columns by their names. */
export async function chooseFiles(
  paths: readonly string[],
  named: NamedChoices,
): Promise<{ readonly files: FileChoice[]; readonly passedOver: readonly string[] }> {
  const { paths: found, passedOver } = await findFiles(paths)
  return { files: await choicesByName(found, named), passedOver }
}
