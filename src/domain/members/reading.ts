import type { Source } from '#db/schema.ts'
import type { DataVersions } from './members.ts'
import type { ReaderAnswer, Step, StepResult } from './reader-messages.ts'
import type { Lane } from './reader-pool.ts'

/** Something to be read: its steps, and what becomes of their results. */
export interface Reading {
  readonly sources: readonly Source[]
  readonly steps: readonly Step[]
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
  const total = readings.reduce((sum, { steps }) => sum + steps.length, 0)
  let done = 0
  const read = async (steps: readonly Step[], sources: readonly Source[]) => {
    const answer = await lane.run({ kind: 'read', steps, at: options.at, sources })
    done += steps.length
    options.onProgress?.(total === 0 ? 1 : done / total)
    return answer
  }

  if (options.together) {
    const answer = await read(
      readings.flatMap(({ steps }) => steps),
      readings.flatMap(({ sources }) => sources),
    )
    if (answer.kind !== 'read') return false
    let at = 0
    for (const { steps, finish } of readings) await finish(answer.results.slice(at, (at += steps.length)))
    return true
  }

  const pieces = readings.flatMap(({ steps, sources }) => steps.map((step) => ({ step, sources })))
  const size = stepsInATask(pieces.length)
  const tasks = Array.from({ length: Math.ceil(pieces.length / size) }, (_, nth) => {
    const task = pieces.slice(nth * size, (nth + 1) * size)
    return read(
      task.map(({ step }) => step),
      task.flatMap(({ sources }) => sources),
    )
  })
  let next = 0
  const finished = await Promise.all(
    readings.map(async ({ steps, finish }) => {
      const from = next
      next += steps.length
      // Those that hold its steps, which may hold others’ besides.
      const first = Math.floor(from / size)
      const answers = await Promise.all(tasks.slice(first, Math.ceil(next / size)))
      if (!answers.every(wasRead)) return false
      const start = from - first * size
      await finish(answers.flatMap(({ results }) => results).slice(start, start + steps.length))
      return true
    }),
  )
  return finished.every(Boolean)
}

/** Up to so many steps are few. */
const FEW = 128
/** Tasks that a few steps are spread over at least. */
const SPREAD = 8
const MOST_IN_A_TASK = 4

/**
 * A task is a round trip to the main thread, which has others to answer: a few steps, which are short, go together.
 * Those of many have more to read each, and between tasks other requests have their turn.
 */
const stepsInATask = (steps: number): number =>
  steps > FEW ? 1 : Math.max(1, Math.min(MOST_IN_A_TASK, Math.ceil(steps / SPREAD)))

const wasRead = (answer: ReaderAnswer): answer is Extract<ReaderAnswer, { kind: 'read' }> =>
  answer.kind === 'read'
