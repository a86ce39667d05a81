import type { Source } from '#db/schema.ts'
import type { DataVersions } from './members.ts'
import type { Columns, Step, StepResult } from './reader-messages.ts'
import type { Lane } from './reader-pool.ts'

/** Something to be read: its steps, and what becomes of their results. */
export interface Reading {
  readonly sources: readonly Source[]
  readonly steps: readonly Step[]
  /** Something is worked out of it while others are read: its steps share no task with theirs. */
  readonly ahead?: true
  finish(results: readonly StepResult[]): void | Promise<void>
}

export interface ReadingOptions {
  /** The versions that the readings were planned on. */
  readonly at: DataVersions
  /**
   * Everything in one transaction on one thread, instead of spread over all: slower, but safe from data that
   * changes more often than a reading takes.
   */
  readonly together: boolean
  onProgress?(done: number): void
}

/** Reads everything at one state of the data. False when the data moved meanwhile: then plan anew. */
export async function readAll(
  readings: readonly Reading[],
  lane: Lane,
  options: ReadingOptions,
): Promise<boolean> {
  const { pieces, places } = apart(readings)
  let done = 0
  const read = async (of: readonly Piece[]) => {
    const answer = await lane.run({
      kind: 'read',
      steps: of.map(({ step }) => step),
      at: options.at,
      sources: of.flatMap(({ sources }) => sources),
    })
    done += of.length
    options.onProgress?.(done / pieces.length)
    return answer
  }

  // Everything in one task is one transaction on one thread.
  const size = options.together ? Math.max(1, pieces.length) : stepsInATask(pieces.length, lane.threads)
  const tasks = tasksOf(pieces, size, options.together)
  const answers = tasks.map(({ first, end }) => read(pieces.slice(first, end)))
  /** Undefined where the data moved before it was read. */
  const resultAt = async (place: number): Promise<StepResult | undefined> => {
    const nth = tasks.findIndex(({ end }) => place < end)
    const answer = await answers[nth]
    return answer?.kind === 'read' ? answer.results[place - (tasks[nth]?.first ?? 0)] : undefined
  }
  const finished = await Promise.all(
    readings.map(async ({ finish }, nth) => {
      const results = await Promise.all((places[nth] ?? []).map(resultAt))
      const read = results.filter((result) => result !== undefined)
      if (read.length < results.length) return false
      await finish(read)
      return true
    }),
  )
  return finished.every(Boolean)
}

interface Piece {
  readonly step: Step
  readonly sources: readonly Source[]
  readonly ahead: boolean
}

/** Places of pieces that are read in one go, from the first until before the end. */
interface Task {
  readonly first: number
  readonly end: number
}

function tasksOf(pieces: readonly Piece[], size: number, together: boolean): readonly Task[] {
  const tasks: Task[] = []
  for (let first = 0; first < pieces.length; ) {
    const other = pieces.findIndex(({ ahead }, at) => at > first && ahead !== pieces[first]?.ahead)
    const end = Math.min(first + size, together || other === -1 ? pieces.length : other)
    tasks.push({ first, end })
    first = end
  }
  return tasks
}

/** What is to be read, each once, and where each reading finds the results of its own steps. */
function apart(readings: readonly Reading[]): {
  readonly pieces: readonly Piece[]
  readonly places: readonly (readonly number[])[]
} {
  const pieces: Piece[] = []
  const known = new Map<string, number>()
  const places = readings.map(({ steps, sources, ahead = false }) =>
    steps.map((step) => {
      const key = keyOf({ step, sources })
      const before = key === undefined ? undefined : known.get(key)
      if (before !== undefined) return before
      const place = pieces.push({ step, sources, ahead }) - 1
      if (key !== undefined) known.set(key, place)
      return place
    }),
  )
  return { pieces, places }
}

/** Equal for what answers the same; undefined for steps that bring much with them, which no two readings share. */
const keyOf = (piece: Pick<Piece, 'step' | 'sources'>): string | undefined =>
  piece.step.kind === 'ids' || piece.step.kind === 'columns' ? JSON.stringify(piece) : undefined

/** Up to so many steps are few. */
const FEW = 128
/** Tasks for each thread that a few steps are spread over at least: one may have the longer ones. */
const SPREAD = 2
const MOST_IN_A_TASK = 4

/**
 * A task is a round trip to the main thread, which has others to answer: a few steps, which are short, go together.
 * Those of many have more to read each, and between tasks other requests have their turn.
 */
const stepsInATask = (steps: number, threads: number): number =>
  steps > FEW ? 1 : Math.max(1, Math.min(MOST_IN_A_TASK, Math.ceil(steps / (SPREAD * threads))))

/** The columns among what was read, piece by piece. */
export const columnsIn = (results: readonly StepResult[]): readonly Columns[] =>
  results.flatMap((result) => (result.kind === 'columns' ? [result.columns] : []))
