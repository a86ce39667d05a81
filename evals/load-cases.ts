import { join } from 'node:path'
import { type Case, caseSchema } from './case.ts'
import { filesIn, loadLines } from './load-lines.ts'

/** The files of the understanding cases that the repository keeps. */
export const caseFiles = (): readonly string[] => filesIn(join(import.meta.dirname, 'cases'))

/** The understanding cases of files, in order. Throws InputError naming file and line where a line does not fit. */
export const loadCases = (files: readonly string[]): readonly Case[] => loadLines(files, caseSchema)
