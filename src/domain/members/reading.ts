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

  const finished = await Promise.all(
    readings.map(async ({ steps, sources, finish }) => {
      const answers = await Promise.all(steps.map((step) => read([step], sources)))
      if (!answers.every(wasRead)) return false
      await finish(answers.flatMap(({ results }) => results))
      return true
    }),
  )
  return finished.every(Boolean)
}

const wasRead = (answer: ReaderAnswer): answer is Extract<ReaderAnswer, { kind: 'read' }> =>
  answer.kind === 'read'
