import { join } from 'node:path'
import { z } from 'zod'
import { NOTHING_PLANTED, type Planted } from '../company/plant.ts'
import type { Human } from '../run/human.ts'
import type { Conversation, Turn } from '../run/turn.ts'
import type { Fault } from '../run/watch-tools.ts'
import type { FindIds } from '../scorers/people.ts'
import type { Score } from '../scorers/verdict.ts'
import { filesIn, loadLines } from '../load-lines.ts'

/** What cases of every suite have. */
export const caseBase = {
  id: z.string().min(1),
  family: z.string().min(1),
  /** Held out: nobody looks at why it went wrong while working on what reads requests. */
  held: z.boolean().optional(),
  /** For people who read the case. */
  note: z.string().optional(),
}

/** Which company cases are asked of: `plain` as its files are; `lived_in` with segments, and with hostile texts. */
export type CompanyKind = 'plain' | 'lived_in'

export interface Talk {
  readonly texts: readonly string[]
  readonly faults?: readonly Fault[]
}

/** What a case is run on: a company, the model under test, and the reference that knows better. */
export interface Stage {
  readonly find: FindIds
  /** The id of the segment or list called so. */
  segmentId(name: string): string | undefined
  /** A new conversation with the model. */
  converse(talk: Talk): Promise<Conversation>
  /** The same in a company that nobody else uses, in which a human decides between the turns. */
  converseAlone(
    talk: Talk & { afterTurn(turn: Turn, index: number, human: Human): Promise<void> },
  ): Promise<Conversation>
}

export interface Judged {
  readonly score: Score
  readonly turns: Conversation
}

/** A case that is ready to run, whatever its suite. */
export interface EvalCase {
  readonly suite: SuiteName
  readonly id: string
  readonly family: string
  readonly held: boolean
  /** What is said, for people; the last or only message. */
  readonly text: string
  /** What has to be in the data before it is asked. */
  readonly planted: Planted
  run(stage: Stage): Promise<Judged>
}

export const SUITES = ['understanding', 'trajectories', 'safety', 'faithfulness', 'conversations'] as const
export type SuiteName = (typeof SUITES)[number]

interface Definition<C> {
  readonly name: SuiteName
  /** What it tells, in one line. */
  readonly tells: string
  readonly company: CompanyKind
  readonly schema: z.ZodType<C>
  /** Where its cases are, beside the other suites' in `evals/cases`. */
  readonly folder: string
  text(each: C): string
  plants?(each: C): Planted
  run(each: C, stage: Stage): Promise<Judged>
}

export interface Suite {
  readonly name: SuiteName
  readonly tells: string
  readonly company: CompanyKind
  /** The files of the set that the repository keeps. */
  files(): readonly string[]
  /** Throws InputError naming file and line where a line does not fit the format. */
  load(files: readonly string[]): readonly EvalCase[]
}

type Based = { readonly id: string; readonly family: string; readonly held?: boolean | undefined }

export const defineSuite = <C extends Based>(definition: Definition<C>): Suite => ({
  ...definition,
  files: () => filesIn(join(CASES, definition.folder)),
  load: (files) =>
    loadLines(files, definition.schema).map((each) => ({
      suite: definition.name,
      id: each.id,
      family: each.family,
      held: each.held === true,
      text: definition.text(each),
      planted: definition.plants?.(each) ?? NOTHING_PLANTED,
      run: (stage) => definition.run(each, stage),
    })),
})

const CASES = join(import.meta.dirname, '..', 'cases')
